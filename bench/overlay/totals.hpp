#pragma once
#include <cstddef>

#include "geometry/planar.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// What two engines are compared by.
struct Totals {
  std::size_t pieces = 0;
  double area = 0;

  void add(Wkb wkb) {
    ++pieces;
    area += planar_area(wkb);
  }
};

inline Totals totals_of(const GeometryColumn& column) {
  Totals totals;
  for (std::size_t row = 0; row < column.size(); ++row)
    if (!column.is_null(row)) totals.add(column.wkb(row));
  return totals;
}

}  // namespace jingwei
