#pragma once
#include <string_view>

#include "layer/layer.hpp"

namespace jingwei {

/// Sets `pct` of every row to 100·part/whole; null where the whole is null or 0.
void add_share(Layer& layer, std::string_view part, std::string_view whole, std::string_view pct);

/// The sum and the largest of a numeric field over all rows, nulls aside; 0 where there is none.
double total(const Layer& layer, std::string_view field);
double largest(const Layer& layer, std::string_view field);

}  // namespace jingwei
