#include "geometry/places_by_rows.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
using Rows = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("places of rows that overlap threefold, each once, by hand") {
  Context context;
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((6 0, 16 0, 16 10, 6 10, 6 0))",
                 "POLYGON ((3 6, 13 6, 13 16, 3 16, 3 6))", "", "POINT (1 1)"});
  const PlacesByRows places = places_by_rows(rows, grid, context);
  CHECK(places.rows == std::vector<Rows>{{0}, {0, 1}, {0, 1, 2}, {0, 2}, {1}, {1, 2}, {2}});
  std::vector<double> areas;
  for (std::size_t i = 0; i < places.rows.size(); ++i) areas.push_back(planar_area(places.geometry.wkb(i)));
  CHECK(areas == std::vector<double>{48, 24, 16, 12, 48, 12, 60});
  CHECK(places.certificate.input_measure == 300);
  CHECK(places.certificate.output_measure == Approx(300));
  CHECK(places.certificate.witnesses == 7);
}

TEST_CASE("every place of random rows is told once with all rows that cover it, in any order") {
  const unsigned seed = GENERATE(range(1U, 7U));
  INFO("seed " << seed);
  Context one = with_threads(1), four = with_threads(4);
  const GeometryColumn rows = stars(seed, 50, 100, 20, 15);
  const PlacesByRows places = places_by_rows(rows, grid, one);
  CHECK(std::ranges::is_sorted(places.rows));
  CHECK(places.certificate.balance() == Approx(0).margin(1));
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> at(-10, 110);
  for (int n = 0; n < 300; ++n) {
    const Point p{at(random), at(random)};
    Rows expected;
    bool near = false;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (inside(rows.wkb(row), p)) expected.push_back(row);
      near = near || distance_to_border(rows.wkb(row), p) < 5 * grid;
    }
    if (near) continue;
    std::vector<Rows> found;
    for (std::size_t i = 0; i < places.rows.size(); ++i)
      if (inside(places.geometry.wkb(i), p)) found.push_back(places.rows[i]);
    CHECK(found == (expected.empty() ? std::vector<Rows>{} : std::vector<Rows>{expected}));
  }
  Rows order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), random);
  const PlacesByRows shuffled = places_by_rows(take(rows, order), grid, four);
  std::map<Rows, std::vector<std::uint8_t>> by_rows, again;
  for (std::size_t i = 0; i < places.rows.size(); ++i)
    by_rows[places.rows[i]] = bytes_of(places.geometry.wkb(i));
  for (std::size_t i = 0; i < shuffled.rows.size(); ++i) {
    Rows back;
    for (const std::uint32_t row : shuffled.rows[i]) back.push_back(order[row]);
    std::ranges::sort(back);
    again[back] = bytes_of(shuffled.geometry.wkb(i));
  }
  CHECK(again == by_rows);
}
