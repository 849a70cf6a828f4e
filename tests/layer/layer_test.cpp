#include "layer/layer.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

TEST_CASE("a layer of a definition has its fields, families aside") {
  const Layer layer("overlay_pieces", pieces_definition(), albers());
  CHECK(layer.name() == "overlay_pieces");
  CHECK(layer.rows() == 0);
  CHECK(layer.spatial());
  CHECK(layer.has("people"));
  CHECK(layer.has("synthetic_pct"));
  CHECK_FALSE(layer.has("within_*_min"));
  CHECK(layer.fields()[2].title == Text{"人口", "People"});
  CHECK(layer.fields()[2].unit == "people");
  CHECK(layer.key().size() == 0);
  CHECK(contains(message_of(ErrorKind::failed, [&] { layer["peple"]; }),
                 "“overlay_pieces” has no field “peple”"));
}

TEST_CASE("tables have no geometry, geometry has a CRS") {
  const LayerDefinition* transfers = find_layer_definition("transfers");
  REQUIRE(transfers != nullptr);
  CHECK_FALSE(Layer("transfers", *transfers, albers()).spatial());
  CHECK_FALSE(Layer("transfers", *transfers, std::nullopt).spatial());
  CHECK(contains(message_of(ErrorKind::failed, [] { Layer("pieces", pieces_definition(), std::nullopt); }),
                 "no CRS"));
}

TEST_CASE("rows are appended by field name") {
  Layer layer("pieces", pieces_definition(), albers());
  layer.append(parse_wkt("POINT(1 2)"), {{"piece_id", std::string("a")}, {"people", 5.5}});
  layer.append(Wkb{}, {{"piece_id", std::string("b")}, {"count", std::int64_t{3}}});
  CHECK(layer.rows() == 2);
  CHECK(layer.geometry().is_null(1));
  CHECK(texts_of(layer["people"]) == std::vector<std::string>{"5.5", "null"});
  CHECK(texts_of(layer["count"]) == std::vector<std::string>{"null", "3"});
  CHECK_THROWS_AS(layer.append(Wkb{}, {{"piece", std::string("c")}}), Error);
  CHECK(layer.rows() == 2);  // nothing of the refused row is left
  CHECK(layer.key().size() == 2);
}

TEST_CASE("columns are added whole; the first sets the number of rows") {
  Layer layer("pieces", pieces_definition(), albers());
  layer.set_geometry(geometries({"POINT(0 0)", "POINT(1 1)"}));
  CHECK(layer.rows() == 2);
  CHECK(texts_of(layer["people"]) == std::vector<std::string>{"null", "null"});
  layer.add("people", column_of(FieldType::real, {1.0, 2.0}));
  layer.add("within_15_min",
            column_of(FieldType::integer, {std::int64_t{3}, {}}));  // whole numbers for reals
  CHECK(layer["within_15_min"].type() == FieldType::real);
  CHECK(layer.fields().back().title == Text{"15分钟内人口", "People within 15 min"});
  CHECK(layer.fields().back().unit == "people");
  layer.add(Field{"a_name", FieldType::text, {"甲名", "A name"}, ""},
            column_of(FieldType::text, {std::string("x"), {}}));
  CHECK(layer.fields().back().title == Text{"甲名", "A name"});
  const std::size_t fields = layer.fields().size();
  layer.add("people", column_of(FieldType::real, {8.0, 9.0}));
  CHECK(layer.fields().size() == fields);
  CHECK(layer["people"].number(1) == 9);
  CHECK_THROWS_AS(layer.add("peple", column_of(FieldType::real, {8.0, 9.0})), Error);
  CHECK_THROWS_AS(layer.add("people", column_of(FieldType::text, {std::string("x"), {}})), Error);

  Layer columns_first("pieces", pieces_definition(), albers());
  columns_first.add("people", column_of(FieldType::real, {1.0, 2.0}));
  CHECK(columns_first.rows() == 2);
  CHECK(columns_first.geometry().is_null(0));
  columns_first.set_geometry(geometries({"POINT(0 0)", "POINT(1 1)"}));
  CHECK(columns_first.geometry().envelope(1).min_x == 1);
}

TEST_CASE("rows are taken in the order given") {
  Layer layer("pieces", pieces_definition(), albers());
  for (const char* key : {"a", "b", "c"})
    layer.append(parse_wkt("POINT(" + std::to_string(key[0]) + " 0)"), {{"piece_id", std::string(key)}});
  const std::vector<std::uint32_t> rows{2, 0, 2};
  const Layer taken = layer.take(rows);
  CHECK(texts_of(taken.key()) == std::vector<std::string>{"c", "a", "c"});
  CHECK(taken.geometry().envelope(0).min_x == 'c');
  CHECK(layer.take({}).rows() == 0);
  CHECK(layer.take({}).fields().size() == layer.fields().size());
}

TEST_CASE("a layer under another definition keeps its columns") {
  Layer layer("pieces", pieces_definition(), albers());
  layer.append(parse_wkt("POINT(1 2)"), {{"piece_id", std::string("a")}, {"count", std::int64_t{4}}});
  layer.add(Field{"own", FieldType::text, {}, ""}, column_of(FieldType::text, {std::string("kept")}));
  const LayerDefinition other = parse_layer_definition(
      "o.yaml",
      "name: o\nrole: output\ntitle: {zh: 其他, en: Other}\ngeometry: [point]\nkey: piece_id\nfields:\n"
      "  - {name: piece_id, type: text, title: {zh: 图斑, en: Piece}}\n"
      "  - {name: count, type: real, title: {zh: 数, en: Number}, unit: people}\n"
      "  - {name: fresh, type: date, title: {zh: 日, en: Day}}\n");
  const Layer seen = layer.as("other", other);
  CHECK(seen.name() == "other");
  CHECK(seen.rows() == 1);
  CHECK(seen["count"].type() == FieldType::real);
  CHECK(seen["count"].number(0) == 4);
  CHECK(seen.fields()[1].unit == "people");
  CHECK(seen["fresh"].is_null(0));
  CHECK(seen["own"].text(0) == "kept");
  CHECK(seen.geometry().envelope(0).min_x == 1);
  const LayerDefinition* table = find_layer_definition("transfers");
  CHECK_FALSE(layer.as("table", *table).spatial());
  CHECK_THROWS_AS(Layer("t", *table, std::nullopt).as("spatial", pieces_definition()), Error);
}

TEST_CASE("keys are ordered by value or by bytes, nulls first, equal ones as they come") {
  Layer texts("pieces", pieces_definition(), albers());
  for (const char* key : {"10", "9", "京", "B", "a", "9"})
    texts.append(Wkb{}, {{"piece_id", std::string(key)}});
  texts.append(Wkb{}, {});
  CHECK(rows_by_key(texts) == std::vector<std::uint32_t>{6, 0, 1, 5, 3, 4, 2});

  const LayerDefinition numbered = parse_layer_definition(
      "n.yaml",
      "name: n\nrole: input\ntitle: {zh: 数, en: N}\ngeometry: []\nkey: n\nprovenance: false\n"
      "fields: [{name: n, type: integer, title: {zh: 数, en: N}}]\n");
  Layer numbers("n", numbered, std::nullopt);
  for (const std::int64_t n : {10, 9, -3, 100}) numbers.append({{"n", n}});
  CHECK(rows_by_key(numbers) == std::vector<std::uint32_t>{2, 1, 0, 3});
}
