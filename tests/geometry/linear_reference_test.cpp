#include "geometry/linear_reference.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

// Metres of this plane are true ones within 5e-6 near its central meridian.
Crs plane() {
  return Crs::parse("EPSG:4548");
}
constexpr Point origin{500000, 4320000};

Path moved(Path path) {
  for (Point& p : path) p = {origin.x + p.x, origin.y + p.y};
  return path;
}
GeometryColumn lines_of_paths(std::vector<std::vector<Path>> rows) {
  GeometryColumn column;
  for (std::vector<Path>& parts : rows) {
    for (Path& path : parts) path = moved(path);
    column.append(wkb_of_lines(parts));
  }
  return column;
}
std::vector<Point> places(const Path& points) {
  return moved(points);
}

std::vector<std::uint8_t> row_of(std::vector<Path> parts) {
  return bytes_of(lines_of_paths({std::move(parts)}).wkb(0));
}

void expect_place(Point found, double x, double y) {
  CHECK(found.x - origin.x == Approx(x).margin(0.02));
  CHECK(found.y - origin.y == Approx(y).margin(0.02));
}

/// A random walk that crosses itself.
Path wandering(std::mt19937& random, int corners) {
  std::uniform_real_distribution<double> place(0, 3000);
  Path path;
  for (int i = 0; i < corners; ++i) {
    const double x = place(random);
    path.push_back({x, place(random)});
  }
  return path;
}

}  // namespace

TEST_CASE("places by a line with a corner, by hand") {
  Context context;
  const GeometryColumn lines = lines_of_paths({{{{0, 0}, {1000, 0}, {1000, 1000}}}});
  const std::vector<Point> points = places(
      {{500, 100}, {500, -100}, {1100, 500}, {900, 500}, {1100, -100}, {-300, 0}, {250, 0}, {1000, 1200}});
  const auto found = along_nearest_line(points, lines, plane(), 5_km, context);
  const std::vector<double> chainage{500, 500, 1500, 1500, 1000, 0, 250, 2000};
  const std::vector<double> distance{100, 100, 100, 100, 100 * std::sqrt(2.0), 300, 0, 200};
  const std::vector<LineSide> side{LineSide::left,  LineSide::right, LineSide::right, LineSide::left,
                                   LineSide::right, LineSide::on,    LineSide::on,    LineSide::on};
  for (std::size_t i = 0; i < points.size(); ++i) {
    INFO("point " << i);
    REQUIRE(found[i]);
    CHECK(found[i]->chainage_m == Approx(chainage[i]).margin(0.02));
    CHECK(found[i]->distance_m == Approx(distance[i]).margin(0.02));
    if (distance[i] != 300 && distance[i] != 200) CHECK(found[i]->side == side[i]);
  }
}

TEST_CASE("beside a sharp corner the outer side counts, whatever the edges say") {
  Context context;
  // Almost back the way it came, turning left: ahead of the tip is the right side.
  const GeometryColumn lines = lines_of_paths({{{{0, 0}, {1000, 0}, {0, 100}}}});
  const auto found =
      along_nearest_line(places({{1100, 50}, {1100, -50}, {500, 20}}), lines, plane(), 5_km, context);
  CHECK(found[0]->side == LineSide::right);
  CHECK(found[1]->side == LineSide::right);
  CHECK(found[2]->side == LineSide::left);
}

TEST_CASE("a loop has no ends, and its seam is a corner like others") {
  Context context;
  const GeometryColumn lines = lines_of_paths({{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}}}});
  const auto found =
      along_nearest_line(places({{-50, -50}, {500, 500}, {-10, 400}}), lines, plane(), 5_km, context);
  CHECK(found[0]->chainage_m == 0);  // and not 4000
  CHECK(found[0]->side == LineSide::right);
  CHECK(found[1]->chainage_m == Approx(500).margin(0.02));  // of four equals the lowest
  CHECK(found[1]->side == LineSide::left);
  CHECK(found[2]->chainage_m == Approx(3600).margin(0.02));
  CHECK(found[2]->side == LineSide::right);
}

TEST_CASE("where a line crosses itself the lowest chainage counts") {
  Context context;
  const GeometryColumn lines = lines_of_paths({{{{0, 0}, {1000, 1000}, {1000, 0}, {0, 1000}}}});
  const auto found = along_nearest_line(places({{500, 500}}), lines, plane(), 5_km, context);
  CHECK(found[0]->chainage_m == Approx(500 * std::sqrt(2.0)).margin(0.02));
}

