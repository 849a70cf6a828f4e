#pragma once
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// A point inside each polygon of the rows of a union, and what they measure.
struct RowWitnesses {
  std::vector<Point> places;
  double area = 0;    ///< overlaps counted again and again
  double border = 0;  ///< the length of all rings
  void add(std::span<const Rings> row);
  void add(const RowWitnesses& other);
};

/// An Error (failed) unless every polygon of the union has an interior point in a row, or no farther from it
/// than the grid may move a border, every witness of a row that lies deeper inside it than that is in the
/// union, and the union is no larger than its rows.
void prove_union(std::span<const Wkb> rows, const RowWitnesses& witnesses, std::span<const Rings> united,
                 double grid_size, Context& context);

}  // namespace jingwei
