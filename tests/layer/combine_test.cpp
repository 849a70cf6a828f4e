#include "layer/combine.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "geometry/measure.hpp"
#include "layer/provenance.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
using Strings = std::vector<std::string>;

struct Row {
  std::string key, wkt;
  Value name, people, count, area, within;
  char confidence = 0;
  double weight = 0, synthetic = 0;
};

/// A source whose rows add any confidence and synthetic share to a result row.
Provenance provenance_of(const Row& row) {
  Layer source("source", pieces_definition(), albers());
  source.append(Wkb{},
                {{"confidence_min", row.confidence != 0 ? Value(std::string(1, row.confidence)) : Value{}},
                 {"synthetic_pct", row.weight > 0 ? 100 * row.synthetic / row.weight : 0.0}});
  Provenance provenance;
  provenance.add(source, 0, row.weight);
  return provenance;
}

Layer part(const std::vector<Row>& rows, const std::string& family = "within_15_min") {
  Layer layer("by_unit", pieces_definition(), albers());
  Column within(FieldType::real);
  std::vector<Provenance> provenance;
  for (const Row& row : rows) {
    layer.append(row.wkt.empty() ? std::vector<std::uint8_t>{} : parse_wkt(row.wkt),
                 {{"piece_id", row.key.empty() ? Value{} : Value(row.key)},
                  {"name_zh", row.name},
                  {"people", row.people},
                  {"count", row.count},
                  {"area_m2", row.area}});
    within.append(row.within);
    provenance.push_back(provenance_of(row));
  }
  if (!family.empty()) layer.add(family, within);
  set_provenance(layer, provenance);
  return layer;
}

Layer combined(std::vector<Layer> parts, Combine::Kind kind) {
  Context context;
  return combine(std::move(parts), Combine{kind}, grid, context);
}

Value text(const char* value) {
  return std::string(value);
}
Value whole(std::int64_t value) {
  return value;
}

}  // namespace

TEST_CASE("owned rows are put together in the order of their keys") {
  const Layer a = part({{"d", "POINT(4 0)", text("丁"), 4.0, whole(1), 40.0, {}, 'A', 10, 5}});
  const Layer b =
      part({{"b", "POINT(2 0)", text("乙"), 2.0, whole(1), 20.0, 3.0}, {"a", "POINT(1 0)"}}, "within_30_min");
  for (const auto& parts : {std::vector{a, b}, std::vector{b, a}}) {
    const Layer made = combined(parts, Combine::Kind::owned);
    CHECK(texts_of(made.key()) == Strings{"a", "b", "d"});
    CHECK(texts_of(made["area_m2"]) == Strings{"null", "20", "40"});  // they are whole: finish fields stay
    CHECK(texts_of(made["within_15_min"]) == Strings{"null", "null", "null"});
    CHECK(texts_of(made["within_30_min"]) == Strings{"null", "3", "null"});
    CHECK(made.geometry().envelope(2).min_x == 4);
    CHECK(made["confidence_min"].text(2) == "A");
    CHECK(made["synthetic_pct"].number(2) == 50);
    CHECK_FALSE(made.has("provenance_weight"));
    CHECK_FALSE(made.has("synthetic_weight"));
  }
  CHECK(contains(message_of(ErrorKind::failed,
                            [&] {
                              combined({a, a}, Combine::Kind::owned);
                            }),
                 "layer “by_unit”: 2 rows have the key “d”"));
}

