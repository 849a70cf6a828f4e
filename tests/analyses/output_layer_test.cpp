#include "analyses/output_layer.hpp"

#include <set>

#include "analyses/fixtures.hpp"
#include "base/error.hpp"
#include "geometry/overlay.hpp"

using namespace fixtures;

TEST_CASE("an output layer is empty and follows its definition") {
  const Layer layer = output_layer("coverage_gap_areas", crs());
  CHECK(layer.rows() == 0);
  CHECK(layer.has("area_m2"));
  CHECK(layer.crs().same_as(crs()));
  CHECK_THROWS_WITH(output_layer("coverage_gapareas", crs()), Catch::Contains("is not defined"));
}

TEST_CASE("fields are handed on row by row, null where there is no row") {
  const Layer units = three_counties();
  Layer target = output_layer("coverage_by_unit", crs());
  for (const char* code : {"a", "b", "c"}) target.append(box(0, 0, 1, 1), {{"unit_code", std::string(code)}});
  const std::uint32_t rows[] = {2, no_row, 0};
  copy_fields(units, rows, {"name_zh", "name_en"}, target);
  CHECK(text(target, "a", "name_en") == "Bing");
  CHECK(is_null(target, "b", "name_zh"));
  CHECK(text(target, "c", "name_zh") == "甲县");
}

TEST_CASE("counties hand on their names") {
  const Layer units = three_counties();
  Layer target = output_layer("coverage_by_unit", crs());
  for (const char* code : {"K1", "K2", "K3"})
    target.append(box(0, 0, 1, 1), {{"unit_code", std::string(code)}});
  copy_unit_names(units, target);
  CHECK(text(target, "K2", "name_en") == "Yi");
  CHECK(text(target, "K3", "city_zh") == "天津市");
  CHECK_NOTHROW([&] {
    Layer empty = output_layer("coverage_by_unit", crs());
    copy_unit_names(Rows("units", "admin_units"), empty);
    CHECK(empty.rows() == 0);
  }());
}

TEST_CASE("different keys never join to the same text") {
  CHECK(joined_key("a", "b", '|') == "a|b");
  CHECK(joined_key("", "", '|') == "|");
  std::set<std::string> made;
  const std::vector<std::string> parts{"", "|", "\\", "a", "a|", "|a", "\\|", "|\\", "a\\", "||"};
  for (const std::string& first : parts)
    for (const std::string& second : parts) made.insert(joined_key(first, second, '|'));
  CHECK(made.size() == parts.size() * parts.size());
}
