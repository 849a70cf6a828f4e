#include "layer/definition.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "layer/prepare.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

namespace {

std::string with_fields(const std::string& fields) {
  return "name: wells\nrole: input\ntitle: {zh: 水井, en: Wells}\ngeometry: [point]\nkey: well_id\nfields:\n"
         "  - {name: well_id, type: text, title: {zh: 编号, en: ID}, required: true}\n" +
         fields;
}

std::string mistake_in(const std::string& yaml) {
  return message_of(ErrorKind::input, [&] { parse_layer_definition("wells.yaml", yaml); });
}

}  // namespace

TEST_CASE("every definition that is compiled in is sound") {
  const auto& all = layer_definitions();
  REQUIRE(all.size() >= 19);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
  for (const LayerDefinition& definition : all) {
    CAPTURE(definition.name);
    CHECK(find_layer_definition(definition.name) == &definition);
    CHECK(definition.field(definition.key) != nullptr);
    CHECK_FALSE(definition.geometry.empty());
    CHECK_FALSE(definition.title.zh.empty());
  }
  CHECK(find_layer_definition("no_such_layer") == nullptr);
}

TEST_CASE("the loader adds the provenance fields at the end") {
  const LayerDefinition* units = find_layer_definition("admin_units");
  REQUIRE(units != nullptr);
  REQUIRE(units->fields.size() > 3);
  const auto* last = &units->fields[units->fields.size() - 3];
  CHECK(last[0].name == "confidence");
  CHECK(last[1].name == "geometry_confidence");
  CHECK(last[2].name == "synthetic");
  CHECK(last[2].type == FieldType::boolean);
  REQUIRE(last[0].values.size() == 3);
  CHECK(last[0].values[2].value == "C");
  CHECK_FALSE(last[0].values[2].title.zh.empty());

  const LayerDefinition output = pieces_definition();
  CHECK(output.fields[output.fields.size() - 2].name == "confidence_min");
  CHECK(output.fields.back().name == "synthetic_pct");
  CHECK(output.fields.back().unit == "%");

  const LayerDefinition* issues = find_layer_definition("issues");
  REQUIRE(issues != nullptr);
  CHECK(issues->field("confidence_min") == nullptr);
}

TEST_CASE("a definition is read as it is written") {
  const LayerDefinition wells = parse_layer_definition(
      "wells.yaml",
      with_fields(
          "  - {name: depth, type: real, title: {zh: 深度, en: Depth}, unit: m, range: [0, 500]}\n"
          "  - {name: age, type: integer, title: {zh: 年, en: Age}, range: [null, 90]}\n"
          "  - {name: grade, type: integer, title: {zh: 级, en: Grade}, values: [{value: 2, title: {zh: "
          "二, en: Two}}, {value: 46, title: {zh: 四六, en: Forty-six}}]}\n"));
  CHECK(wells.role == LayerRole::input);
  CHECK(wells.geometry == std::vector{GeometryForm::point});
  CHECK_FALSE(wells.any_geometry());
  CHECK(wells.label.empty());
  const FieldDefinition& depth = *wells.field("depth");
  CHECK(depth.unit == "m");
  CHECK(depth.lowest == 0);
  CHECK(depth.highest == 500);
  CHECK_FALSE(wells.field("age")->lowest);
  CHECK(wells.field("age")->highest == 90);
  CHECK(wells.field("grade")->values[1].value == "46");
  CHECK(wells.field("well_id")->required);
  CHECK(wells.field("depth")->combine == FieldCombine::first);
}

TEST_CASE("tables and any") {
  const auto forms = [](const std::string& geometry) {
    return parse_layer_definition("t.yaml",
                                  "name: t\nrole: input\ntitle: {zh: 表, en: T}\ngeometry: " + geometry +
                                      "\nkey: a\nfields: [{name: a, type: text, title: {zh: 甲, en: A}}]\n")
        .geometry;
  };
  CHECK(forms("[]") == std::vector{GeometryForm::table});
  CHECK(forms("any").size() == 5);
  CHECK(forms("[line, polygon]") == std::vector{GeometryForm::line, GeometryForm::polygon});
  CHECK(find_layer_definition("any") == &any_layer_definition());
  CHECK(any_layer_definition().any_geometry());
  CHECK(any_layer_definition().key.empty());
}

TEST_CASE("families match by their pattern, exact names first") {
  const LayerDefinition pieces = pieces_definition();
  REQUIRE(pieces.field("within_15_min") != nullptr);
  CHECK(pieces.field("within_15_min")->name == "within_*_min");
  CHECK(pieces.title_of("within_15_min") == Text{"15分钟内人口", "People within 15 min"});
  CHECK(pieces.field("within__min") == nullptr);  // the star stands for something
  CHECK(pieces.field("within_15_minutes") == nullptr);
  CHECK(pieces.field("unknown") == nullptr);
  CHECK(pieces.title_of("unknown") == Text{"unknown", "unknown"});
  CHECK(pieces.title_of("people") == Text{"人口", "People"});
}

