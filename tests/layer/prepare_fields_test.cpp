#include "layer/prepare_fields.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

RawLayer source() {
  RawLayer raw;
  add_field(raw, "CODE", FieldType::text, {std::string("110101")});
  add_field(raw, "name_zh", FieldType::text, {std::string("东城区")});
  add_field(raw, "sheng", FieldType::text, {std::string("北京市")});
  add_field(raw, "city_zh", FieldType::text, {std::string("北京市")});
  add_field(raw, "pop_wan", FieldType::real, {70.9});
  return raw;
}

Preparation preparation() {
  Preparation how;
  how.name = "units";
  how.definition = find_layer_definition("admin_units");
  how.fields = {
      {"unit_code", {"CODE", ""}}, {"province_zh", {"sheng", ""}}, {"population", {"pop_wan", "万人"}}};
  return how;
}

const MappedField& mapped(const std::vector<MappedField>& fields, std::string_view name) {
  for (const MappedField& field : fields)
    if (field.field.name == name) return field;
  FAIL("no field " << name);
  return fields.front();
}

}  // namespace

TEST_CASE("fields are mapped by name or as told, with their unit") {
  const auto fields = map_fields(source(), preparation());
  CHECK(fields.size() == preparation().definition->fields.size());
  CHECK(mapped(fields, "unit_code").source == 0);
  CHECK(mapped(fields, "unit_code").field.required);
  CHECK(mapped(fields, "name_zh").source == 1);
  CHECK(mapped(fields, "population").source == 4);
  CHECK(mapped(fields, "population").factor == 10000);
  CHECK(mapped(fields, "city_zh").factor == 1);
  CHECK(mapped(fields, "name_en").source == MappedField::nowhere);
  CHECK(mapped(fields, "confidence").source == MappedField::nowhere);
}

TEST_CASE("what cannot be mapped is told at once") {
  Preparation how = preparation();
  how.fields.erase("unit_code");
  how.fields["populaton"] = {"pop_wan", ""};
  how.fields["area_km2"] = {"areas", ""};
  how.fields["population"] = {"pop_wan", "km"};
  how.fields["name_en"] = {"name_zh", "m"};
  RawLayer raw = source();
  raw.fields[0].name = "unit_cod";
  const std::string message = message_of(ErrorKind::input, [&] { map_fields(raw, how); });
  CAPTURE(message);
  const char* const unknown_field =
      "input “units”: fields: the definition “admin_units” has no field “populaton”; "
      "did you mean “population”";
  for (const char* part : {unknown_field, "fields: area_km2: counties.gpkg:units has no field “areas”",
                           "it has unit_cod, name_zh, sheng, city_zh, pop_wan",
                           "fields: population: the unit “km” cannot be brought to people",
                           "fields: name_en: the field has no unit, “m” cannot be given",
                           "counties.gpkg:units has no field for unit_code", "did you mean “unit_cod”"})
    CHECK(contains(message, part));
}

TEST_CASE("families take every source field of their pattern") {
  const LayerDefinition pieces = pieces_definition();
  RawLayer raw;
  add_field(raw, "piece_id", FieldType::text, {std::string("a")});
  add_field(raw, "within_15_min", FieldType::real, {1.0});
  add_field(raw, "within_30_min", FieldType::real, {2.0});
  add_field(raw, "within_min", FieldType::real, {3.0});
  Preparation how;
  how.definition = &pieces;
  const auto fields = map_fields(raw, how);
  CHECK(mapped(fields, "within_15_min").source == 1);
  CHECK(mapped(fields, "within_30_min").field.title.en == "People within 30 min");
  for (const MappedField& field : fields) CHECK(field.field.name != "within_min");
}

TEST_CASE("any lets every field through, under another name where told") {
  Preparation how;
  how.definition = &any_layer_definition();
  how.fields = {{"unit_code", {"CODE", ""}}};
  RawLayer raw = source();
  add_field(raw, "confidence", FieldType::text, {std::string("A")});
  const auto fields = map_fields(raw, how);
  std::vector<std::string> names;
  for (const MappedField& field : fields) names.push_back(field.field.name);
  CHECK(names ==
        std::vector<std::string>{"unit_code", "name_zh", "sheng", "city_zh", "pop_wan", "confidence"});
  CHECK(fields.back().field.values.size() == 3);  // checked as everywhere
  CHECK_FALSE(passes_all(*find_layer_definition("parks")));
}
