#include "geometry/buffer.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "geometry/geos.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

constexpr double grid = 0.001;

/// The greatest relative error of the true distances of a buffer's border from its source, of vertices and
/// the middles of edges.
double worst_error(const GeometryColumn& source, const GeometryColumn& buffered, const Crs& crs,
                   double distance_m) {
  std::vector<Point> border;
  for (const Rings& rings : polygons_of(buffered.wkb(0)))
    for (const Path& ring : rings)
      for (std::size_t i = 1; i < ring.size(); ++i) {
        border.push_back(ring[i]);
        border.push_back({(ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2});
      }
  Context context = with_threads(2);
  // Of polygons their borders, so that the inside of a negative buffer counts too.
  GeometryColumn edges;
  std::vector<Path> lines = lines_of(source.wkb(0));
  for (const Rings& rings : polygons_of(source.wkb(0))) lines.insert(lines.end(), rings.begin(), rings.end());
  if (lines.empty())
    edges.append(source.wkb(0));
  else
    edges.append(wkb_of_lines(lines));
  double worst = 0;
  for (const Nearest& nearest : nearest(border, edges, crs, Length{2 * std::fabs(distance_m)}, context)) {
    REQUIRE(nearest.row == 0);
    worst = std::max(worst, std::fabs(nearest.distance_m / std::fabs(distance_m) - 1));
  }
  return worst;
}

GeometryColumn buffer_of(const GeometryColumn& source, const Crs& crs, double distance_m,
                         double grid_size = grid) {
  Context context;
  const Length distance{distance_m};
  GeometryColumn buffered = buffer(source, crs, {&distance, 1}, grid_size, context);
  for (std::size_t row = 0; row < buffered.size(); ++row) REQUIRE(is_valid(buffered.wkb(row)));
  return buffered;
}

/// A line that wanders 300 km across the region, from Beijing's north-west to the south.
GeometryColumn long_line() {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> turn(-0.6, 0.6);
  Path path{{-60'000, 130'000}};
  double heading = -1.2;
  for (double length = 0; length < 300'000;) {
    const double step = 1'500 + 1'000 * turn(random);
    heading = std::clamp(heading + turn(random), -2.6, 0.2);
    path.push_back({path.back().x + step * std::cos(heading), path.back().y + step * std::sin(heading)});
    length += step;
  }
  GeometryColumn column;
  column.append(wkb_of_lines({&path, 1}));
  return column;
}

}  // namespace

TEST_CASE("a buffer of a point is a circle of true metres, everywhere in the region") {
  const Crs crs = Crs::parse(regional_albers);
  Context context;
  for (const Point degrees :
       {Point{113.5, 36.1}, Point{119.8, 42.6}, Point{116.4, 39.9}, Point{119.8, 36.1}}) {
    const std::vector<Point> place = project(std::span(&degrees, 1), crs.geographic_base(), crs);
    GeometryColumn source;
    source.append(wkb_of(place[0]));
    for (const double distance_m : {300.0, 2'000.0, 50'000.0}) {
      const GeometryColumn circle = buffer_of(source, crs, distance_m);
      CHECK(worst_error(source, circle, crs, distance_m) < 1e-4);
      // On the ellipsoid a disc is smaller than in the plane by a share of r²·K/12.
      const double expected_m2 =
          std::numbers::pi * distance_m * distance_m * (1 - distance_m * distance_m / 12 / 6.37e6 / 6.37e6);
      CHECK(areas_m2(circle, crs, context)[0] == Approx(expected_m2).epsilon(1e-4));
    }
  }
}

