#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layer/layer.hpp"

namespace jingwei {

/// Which lines and stations count as running: those of the statuses listed, and of them, where a year is
/// stated, those that have opened by then or state no `open_year`.
struct InService {
  std::vector<std::string> statuses{"operating", "partial"};
  std::optional<std::int64_t> open_by;

  /// Whether a row of `trunk_lines`, `transit_services` or `stations` is; without a status it counts as
  /// operating.
  bool operator()(const Layer& layer, std::size_t row) const;
};

}  // namespace jingwei
