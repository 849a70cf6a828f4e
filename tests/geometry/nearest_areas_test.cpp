#include "geometry/nearest_areas.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "geometry/planar.hpp"
#include "geometry/repair.hpp"

using namespace jingwei;

namespace {

/// Even-odd over all rings: how often a ray to the right crosses them.
bool inside(Point p, const std::vector<Rings>& polygons) {
  bool in = false;
  for (const Rings& polygon : polygons)
    for (const Path& ring : polygon)
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1], b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) > p.x) in = !in;
      }
  return in;
}

/// The distances to the nearest line of a member label, and of another.
std::pair<double, double> distances(Point p, const LabelledLines& lines, std::uint32_t members_below) {
  std::pair<double, double> least{1e300, 1e300};
  for (std::size_t i = 0; i < lines.lines.size(); ++i)
    for (std::size_t v = 1; v < lines.lines[i].size(); ++v) {
      double& nearest = lines.labels[i] < members_below ? least.first : least.second;
      nearest = std::min(nearest, distance_to_segment(p, lines.lines[i][v - 1], lines.lines[i][v]));
    }
  return least;
}

void expect_division(const LabelledLines& lines, std::mt19937& random, std::uint32_t labels) {
  constexpr double reach = 200, tolerance = 0.01;
  const NearestAreas divided(lines, 0.001, reach, tolerance);
  std::uniform_real_distribution<double> anywhere(-150, 1150);
  std::vector<std::vector<Rings>> areas;
  for (std::uint32_t below = 1; below <= labels; ++below)
    areas.push_back(divided.areas([&](std::uint32_t label) { return label < below; }));
  const auto of_labels = divided.areas_of_groups(labels, [](std::uint32_t label) { return label; });
  REQUIRE(of_labels.size() == labels);
  for (std::uint32_t one = 0; one < labels; ++one)
    CHECK(wkb_of_polygons(of_labels[one]) ==
          wkb_of_polygons(divided.areas([&](std::uint32_t label) { return label == one; })));
  int checked = 0;
  for (int i = 0; i < 3000; ++i) {
    const Point p{anywhere(random), anywhere(random)};
    bool before = false;
    for (std::uint32_t below = 1; below <= labels; ++below) {
      const auto [ours, others] = distances(p, lines, below);
      if (std::min(ours, others) > reach) continue;
      const bool in = inside(p, areas[below - 1]);
      CHECK((in || !before));  // nested
      before = in;
      if (std::abs(ours - others) < 3 * tolerance) continue;
      INFO(p.x << ", " << p.y << ": " << ours << " and " << others);
      REQUIRE(in == (ours < others));
      ++checked;
    }
  }
  CHECK(checked > 1000);
}

}  // namespace

TEST_CASE("two parallel lines part the plane midway; a line and a point by a parabola") {
  const NearestAreas two({{{{0, 0}, {1000, 0}}, {{0, 100}, {1000, 100}}}, {0, 1}}, 0.001, 200, 0.01);
  const auto lower = two.areas([](std::uint32_t label) { return label == 0; });
  CHECK(inside({500, 49.9}, lower));
  CHECK_FALSE(inside({500, 50.1}, lower));
  CHECK(two.areas([](std::uint32_t) { return false; }).empty());
  const NearestAreas end({{{{-1000, 0}, {1000, 0}}, {{0, 100}, {0, 300}}}, {0, 1}}, 0.001, 200, 0.01);
  const auto above = end.areas([](std::uint32_t label) { return label == 1; });
  // y = (x² + 100²) / 200.
  for (const double x : {-80.0, -20.0, 0.0, 50.0}) {
    const double y = (x * x + 10000) / 200;
    CHECK(inside({x, y + 0.05}, above));
    CHECK_FALSE(inside({x, y - 0.05}, above));
  }
}

TEST_CASE("random lines that cross, touch and run on one another: every place is with its nearest") {
  std::mt19937 random(8);
  std::uniform_real_distribution<double> anywhere(0, 1000);
  for (int round = 0; round < 12; ++round) {
    LabelledLines lines;
    const std::uint32_t labels = 1 + random() % 4;
    for (int i = 0; i < 3 + static_cast<int>(random() % 40); ++i) {
      Path path{{anywhere(random), anywhere(random)}};
      for (int v = 0; v < 1 + static_cast<int>(random() % 4); ++v)
        path.push_back(
            {path.back().x + anywhere(random) / 4 - 125, path.back().y + anywhere(random) / 4 - 125});
      lines.lines.push_back(path);
      lines.labels.push_back(random() % (labels + 1));
      if (random() % 8 == 0) lines.lines.push_back(path), lines.labels.push_back(lines.labels.back());
    }
    expect_division(lines, random, labels);
  }
}

TEST_CASE("a grid of streets, some of which are reached: holes are kept") {
  std::mt19937 random(2);
  LabelledLines lines;
  for (int x = 0; x <= 10; ++x)
    for (int y = 0; y <= 10; ++y) {
      const double a = 100.0 * x, b = 100.0 * y;
      // Reached are those on the rim and a cross in the middle; the others are not.
      const auto label = [&](bool rim) { return rim ? 0U : random() % 2; };
      if (x < 10)
        lines.lines.push_back({{a, b}, {a + 100, b}}), lines.labels.push_back(label(y == 0 || y == 10));
      if (y < 10)
        lines.lines.push_back({{a, b}, {a, b + 100}}), lines.labels.push_back(label(x == 0 || x == 10));
    }
  expect_division(lines, random, 1);
  const NearestAreas divided(lines, 0.001, 200, 0.01);
  const auto areas = divided.areas([](std::uint32_t label) { return label == 0; });
  std::size_t holes = 0;
  for (const Rings& polygon : areas) holes += polygon.size() - 1;
  CHECK(holes > 0);
  // Where members meet at a corner only, a ring touches itself: repair parts it, and no place changes hands.
  GeometryColumn column;
  column.append(wkb_of_polygons(areas));
  Context context;
  const GeometryColumn repaired = repair(column, context).geometry;
  CHECK(is_valid(repaired.wkb(0)));
  CHECK(planar_area(repaired.wkb(0)) == Approx(planar_area(column.wkb(0))).epsilon(1e-9));
}

TEST_CASE("no lines") {
  const NearestAreas nothing({}, 0.001, 100, 0.01);
  CHECK(nothing.areas([](std::uint32_t) { return true; }).empty());
}
