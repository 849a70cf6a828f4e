#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "geometry/gcj02.hpp"
#include "layer/issue.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A data set as it was read: fields as the source has them, nothing checked. `layer()` is filled by io.
struct RawLayer {
  std::string source;  ///< "FILE:LAYER", as messages name it
  std::vector<Field> fields;
  std::vector<Column> columns;
  std::optional<GeometryColumn> geometry;
  std::optional<Crs> crs;  ///< as the source or the study declares it
  std::size_t rows = 0;
  std::vector<Issue> issues;  ///< what reading has found: their layer unnamed, their places points in `crs`
};

/// Which source field a field of the definition comes from, and its unit there (empty: the definition's).
struct FieldSource {
  std::string field;
  std::string unit;
};

struct Preparation {
  std::string name;  ///< the study's name for it
  const LayerDefinition* definition = nullptr;
  std::map<std::string, FieldSource>
      fields;  ///< definition field → source; absent: the field of the same name
  Datum datum = Datum::wgs84;
  Length precision;               ///< of the study's grid
  std::size_t most_features = 0;  ///< study limit; 0: none. More is an Error of kind limit
  std::size_t most_issues = 0;
};

struct Prepared {
  Layer layer;  ///< in the study's CRS, valid, keys unique and not null, in the order of the keys
  std::vector<Issue> issues;
};

/// The key of tables whose rows have no name of their own, as pairs of places: where the source has no such
/// field, rows are numbered from 1.
inline constexpr std::string_view row_number_key = "row_number";

/// A layer that holds to its definition: fields mapped and converted to the definition's type and unit,
/// values, ranges, keys and required fields checked, datum undone, geometry reprojected to `study_crs` and
/// repaired. What cannot be kept is set aside with an Issue (features without or with a duplicate key,
/// without usable geometry or of the wrong type, or without a required value); optional values that are wrong
/// become null with an Issue. The definition `any` semantics (name "any"): all fields pass through, key =
/// first of fid, id, *_id, *_code that is unique and complete, else the row number. Source fields that the
/// definition does not know are left out. Missing required source fields are an input Error that names
/// source, field and what is there.
Prepared prepare(RawLayer raw, const Preparation& how, const Crs& study_crs, Context& context);

/// The definition of a layer that accepts anything, for generic analyses.
const LayerDefinition& any_layer_definition();

}  // namespace jingwei
