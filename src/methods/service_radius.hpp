#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/quantity.hpp"
#include "base/text.hpp"

namespace jingwei {

/// The rule set by which the service-radius coverage of parks is judged.
enum class ParkRule { gbt_50563_2010, garden_city_2016, garden_city_2022 };
inline constexpr std::array park_rules{ParkRule::gbt_50563_2010, ParkRule::garden_city_2016,
                                       ParkRule::garden_city_2022};

/// Whether a park lies in an old town (老城区), where land is short and smaller parks count.
enum class OldTown { no, yes };

/// How far from its boundary, in a straight line, a park of this area serves homes; nothing where it is too
/// small to count. All rule sets count the same sizes. Bounds are inclusive: 5,000 m² has the larger radius.
/// Sizes and sources stand in service_radius.cpp.
std::optional<Length> service_radius(Area park, OldTown old_town);
/// The largest of them: how far outside its window an analysis must see.
Length largest_service_radius();
/// Whether this share of residential land (%) within the radius is enough for the rule.
bool meets_floor(ParkRule rule, double coverage_pct);

/// "gbt_50563_2010", as study files and outputs name it, the rule of that name, and its title.
std::string_view to_text(ParkRule rule);
std::optional<ParkRule> parse_park_rule(std::string_view text);
Text title_of(ParkRule rule);

}  // namespace jingwei
