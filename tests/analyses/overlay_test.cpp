#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

Layer plans() {
  return Rows("plans", "platforms")
      .add(spot(2000, 2000), {{"platform_id", std::string("P")}})
      .add(spot(9000, 9000), {{"platform_id", std::string("Q")}});
}

Layer zones() {
  // Z1 lies over the border of K1 and K2: 1 km in each. Z2 is half outside of K3.
  return Rows("zones", "control_lines")
      .add(box(3000, 1000, 5000, 2000),
           {{"control_line_id", std::string("Z1")}, {"confidence", std::string("C")}, {"synthetic", true}})
      .add(box(11000, 0, 13000, 1000),
           {{"control_line_id", std::string("Z2")}, {"confidence", std::string("A")}, {"synthetic", false}});
}

}  // namespace

TEST_CASE("intersection of three counties with two zones, by hand") {
  const Layer counties = three_counties();
  const Layer lines = zones();
  const Result result = run_every_way("overlay", {{{"input", &counties}, {"overlay", &lines}}, {}});
  const Layer& pieces = result.layer("pieces");
  REQUIRE(pieces.rows() == 3);
  CHECK(number(pieces, "K1|Z1", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(pieces, "K2|Z1", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(number(pieces, "K3|Z2", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(is_null(pieces, "K3|Z2", "length_m"));
  CHECK(text(pieces, "K2|Z1", "input_name_zh") == "乙县");
  CHECK(text(pieces, "K2|Z1", "overlay_control_line_id") == "Z1");
  CHECK_FALSE(pieces.has("input_confidence"));
  CHECK(text(pieces, "K2|Z1", "confidence_min") == "C");
  CHECK(number(pieces, "K2|Z1", "synthetic_pct") == 50);
  CHECK(text(pieces, "K3|Z2", "confidence_min") == "A");
  CHECK(number(pieces, "K3|Z2", "synthetic_pct") == 0);
  CHECK(figure(result, "pieces") == 3);
  CHECK(figure(result, "area_m2") == Approx(3e6).epsilon(1e-5));
  CHECK_FALSE(has_figure(result, "length_m"));  // of polygons only what polygons have
  CHECK(result.certificate.pieces >= 3);
}

TEST_CASE("difference and union keep what only one side covers") {
  const Layer counties = three_counties();
  const Layer lines = zones();
  const Result without = run_every_way("overlay", {{{"input", &counties}, {"overlay", &lines}}, {}},
                                       {{"method", {"difference"}}});
  CHECK(without.layer("pieces").rows() == 3);
  CHECK(number(without.layer("pieces"), "K1|", "area_m2") == Approx(15e6).epsilon(1e-5));
  CHECK(is_null(without.layer("pieces"), "K1|", "overlay_key"));
  CHECK(is_null(without.layer("pieces"), "K1|", "overlay_control_line_id"));

  const Result both =
      run_every_way("overlay", {{{"input", &counties}, {"overlay", &lines}}, {}}, {{"method", {"union"}}});
  // 3 shared, 3 rests of counties, the half of Z2 outside.
  CHECK(both.layer("pieces").rows() == 7);
  CHECK(number(both.layer("pieces"), "|Z2", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(is_null(both.layer("pieces"), "|Z2", "input_key"));
  CHECK(figure(both, "area_m2") == Approx(49e6).epsilon(1e-5));
}

TEST_CASE("the other ways to overlay, by hand") {
  const Layer counties = three_counties();
  const Layer lines = zones();
  const auto overlaid = [&](const char* method) {
    return run_every_way("overlay", {{{"input", &counties}, {"overlay", &lines}}, {}},
                         {{"method", {method}}});
  };
  // Of each county what zones cover, whichever they are.
  const Result clipped = overlaid("clip");
  CHECK(clipped.layer("pieces").rows() == 3);
  CHECK(number(clipped.layer("pieces"), "K2|", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(is_null(clipped.layer("pieces"), "K2|", "overlay_key"));
  CHECK(figure(clipped, "area_m2") == Approx(3e6).epsilon(1e-5));
  const Result cut = overlaid("identity");
  CHECK(cut.layer("pieces").rows() == 6);
  CHECK(figure(cut, "area_m2") == Approx(48e6).epsilon(1e-5));
  const Result apart = overlaid("symmetric-difference");
  CHECK(apart.layer("pieces").rows() == 4);
  CHECK(number(apart.layer("pieces"), "|Z2", "area_m2") == Approx(1e6).epsilon(1e-5));
  CHECK(figure(apart, "area_m2") == Approx(46e6).epsilon(1e-5));
  const Result updated = overlaid("update");
  CHECK(updated.layer("pieces").rows() == 5);
  CHECK(number(updated.layer("pieces"), "|Z2", "area_m2") == Approx(2e6).epsilon(1e-5));
  CHECK(number(updated.layer("pieces"), "K2|", "area_m2") == Approx(15e6).epsilon(1e-5));
  CHECK(figure(updated, "area_m2") == Approx(49e6).epsilon(1e-5));
}

TEST_CASE("lines and points are cut by polygons") {
  const Layer counties = three_counties();
  const Layer roads = streets();
  const Result result = run_every_way("overlay", {{{"input", &roads}, {"overlay", &counties}}, {}});
  const Layer& pieces = result.layer("pieces");
  CHECK(pieces.rows() == 4);
  CHECK(number(pieces, "R1|K2", "length_m") == Approx(4000).epsilon(1e-5));
  CHECK(is_null(pieces, "R1|K2", "area_m2"));
  CHECK(figure(result, "length_m") == Approx(13000).epsilon(1e-5));
  CHECK_FALSE(has_figure(result, "area_m2"));

  const Layer points = plans();
  const Result inside = run_every_way("overlay", {{{"input", &points}, {"overlay", &counties}}, {}});
  CHECK(inside.layer("pieces").rows() == 1);
  CHECK(text(inside.layer("pieces"), "P|K1", "overlay_name_zh") == "甲县");
  const Result outside = run_every_way("overlay", {{{"input", &points}, {"overlay", &counties}}, {}},
                                       {{"method", {"difference"}}});
  CHECK(outside.layer("pieces").rows() == 1);
  CHECK(text(outside.layer("pieces"), "Q|", "input_key") == "Q");
}

TEST_CASE("touching neighbours share nothing") {
  const Layer counties = three_counties();
  const std::uint32_t first[] = {0};
  const std::uint32_t second[] = {1};
  const Layer west = counties.take(first);
  const Layer east = counties.take(second);
  CHECK(run("overlay", {{{"input", &west}, {"overlay", &east}}, {}}).layer("pieces").rows() == 0);
}

TEST_CASE("an empty side leaves the other") {
  const Layer counties = three_counties();
  const Layer none = Rows("zones", "control_lines");
  CHECK(run("overlay", {{{"input", &counties}, {"overlay", &none}}, {}}).layer("pieces").rows() == 0);
  const Result rest =
      run_every_way("overlay", {{{"input", &counties}, {"overlay", &none}}, {}}, {{"method", {"union"}}});
  CHECK(rest.layer("pieces").rows() == 3);
  CHECK(rest.layer("pieces").has("overlay_control_line_id"));
}

TEST_CASE("a union of unlike kinds is refused, and so are layers that mix kinds") {
  const Layer counties = three_counties();
  const Layer roads = streets();
  CHECK_THROWS_WITH(
      run("overlay", {{{"input", &counties}, {"overlay", &roads}}, {}}, {{"method", {"union"}}}),
      Catch::Contains("mix kinds"));
  // Roads cut up by counties are roads; counties cut up by roads would be both.
  CHECK(run("overlay", {{{"input", &roads}, {"overlay", &counties}}, {}}, {{"method", {"identity"}}})
            .layer("pieces")
            .rows() > 0);
  for (const char* method : {"identity", "symmetric-difference", "update"})
    CHECK_THROWS_WITH(
        run("overlay", {{{"input", &counties}, {"overlay", &roads}}, {}}, {{"method", {method}}}),
        Catch::Contains(method));
  const Layer mixed = Rows("green", "green_corridors")
                          .add(box(0, 0, 1, 1), {{"corridor_id", std::string("1")}})
                          .add(line({{0, 0}, {1, 1}}), {{"corridor_id", std::string("2")}});
  CHECK_THROWS_WITH(run("overlay", {{{"input", &mixed}, {"overlay", &counties}}, {}}),
                    Catch::Contains("green"));
}

TEST_CASE("keys that contain the separator stay apart") {
  const Layer a = Rows("a", "control_lines")
                      .add(box(0, 0, 10, 10), {{"control_line_id", std::string("1|2")}})
                      .add(box(0, 0, 10, 10), {{"control_line_id", std::string("1")}});
  const Layer b = Rows("b", "built_up_areas")
                      .add(box(0, 0, 10, 10), {{"built_up_area_id", std::string("3")}})
                      .add(box(0, 0, 10, 10), {{"built_up_area_id", std::string("2|3")}});
  CHECK(run("overlay", {{{"input", &a}, {"overlay", &b}}, {}}).layer("pieces").rows() == 4);
}

TEST_CASE("random boxes: every piece has the area that the rectangles share") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> corner(0, 9000), side(200, 2500);
  struct Box {
    double min_x, min_y, max_x, max_y;
  };
  const auto boxes = [&](Rows& rows, std::string_view key) {
    std::vector<Box> made;
    for (int i = 0; i < 25; ++i) {
      const double x = corner(random);
      const double y = corner(random);
      made.push_back({x, y, x + side(random), y + side(random)});
      rows.add(box(made.back().min_x, made.back().min_y, made.back().max_x, made.back().max_y),
               {{key, std::to_string(i)}});
    }
    return made;
  };
  Rows rows_a("a", "control_lines"), rows_b("b", "built_up_areas");
  const std::vector<Box> a = boxes(rows_a, "control_line_id");
  const std::vector<Box> b = boxes(rows_b, "built_up_area_id");
  const Layer layer_a = rows_a;
  const Layer layer_b = rows_b;
  const Result result = run_every_way("overlay", {{{"input", &layer_a}, {"overlay", &layer_b}}, {}});
  std::size_t expected = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double width = std::min(a[i].max_x, b[j].max_x) - std::max(a[i].min_x, b[j].min_x);
      const double height = std::min(a[i].max_y, b[j].max_y) - std::max(a[i].min_y, b[j].min_y);
      if (width <= 0 || height <= 0) continue;
      ++expected;
      CHECK(number(result.layer("pieces"), std::to_string(i) + "|" + std::to_string(j), "area_m2") ==
            Approx(width * height).epsilon(1e-5));
    }
  CHECK(result.layer("pieces").rows() == expected);
}

TEST_CASE("random lines and polygons: the lengths inside and outside add up to the lines") {
  std::mt19937 random(17);
  std::uniform_real_distribution<double> anywhere(0, 10000);
  Rows line_rows("roads", "roads"), zone_rows("zones", "control_lines");
  for (int i = 0; i < 30; ++i)
    line_rows.add(line({{anywhere(random), anywhere(random)},
                        {anywhere(random), anywhere(random)},
                        {anywhere(random), anywhere(random)}}),
                  {{"road_id", std::to_string(i)}});
  for (int i = 0; i < 4; ++i)  // apart from each other
    zone_rows.add(box(2500 * i + 0.3, 1000.7, 2500 * i + 1700.4, 7777.1),
                  {{"control_line_id", std::to_string(i)}});
  const Layer lines = line_rows;
  const Layer zones_apart = zone_rows;
  const Result inside = run_every_way("overlay", {{{"input", &lines}, {"overlay", &zones_apart}}, {}});
  const Result outside = run_every_way("overlay", {{{"input", &lines}, {"overlay", &zones_apart}}, {}},
                                       {{"method", {"difference"}}});
  CHECK(figure(inside, "length_m") + figure(outside, "length_m") ==
        Approx(size_of(lines.geometry())).epsilon(1e-6));
}
