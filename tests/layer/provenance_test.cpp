#include "layer/provenance.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

const LayerDefinition& input_definition() {
  static const LayerDefinition definition =
      parse_layer_definition("cells.yaml",
                             "name: cells\nrole: input\ntitle: {zh: 格, en: Cells}\ngeometry: []\nkey: id\n"
                             "fields: [{name: id, type: text, title: {zh: 号, en: ID}}]\n");
  return definition;
}

Layer cells() {
  Layer layer("cells", input_definition(), std::nullopt);
  const auto add = [&](const char* id, Value confidence, Value geometry_confidence, Value synthetic) {
    layer.append({{"id", std::string(id)},
                  {"confidence", confidence},
                  {"geometry_confidence", geometry_confidence},
                  {"synthetic", synthetic}});
  };
  add("real", std::string("A"), std::string("B"), false);
  add("made", std::string("A"), std::string("A"), true);
  add("rough", {}, std::string("C"), {});
  add("unknown", {}, {}, {});
  return layer;
}

}  // namespace

TEST_CASE("the worst confidence of what contributed, attributes and geometry") {
  const Layer layer = cells();
  Provenance row;
  CHECK(row.confidence() == 0);
  row.add(layer, 3);
  CHECK(row.confidence() == 0);  // unknown leaves it as it is
  row.add(layer, 1);
  CHECK(row.confidence() == 'A');
  row.add(layer, 0);
  CHECK(row.confidence() == 'B');  // its geometry
  row.add(layer, 2);
  CHECK(row.confidence() == 'C');
  row.add(layer, 1);
  CHECK(row.confidence() == 'C');
  CHECK(row.weight() == 5);
  CHECK(row.synthetic_weight() == 2);
}

TEST_CASE("weights are shares of the summed field") {
  // 300 people of the real cell and 100 of the synthetic one: 25 % synthetic
  const Layer layer = cells();
  Provenance row;
  row.add(layer, 0, 300);
  row.add(layer, 1, 100);
  Provenance other;
  other.add(layer, 1, 200);
  Layer result("pieces", pieces_definition(), albers());
  result.append(Wkb{}, {{"piece_id", std::string("a")}});
  result.append(Wkb{}, {{"piece_id", std::string("b")}});
  result.append(Wkb{}, {{"piece_id", std::string("c")}});
  set_provenance(result, std::vector{row, other, Provenance{}});
  CHECK(texts_of(result["confidence_min"]) == std::vector<std::string>{"B", "A", "null"});
  CHECK(result["synthetic_pct"].number(0) == 25);
  CHECK(result["synthetic_pct"].number(1) == 100);
  CHECK(result["synthetic_pct"].is_null(2));
  CHECK(result["provenance_weight"].number(0) == 400);
  CHECK(result["synthetic_weight"].number(0) == 100);

  SECTION("an earlier result as a source") {
    // 400 of which 25 % are synthetic, and 100 wholly synthetic: (100 + 100) / 500
    Provenance next;
    next.add(result, 0, 400);
    next.add(result, 1, 100);
    CHECK(next.confidence() == 'B');
    CHECK(next.synthetic_weight() == 200);
    CHECK(next.weight() == 500);
    row.add(next);
    CHECK(row.weight() == 900);
    CHECK(row.synthetic_weight() == 300);
    CHECK(row.confidence() == 'B');
  }
}

TEST_CASE("layers without provenance count as unknown and real") {
  const LayerDefinition bare = parse_layer_definition(
      "bare.yaml",
      "name: bare\nrole: input\ntitle: {zh: 裸, en: Bare}\ngeometry: []\nkey: id\nprovenance: false\n"
      "fields: [{name: id, type: text, title: {zh: 号, en: ID}}]\n");
  Layer layer("bare", bare, std::nullopt);
  layer.append({{"id", std::string("x")}});
  Provenance row;
  row.add(layer, 0, 10);
  CHECK(row.confidence() == 0);
  CHECK(row.weight() == 10);
  CHECK(row.synthetic_weight() == 0);
}
