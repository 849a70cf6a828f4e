#pragma once
#include <limits>
#include <optional>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

inline constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

/// What lies below the lower end of an edge of an arrangement.
struct Placement {
  Winding below{};                    ///< of the place just below the edge
  std::uint32_t neighbour = no_edge;  ///< the next edge below
};

/// The placement of every edge, found by a line that sweeps the arrangement from left to right (Shamos & Hoey
/// 1976), with exact arithmetic. Nothing where an edge touches another one elsewhere than in their ends: then
/// the arrangement is to be rounded once more.
std::optional<std::vector<Placement>> placements_of(const std::vector<GridEdge>& arrangement);

/// An edge of an arrangement that has what is kept on one side only.
struct Border {
  std::uint32_t edge = 0;
  enum class Inside { above, below } inside = Inside::above;
  std::uint32_t beneath = no_edge;  ///< the edge of the next border below its lower end
};

/// The borders of the places whose winding `kept` accepts, in the order of the edges.
template <class Kept>
std::vector<Border> borders_of(const std::vector<GridEdge>& arrangement,
                               const std::vector<Placement>& placements, const Kept& kept) {
  std::vector<Border> borders;
  // The next border at or below each edge's lower end; neighbours start further to the left, or lower.
  std::vector<std::uint32_t> border_from(arrangement.size(), no_edge);
  for (std::uint32_t e = 0; e < arrangement.size(); ++e) {
    const auto& [below, neighbour] = placements[e];
    const std::uint32_t beneath = neighbour == no_edge ? no_edge : border_from[neighbour];
    const Winding& rise = arrangement[e].rise;
    const bool inside_below = kept(below);
    const bool is_border = inside_below != kept({below[0] + rise[0], below[1] + rise[1]});
    border_from[e] = is_border ? e : beneath;
    if (is_border)
      borders.push_back({e, inside_below ? Border::Inside::below : Border::Inside::above, beneath});
  }
  return borders;
}

}  // namespace jingwei
