#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "network/cost.hpp"
#include "network/timetable.hpp"

namespace jingwei {

/// What one does on a leg of a journey.
enum class LegMode { street, motorway, expressway, ramp, walk, bike, wait, rail, transfer, ride };
std::string_view to_text(LegMode mode);

/// A stretch of a journey in one mode on one street or line. Streets in a row that bear one name are one
/// street; without a name, those of one class.
struct Leg {
  LegMode mode = LegMode::street;
  Text name;  ///< of the street or line (expressway, rail, ride, wait for it), or of the station, stop or
              ///< interchange; else empty
  std::string road_class = {};  ///< of a street without a name
  Cost time = 0;
  double distance_m = 0;           ///< geodesic, along the true shape
  Path path;                       ///< empty where one stands still
  std::string from_stop, to_stop;  ///< of a ride by timetable
};

/// A journey between two places: the fastest, of equally fast ones a shortest.
struct Route {
  Cost time = 0;
  double distance_m = 0;
  std::vector<Leg> legs;
  std::optional<TimeOfDay> departure = {};  ///< by timetable; the legs follow without a pause
};

}  // namespace jingwei
