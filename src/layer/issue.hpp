#pragma once
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geometry/certificate.hpp"
#include "geometry/crs.hpp"
#include "layer/layer.hpp"

namespace jingwei {

enum class Severity { error, warning, note };

/// One thing wrong with one feature of the data: counted, located, written out, never silently dropped.
struct Issue {
  Severity severity = Severity::warning;
  std::string kind;     ///< snake_case: "invalid_geometry", "duplicate_key", "unsnapped" …
  std::string layer;    ///< the study's name of the input, network or analysis
  std::string feature;  ///< the feature's key, or "#12": the row in its source, from 1
  Text reason;
  Text action;                         ///< what was done
  std::vector<std::uint8_t> geometry;  ///< WKB in the study's CRS; empty: nowhere
};

/// The defects of a kernel as issues of a layer.
std::vector<Issue> issues_of(const std::vector<Defect>& defects, const Layer& layer, const Crs& study_crs);

/// Issues as the layer `issues` (layers/issues.yaml), each a point on its geometry, in a stable order (layer,
/// feature, kind), with issue_id counted from 1.
Layer layer_of(std::vector<Issue> issues, const Crs& study_crs);

}  // namespace jingwei
