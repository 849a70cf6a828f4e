#pragma once
#include <string>
#include <string_view>

#include "layer/result.hpp"

namespace jingwei {

/// 100·part/whole, at most 100: measured apart, a part that is the whole may come out larger by the rounding
/// of its edges to the grid (less than 1e-6 of it). \pre whole > 0
double share_pct(double part, double whole);

/// Sets `pct` of every row to that share; null where the whole is null or 0.
void add_share(Layer& layer, std::string_view part, std::string_view whole, std::string_view pct);

/// The sum and the largest of a numeric field over all rows, nulls aside; 0 where there is none.
double total(const Layer& layer, std::string_view field);
double largest(const Layer& layer, std::string_view field);

/// Figures of a layer's geometry: the total area_m2 of polygons, or length_m of lines; of points none.
void add_measure(Result& whole, const Layer& layer);
/// The figure of a share of two totals; none where the whole is 0.
void add_share(Result& whole, std::string name, double part, double all);

}  // namespace jingwei