TEST_CASE("each mistake is told with its line and column") {
  struct Row {
    const char* fields;
    const char* place;
    const char* what;
  };
  const Row rows[] = {
      {"  - {name: Depth, type: real, title: {zh: 深, en: D}}\n", "wells.yaml:8:12: ", "“Depth”"},
      {"  - {name: depth, type: reel, title: {zh: 深, en: D}}\n", "wells.yaml:8:25: ", "did you mean “real”"},
      {"  - {name: depth, title: {zh: 深, en: D}}\n", "wells.yaml:8:5: ", "type of field “depth”"},
      {"  - {name: depth, type: real}\n", "wells.yaml:8:5: ", "title of field “depth”"},
      {"  - {name: depth, type: real, title: {zh: 深}}\n", "wells.yaml:8:38: ", "en is missing"},
      {"  - {name: depth, type: real, title: {zh: 深, en: D}, titel: x}\n",
       "wells.yaml:8:54: ", "did you mean “title”"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, unit: m}\n", "wells.yaml:8:", "unit: only"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, range: [0, 1]}\n", "wells.yaml:8:", "range: only"},
      {"  - {name: d, type: real, title: {zh: 深, en: D}, range: [2, 1]}\n",
       "wells.yaml:8:", "lowest value is above"},
      {"  - {name: d, type: real, title: {zh: 深, en: D}, range: [0]}\n",
       "wells.yaml:8:", "[lowest, highest]"},
      {"  - {name: d, type: real, title: {zh: 深, en: D}, range: [0, x]}\n",
       "wells.yaml:8:", "“x” is no number"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, combine: sum}\n", "wells.yaml:8:", "summed"},
      {"  - {name: d, type: real, title: {zh: 深, en: D}, combine: add}\n",
       "wells.yaml:8:", "first, sum, finish"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, required: yes}\n",
       "wells.yaml:8:", "true or false"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, values: []}\n", "wells.yaml:8:", "values"},
      {"  - {name: d, type: text, title: {zh: 深, en: D}, values: [{value: a, title: {zh: 甲, en: A}}, "
       "{value: a, "
       "title: {zh: 乙, en: B}}]}\n",
       "wells.yaml:8:", "value “a” twice"},
      {"  - {name: d, type: real, title: {zh: 深, en: D}, values: [{value: a, title: {zh: 甲, en: A}}]}\n",
       "wells.yaml:8:", "“a” is no number"},
      {"  - {name: well_id, type: text, title: {zh: 深, en: D}}\n",
       "wells.yaml:8:5: ", "field “well_id” twice"},
      {"  - {name: synthetic, type: boolean, title: {zh: 深, en: D}}\n", "wells.yaml:8:5: ", "leave it out"},
      {"  - {name: geom, type: text, title: {zh: 深, en: D}}\n", "wells.yaml:8:5: ", "file format's own"},
      {"  - just text\n", "wells.yaml:8:5: ", "a field is a mapping"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fields);
    const std::string message = mistake_in(with_fields(row.fields));
    CAPTURE(message);
    CHECK(contains(message, row.place));
    CHECK(contains(message, row.what));
    CHECK_FALSE(contains(message, "\n"));  // nothing invented beside it
  }
}

TEST_CASE("mistakes of the whole are told at once") {
  const std::string message = mistake_in(
      "name: Wells\nrole: inputs\ntitle: {zh: 水井, en: Wells}\ngeometry: [point, dot]\nkey: well_ix\nlabel: "
      "nam\n"
      "provenance: maybe\nstyle: red\nfields:\n  - {name: well_id, type: text, title: {zh: 编号, en: ID}}\n");
  for (const char* part :
       {"wells.yaml:1:7: ", "wells.yaml:2:7: ", "wells.yaml:4:19: ", "wells.yaml:5:6: key",
        "wells.yaml:6:8: label", "wells.yaml:7:13: ", "wells.yaml:8:1: unknown key “style”"}) {
    CAPTURE(part, message);
    CHECK(contains(message, part));
  }
  CAPTURE(message);
  CHECK(std::count(message.begin(), message.end(), '\n') == 6);
  CHECK(contains(mistake_in("- a\n- b\n"), "wells.yaml:1:1: a layer definition is a mapping"));
  CHECK(contains(mistake_in("name: w\n"), "fields: a list of fields is needed"));
  CHECK(contains(mistake_in("name: [w\n"), "wells.yaml:"));
}
