#pragma once
#include <cstdint>
#include <span>

#include "layer/layer.hpp"

namespace jingwei {

/// What many values of a field come to.
enum class Aggregate { mean, weighted_mean, median, min, max, count, majority, first };

/// As names of fields have it ("weighted_mean"), and as titles do.
std::string_view name_of(Aggregate aggregate);
Text title_of(Aggregate aggregate);

/// Does it need numbers (all others take values of any type)?
bool needs_numbers(Aggregate aggregate);
/// The type of what values of this type come to.
FieldType type_of(Aggregate aggregate, FieldType values);

/// The values of a column in these rows, nulls aside: mean and median of numbers (of an even number of values
/// the mean of the two in the middle), the smallest and the largest value, how many there are, the most
/// frequent one (of several the smallest), the first one in the order of the rows. weighted_mean: Σ w·v / Σ w
/// over the rows that have both. Null where there is none, or no weight; a count is 0 then. \pre numbers
/// where the aggregate needs them; weights for a weighted mean.
Value aggregate(const Column& column, std::span<const std::uint32_t> rows, Aggregate aggregate,
                const Column* weights = nullptr);

}  // namespace jingwei
