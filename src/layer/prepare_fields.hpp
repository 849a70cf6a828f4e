#pragma once
#include <vector>

#include "layer/prepare.hpp"

namespace jingwei {

/// One field of the prepared layer and the source field that its values come from.
struct MappedField {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  FieldDefinition field;
  std::size_t source = nowhere;  ///< its number in the source; nowhere: the source has none, all null
  double factor = 1;             ///< to the definition's unit
};

/// The fields of the prepared layer in order. Of `any` (or any definition without a key) all source fields
/// pass through. Input Errors, all in one: a required field without a source field, a mapping to or from a
/// field that does not exist, a unit that does not measure what the field does.
std::vector<MappedField> map_fields(const RawLayer& raw, const Preparation& how);

/// Whether a definition lets every source field through and finds its key in the data.
bool passes_all(const LayerDefinition& definition);

}  // namespace jingwei