TEST_CASE("parallel lines: all within the limit, or the nearest; of equals the lowest row") {
  Context context;
  const GeometryColumn lines =
      lines_of_paths({{{{0, 0}, {1000, 0}}}, {{{0, 40}, {1000, 40}}}, {{{1000, 300}, {0, 300}}}});
  const std::vector<Point> points = places({{300, 20}, {300, 250}});
  const auto all = along_lines(points, lines, plane(), Length{250.01}, context);
  REQUIRE(all[0].size() == 2);
  CHECK(all[0][0].row == 0);
  CHECK(all[0][1].row == 1);
  CHECK(all[0][1].side == LineSide::right);
  REQUIRE(all[1].size() == 3);
  CHECK(all[1][2].chainage_m == Approx(700).margin(0.02));
  CHECK(all[1][2].side == LineSide::left);
  const auto nearest = along_nearest_line(points, lines, plane(), 1_km, context);
  CHECK(nearest[0]->row == 0);
  CHECK(nearest[1]->row == 2);
  CHECK_FALSE(along_nearest_line(points, lines, plane(), 10_m, context)[1]);
}

TEST_CASE("parts follow each other without the gap between them") {
  Context context;
  const std::vector<Path> parts{{{0, 0}, {1000, 0}}, {{1000, 500}, {1000, 1500}}};
  const auto found =
      along_nearest_line(places({{900, 700}}), lines_of_paths({parts}), plane(), 1_km, context);
  CHECK(found[0]->chainage_m == Approx(1200).margin(0.02));
  const CrsGeodesic truth(plane());
  const MeasuredLine line(row_of(parts), plane(), truth);
  CHECK(line.length_m() == Approx(2000).epsilon(1e-5));
  expect_place(line.at(500)->place, 500, 0);
  expect_place(line.at(1500)->place, 1000, 1000);
  const double seam_m = line.length_m() / 2;
  const std::vector<Path> stretch = line.between(seam_m - 100, seam_m + 100);
  REQUIRE(stretch.size() == 2);
  expect_place(stretch[0][0], 900, 0);
  expect_place(stretch[0][1], 1000, 0);
  expect_place(stretch[1][0], 1000, 500);
  expect_place(stretch[1][1], 1000, 600);
}

TEST_CASE("stretches of a line: cut, whole, backwards, and none") {
  const CrsGeodesic truth(plane());
  const std::vector<Path> bent{{{0, 0}, {1000, 0}, {1000, 1000}}};
  const MeasuredLine line(row_of(bent), plane(), truth);
  std::vector<Path> stretch = line.between(800, 1300);
  REQUIRE(stretch.size() == 1);
  REQUIRE(stretch[0].size() == 3);
  expect_place(stretch[0][0], 800, 0);
  expect_place(stretch[0][1], 1000, 0);
  expect_place(stretch[0][2], 1000, 300);
  stretch = line.between(1300, 800);
  expect_place(stretch[0][0], 1000, 300);
  expect_place(stretch[0][2], 800, 0);
  CHECK(line.between(-5, 1e9) == std::vector<Path>{moved(bent[0])});
  CHECK(line.between(700, 700).empty());
  CHECK(line.between(3000, 4000).empty());
  CHECK_FALSE(line.at(-0.001));
  CHECK_FALSE(line.at(2001));
  CHECK(line.at(500)->azimuth == Approx(90).margin(0.05));
  expect_place(*line.beside(500, 100), 500, 100);
  expect_place(*line.beside(1500, -100), 1100, 500);
}

TEST_CASE("lines of one place, repeated points and rows that are no lines") {
  Context context;
  const CrsGeodesic truth(plane());
  const MeasuredLine nowhere(row_of({{{5, 5}, {5, 5}}}), plane(), truth);
  CHECK(nowhere.length_m() == 0);
  CHECK_FALSE(nowhere.at(0));
  CHECK(nowhere.between(0, 1).empty());
  const MeasuredLine repeated(row_of({{{0, 0}, {0, 0}, {100, 0}, {100, 0}, {200, 0}}}), plane(), truth);
  CHECK(repeated.length_m() == Approx(200).epsilon(1e-5));
  CHECK(repeated.between(0, 1e9)[0].size() == 3);

  GeometryColumn mixed;
  mixed.append_null();
  mixed.append(wkb_of(origin));
  mixed.append(lines_of_paths({{{{0, 100}, {0, 100}, {1000, 100}, {1000, 100}}}}).wkb(0));
  const auto found = along_nearest_line(places({{0, 0}, {400, 0}}), mixed, plane(), 1_km, context);
  CHECK(found[0]->row == 2);
  CHECK(found[1]->side == LineSide::right);
  CHECK_FALSE(along_nearest_line(places({{0, 0}}), column_of({}), plane(), 1_km, context)[0]);
  CHECK(along_lines({}, mixed, plane(), 1_km, context).empty());
  const std::vector<Point> no_place{{std::nan(""), 0}};
  CHECK_FALSE(along_nearest_line(no_place, mixed, plane(), 1_km, context)[0]);
}

