#include "geometry/versions.hpp"

#include <proj.h>

#include "geometry/geos.hpp"

namespace jingwei {

std::vector<std::pair<std::string, std::string>> geometry_versions() {
  return {{"GEOS", geos::version()}, {"PROJ", proj_info().version}};
}

}  // namespace jingwei
