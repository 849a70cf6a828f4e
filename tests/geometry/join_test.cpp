#include "geometry/join.hpp"

#include <catch2/catch.hpp>

#include "geometry/measure.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

std::vector<Point> random_points(unsigned seed, int count, double low, double high) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> place(low, high);
  std::vector<Point> points;
  for (int i = 0; i < count; ++i) {
    const double x = place(random);
    points.push_back({x, place(random)});
  }
  return points;
}

}  // namespace

TEST_CASE("points belong to the lowest row that covers them, its border included") {
  Context context;
  const GeometryColumn rows =
      column_of({"", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))",
                 "POLYGON EMPTY", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (5 5, 6 5, 6 6, 5 6, 5 5))"});
  const std::vector<Point> points{{1, 1},     {2, 1},   {3, 1},   {5, 2},
                                  {5.5, 5.5}, {5, 5.5}, {20, 20}, {std::nan(""), 1}};
  CHECK(covering(points, rows, context) == std::vector<std::uint32_t>{1, 1, 2, 4, no_row, 4, no_row, no_row});
  CHECK(covered(rows, points, context) ==
        std::vector<std::vector<std::uint32_t>>{{}, {0, 1}, {1, 2}, {}, {0, 1, 2, 3, 5}});
  CHECK(covering({}, rows, context).empty());
  CHECK(covering(points, column_of({}), context) == std::vector<std::uint32_t>(points.size(), no_row));
}

TEST_CASE("covering random stars is what the even–odd rule says") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn rows = stars(81, 60, 100, 12, 19);
  const std::vector<Point> points = random_points(82, 1'500, 0, 100);
  const std::vector<std::uint32_t> found = covering(points, rows, four);
  CHECK(found == covering(points, rows, one));
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::uint32_t expected = no_row;
    for (std::uint32_t row = 0; row < rows.size() && expected == no_row; ++row)
      if (inside(rows.wkb(row), points[i])) expected = row;
    CHECK(found[i] == expected);
  }
}

