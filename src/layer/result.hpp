#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "geometry/certificate.hpp"
#include "layer/issue.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A headline number of an analysis, as `--figures` and run.json give it.
struct Figure {
  std::string name;  ///< snake_case with its unit: "covered_people"
  double value = 0;
};

/// What an analysis hands back: layers by their thing ("by_unit"), figures, issues and the proof of its
/// overlays.
struct Result {
  std::vector<std::pair<std::string, Layer>> layers;
  std::vector<Figure> figures;
  std::vector<Issue> issues;
  Certificate certificate;

  /// The layer of a thing; \pre it is there.
  Layer& layer(std::string_view thing);
  const Layer& layer(std::string_view thing) const;
  bool has(std::string_view thing) const;
};

}  // namespace jingwei
