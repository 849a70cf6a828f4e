#include "study/osm_sources.hpp"

#include <filesystem>

#include "io/osm_file.hpp"

namespace jingwei {

std::string file_of(const Study& study, const std::string& name) {
  const std::filesystem::path given(name);
  const bool stands_alone = given.is_absolute() || study.folder.empty();
  return stands_alone ? name : (std::filesystem::path(study.folder) / given).string();
}

std::optional<std::string> osm_file_of(const Study& study, const Reference& source) {
  if (study.input(source.name) != nullptr || !is_osm_file(source.name)) return std::nullopt;
  return file_of(study, source.name);
}

}  // namespace jingwei
