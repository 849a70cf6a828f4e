#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// How an overlay proves itself (methods.md 5): witness points of the pieces tested against their sources,
/// and the balance of measures. Measures are areas (polygons) or lengths (lines) in the plane of the working
/// CRS.
struct Certificate {
  std::size_t pieces = 0;
  std::size_t witnesses = 0;         ///< pieces whose interior point was tested against every source
  std::size_t witness_failures = 0;  ///< 0, or the result is wrong
  double input_measure = 0;          ///< of a, noded on the grid
  double output_measure = 0;         ///< of the pieces of a
  double outside_measure = 0;        ///< of a that the operation leaves out
  double balance() const { return input_measure - output_measure - outside_measure; }
  void add(const Certificate& other);
};

/// Something wrong with one row of a column, found by a kernel; `layer` turns it into an Issue.
struct Defect {
  enum class Action { repaired, dropped, kept };
  std::uint32_t row = 0;
  std::string kind;  ///< "invalid_geometry", "empty_geometry", "wrong_geometry_type", …
  Text reason;
  Action action = Action::kept;
  Point place;  ///< where, in the column's CRS; NaN where nowhere
};

}  // namespace jingwei
