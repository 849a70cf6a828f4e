#pragma once
#include <optional>
#include <vector>

#include "io/filter.hpp"
#include "io/read.hpp"
#include "io/source.hpp"

namespace jingwei {

/// What of a vector layer is read, and what for.
struct VectorPlan {
  static constexpr int feature_id = -1;

  struct PlannedField {
    int field;  ///< its number in the layer; feature_id: the id, which is no field for GDAL
    FieldType type;
    bool asked_for;
  };

  const OpenedSource& opened;
  const ReadRequest& request;
  std::vector<PlannedField> fields;  ///< those of the RawLayer, in order
  std::optional<Filter> filter;
  RawLayer start;  ///< with fields, CRS and columns, but no rows
};

/// Has the driver leave out the fields that neither the request nor its filter asks for. Errors (input): a
/// filter that is not an expression, names of fields that are not UTF-8.
VectorPlan plan_vector(const OpenedSource& opened, const ReadRequest& request);

/// An Error of kind limit if `rows` are more than the request allows.
void require_few_features(std::size_t rows, const ReadRequest& request);

}  // namespace jingwei
