#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/quantity.hpp"
#include "base/text.hpp"

namespace jingwei {

/// The rule set by which a park counts as serving homes: which sizes count, and how far.
enum class ParkRule { gbt_50563_2010, garden_city_2016, garden_city_2022 };
inline constexpr std::array park_rules{ParkRule::gbt_50563_2010, ParkRule::garden_city_2016,
                                       ParkRule::garden_city_2022};

/// Whether a park lies in an old town (老城区, 历史文化街区), where land is short and smaller parks count.
enum class OldTown { no, yes };

/// How far from its boundary, in a straight line, a park of this area serves homes; nothing where it is too
/// small to count. Bounds are inclusive: 5,000 m² has the larger radius. Sizes and sources stand in
/// service_radius.cpp.
std::optional<Length> service_radius(ParkRule rule, Area park, OldTown old_town);
/// The largest radius of a rule: how far outside its window an analysis must see.
Length largest_service_radius(ParkRule rule);
/// The share of residential land (%) that must lie within the radius for the rule to be met.
double coverage_floor_pct(ParkRule rule);

/// "gbt_50563_2010", as study files and outputs name it, the rule of that name, and its title.
std::string_view to_text(ParkRule rule);
std::optional<ParkRule> parse_park_rule(std::string_view text);
Text title_of(ParkRule rule);

}  // namespace jingwei
