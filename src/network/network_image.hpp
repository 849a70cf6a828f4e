#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layer/issue.hpp"
#include "network/network_data.hpp"

namespace jingwei {

/// What a network is made of as bytes, with the issues of building it. Name, CRS and snap limit are not in
/// it. \pre data.order is known
std::string network_image(const NetworkData& data, const std::vector<Issue>& issues);

/// Fills `data`, whose name, CRS and snap limit are set, and appends the issues; or says that the bytes are
/// no such image: every length, offset and number is checked. `data` is of no use then.
bool read_network_image(std::string_view image, NetworkData& data, std::vector<Issue>& issues);

}  // namespace jingwei
