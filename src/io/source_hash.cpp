#include <algorithm>
#include <filesystem>

#include "base/hash.hpp"
#include "io/read.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

bool shapefile(const fs::path& file) {
  return file.extension() == ".shp" || file.extension() == ".SHP";
}

std::vector<fs::path> files_of(const fs::path& source) {
  std::vector<fs::path> files;
  if (fs::is_directory(source)) {
    for (const auto& entry : fs::recursive_directory_iterator(source))
      if (entry.is_regular_file()) files.push_back(entry.path());
  } else if (shapefile(source)) {
    const fs::path folder = source.has_parent_path() ? source.parent_path() : fs::path(".");
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.is_regular_file() && entry.path().stem() == source.stem()) files.push_back(entry.path());
  } else {
    files.push_back(source);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string hash_of_source(const DataSource& source) {
  const std::vector<fs::path> files = files_of(source.file);
  if (files.size() == 1) return sha256_of_file(files.front().string());
  Sha256 hash;
  for (const fs::path& file : files) {
    hash.add_text(file.filename().string());
    hash.add_text(sha256_of_file(file.string()));
  }
  return hash.hex();
}

}  // namespace jingwei
