#include "analyses/row_issue.hpp"

#include "analyses/fixtures.hpp"
#include "analyses/outside_units.hpp"

using namespace fixtures;

TEST_CASE("an issue of a row names layer and key, and lies where the row does") {
  const Layer units = three_counties();
  const Issue issue = row_issue(units, 1, "odd", {"奇怪", "is odd"}, {"保留", "kept"});
  CHECK(issue.severity == Severity::warning);
  CHECK(issue.kind == "odd");
  CHECK(issue.layer == "admin_units");
  CHECK(issue.feature == "K2");
  CHECK(issue.reason.en == "is odd");
  CHECK(issue.action.zh == "保留");
  const Wkb wkb = units.geometry().wkb(1);
  CHECK(std::ranges::equal(issue.geometry, wkb));
}

TEST_CASE("a row of a table is an issue without a place") {
  Layer table("transfers", *find_layer_definition("transfers"), std::nullopt);
  table.append({{table.definition().key, std::string("T1")}});
  CHECK(row_issue(table, 0, "odd", {}, {}).geometry.empty());
  CHECK(row_issue(table, 0, "odd", {}, {}).feature == "T1");
}

TEST_CASE("what lies in no county is told at the place that was looked up") {
  const Layer units = three_counties();
  const Issue issue = outside_units(units, 0, place(1, 2));
  CHECK(issue.kind == "outside_units");
  CHECK(issue.geometry == spot(1, 2));
}
