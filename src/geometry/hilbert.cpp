#include "geometry/hilbert.hpp"

#include <algorithm>
#include <utility>

namespace jingwei {

std::uint64_t hilbert_code(Point p, const Envelope& extent) {
  constexpr std::uint32_t side = 1U << 16;
  const auto cell = [](double value, double low, double width) {
    const double share = width > 0 ? (value - low) / width : 0;
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * (side - 1));
  };
  std::uint32_t x = cell(p.x, extent.min_x, extent.width());
  std::uint32_t y = cell(p.y, extent.min_y, extent.height());
  // The quadrants from the largest to the smallest, each turned into the place of the first (Hilbert 1891).
  std::uint64_t code = 0;
  for (std::uint32_t s = side / 2; s > 0; s /= 2) {
    const std::uint32_t right = (x & s) > 0 ? 1 : 0;
    const std::uint32_t upper = (y & s) > 0 ? 1 : 0;
    code += static_cast<std::uint64_t>(s) * s * ((3 * right) ^ upper);
    if (upper == 0) {
      if (right == 1) x = side - 1 - x, y = side - 1 - y;
      std::swap(x, y);
    }
  }
  return code;
}

}  // namespace jingwei
