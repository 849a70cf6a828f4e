#include "layer/issue.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

Issue issue(std::string layer, std::string feature, std::string kind) {
  Issue made;
  made.kind = std::move(kind);
  made.layer = std::move(layer);
  made.feature = std::move(feature);
  made.reason = {"原因", "reason"};
  made.action = {"处理", "action"};
  return made;
}

}  // namespace

TEST_CASE("defects become issues of their features") {
  Layer layer("zones", pieces_definition(), Crs::parse("EPSG:4490"));
  layer.append(parse_wkt("POINT(116 39)"), {{"piece_id", std::string("Z-1")}});
  layer.append(parse_wkt("POINT(116 40)"), {});
  const double nan = std::nan("");
  const std::vector<Defect> defects{
      {0, "invalid_geometry", {"自相交", "Self-intersection"}, Defect::Action::repaired, {116, 39}},
      {1, "empty_geometry", {"空", "empty"}, Defect::Action::dropped, {nan, nan}},
      {0, "odd", {"怪", "odd"}, Defect::Action::kept, {116, 39}}};
  const auto issues = issues_of(defects, layer, albers());
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].severity == Severity::warning);
  CHECK(issues[0].layer == "zones");
  CHECK(issues[0].feature == "Z-1");
  CHECK(issues[0].action.en == "repaired");
  // (116, 39) is the origin of the study's CRS
  REQUIRE_FALSE(issues[0].geometry.empty());
  const Envelope place = envelope_of(issues[0].geometry);
  CHECK(std::abs(place.min_x) < 1e-6);
  CHECK(std::abs(place.min_y) < 1e-6);
  CHECK(issues[1].severity == Severity::error);
  CHECK(issues[1].feature == "#2");
  CHECK(issues[1].geometry.empty());
  CHECK(issues[2].severity == Severity::note);
}

TEST_CASE("issues as a layer, in an order of their own") {
  std::vector<Issue> issues{issue("parks", "b", "duplicate_key"), issue("parks", "a", "too_long"),
                            issue("homes", "z", "missing_key"), issue("parks", "a", "encoding")};
  issues[2].geometry = parse_wkt("POINT(5 6)");
  issues[0].severity = Severity::error;
  const Layer layer = layer_of(issues, albers());
  CHECK(layer.rows() == 4);
  CHECK(texts_of(layer["layer"]) == std::vector<std::string>{"homes", "parks", "parks", "parks"});
  CHECK(texts_of(layer["kind"]) ==
        std::vector<std::string>{"missing_key", "encoding", "too_long", "duplicate_key"});
  CHECK(texts_of(layer.key()) == std::vector<std::string>{"1", "2", "3", "4"});
  CHECK(texts_of(layer["severity"]) == std::vector<std::string>{"warning", "warning", "warning", "error"});
  CHECK(layer["message_zh"].text(0) == "原因");
  CHECK(layer["action_en"].text(0) == "action");
  CHECK(layer.geometry().envelope(0).min_y == 6);
  CHECK(layer.geometry().is_null(1));

  std::vector<Issue> reversed(issues.rbegin(), issues.rend());
  CHECK(texts_of(layer_of(reversed, albers())["kind"]) == texts_of(layer["kind"]));
  CHECK(layer_of({}, albers()).rows() == 0);
}

TEST_CASE("an issue of a line or a polygon is a point on it") {
  std::vector<Issue> issues{issue("a", "1", "k"), issue("b", "1", "k"), issue("c", "1", "k"),
                            issue("d", "1", "k")};
  issues[0].geometry = parse_wkt("LINESTRING(0 0,10 0)");
  // the centroid of the L lies outside it
  issues[1].geometry = parse_wkt("POLYGON((0 0,10 0,10 1,1 1,1 10,0 10,0 0))");
  issues[2].geometry = parse_wkt("POINT(3 4)");
  const Layer layer = layer_of(issues, albers());
  CHECK(layer.definition().geometry == std::vector{GeometryForm::point});
  CHECK(texts_of(layer["form"]) == std::vector<std::string>{"line", "polygon", "point", "null"});
  for (std::size_t row = 0; row < 3; ++row) CHECK(kind_of(layer.geometry().wkb(row)) == GeometryKind::point);
  CHECK(layer.geometry().envelope(0).min_y == 0);
  const Point inside = points_of(layer.geometry().wkb(1)).front();
  CHECK((inside.x > 0 && inside.y > 0 && (inside.x < 1 || inside.y < 1)));
  CHECK(points_of(layer.geometry().wkb(2)).front().x == 3);
  CHECK(layer.geometry().is_null(3));
}
