#include "geometry/rank_snapping.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "geometry/places_by_rows.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
const std::vector<std::uint32_t> two_ranks{0, 1};

GeometryColumn snapped(const GeometryColumn& rows, std::span<const std::uint32_t> ranks, double tolerance) {
  Context context;
  return snapped_by_rank(rows, ranks, tolerance, grid, context);
}

}  // namespace

TEST_CASE("a border near a surveyed one comes to lie on it, which does not move") {
  const char* const surveyed = "POLYGON ((0 0, 10 0, 10 5, 10 10, 0 10, 0 0))";
  // Its corners lie 0.2 off, and it has no vertex at (10 5); another corner is far away.
  const GeometryColumn rows = column_of({surveyed, "POLYGON ((10.2 0.1, 20 0, 20 10, 9.8 9.9, 10.2 0.1))"});
  CHECK(same(snapped(rows, two_ranks, 0.5),
             column_of({surveyed, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))"})));
  // On the middle of an edge: to the nearest place there.
  CHECK(same(
      snapped(column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                         "POLYGON ((10.2 3, 20 3, 20 7, 10.1 7, 10.2 3))"}),
              two_ranks, 0.5),
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 3, 20 3, 20 7, 10 7, 10 3))"})));
  // The other way round by rank.
  const GeometryColumn turned = snapped(rows, std::vector<std::uint32_t>{1, 0}, 0.5);
  CHECK(std::ranges::equal(turned.wkb(1), rows.wkb(1)));
  CHECK_FALSE(std::ranges::equal(turned.wkb(0), rows.wkb(0)));
}

TEST_CASE("what is far stays; a row that would vanish stays; nulls and one rank") {
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 10.3 0, 10.3 10, 10 10, 10 0))",
                 "", "POLYGON ((50 50, 60 50, 60 60, 50 50))"});
  CHECK(same(snapped(rows, std::vector<std::uint32_t>{0, 1, 1, 1}, 0.5), rows));
  CHECK(same(snapped(rows, std::vector<std::uint32_t>{4, 4, 4, 4}, 0.5), rows));
}

TEST_CASE("random layers that nearly agree have no slivers between them once the second is fitted") {
  const unsigned seed = GENERATE(range(1U, 7U));
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> noise(-0.05, 0.05);
  GeometryColumn rows = stars(seed, 4, 400, 60, 12);
  const std::size_t surveyed = rows.size();
  for (std::size_t row = 0; row < surveyed; ++row) {
    std::vector<Rings> polygons = polygons_of(rows.wkb(row));
    Path& shell = polygons.front().front();
    for (Point& p : shell) p = {p.x + noise(random), p.y + noise(random)};
    shell.back() = shell.front();
    rows.append(wkb_of_polygons(polygons));
  }
  std::vector<std::uint32_t> ranks(rows.size(), 1);
  std::fill_n(ranks.begin(), surveyed, 0U);
  const GeometryColumn made = snapped(rows, ranks, 0.2);
  for (std::size_t row = 0; row < surveyed; ++row) {
    // Vertices of the first are rounded to the grid, and no more.
    const Path before = polygons_of(rows.wkb(row)).front().front();
    const Path after = polygons_of(made.wkb(row)).front().front();
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i)
      CHECK(std::hypot(before[i].x - after[i].x, before[i].y - after[i].y) <= grid);
    CHECK(is_valid(made.wkb(row + surveyed)));
    CHECK(planar_area(made.wkb(row)) == Approx(planar_area(made.wkb(row + surveyed))));
  }
  Context one = with_threads(1), four = with_threads(4);
  const auto covered_alone = [&](const GeometryColumn& column) {
    const PlacesByRows places = places_by_rows(column, grid, one);
    double area = 0;
    for (std::size_t i = 0; i < places.rows.size(); ++i) {
      const auto& of = places.rows[i];
      std::size_t first = 0;
      for (const std::uint32_t row : of) first += row < surveyed ? 1 : 0;
      if (2 * first != of.size()) area += planar_area(places.geometry.wkb(i));
    }
    return area;
  };
  CHECK(covered_alone(rows) > 1);
  CHECK(covered_alone(made) == Approx(0).margin(0.01));

  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), random);
  std::vector<std::uint32_t> shuffled_ranks;
  for (const std::uint32_t row : order) shuffled_ranks.push_back(ranks[row]);
  CHECK(same(snapped_by_rank(take(rows, order), shuffled_ranks, 0.2, grid, four), take(made, order)));
}
