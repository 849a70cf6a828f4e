#include "layer/result_image.hpp"

#include <random>

#include "layer/layer_hash.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

namespace {

LayerDefinition pieces(const std::string& form = "polygon") {
  return parse_layer_definition("pieces.yaml", std::string(R"(
name: pieces
role: input
title: {zh: 块, en: Pieces}
geometry: [)" + form + R"(]
key: id
fields:
  - {name: id, type: text, required: true, title: {zh: 编号, en: Id}}
  - {name: rank, type: integer, title: {zh: 级, en: Rank}, range: [0, 9]}
  - {name: area_m2, type: real, title: {zh: 面积, en: Area}, unit: m2}
  - {name: open, type: boolean, title: {zh: 开放, en: Open}}
  - {name: opened, type: date, title: {zh: 日期, en: Opened}}
)"));
}

/// Every type, nulls, empty text and geometry, a column of its own, an issue somewhere and one nowhere.
Result sample() {
  Result result;
  Layer areas("areas", pieces(), albers());
  const auto square = parse_wkt(box(0, 0, 1, 1)), empty = parse_wkt("POLYGON EMPTY");
  areas.append(square,
               {{"id", Value{std::string("一")}}, {"rank", Value{std::int64_t{-3}}}, {"open", Value{true}}});
  areas.append(
      empty,
      {{"id", Value{std::string()}}, {"area_m2", Value{0.1}}, {"opened", Value{std::string("2026-01-31")}}});
  areas.append({}, {});
  areas.add({"own", FieldType::real, {"自有", "Own"}, "people"},
            column_of(FieldType::real, {{}, 1e300, -0.0}));
  Layer table("table", pieces(""), std::nullopt);
  table.append({{"id", Value{std::string("t")}}});
  result.layers.emplace_back("areas", areas);
  result.layers.emplace_back("nothing", Layer("nothing", pieces(), albers()));
  result.layers.emplace_back("table", table);
  result.figures = {{"people", 12.5}, {"units", 3}};
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = "unsnapped";
  issue.layer = "areas";
  issue.feature = "#2";
  issue.reason = {"太远", "too far"};
  issue.action = {"略去", "left out"};
  result.issues = {issue, issue};
  result.issues[0].geometry = square;
  result.certificate = {5, 4, 0, 1.5, 1.25, 0.25};
  return result;
}

}  // namespace

TEST_CASE("a result from its image is the same") {
  const Result before = sample();
  const std::string image = result_image(before);
  const auto after = result_of_image(image, albers());
  REQUIRE(after);
  CHECK(result_image(*after) == image);
  REQUIRE(after->layers.size() == before.layers.size());
  for (std::size_t i = 0; i < before.layers.size(); ++i) {
    const Layer &was = before.layers[i].second, &is = after->layers[i].second;
    CHECK(after->layers[i].first == before.layers[i].first);
    CHECK(layer_hash(is) == layer_hash(was));
    CHECK(is.rows() == was.rows());
    CHECK(is.spatial() == was.spatial());
    CHECK(is.definition().fields.size() == was.definition().fields.size());
    CHECK(is.definition().field("rank")->lowest == was.definition().field("rank")->lowest);
    for (const Field& field : was.fields()) CHECK(texts_of(is[field.name]) == texts_of(was[field.name]));
  }
  CHECK(after->layer("areas").crs().same_as(albers()));
  CHECK(after->layer("areas").geometry().is_null(2));
  CHECK(after->layer("areas").geometry().envelope(1).empty());
  CHECK(after->figures[0].name == "people");
  CHECK(after->figures[0].value == 12.5);
  CHECK(after->issues[0].geometry == before.issues[0].geometry);
  CHECK(after->issues[1].reason == before.issues[1].reason);
  CHECK(after->issues[1].severity == Severity::note);
  CHECK(after->certificate.balance() == before.certificate.balance());
}

TEST_CASE("bytes that are no image of a result are refused, not trusted") {
  const std::string image = result_image(sample());
  for (std::size_t length = 0; length < image.size(); ++length)
    CHECK_FALSE(result_of_image(image.substr(0, length), albers()));
  CHECK_FALSE(result_of_image(image + "x", albers()));
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {  // an answer or none, but no crash
    std::string damaged = image;
    for (int bytes = 0; bytes < 3; ++bytes) damaged[random() % damaged.size()] = static_cast<char>(random());
    if (const auto read = result_of_image(damaged, albers())) CHECK(read->layers.size() < image.size());
  }
}

TEST_CASE("the hash of a layer tells apart whatever differs") {
  const Result result = sample();
  const Layer& layer = result.layer("areas");
  std::vector<std::string> hashes{layer_hash(layer)};
  const auto changed = [&](const auto& change) {
    Layer other = layer;
    change(other);
    hashes.push_back(layer_hash(other));
  };
  changed([](Layer& other) { other.set_name("other"); });
  changed([](Layer& other) { other.column("rank").set(0, std::int64_t{3}); });
  changed([](Layer& other) { other.column("rank").set(1, std::int64_t{0}); });
  changed([](Layer& other) { other.column("own").set(0, 0.0); });
  changed([](Layer& other) { other.set_geometry(geometries({box(0, 0, 1, 2), "POLYGON EMPTY", ""})); });
  changed([](Layer& other) { other.add({"own", FieldType::real, {"自有", "Own"}, "m"}, other["own"]); });
  changed([](Layer& other) { other = other.take(std::vector<std::uint32_t>{1, 0, 2}); });
  std::sort(hashes.begin(), hashes.end());
  CHECK(std::unique(hashes.begin(), hashes.end()) == hashes.end());
  LayerHashes known;
  CHECK(known(layer) == layer_hash(layer));
  CHECK(known(layer) == layer_hash(layer));
}
