#pragma once
#include <span>
#include <vector>

#include "layer/fault.hpp"
#include "layer/prepare_fields.hpp"

namespace jingwei {

/// What must hold between the fields of one row of a layer, beyond types and ranges. Rows that break a rule
/// are put right in `columns` (which run parallel to `fields`) and told as Faults. Rules:
/// - conservation_zones: a functional zone, made of whole counties, is advisory and never vetoes
///   (functional_not_advisory).
std::vector<Fault> apply_rules(const LayerDefinition& definition, std::span<const MappedField> fields,
                               std::span<Column> columns);

}  // namespace jingwei
