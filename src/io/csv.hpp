#pragma once
#include <string>

namespace jingwei {

/// A copy in GDAL's memory of a CSV file, in UTF-8 from `encoding` (empty: it is UTF-8), with the types of
/// its columns beside it (.csvt): integer or real where every value is a number written without leading
/// zeros, so that codes such as "007" stay text; a .csvt of the file's own is kept. `folder` is a name that
/// is not in use. Returns its path.
std::string csv_copy(const std::string& file, const std::string& encoding, const std::string& folder);

}  // namespace jingwei
