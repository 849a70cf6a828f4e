#pragma once
#include <vector>

#include "layer/fault.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A source column as its definition wants it: of the type, in the unit, within range and allowed values.
/// Numbers are read from text ("1,234", "１２", "3 km" where the unit is a length), booleans from 0/1,
/// true/false, yes/no, y/n, 是/否, dates from "2026-01-31", "2026/1/31" and 20260131, codes from numbers,
/// allowed values also from their titles (禁止 for prohibited). Texts lose surrounding spaces; empty text is
/// null. `factor` brings numbers to the definition's unit.
///
/// Faults, by row: wrong_type, out_of_range, not_allowed, encoding, too_long, missing_value. A wrong value
/// becomes null; where it is required, or nothing is there, the row is to be set aside. Nulls of the key are
/// left to the caller (\p null_is_fault no).
enum class NullIsFault { no, yes };
struct Converted {
  Column column;
  std::vector<Fault> faults;
};
Converted convert(const Column& source, const FieldDefinition& target, double factor,
                  NullIsFault null_is_fault);

/// Texts longer than this are cut.
inline constexpr std::size_t most_characters = 4000;

}  // namespace jingwei