TEST_CASE("chainages on the ellipsoid are geodesic lengths, and places are found again by them") {
  // An edge of 300 km in a plane that stretches: the length to a place is what the places between add up to.
  const Crs crs = Crs::parse(regional_albers);
  const CrsGeodesic truth(crs);
  const Path path{{-150000, -200000}, {120000, 150000}, {200000, 150000}};
  const MeasuredLine line(wkb_of_lines(std::vector<Path>{path}), crs, truth);
  double length_m = 0;
  constexpr int steps = 20'000;
  for (std::size_t edge = 1; edge < path.size(); ++edge) {
    const Point p = path[edge - 1], q = path[edge];
    const auto at = [&](int k) {
      return truth.lon_lat({p.x + (q.x - p.x) * k / steps, p.y + (q.y - p.y) * k / steps});
    };
    for (int k = 0; k < steps; ++k) length_m += truth.geodesic().distance_m(at(k), at(k + 1));
  }
  CHECK(line.length_m() == Approx(length_m).epsilon(1e-7));
  Context context;
  GeometryColumn column;
  column.append(wkb_of_lines(std::vector<Path>{path}));
  for (double chainage_m = 1; chainage_m < line.length_m(); chainage_m += 7919) {
    const std::vector<Point> place{*line.beside(chainage_m, 250)};
    const auto found = along_nearest_line(place, column, crs, 1_km, context);
    REQUIRE(found[0]);
    CHECK(found[0]->chainage_m == Approx(chainage_m).margin(0.02));
    CHECK(found[0]->distance_m == Approx(250).margin(1e-3));
    CHECK(found[0]->side == LineSide::left);
  }
}

TEST_CASE("random lines: no sampled place of a line is nearer than the one found") {
  std::mt19937 random(61);
  std::uniform_real_distribution<double> place(-500, 3500);
  Context one = with_threads(1);
  Context four = with_threads(4);
  const CrsGeodesic truth(plane());
  std::vector<std::vector<Path>> rows;
  for (int i = 0; i < 12; ++i) rows.push_back({wandering(random, 6), wandering(random, 2)});
  const GeometryColumn lines = lines_of_paths(rows);
  std::vector<Point> points;
  for (int i = 0; i < 60; ++i) {
    const double x = place(random);
    points.push_back({origin.x + x, origin.y + place(random)});
  }
  const auto all = along_lines(points, lines, plane(), 400_m, four);
  const auto nearest = along_nearest_line(points, lines, plane(), 400_m, four);
  const auto nearest_one = along_nearest_line(points, lines, plane(), 400_m, one);
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::size_t next = 0;
    double least_m = 1e9;
    for (std::uint32_t row = 0; row < lines.size(); ++row) {
      const MeasuredLine line(lines.wkb(row), plane(), truth);
      // Where the second part begins, the end of the first has the same chainage.
      const Point seam = lines_of(lines.wkb(row))[1].front();
      double sampled_m = std::hypot(seam.x - points[i].x, seam.y - points[i].y);
      for (double chainage_m = 0; chainage_m <= line.length_m(); chainage_m += 5) {
        const Point p = line.at(chainage_m)->place;
        sampled_m = std::min(sampled_m, std::hypot(p.x - points[i].x, p.y - points[i].y));
      }
      if (next == all[i].size() || all[i][next].row != row) {
        CHECK(sampled_m > 399.9);
        continue;
      }
      const LinePlace& found = all[i][next++];
      CHECK(found.distance_m <= sampled_m * (1 + 1e-5));
      CHECK(found.distance_m >= sampled_m - 3);
      const Point there = line.at(found.chainage_m)->place;
      if (!(found.place == seam)) CHECK(std::hypot(there.x - found.place.x, there.y - found.place.y) < 1e-4);
      least_m = std::min(least_m, found.distance_m);
    }
    CHECK(next == all[i].size());
    REQUIRE(nearest[i].has_value() == !all[i].empty());
    REQUIRE(nearest_one[i].has_value() == nearest[i].has_value());
    if (!nearest[i]) continue;
    CHECK(nearest[i]->distance_m == Approx(least_m).margin(1e-5));
    CHECK(nearest_one[i]->chainage_m == nearest[i]->chainage_m);
    CHECK(nearest_one[i]->row == nearest[i]->row);
  }
}

TEST_CASE("random stretches add up to their line") {
  std::mt19937 random(62);
  const CrsGeodesic truth(plane());
  for (int repeat = 0; repeat < 20; ++repeat) {
    const MeasuredLine line(row_of({wandering(random, 9), wandering(random, 3)}), plane(), truth);
    std::vector<double> cuts{0, line.length_m()};
    std::uniform_real_distribution<double> anywhere(0, line.length_m());
    for (int i = 0; i < 10; ++i) cuts.push_back(anywhere(random));
    std::ranges::sort(cuts);
    double together_m = 0;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      double stretch_m = 0;
      for (const Path& path : line.between(cuts[i - 1], cuts[i])) stretch_m += truth.length_m(path);
      CHECK(stretch_m == Approx(cuts[i] - cuts[i - 1]).margin(1e-5));
      together_m += stretch_m;
    }
    CHECK(together_m == Approx(line.length_m()).margin(1e-4));
  }
}
