#pragma once
#include "base/context.hpp"
#include "geometry/certificate.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// Row by row a_i − b_i (where the kernel's `difference` takes all rows of b from each row of a); null where
/// nothing is left. A null b takes nothing. \pre columns of one size, valid rows.
struct RowDifference {
  GeometryColumn geometry;
  Certificate certificate;
};
RowDifference row_difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                             Context& context);

}  // namespace jingwei