TEST_CASE("rows of one key are summed field by field") {
  // county u lies in three windows, v in one
  const std::string county = box(0, 0, 10, 10);
  const std::vector<Layer> parts{part({{"u", county, {}, 0.1, whole(1), 9.0, 1.0, 'A', 300, 0},
                                       {"v", box(20, 0, 30, 10), text("乙"), {}, {}, 1.0}}),
                                 part({{"u", county, text("甲"), 0.2, whole(2), 9.0, {}, 'C', 100, 100}}),
                                 part({{"u", county, text("甲"), 0.3, {}, 9.0, 5.0, 'B', 100, 25}})};
  std::vector<std::size_t> order{0, 1, 2};
  std::optional<Layer> earlier;
  do {
    const Layer made =
        combined({parts[order[0]], parts[order[1]], parts[order[2]]}, Combine::Kind::sum_by_key);
    CHECK(texts_of(made.key()) == Strings{"u", "v"});
    CHECK(texts_of(made["name_zh"]) == Strings{"甲", "乙"});
    CHECK(made["people"].number(0) == Approx(0.6));
    CHECK(made["people"].is_null(1));
    CHECK(texts_of(made["count"]) == Strings{"3", "null"});
    CHECK(texts_of(made["area_m2"]) == Strings{"null", "null"});  // to be finished
    CHECK(texts_of(made["within_15_min"]) == Strings{"6", "null"});
    CHECK(texts_of(made["confidence_min"]) == Strings{"C", "null"});
    CHECK(made["synthetic_pct"].number(0) == 25);  // (0 + 100 + 25) of 500
    CHECK(made["synthetic_pct"].is_null(1));       // nothing went in
    CHECK(made.geometry().envelope(0) == Envelope{0, 0, 10, 10});
    if (earlier) CHECK((*earlier)["people"].number(0) == made["people"].number(0));  // to the last bit
    earlier = made;
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("pieces cut at a border become whole again") {
  // an L of 300 + 100 cut at x = 10, x = 20 and y = 10; and a piece that lies in one window
  const std::vector<Layer> cut{part({{"L", box(0, 0, 10, 10), text("甲"), 1.0}, {"Q", box(50, 0, 60, 10)}}),
                               part({{"L", box(10, 0, 20, 10), text("甲"), 2.0}}),
                               part({{"L", box(20, 0, 30, 10), text("甲"), 3.0}}),
                               part({{"L", box(0, 10, 10, 20), text("甲"), 4.0}})};
  const std::vector<Layer> one{
      part({{"L", "POLYGON((0 0, 30 0, 30 10, 10 10, 10 20, 0 20, 0 0))", text("甲"), 10.0},
            {"Q", box(50, 0, 60, 10)}})};
  const Layer stitched = combined(cut, Combine::Kind::stitch);
  const Layer single = combined(one, Combine::Kind::stitch);
  Context context;
  for (const Layer* layer : {&stitched, &single}) {
    CHECK(texts_of(layer->key()) == Strings{"L", "Q"});
    CHECK(layer->operator[]("people").number(0) == 10);
    CHECK(polygons_of(layer->geometry().wkb(0)).size() == 1);
    CHECK(areas_m2(layer->geometry(), albers(), context)[0] == Approx(400).epsilon(1e-9));
    CHECK(layer->geometry().envelope(0) == Envelope{0, 0, 30, 20});
    CHECK(areas_m2(layer->geometry(), albers(), context)[1] == Approx(100).epsilon(1e-9));
  }
  const std::vector<Layer> turned(cut.rbegin(), cut.rend());
  const Layer again = combined(turned, Combine::Kind::stitch);
  for (std::size_t row = 0; row < 2; ++row)
    CHECK(to_wkt(again.geometry().wkb(row)) == to_wkt(stitched.geometry().wkb(row)));
}

TEST_CASE("lines cut at a border, null geometry and rows without a key") {
  const Layer made = combined({part({{"r", "LINESTRING(0 0, 10 0)"}, {"n", ""}, {"", "POINT(1 1)"}}),
                               part({{"r", "LINESTRING(10 0, 25 0)"}, {"", "POINT(2 2)"}})},
                              Combine::Kind::stitch);
  CHECK(texts_of(made.key()) == Strings{"null", "null", "n", "r"});  // what has no key is never joined
  CHECK(made.geometry().is_null(2));
  CHECK(made.geometry().envelope(3) == Envelope{0, 0, 25, 0});
  Context context;
  CHECK(lengths_m(made.geometry(), albers(), context)[3] == Approx(25).epsilon(1e-3));
}

TEST_CASE("parts without rows, and fields that the definition does not know") {
  Layer with_own = part({{"a", "POINT(1 1)"}});
  with_own.add(Field{"own", FieldType::integer, {"自有", "Own"}, ""},
               column_of(FieldType::integer, {whole(7)}));
  const Layer made = combined({part({}), with_own, part({{"b", "POINT(2 2)"}})}, Combine::Kind::owned);
  CHECK(made.rows() == 2);
  CHECK(texts_of(made["own"]) == Strings{"7", "null"});
  for (const auto kind : {Combine::Kind::owned, Combine::Kind::sum_by_key, Combine::Kind::stitch}) {
    const Layer none = combined({part({}), part({})}, kind);
    CHECK(none.rows() == 0);
    CHECK(none.spatial());
    CHECK(none.has("within_15_min"));
    CHECK_FALSE(none.has("provenance_weight"));
  }
}

TEST_CASE("tables are combined, and synthetic shares without weights are averaged") {
  const LayerDefinition table =
      parse_layer_definition("t.yaml",
                             "name: t\nrole: output\ntitle: {zh: 表, en: T}\ngeometry: []\nkey: k\nfields:\n"
                             "  - {name: k, type: integer, title: {zh: 键, en: K}}\n"
                             "  - {name: n, type: real, title: {zh: 数, en: N}, combine: sum}\n");
  const auto rows = [&](double synthetic_pct, const char* confidence) {
    Layer layer("t", table, std::nullopt);
    layer.append({{"k", whole(2)},
                  {"n", 1.5},
                  {"synthetic_pct", synthetic_pct},
                  {"confidence_min", text(confidence)}});
    layer.append({{"k", whole(10)}, {"n", 1.0}});
    return layer;
  };
  const Layer made = combined({rows(100, "A"), rows(0, "B")}, Combine::Kind::sum_by_key);
  CHECK(texts_of(made["k"]) == Strings{"2", "10"});
  CHECK(texts_of(made["n"]) == Strings{"3", "2"});
  CHECK(texts_of(made["synthetic_pct"]) == Strings{"50", "null"});
  CHECK(texts_of(made["confidence_min"]) == Strings{"B", "null"});
}

TEST_CASE("sums over many windows do not depend on how the rows were spread") {
  std::mt19937 random(11);
  std::vector<Row> rows;
  for (int i = 0; i < 3000; ++i)
    rows.push_back(
        {"u" + std::to_string(random() % 40), "", {}, static_cast<double>(random()) / 1e3, whole(1)});
  const auto spread = [&](std::size_t windows) {
    std::vector<std::vector<Row>> parts(windows);
    for (const Row& row : rows) parts[random() % windows].push_back(row);
    std::vector<Layer> layers;
    for (const auto& some : parts) layers.push_back(part(some));
    return combined(layers, Combine::Kind::sum_by_key);
  };
  const Layer one = spread(1);
  const Layer many = spread(17);
  std::map<std::string, std::int64_t> counted;
  for (const Row& row : rows) ++counted[row.key];
  REQUIRE(one.rows() == counted.size());
  for (std::size_t row = 0; row < one.rows(); ++row)
    CHECK(one["count"].integer(row) == counted[one.key().text(row)]);
  CHECK(texts_of(one["people"]) == texts_of(many["people"]));
  CHECK(texts_of(one.key()) == texts_of(many.key()));
}
