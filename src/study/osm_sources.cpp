#include "study/osm_sources.hpp"

#include <filesystem>

#include "io/osm_file.hpp"

namespace jingwei {

std::optional<std::string> osm_file_of(const Study& study, const Reference& source) {
  if (study.input(source.name) != nullptr || !is_osm_file(source.name)) return std::nullopt;
  const std::filesystem::path given(source.name);
  const bool stands_alone = given.is_absolute() || study.folder.empty();
  return stands_alone ? source.name : (std::filesystem::path(study.folder) / given).string();
}

}  // namespace jingwei
