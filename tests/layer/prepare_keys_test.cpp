#include "layer/prepare_keys.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

std::vector<MappedField> fields_of(const std::vector<std::string>& names) {
  std::vector<MappedField> fields;
  for (const std::string& name : names) {
    fields.emplace_back();
    fields.back().field.name = name;
  }
  return fields;
}

Column texts(const std::vector<std::string>& values) {
  Column column;
  for (const std::string& value : values) column.append(value.empty() ? Value{} : Value(value));
  return column;
}

}  // namespace

TEST_CASE("of rows that share a key the first by content is kept, wherever it stands") {
  const auto fields = fields_of({"park_id", "name_zh"});
  const std::vector<Column> columns{texts({"P1", "P2", "P1", "", "P1"}), texts({"c", "x", "a", "y", "b"})};
  const std::vector<std::uint8_t> usable(5, 1);
  const auto faults = check_keys(fields, columns, 0, nullptr, usable);
  REQUIRE(faults.size() == 3);
  CHECK(faults[0].row == 0);
  CHECK(faults[0].kind == "duplicate_key");
  CHECK(faults[0].reason.en == "3 features have the park_id “P1”; one of them is kept");
  CHECK(faults[1].row == 3);
  CHECK(faults[1].kind == "missing_key");
  CHECK(faults[2].row == 4);

  SECTION("rows that are out already share with none") {
    const std::vector<std::uint8_t> left{1, 1, 0, 1, 0};
    CHECK(check_keys(fields, columns, 0, nullptr, left).size() == 1);
  }
}

TEST_CASE("twins in all but geometry are told apart by it") {
  const auto fields = fields_of({"park_id"});
  const std::vector<Column> columns{texts({"P1", "P1"})};
  const GeometryColumn geometry = geometries({"POINT(2 2)", "POINT(1 1)"});
  const std::vector<std::uint8_t> usable(2, 1);
  const auto faults = check_keys(fields, columns, 0, &geometry, usable);
  REQUIRE(faults.size() == 1);
  const GeometryColumn turned = geometries({"POINT(1 1)", "POINT(2 2)"});
  const auto turned_faults = check_keys(fields, columns, 0, &turned, usable);
  REQUIRE(turned_faults.size() == 1);
  CHECK(turned_faults[0].row == 1 - faults[0].row);
}

TEST_CASE("the key of any layer is found by name, if it is complete and unique") {
  const auto key_of = [](const std::vector<std::string>& names, const std::vector<Column>& columns) {
    const auto fields = fields_of(names);
    const std::size_t key = found_key(fields, columns);
    return key < names.size() ? names[key] : "none";
  };
  const Column good = texts({"a", "b"});
  CHECK(key_of({"name", "unit_code", "park_id", "ID", "FID"}, {good, good, good, good, good}) == "FID");
  CHECK(key_of({"name", "unit_code", "park_id"}, {good, good, good}) == "park_id");
  CHECK(key_of({"name", "unit_code", "park_id"}, {good, good, texts({"a", "a"})}) == "unit_code");
  CHECK(key_of({"name", "unit_code"}, {good, texts({"a", ""})}) == "none");
  CHECK(key_of({"id"}, {column_of(FieldType::real, {1.0, 2.0})}) == "none");
  CHECK(key_of({"identity", "_id"}, {good, good}) == "none");
  CHECK(key_of({}, {}) == "none");
}
