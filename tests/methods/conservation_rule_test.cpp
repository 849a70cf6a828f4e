#include "methods/conservation_rule.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace jingwei;
using enum ControlStrength;

TEST_CASE("what a zone means for a project") {
  // worked from 自然资发〔2022〕142号: only linear infrastructure in a red line is let off, and never below
  // what the zone itself says
  struct Row {
    ControlStrength zone;
    RedLine red_line;
    ControlStrength line, center;
  };
  for (const Row& row :
       {Row{prohibited, RedLine::yes, restricted, prohibited},
        Row{restricted, RedLine::yes, restricted, restricted},
        Row{advisory, RedLine::yes, advisory, advisory}, Row{prohibited, RedLine::no, prohibited, prohibited},
        Row{restricted, RedLine::no, restricted, restricted},
        Row{advisory, RedLine::no, advisory, advisory}}) {
    CAPTURE(to_text(row.zone), row.red_line == RedLine::yes);
    CHECK(verdict(ProjectKind::trunk_line, row.zone, row.red_line) == row.line);
    CHECK(verdict(ProjectKind::micro_center, row.zone, row.red_line) == row.center);
  }
}

TEST_CASE("a line where a red line and a nature reserve overlap is prohibited") {
  const std::vector both{verdict(ProjectKind::trunk_line, prohibited, RedLine::yes),
                         verdict(ProjectKind::trunk_line, prohibited, RedLine::no)};
  CHECK(strictest(both) == prohibited);
}

TEST_CASE("a functional zone never vetoes") {
  for (const ControlStrength said : control_strengths) {
    CHECK(strength_of(said, FunctionalZone::yes) == advisory);
    CHECK(strength_of(said, FunctionalZone::no) == said);
  }
}

TEST_CASE("projects are named as layers name them") {
  CHECK(to_text(ProjectKind::trunk_line) == "trunk_line");
  CHECK(to_text(ProjectKind::micro_center) == "micro_center");
}
