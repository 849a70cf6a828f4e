#include "layer/references.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

LayerDefinition doors() {
  return parse_layer_definition("doors.yaml", R"(
name: doors
role: input
title: {zh: 门, en: Doors}
geometry: [point]
key: door_id
fields:
  - {name: door_id, type: text, title: {zh: 编号, en: ID}, required: true}
  - {name: house_id, type: integer, title: {zh: 房屋, en: House}, references: {layer: houses, field: house_id}}
  - {name: streets, type: text, title: {zh: 街, en: Streets}, references: {layer: streets, field: street_id, separator: ";"}}
)");
}

}  // namespace

TEST_CASE("a value that no other layer has is an issue at its feature, which is kept") {
  Layer layer("front_doors", doors(), albers());
  const auto door = [&](const std::string& id, const Value& house, const Value& streets) {
    layer.append(parse_wkt("POINT(5 6)"), {{"door_id", id}, {"house_id", house}, {"streets", streets}});
  };
  door("d1", std::int64_t{7}, std::string("a; b"));
  door("d2", std::int64_t{8}, std::string("a;x;;y"));
  door("d3", Value{}, Value{});
  door("d4", Value{}, std::string(" ; "));
  KnownValues houses, streets;
  add_values(column_of(FieldType::text, {std::string("7"), Value{}}), houses);
  add_values(column_of(FieldType::text, {std::string("a"), std::string("b")}), streets);

  const auto missing = broken_references(layer, *layer.definition().field("house_id"), houses);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].kind == "broken_reference");
  CHECK(missing[0].severity == Severity::warning);
  CHECK(missing[0].layer == "front_doors");
  CHECK(missing[0].feature == "d2");
  CHECK(missing[0].reason.en == "house_id: “8” is no house_id of the layer houses");
  CHECK(missing[0].reason.zh == "字段 house_id 的值“8”在图层 houses 的 house_id 中不存在");
  CHECK(missing[0].action.en == "kept as it is");
  CHECK(missing[0].geometry == parse_wkt("POINT(5 6)"));

  const auto several = broken_references(layer, *layer.definition().field("streets"), streets);
  REQUIRE(several.size() == 2);
  CHECK(contains(several[0].reason.en, "“x”"));
  CHECK(contains(several[1].reason.en, "“y”"));
  CHECK(broken_references(layer, *layer.definition().field("streets"), {}).size() == 5);
}

TEST_CASE("references of the definitions that are compiled in name fields that exist") {
  for (const LayerDefinition& definition : layer_definitions())
    for (const FieldDefinition& field : definition.fields) {
      if (!field.references) continue;
      CAPTURE(definition.name, field.name);
      const LayerDefinition* target = find_layer_definition(field.references->layer);
      REQUIRE(target != nullptr);
      REQUIRE(target->field(field.references->field) != nullptr);
      CHECK(target->field(field.references->field)->type == field.type);
    }
}

TEST_CASE("mistakes in a reference are told") {
  const auto with = [](const std::string& references) {
    return message_of(ErrorKind::input, [&] {
      parse_layer_definition("a.yaml",
                             "name: a\nrole: input\ntitle: {zh: 甲, en: A}\ngeometry: []\nkey: k\nfields:\n"
                             "  - {name: k, type: text, title: {zh: 键, en: Key}, references: " +
                                 references + "}\n");
    });
  };
  CHECK(contains(with("parks"), "references: {layer: …, field: …}"));
  CHECK(contains(with("{layer: parks}"), "field is missing"));
  CHECK(contains(with("{layer: parks, field: park_id, separator: ', '}"), "one ASCII character"));
  CHECK(contains(with("{layer: parks, feild: park_id}"), "did you mean “field”?"));
}