TEST_CASE("the nearest of points, lines and polygons, by hand") {
  Context context;
  const Crs crs = Crs::parse(regional_albers);
  const GeometryColumn rows =
      column_of({"", "LINESTRING (0 0, 1000 0, 1000 1000)", "POINT (5000 5000)",
                 "POLYGON ((2000 2000, 3000 2000, 3000 3000, 2000 3000, 2000 2000))", "POINT EMPTY",
                 "MULTILINESTRING ((-5000 0, -4000 0), (-4000 1000, -4000 2000))"});
  const std::vector<Point> points{{500, 100},   {1100, 500}, {2500, 2500},      {3000, 2500}, {3100, 2500},
                                  {5000, 5000}, {90'000, 0}, {std::nan(""), 0}, {-4010, 1500}};
  const std::vector<Nearest> found = nearest(points, rows, crs, 3_km, context);
  CHECK(found[0].row == 1);
  CHECK(found[0].distance_m == Approx(100).epsilon(2e-3));
  CHECK(found[0].place.x == Approx(500).margin(0.2));
  CHECK(found[0].place.y == Approx(0).margin(1e-6));
  CHECK(found[0].chainage_m == Approx(500).epsilon(2e-3));
  CHECK(found[1].row == 1);
  CHECK(found[1].chainage_m == Approx(1500).epsilon(2e-3));
  for (const std::size_t i : {2, 3}) {
    CHECK(found[i].row == 3);
    CHECK(found[i].distance_m == Approx(0).margin(1e-6));
    CHECK(found[i].chainage_m == 0);
  }
  CHECK(found[4].row == 3);
  CHECK(found[4].distance_m == Approx(100).epsilon(2e-3));
  CHECK(found[5].row == 2);
  CHECK(found[5].distance_m == 0);
  CHECK(found[6].row == no_row);
  CHECK(found[7].row == no_row);
  CHECK(found[8].row == 5);
  CHECK(found[8].chainage_m == Approx(1500).epsilon(2e-3));
  CHECK(nearest(points, column_of({}), crs, 3_km, context)[0].row == no_row);
}

TEST_CASE("the limit is inclusive and ties go to the lowest row") {
  Context context;
  const Crs crs = Crs::parse("EPSG:4490");
  const GeometryColumn rows = column_of({"POINT (117 39)", "POINT (116 39)", "POINT (116 39)",
                                         "LINESTRING (116 39, 116 38)", "LINESTRING (116 38, 116 39)"});
  const Point p{116, 39.01};
  const double exact = distance_m(p, {116, 39}, crs);
  const auto at = [&](double limit) {
    return nearest(std::span(&p, 1), rows, crs, Length{limit}, context)[0];
  };
  CHECK(at(exact).row == 1);
  CHECK(at(exact).distance_m == exact);
  CHECK(at(std::nextafter(exact, 0)).row == no_row);
  CHECK(at(std::numeric_limits<double>::infinity()).row == 1);
  CHECK(at(-1).row == no_row);
  const Point side{116.01, 38.5};
  CHECK(nearest(std::span(&side, 1), rows, crs, 10_km, context)[0].row == 3);
}

TEST_CASE("nearest of random lines agrees with walking every edge in small steps") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  for (const char* text : {regional_albers, "EPSG:4490", "EPSG:4547"}) {
    const Crs crs = Crs::parse(text);
    const Crs albers = Crs::parse(regional_albers);
    GeometryColumn flat;
    std::mt19937 random(91);
    std::uniform_real_distribution<double> place(-150'000, 150'000), step(-20'000, 20'000);
    for (int i = 0; i < 15; ++i) {
      Path line{{place(random), place(random)}};
      for (int k = 0; k < 4; ++k)
        line.push_back({line.back().x + step(random), line.back().y + step(random)});
      flat.append(wkb_of_lines({&line, 1}));
    }
    // Only the ends are projected, so that edges are straight in `crs`.
    GeometryColumn rows;
    for (std::size_t row = 0; row < flat.size(); ++row) {
      const Path line = project(lines_of(flat.wkb(row))[0], albers, crs);
      rows.append(wkb_of_lines({&line, 1}));
    }
    const std::vector<Point> points = project(random_points(92, 25, -160'000, 160'000), albers, crs);
    const std::vector<Nearest> found = nearest(points, rows, crs, 400_km, four);
    for (std::size_t i = 0; i < points.size(); ++i) {
      double best = 1e9;
      std::uint32_t best_row = no_row;
      for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const Path line = lines_of(rows.wkb(row))[0];
        for (std::size_t k = 1; k < line.size(); ++k)
          for (int s = 0; s <= 400; ++s) {
            const double t = s / 400.0;
            const Point q{line[k - 1].x + t * (line[k].x - line[k - 1].x),
                          line[k - 1].y + t * (line[k].y - line[k - 1].y)};
            const double d = distance_m(points[i], q, crs);
            if (d < best) best = d, best_row = row;
          }
      }
      CHECK(found[i].row == best_row);
      CHECK(found[i].distance_m <= best + 1e-6);
      CHECK(found[i].distance_m == Approx(best).margin(40));  // half a step of at most 71 m
      CHECK(distance_m(points[i], found[i].place, crs) == Approx(found[i].distance_m).margin(1e-6));
    }
    const std::vector<Nearest> again = nearest(points, rows, crs, 400_km, one);
    for (std::size_t i = 0; i < points.size(); ++i)
      CHECK((again[i].distance_m == found[i].distance_m && again[i].chainage_m == found[i].chainage_m));
  }
}

TEST_CASE("everything within a distance, with true distances") {
  Context context = with_threads(2);
  const Crs crs = Crs::parse("EPSG:4490");
  std::vector<Point> points = random_points(93, 60, 38, 40);
  std::vector<Point> others = random_points(94, 300, 38, 40);
  for (auto* list : {&points, &others})
    for (Point& p : *list) p.x += 77;
  others[7] = points[3];
  others[9].x = std::nan("");
  const auto found = within(points, others, crs, 20_km, context);
  std::size_t total = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::vector<std::uint32_t> expected, rows;
    for (std::uint32_t row = 0; row < others.size(); ++row)
      if (distance_m(points[i], others[row], crs) <= 20'000) expected.push_back(row);
    for (const Within& w : found[i]) {
      rows.push_back(w.row);
      CHECK(w.distance_m == distance_m(points[i], others[w.row], crs));
    }
    CHECK(rows == expected);
    total += rows.size();
  }
  CHECK(total > 100);
  const double exact = distance_m(points[0], others[0], crs);
  CHECK(within({points.data(), 1}, {others.data(), 1}, crs, Length{exact}, context)[0].size() == 1);
  CHECK(within({points.data(), 1}, {others.data(), 1}, crs, Length{exact * 0.999999}, context)[0].empty());
}
