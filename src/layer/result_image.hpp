#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geometry/crs.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// The form of result_image(), which changes whenever that or what it means does.
inline constexpr std::uint32_t result_image_version = 1;

/// A result as bytes: layers with their definitions, figures, issues, certificate. The CRS is not in it.
/// \pre its layers are in one CRS
std::string result_image(const Result& result);

/// The result of which these are the bytes, its layers in `crs`; nothing where they are no such image.
std::optional<Result> result_of_image(std::string_view image, const Crs& crs);

}  // namespace jingwei
