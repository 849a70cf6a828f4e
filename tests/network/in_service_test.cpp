#include "network/in_service.hpp"

#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

Layer four_lines() {
  Layer layer = layer_of("trunk_lines");
  const auto add = [&](const char* id, const Value& status, const Value& year) {
    layer.append(parse_wkt("LINESTRING (0 0, 1 0)"),
                 {{"line_id", std::string(id)}, {"status", status}, {"open_year", year}});
  };
  add("old", std::string("operating"), std::int64_t{2008});
  add("unstated", Value{}, Value{});
  add("building", std::string("construction"), std::int64_t{2027});
  add("planned", std::string("planned"), Value{});
  return layer;
}

std::vector<bool> running(const InService& rule) {
  const Layer lines = four_lines();
  std::vector<bool> rows;
  for (std::size_t row = 0; row < lines.rows(); ++row) rows.push_back(rule(lines, row));
  return rows;
}

}  // namespace

TEST_CASE("what runs today, in the plan, and in a year") {
  CHECK(running({}) == std::vector<bool>{true, true, false, false});
  CHECK(running({{"operating", "construction", "planned"}, {}}) == std::vector<bool>{true, true, true, true});
  CHECK(running({{"operating", "construction"}, 2027}) == std::vector<bool>{true, true, true, false});
  CHECK(running({{"operating", "construction"}, 2026}) == std::vector<bool>{true, true, false, false});
  CHECK(running({{"operating"}, 2007}) == std::vector<bool>{false, true, false, false});
}

TEST_CASE("stations have no opening year: their status decides") {
  Layer layer = layer_of("stations");
  for (const char* status : {"operating", "planned"})
    layer.append(parse_wkt("POINT (0 0)"),
                 {{"station_id", std::string(status)}, {"status", std::string(status)}});
  const InService planned{{"operating", "planned"}, 1900};
  CHECK(planned(layer, 0));
  CHECK(planned(layer, 1));
  CHECK_FALSE(InService{}(layer, 1));
}
