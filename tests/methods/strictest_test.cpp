#include "methods/strictest.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace jingwei;
using enum ControlStrength;

TEST_CASE("control strengths are ordered and named") {
  CHECK(advisory < restricted);
  CHECK(restricted < prohibited);
  for (const ControlStrength strength : control_strengths)
    CHECK(parse_control_strength(to_text(strength)) == strength);
  CHECK_FALSE(parse_control_strength("Prohibited"));
  CHECK_FALSE(parse_control_strength(""));
}

TEST_CASE("the strictest of a set wins, whatever the order") {
  CHECK_FALSE(strictest({}));
  for (const ControlStrength a : control_strengths)
    for (const ControlStrength b : control_strengths)
      for (const ControlStrength c : control_strengths) {
        const std::vector set{a, b, c};
        const bool any_prohibited = a == prohibited || b == prohibited || c == prohibited;
        const bool any_restricted = a == restricted || b == restricted || c == restricted;
        CHECK(strictest(set) == (any_prohibited ? prohibited : any_restricted ? restricted : advisory));
      }
}

TEST_CASE("of equals the first is named") {
  const std::vector set{advisory, prohibited, restricted, prohibited};
  CHECK(strictest_index(set) == 1);
  const std::vector same{advisory, advisory};
  CHECK(strictest_index(same) == 0);
}
