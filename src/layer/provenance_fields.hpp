#pragma once
#include <string_view>
#include <vector>

#include "layer/definition.hpp"

namespace jingwei {

/// The provenance fields that the loader adds to every definition of a role (house.md).
std::vector<FieldDefinition> provenance_fields(LayerRole role);

/// Whether a field is one of them, of either role, or a hidden weight (below).
bool is_provenance_field(std::string_view field);

/// The hidden columns of a result that make synthetic_pct combine over windows; they are never written.
namespace provenance {
inline constexpr std::string_view weight = "provenance_weight";
inline constexpr std::string_view synthetic_weight = "synthetic_weight";
}  // namespace provenance

}  // namespace jingwei
