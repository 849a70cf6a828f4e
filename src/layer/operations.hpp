#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/overlay.hpp"
#include "layer/layer.hpp"
#include "layer/provenance.hpp"

namespace jingwei {

/// The value of a numeric field summed over the rows whose place lies in each polygon of `zones` (a place on
/// a shared border belongs to the lowest row). Rows of polygons (extensive values) are split by area. Returns
/// one sum for each zone and the provenance of what went in.
struct Sums {
  std::vector<double> values;          ///< one for each zone
  std::vector<Provenance> provenance;  ///< one for each zone
  double outside = 0;                  ///< what lies in no zone
};
enum class Overlap {
  first_zone,
  every_zone
};  ///< does a place count for the first zone that covers it, or for all
Sums sum_within(const Layer& layer, std::string_view field, const GeometryColumn& zones, Overlap overlap,
                double grid_size, Context& context);

/// Rows of a layer that satisfy a predicate.
template <class Predicate>
std::vector<std::uint32_t> rows_where(const Layer& layer, Predicate&& predicate) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < layer.rows(); ++row)
    if (predicate(row)) rows.push_back(row);
  return rows;
}

/// Adds the columns of `source` to `target`, row by row as `rows` tells (no_row: null), each name with
/// `prefix`; fields that the target has already are left out, and so are provenance fields.
void pass_through(const Layer& source, std::span<const std::uint32_t> rows, std::string_view prefix,
                  Layer& target);

/// Fills area_m2 or length_m (whichever the layer has) with true measures of its geometry.
void measure(Layer& layer, Context& context);

/// 100·part/whole, or null where the whole is 0.
Value percent(double part, double whole);

}  // namespace jingwei
