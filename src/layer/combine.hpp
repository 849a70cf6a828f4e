#pragma once
#include <string>
#include <vector>

#include "base/context.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// How the rows that several windows give for one output layer become one layer (house.md, windows).
struct Combine {
  enum class Kind { owned, sum_by_key, stitch };
  Kind kind = Kind::owned;
};

/// One layer from the parts of all windows: owned rows are put together, rows of one key (the definition's)
/// are summed or their geometry joined, field by field as the definition's `combine` says; confidence_min the
/// worst, synthetic_pct from the weights. Rows are ordered by key, whatever the order of the parts. Called
/// for a single window too, so that one and many windows give the same. Of `first` values that differ the
/// smallest is taken, `finish` values are null until the analysis computes them (owned rows keep theirs, they
/// are whole). \pre one part at least, all of one definition. Errors: failed where two owned rows have one
/// key.
Layer combine(std::vector<Layer> parts, Combine how, double grid_size, Context& context);

}  // namespace jingwei
