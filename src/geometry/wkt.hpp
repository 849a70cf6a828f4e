#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// WKB of a WKT text, and WKT of WKB rounded to `decimals`. Errors: input, with the text's beginning.
std::vector<std::uint8_t> parse_wkt(std::string_view wkt);
std::string to_wkt(Wkb wkb, int decimals = 3);

}  // namespace jingwei
