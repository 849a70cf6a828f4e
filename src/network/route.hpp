#pragma once
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "network/cost.hpp"

namespace jingwei {

/// What one does on a leg of a journey.
enum class LegMode { street, motorway, expressway, ramp, walk, wait, rail, transfer };
std::string_view to_text(LegMode mode);

/// A stretch of a journey in one mode on one line.
struct Leg {
  LegMode mode = LegMode::street;
  Text name;  ///< of the line (expressway, rail, wait for it), or of the station or interchange; else empty
  Cost time = 0;
  double distance_m = 0;  ///< geodesic, along the true shape
  Path path;              ///< empty where one stands still
};

/// A journey between two places: the fastest, of equally fast ones a shortest.
struct Route {
  Cost time = 0;
  double distance_m = 0;
  std::vector<Leg> legs;
};

}  // namespace jingwei
