#pragma once
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

inline constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

/// An edge of an arrangement that has what is kept on one side only.
struct Border {
  std::uint32_t edge = 0;
  enum class Inside { above, below } inside = Inside::above;
  std::uint32_t beneath = no_edge;  ///< the edge of the next border below its lower end
};

/// The borders of the places whose winding `kept` accepts, in the order of the edges: found by a line that
/// sweeps the arrangement from left to right (Shamos & Hoey 1976), with exact arithmetic. Nothing where an
/// edge touches another one elsewhere than in their ends: then the arrangement is to be rounded once more.
std::optional<std::vector<Border>> borders_of(const std::vector<GridEdge>& arrangement,
                                              const std::function<bool(const Winding&)>& kept);

}  // namespace jingwei
