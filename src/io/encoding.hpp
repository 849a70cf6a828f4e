#pragma once
#include <optional>
#include <string>

namespace jingwei {

/// A text in UTF-8 from one in `encoding` (a name that iconv knows: "GBK", "GB18030"). Errors (input): an
/// encoding that is not known, bytes that it does not have; both name `file`.
std::string to_utf8(const std::string& text, const std::string& encoding, const std::string& file);

/// What GDAL is to be told of a shapefile's encoding: `asked`, unless its .cpg states one or nothing is
/// asked.
std::optional<std::string> shapefile_encoding(const std::string& file, const std::string& asked);

}  // namespace jingwei
