#pragma once
#include <functional>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "network/network.hpp"

namespace jingwei {

/// What places reach together within several times, as lines and as areas. A place off the streets costs what
/// the nearest street place costs, as points snap; it has no cost where that is farther than `off_street`. So
/// the area within a limit holds the places within `off_street` of a street whose nearest street place is
/// reached within it.
class ReachAreas {
 public:
  ReachAreas(ReachBands bands, const Crs& crs, Length off_street, double grid_size, Context& context);

  /// The area whose nearest street has a label (the number of the first limit that reaches it) that is a
  /// member: WKB, valid, on the grid; nothing where there is none.
  std::vector<std::uint8_t> area(const std::function<bool(std::uint32_t)>& member, Context& context) const;
  /// The street and expressway parts with such a label.
  std::vector<std::uint8_t> lines(const std::function<bool(std::uint32_t)>& member) const;

 private:
  ReachBands m_bands;
  NearestAreas m_nearest;
  GeometryColumn m_near_streets;  // the places within off_street of any street
  double m_grid_size;
};

}  // namespace jingwei
