#include <gdal.h>
#include <sqlite3.h>
#include <pugixml.hpp>

#include "base/format.hpp"
#include "io/summary.hpp"

namespace jingwei {

std::vector<std::pair<std::string, std::string>> io_versions() {
  const int pugi = PUGIXML_VERSION;  // 1130 is 1.13
  return {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
          {"SQLite", sqlite3_libversion()},
          {"pugixml", format("{}.{}", pugi / 1000, pugi % 1000 / 10)}};
}

}  // namespace jingwei