TEST_CASE("a buffer of a line of 300 km keeps its distance and its area") {
  const Crs crs = Crs::parse(regional_albers);
  const GeometryColumn line = long_line();
  Context context;
  CHECK(lengths_m(line, crs, context)[0] > 295'000);
  for (const double distance_m : {500.0, 5'000.0}) {
    const GeometryColumn band = buffer_of(line, crs, distance_m);
    CHECK(polygons_of(band.wkb(0)).size() == 1);
    CHECK(worst_error(line, band, crs, distance_m) < 1e-4);
  }
  // Much wider than any part of the line: its border is some 1,500 km long.
  CHECK(worst_error(line, buffer_of(line, crs, 200'000), crs, 200'000) < 1e-4);
  // A straight one: 2·d·length and a disc.
  const GeometryColumn straight = column_of({"LINESTRING (-150000 -150000, 60000 64000)"});
  const double length_m = lengths_m(straight, crs, context)[0];
  CHECK(worst_error(straight, buffer_of(straight, crs, 3'000), crs, 3'000) < 1e-4);
  CHECK(areas_m2(buffer_of(straight, crs, 3'000), crs, context)[0] ==
        Approx(2 * 3'000 * length_m + std::numbers::pi * 3'000 * 3'000).epsilon(1e-4));
}

TEST_CASE("buffers of polygons go out and in by the same true distance") {
  const Crs crs = Crs::parse(regional_albers);
  std::mt19937 random(5);
  const Rings shape = star(random, {120'000, -180'000}, 40'000, 60);
  GeometryColumn polygon;
  polygon.append(wkb_of_polygons({&shape, 1}));
  for (const double distance_m : {800.0, -800.0, 6'000.0, -3'000.0}) {
    const GeometryColumn buffered = buffer_of(polygon, crs, distance_m);
    INFO(distance_m);
    CHECK(worst_error(polygon, buffered, crs, distance_m) < 1e-4);
    CHECK((planar_area(buffered.wkb(0)) > planar_area(polygon.wkb(0))) == (distance_m > 0));
  }
  const GeometryColumn holed =
      column_of({"POLYGON ((0 0, 9000 0, 9000 9000, 0 9000, 0 0), (3000 3000, 6000 3000, 6000 6000, 3000 "
                 "6000, 3000 3000))"});
  Context context;
  const double pi = std::numbers::pi;
  CHECK(areas_m2(buffer_of(holed, crs, 1'000), crs, context)[0] ==
        Approx((81 + 4 * 9 + pi - 1) * 1e6).epsilon(1e-4));
  // Its borders are 28 km, 12 km and a circle long: what 0.01 % of the distance changes.
  CHECK(areas_m2(buffer_of(holed, crs, -1'000), crs, context)[0] ==
        Approx((49 - (9 + 4 * 3 + pi)) * 1e6).margin(0.1 * (28'000 + 12'000 + 2 * pi * 1'000)));
}

TEST_CASE("buffers in degrees and in Gauss–Krüger have true distances too") {
  const GeometryColumn degrees = column_of({"LINESTRING (116 39, 116.4 39.6, 117.1 39.7)"});
  const Crs cgcs2000 = Crs::parse("EPSG:4490");
  CHECK(worst_error(degrees, buffer_of(degrees, cgcs2000, 2'000, 1e-8), cgcs2000, 2'000) < 1e-4);
  const Crs gauss = Crs::parse("EPSG:4547");
  Context context;
  const GeometryColumn far = project(degrees, cgcs2000, gauss, 1_mm, context).geometry;
  CHECK(worst_error(far, buffer_of(far, gauss, 2'000), gauss, 2'000) < 1e-4);
}

TEST_CASE("buffers of nothing, of zero and of too much are decided") {
  const Crs crs = Crs::parse(regional_albers);
  Context context;
  const GeometryColumn rows = column_of({"", "POLYGON EMPTY", "POINT (1 2)", "LINESTRING (0 0, 10 0)",
                                         "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                                         "GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 5 0))"});
  const Length zero{0};
  const GeometryColumn same_rows = buffer(rows, crs, {&zero, 1}, grid, context);
  const GeometryColumn smaller = buffer_of(rows, crs, -6);
  REQUIRE(same_rows.size() == rows.size());
  for (const std::size_t row : {0, 1, 2, 3, 5}) {
    CHECK(same_rows.is_null(row));
    CHECK(smaller.is_null(row));
  }
  CHECK(planar_area(same_rows.wkb(4)) == Approx(100));
  CHECK(smaller.is_null(4));
  const GeometryColumn larger = buffer_of(rows, crs, 6);
  CHECK((larger.is_null(0) && larger.is_null(1)));
  CHECK(planar_area(larger.wkb(5)) == Approx(2 * 6 * 5 + std::numbers::pi * 36).epsilon(1e-3));

  const std::vector<Length> each{{1}, {1}, {1}, {2}, {3}, {4}};
  const GeometryColumn by_row = buffer(rows, crs, each, grid, context);
  CHECK(planar_area(by_row.wkb(3)) == Approx(2 * 2 * 10 + std::numbers::pi * 4).epsilon(1e-3));
  const std::vector<Length> wrong(2);
  CHECK_THROWS_AS(buffer(rows, crs, wrong, grid, context), Error);
  const Length nan{std::nan("")};
  CHECK_THROWS_AS(buffer(rows, crs, {&nan, 1}, grid, context), Error);
}

TEST_CASE("a buffer does not depend on the number of threads") {
  const Crs crs = Crs::parse(regional_albers);
  const GeometryColumn rows = stars(3, 40, 100'000, 3'000, 12);
  const Length distance = 700_m;
  Context one = with_threads(1);
  Context four = with_threads(4);
  CHECK(same(buffer(rows, crs, {&distance, 1}, grid, one), buffer(rows, crs, {&distance, 1}, grid, four)));
}

TEST_CASE("the joined buffer of groups is the dissolve of the rows' buffers") {
  const Crs crs = Crs::parse(regional_albers);
  Context one = with_threads(1);
  Context four = with_threads(4);
  GeometryColumn rows = column_of({"POINT (0 0)", "LINESTRING (0 0, 900 50, 1200 900)", "",
                                   "POLYGON ((500 500, 900 500, 900 900, 500 900, 500 500))",
                                   "LINESTRING (-500 300, 2000 300)", "POINT (5000 0)"});
  const std::vector<std::uint32_t> groups{0, 0, 0, 2, 2, no_row};
  for (const double distance : {0.0, 100.0, -50.0}) {
    const Length length{distance};
    const GeometryColumn joined = dissolved_buffer(rows, crs, {&length, 1}, groups, 3, grid, four);
    CHECK(same(joined, dissolved_buffer(rows, crs, {&length, 1}, groups, 3, grid, one)));
    const GeometryColumn expected =
        dissolve(buffer(rows, crs, {&length, 1}, grid, one), groups, 3, grid, one);
    REQUIRE(joined.size() == 3);
    for (std::size_t group = 0; group < 3; ++group) {
      CHECK(joined.is_null(group) == expected.is_null(group));
      CHECK(planar_area(joined.wkb(group)) == Approx(planar_area(expected.wkb(group))).epsilon(1e-6));
    }
  }
}

TEST_CASE("flat, square and one-sided buffers of lines have true distances, over parts too") {
  const Crs crs = Crs::parse(regional_albers);
  Context context;
  const Length distance{200};
  const GeometryColumn line = column_of({"LINESTRING (0 0, 120000 1000, 130000 90000)"});
  const double length = lengths_m(line, crs, context)[0];
  const auto area = [&](BufferStyle style) {
    const GeometryColumn buffered = buffer(line, crs, {&distance, 1}, grid, context, style);
    CHECK(is_valid(buffered.wkb(0)));
    return areas_m2(buffered, crs, context)[0];
  };
  const double flat = area({LineCap::flat});
  // On the inner side of the turn its two bands overlap.
  const double turn = std::atan2(89'000, 10'000) - std::atan2(1'000, 120'000);
  const double overlap = 200 * 200 * (std::tan(turn / 2) - turn / 2);
  CHECK(flat == Approx(400 * length - overlap).epsilon(1e-4));
  CHECK(area({LineCap::square}) - flat == Approx(2 * 400 * 200).epsilon(0.01));
  CHECK(area({}) - flat == Approx(std::numbers::pi * 200 * 200).epsilon(0.01));
  CHECK(area({LineCap::flat, BufferSide::left}) + area({LineCap::round, BufferSide::right}) ==
        Approx(flat).epsilon(1e-5));
}

TEST_CASE("rounding opens no slit between the pieces of lines that wander and cross") {
  // Everything on the border is as far from the lines as it should be: a slit's border would be nearer.
  std::mt19937 random(31);
  std::uniform_real_distribution<double> anywhere(0, 300), turn(-0.5, 0.5), step(0.05, 12);
  for (const char* name : {"EPSG:4548", "EPSG:3857"}) {
    const Crs crs = Crs::parse(name);
    const Point corner = project(std::vector{Point{117, 40}}, crs.geographic_base(), crs)[0];
    std::vector<Path> lines;
    for (int n = 0; n < 12; ++n) {
      Point at{corner.x + anywhere(random), corner.y + anywhere(random)};
      double heading = 4 * turn(random);
      Path& line = lines.emplace_back();
      for (int k = 0; k < 80; ++k) {
        line.push_back(at);
        heading += k % 20 == 19 ? 5 * turn(random) : turn(random);
        const double length = step(random);
        at = {at.x + length * std::cos(heading), at.y + length * std::sin(heading)};
      }
    }
    GeometryColumn source;
    source.append(wkb_of_lines(lines));
    for (const double distance_m : {0.3, 1.3, 5.0, 20.0}) {
      INFO(name << " " << distance_m);
      const GeometryColumn buffered = buffer_of(source, crs, distance_m);
      // A hundredth of a percent, half a cell's diagonal and half a cell for what is followed.
      CHECK(worst_error(source, buffered, crs, distance_m) * distance_m < 1e-4 * distance_m + 0.0013);
    }
  }
}

TEST_CASE("one-sided buffers end at their distance, along the line and at its ends") {
  const Crs crs = Crs::parse("EPSG:4548");
  Context context;
  const Length distance{12};
  std::mt19937 random(6);
  std::uniform_real_distribution<double> turn(-0.4, 0.4), step(30, 60);
  for (int n = 0; n < 8; ++n) {
    Path path{{500'000, 4'400'000}};
    double heading = 0;
    for (int k = 0; k < 12; ++k) {
      heading += turn(random);
      const double length = step(random);
      path.push_back(
          {path.back().x + length * std::cos(heading), path.back().y + length * std::sin(heading)});
    }
    GeometryColumn line;
    line.append(wkb_of_lines({&path, 1}));
    for (const BufferSide side : {BufferSide::left, BufferSide::right}) {
      const GeometryColumn buffered = buffer(line, crs, {&distance, 1}, grid, context, {LineCap::flat, side});
      REQUIRE(is_valid(buffered.wkb(0)));
      std::vector<Point> border;
      for (const Rings& rings : polygons_of(buffered.wkb(0)))
        for (const Path& ring : rings) border.insert(border.end(), ring.begin(), ring.end());
      // Corners lie on the line, at the distance from it, or on an end of it that is cut off straight.
      std::size_t far = 0;
      for (const Nearest& place : nearest(border, line, crs, Length{20}, context)) {
        CHECK(place.distance_m < 12 * (1 + 1e-4) + 0.0013);
        if (place.distance_m > 0.003) {
          CHECK(place.distance_m > 12 * (1 - 1e-4) - 0.0013);
          ++far;
        }
      }
      CHECK(far > path.size());
    }
  }
}

TEST_CASE("many crossing buffers joined are GEOS' union of them, whatever order and threads are") {
  const Crs crs = Crs::parse("EPSG:4548");
  Context one = with_threads(1);
  Context four = with_threads(4);
  std::mt19937 random(41);
  std::uniform_real_distribution<double> anywhere(0, 2'700), turn(-0.3, 0.3), step(10, 30);
  GeometryColumn lines;
  for (int n = 0; n < 200; ++n) {
    Path path{{500'000 + anywhere(random), 4'400'000 + anywhere(random)}};
    double heading = 20 * turn(random);
    for (int k = 0; k < 80; ++k) {
      heading += turn(random);
      const double length = step(random);
      path.push_back(
          {path.back().x + length * std::cos(heading), path.back().y + length * std::sin(heading)});
    }
    lines.append(wkb_of_lines({&path, 1}));
  }
  const std::vector<std::uint32_t> groups(lines.size(), 0);
  const Length distance{10};
  const GeometryColumn joined = dissolved_buffer(lines, crs, {&distance, 1}, groups, 1, grid, four);
  REQUIRE(is_valid(joined.wkb(0)));
  std::vector<std::uint32_t> order(lines.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::shuffle(order, random);
  CHECK(same(joined, dissolved_buffer(take(lines, order), crs, {&distance, 1}, groups, 1, grid, one)));

  const GeometryColumn rows = buffer(lines, crs, {&distance, 1}, grid, four);
  std::vector<geos::Geometry> parts;
  for (std::size_t row = 0; row < rows.size(); ++row) parts.push_back(geos::read(rows.wkb(row)));
  const auto whole = geos::write(geos::unary_union(geos::collection(std::move(parts)), grid));
  CHECK(planar_area(joined.wkb(0)) == Approx(planar_area(whole)).epsilon(1e-7));
  std::size_t holes = 0, expected_holes = 0;
  for (const Rings& rings : polygons_of(joined.wkb(0))) holes += rings.size() - 1;
  for (const Rings& rings : polygons_of(whole)) expected_holes += rings.size() - 1;
  CHECK(polygons_of(joined.wkb(0)).size() == polygons_of(whole).size());
  // Of two buffers that touch in a point or miss it by a cell, one may have a hole more.
  CHECK(std::fabs(static_cast<double>(holes) - static_cast<double>(expected_holes)) <= 0.01 * holes + 2);
}
