#include "layer/prepare.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "geometry/repair.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

namespace {

Preparation preparation(const char* definition) {
  Preparation how;
  how.name = "my_zones";
  how.definition = find_layer_definition(definition);
  how.precision = Length{0.001};
  return how;
}

Prepared prepared(const RawLayer& raw, const Preparation& how, int threads = 1) {
  Context context;
  context.set_threads(threads);
  return prepare(raw, how, albers(), context);
}

/// Zones row by row, one fault in each, around good ones.
RawLayer planted() {
  struct Row {
    Value id, name, kind, strength, functional, confidence;
    std::string wkt;
  };
  const Value n = std::string("密云水库"), reservoir = std::string("reservoir"),
              strict = std::string("prohibited");
  const auto text = [](const char* value) { return Value(std::string(value)); };
  const std::vector<Row> rows{
      {text("Z9"), n, reservoir, strict, text("否"), text("A"), box(0, 0, 10, 10)},                 // 1 good
      {text("Z2"), n, reservoir, strict, {}, text("A"), "POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))"},  // 2
      {text("Z3"), n, reservoir, strict, {}, text("A"), ""},                                        // 3
      {text("Z4"), n, reservoir, strict, {}, text("A"), "POLYGON EMPTY"},                           // 4
      {text("Z5"), n, reservoir, strict, {}, text("A"), "POINT(5 5)"},                              // 5
      {{}, n, reservoir, strict, {}, text("A"), box(60, 0, 61, 1)},                                 // 6
      {text("Z9"), text("官厅水库"), reservoir, strict, {}, text("A"), box(70, 0, 71, 1)},          // 7
      {text("Z8"), {}, reservoir, strict, {}, text("A"), box(80, 0, 81, 1)},                        // 8
      {text("Y9"), n, text("resevoir"), strict, {}, text("A"), box(90, 0, 91, 1)},                  // 9
      {text("Z10"), n, reservoir, strict, text("maybe"), text("A"), box(100, 0, 101, 1)},           // 10
      {text("Z11"), text("\xb0\xd7\xd1\xf3"), reservoir, strict, {}, text("A"), box(110, 0, 111, 1)},  // 11
      {text("Z12"), n, reservoir, strict, text("1"), text("A"), box(120, 0, 121, 1)},                  // 12
      {text("Z13"), n, reservoir, text("限制"), {}, text("D"), box(130, 0, 131, 1)},                   // 13
      {text("Z14"), Value(std::string(5000, 'x')), reservoir, strict, {}, {}, box(140, 0, 141, 1)}};   // 14
  RawLayer raw;
  const auto add = [&](const char* name, Value Row::*member) {
    std::vector<Value> values;
    for (const Row& row : rows) values.push_back(row.*member);
    add_field(raw, name, FieldType::text, values);
  };
  add("zone_id", &Row::id), add("name_zh", &Row::name), add("kind", &Row::kind);
  add("control_strength", &Row::strength), add("functional", &Row::functional),
      add("confidence", &Row::confidence);
  add("not_in_the_definition", &Row::name);
  std::vector<std::string> wkts;
  for (const Row& row : rows) wkts.push_back(row.wkt);
  raw.geometry = geometries(wkts);
  raw.crs = albers();
  return raw;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each planted fault gives its issue, none is invented") {
  const Prepared made = prepared(planted(), preparation("conservation_zones"));
  struct Expected {
    const char* kind;
    const char* feature;
    bool kept;
    double x;  // of its place; −1: nowhere
    const char* reason;
  };
  const Expected expected[] = {{"invalid_geometry", "Z2", true, 5, ""},
                               {"null_geometry", "Z3", false, -1, ""},
                               {"empty_geometry", "Z4", false, -1, ""},
                               {"wrong_geometry_type", "Z5", false, 5, "polygons are expected"},
                               {"missing_key", "#6", false, 60, "zone_id"},
                               {"duplicate_key", "Z9", false, 0, "2 features have the zone_id “Z9”"},
                               {"missing_value", "Z8", false, 80, "name_zh is required"},
                               {"not_allowed", "Y9", false, 90, "did you mean “reservoir”"},
                               {"wrong_type", "Z10", true, 100, "“maybe” is neither yes nor no"},
                               {"encoding", "Z11", true, 110, "not valid UTF-8"},
                               {"functional_not_advisory", "Z12", true, 120, "can only be advisory"},
                               {"not_allowed", "Z13", true, 130, "confidence: “D”"},
                               {"too_long", "Z14", true, 140, "longer than 4000"}};
  CHECK(made.issues.size() == std::size(expected));
  for (const Expected& fault : expected) {
    CAPTURE(fault.kind, fault.feature);
    const Issue* found = nullptr;
    for (const Issue& issue : made.issues)
      if (issue.kind == fault.kind && issue.feature == fault.feature) found = &issue;
    REQUIRE(found != nullptr);
    CHECK(found->layer == "my_zones");
    CHECK(found->severity == (fault.kept ? Severity::warning : Severity::error));
    CHECK(contains(found->action.en, fault.kept ? "the feature is kept" : "set aside"));
    CHECK_FALSE(found->action.zh.empty());
    CHECK_FALSE(found->reason.zh.empty());
    CHECK(contains(found->reason.en, fault.reason));
    if (fault.x < 0)
      CHECK(found->geometry.empty());
    else
      CHECK(envelope_of(found->geometry).min_x == fault.x);
  }
}

TEST_CASE("what is kept holds to the definition") {
  const Prepared made = prepared(planted(), preparation("conservation_zones"));
  const Layer& layer = made.layer;
  CHECK(layer.name() == "my_zones");
  CHECK(layer.crs().same_as(albers()));
  CHECK(texts_of(layer.key()) == Strings{"Z10", "Z11", "Z12", "Z13", "Z14", "Z2", "Z9"});
  // of the two Z9, 官厅水库 sorts before 密云水库 (U+5B98 < U+5BC6)
  CHECK(layer["name_zh"].text(6) == "官厅水库");
  CHECK(texts_of(layer["control_strength"]) == Strings{"prohibited", "prohibited", "advisory", "restricted",
                                                       "prohibited", "prohibited", "prohibited"});
  CHECK(layer["functional"].type() == FieldType::boolean);
  CHECK(texts_of(layer["functional"]) == Strings{"null", "null", "true", "null", "null", "null", "null"});
  CHECK(texts_of(layer["confidence"]) == Strings{"A", "A", "A", "null", "null", "A", "A"});
  CHECK(layer["synthetic"].is_null(0));
  CHECK_FALSE(layer.has("not_in_the_definition"));
  CHECK(layer.fields().size() == layer.definition().fields.size());
  for (std::size_t row = 0; row < layer.rows(); ++row) CHECK(is_valid(layer.geometry().wkb(row)));
}

TEST_CASE("ranges and units of numbers") {
  RawLayer raw;
  add_field(raw, "cell_id", FieldType::integer, {std::int64_t{3}, std::int64_t{1}, std::int64_t{2}});
  add_field(raw, "people_wan", FieldType::text,
            {std::string("0.5"), std::string("-1"), std::string("1,000")});
  raw.geometry = geometries({"POINT(1 1)", "POINT(2 2)", "POINT(3 3)"});
  raw.crs = albers();
  Preparation how = preparation("population");
  how.fields = {{"people", {"people_wan", "万人"}}};
  const Prepared made = prepared(raw, how);
  CHECK(texts_of(made.layer.key()) == Strings{"2", "3"});  // codes held as numbers
  CHECK(made.layer["people"].number(0) == 10000000);
  CHECK(made.layer["people"].number(1) == 5000);
  REQUIRE(made.issues.size() == 1);
  CHECK(made.issues[0].kind == "out_of_range");
  CHECK(made.issues[0].feature == "1");
}

TEST_CASE("limits are errors of their kind") {
  Preparation how = preparation("conservation_zones");
  how.most_features = 13;
  CHECK(contains(message_of(ErrorKind::limit, [&] { prepared(planted(), how); }),
                 "has 14 features, more than the limit of 13"));
  how.most_features = 14;
  how.most_issues = 12;
  CHECK(contains(message_of(ErrorKind::limit, [&] { prepared(planted(), how); }), "13 problems in its data"));
  how.most_issues = 13;
  CHECK(prepared(planted(), how).layer.rows() == 7);
}

TEST_CASE("tables, empty layers and layers of any kind") {
  SECTION("a table needs no CRS and leaves geometry out") {
    RawLayer raw;
    add_field(raw, "transfer_id", FieldType::text, {std::string("t1")});
    add_field(raw, "from_station_id", FieldType::text, {std::string("a")});
    add_field(raw, "to_station_id", FieldType::text, {std::string("b")});
    add_field(raw, "time_min", FieldType::text, {std::string("4.5")});
    raw.geometry = geometries({"POINT(1 1)"});
    const Prepared made = prepared(raw, preparation("transfers"));
    CHECK_FALSE(made.layer.spatial());
    CHECK(made.layer["time_min"].number(0) == 4.5);
    CHECK(made.issues.empty());
  }
  SECTION("a layer without features is a layer") {
    RawLayer raw = planted();
    for (Column& column : raw.columns) column = Column(column.type());
    raw.geometry = GeometryColumn{};
    raw.rows = 0;
    const Prepared made = prepared(raw, preparation("conservation_zones"));
    CHECK(made.layer.rows() == 0);
    CHECK(made.layer.spatial());
    CHECK(made.issues.empty());
  }
  SECTION("any keeps all fields and finds its key") {
    RawLayer raw;
    add_field(raw, "name", FieldType::text, {std::string("b"), std::string(" a ")});
    add_field(raw, "shop_code", FieldType::integer, {std::int64_t{7}, std::int64_t{5}});
    add_field(raw, "synthetic", FieldType::integer, {std::int64_t{1}, std::int64_t{0}});
    raw.geometry = geometries({"POINT(1 1)", "LINESTRING(0 0, 1 1)"});
    raw.crs = albers();
    const Prepared made = prepared(raw, preparation("any"));
    CHECK(made.layer.definition().key == "shop_code");
    CHECK(texts_of(made.layer.key()) == Strings{"5", "7"});
    CHECK(texts_of(made.layer["name"]) == Strings{"a", "b"});
    CHECK(made.layer["synthetic"].type() == FieldType::boolean);
    CHECK_FALSE(made.layer.has("confidence"));
    CHECK(kind_of(made.layer.geometry().wkb(0)) == GeometryKind::line);
    CHECK(made.issues.empty());
  }
  SECTION("any without a key counts its rows, a table too") {
    RawLayer raw;
    add_field(raw, "name", FieldType::text, {std::string("b"), std::string("a")});
    const Prepared made = prepared(raw, preparation("any"));
    CHECK_FALSE(made.layer.spatial());
    CHECK(made.layer.definition().key == "row_number");
    CHECK(texts_of(made.layer.key()) == Strings{"1", "2"});
    CHECK(texts_of(made.layer["name"]) == Strings{"b", "a"});
  }
}

TEST_CASE("10,000 random features give the same layer in any order, on any number of threads") {
  std::mt19937 random(2024);
  constexpr std::size_t count = 10000;
  std::vector<Value> ids, names, people, codes;
  std::vector<std::string> wkts;
  for (std::size_t i = 0; i < count; ++i) {
    const auto chance = random() % 100;
    ids.emplace_back("c" + std::to_string(random() % (count * 2)));  // some twice
    const int number = static_cast<int>(random() % 3000);
    people.push_back(chance < 3 ? Value(std::string("many"))
                                : Value(std::to_string(number - (chance < 6 ? 3000 : 0))));
    codes.push_back(chance < 9 ? Value{} : Value(std::to_string(110101 + random() % 20)));
    const double x = static_cast<double>(random() % 100000), y = static_cast<double>(random() % 100000);
    wkts.push_back(chance == 50   ? std::string()
                   : chance == 51 ? jingwei::format("LINESTRING({0} {1},{1} {0})", x, y + 0.5)
                   : chance < 60 ? jingwei::format("POLYGON(({0} {1},{2} {3},{2} {1},{0} {3},{0} {1}))", x, y,
                                                   x + 9, y + 9)
                                 : box(x, y, x + 10, y + 10));
  }
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  const auto source = [&] {
    RawLayer raw;
    const auto add = [&](const char* name, const std::vector<Value>& values) {
      std::vector<Value> ordered;
      for (const auto i : order) ordered.push_back(values[i]);
      add_field(raw, name, FieldType::text, ordered);
    };
    add("cell_id", ids), add("people", people), add("unit_code", codes);
    std::vector<std::string> ordered;
    for (const auto i : order) ordered.push_back(wkts[i]);
    raw.geometry = geometries(ordered);
    raw.crs = albers();
    return raw;
  };
  const Prepared first = prepared(source(), preparation("population"));
  std::shuffle(order.begin(), order.end(), random);
  const Prepared second = prepared(source(), preparation("population"), 4);

  CHECK(first.layer.rows() > count / 2);
  CHECK(first.layer.rows() < count);
  CHECK(texts_of(first.layer.key()) == texts_of(second.layer.key()));
  const auto by_key = rows_by_key(first.layer);
  CHECK(std::is_sorted(by_key.begin(), by_key.end()));
  for (const Field& field : first.layer.fields())
    CHECK(texts_of(first.layer[field.name]) == texts_of(second.layer[field.name]));
  bool same_geometry = first.layer.rows() == second.layer.rows();
  for (std::size_t row = 0; same_geometry && row < first.layer.rows(); ++row) {
    const Wkb a = first.layer.geometry().wkb(row), b = second.layer.geometry().wkb(row);
    same_geometry = std::equal(a.begin(), a.end(), b.begin(), b.end());
  }
  CHECK(same_geometry);
  // every row is kept or has an issue that says why not
  std::size_t set_aside = 0;
  for (const Issue& issue : first.issues) set_aside += issue.severity == Severity::error ? 1 : 0;
  CHECK(first.layer.rows() + set_aside >= count);
  REQUIRE(first.issues.size() == second.issues.size());
  bool same_issues = true;
  for (std::size_t i = 0; i < first.issues.size(); ++i)
    same_issues = same_issues && first.issues[i].feature == second.issues[i].feature &&
                  first.issues[i].kind == second.issues[i].kind &&
                  first.issues[i].reason == second.issues[i].reason &&
                  first.issues[i].geometry == second.issues[i].geometry;
  CHECK(same_issues);
}
