#pragma once
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/text.hpp"
#include "study/mistakes.hpp"

namespace jingwei {

/// One entry of `scenarios`: by name, what a study file would say differently.
struct Scenario {
  std::string name;
  Place place;
  Text title;
  Node changes;
};

/// The scenarios of a study file, in its order.
std::vector<Scenario> scenarios_of(const Document& document, Mistakes& mistakes);

/// The study file under a scenario: where the scenario has an entry of `inputs`, `networks` or `analyses`,
/// its keys stand in place of those of the entry of that name, and of `parameters`, `inputs` and `fields`
/// those that it has. Values keep their places, so that a mistake is told where it was made. An entry of a
/// name that the study does not have is a mistake.
Document under_scenario(Document document, const Scenario& scenario, Mistakes& mistakes);

}  // namespace jingwei
