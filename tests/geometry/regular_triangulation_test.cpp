#include "geometry/regular_triangulation.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace jingwei;

namespace {

using Triangle = RegularTriangulation::Triangle;

/// Sites on a small grid, so that many lie in a line or on a circle; each place once.
std::vector<Site> random_sites(std::mt19937& random, int count, std::int64_t side, std::int64_t heaviest) {
  std::uniform_int_distribution<std::int64_t> place(0, side), weight(0, heaviest);
  std::set<Cell> used;
  std::vector<Site> sites;
  for (int i = 0; i < count; ++i) {
    const std::int64_t x = place(random);
    const Cell cell{x, place(random)};
    if (used.insert(cell).second) sites.push_back({cell, weight(random)});
  }
  return sites;
}

double power(const Site& site, double x, double y) {
  const double dx = x - static_cast<double>(site.cell.x);
  const double dy = y - static_cast<double>(site.cell.y);
  return dx * dx + dy * dy - static_cast<double>(site.weight);
}

/// Every center is as near as can be to its triangle's sites, and no site is nearer to it.
void expect_regular(const std::vector<Site>& sites, const RegularTriangulation& made) {
  std::set<std::uint32_t> used;
  WideInteger area = 0;
  for (std::uint32_t t = 0; t < made.triangles().size(); ++t) {
    const Triangle& triangle = made.triangles()[t];
    if (triangle.vertex[0] == RegularTriangulation::none) continue;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::uint32_t other = triangle.neighbour[i];
      if (other == RegularTriangulation::none) continue;
      const auto& back = made.triangles()[other].neighbour;
      CHECK(std::ranges::count(back, t) == 1);
    }
    const auto& v = triangle.vertex;
    if (!made.is_site(v[0]) || !made.is_site(v[1]) || !made.is_site(v[2])) continue;
    area += cross(sites[v[0]].cell, sites[v[1]].cell, sites[v[2]].cell);
    CHECK(cross(sites[v[0]].cell, sites[v[1]].cell, sites[v[2]].cell) > 0);
    used.insert(v.begin(), v.end());
    const Cell center = made.center(t);
    const auto x = static_cast<double>(center.x), y = static_cast<double>(center.y);
    const double least = power(sites[v[0]], x, y);
    // The center is rounded by half a cell.
    const auto off = [&](const Site& s) {
      return 2 * std::hypot(static_cast<double>(s.cell.x - sites[v[0]].cell.x),
                            static_cast<double>(s.cell.y - sites[v[0]].cell.y)) +
             1;
    };
    CHECK(std::fabs(power(sites[v[1]], x, y) - least) <= off(sites[v[1]]));
    CHECK(std::fabs(power(sites[v[2]], x, y) - least) <= off(sites[v[2]]));
    for (const Site& site : sites) CHECK(power(site, x, y) >= least - off(site));
  }
}

}  // namespace

TEST_CASE("four sites of a square, and one in its middle by weight") {
  const std::vector<Site> square{{{0, 0}, 0}, {{10, 0}, 0}, {{10, 10}, 0}, {{0, 10}, 0}};
  const RegularTriangulation made(square, 100);
  expect_regular(square, made);
  int inner = 0;
  for (std::uint32_t t = 0; t < made.triangles().size(); ++t) {
    const auto& v = made.triangles()[t].vertex;
    if (!made.is_site(v[0]) || !made.is_site(v[1]) || !made.is_site(v[2])) continue;
    ++inner;
    CHECK(made.center(t) == Cell{5, 5});
  }
  CHECK(inner == 2);
  std::vector<Site> sites = square;
  sites.push_back({{5, 5}, 0});
  for (Site& site : sites) site.weight = 50;
  const auto uses_middle = [&] {
    const RegularTriangulation of(sites, 100);
    return std::ranges::any_of(of.triangles(),
                               [](const Triangle& t) { return std::ranges::count(t.vertex, 4U) == 1; });
  };
  CHECK(uses_middle());
  sites[4].weight = 1;  // its cell is the middle alone when it weighs 0
  CHECK(uses_middle());
  sites[4].weight = 0;
  CHECK_FALSE(uses_middle());
}

TEST_CASE("no sites, one, and many in a line") {
  CHECK(RegularTriangulation({}, 10).triangles().size() == 2);
  const std::vector<Site> one{{{7, 7}, 3}};
  CHECK(RegularTriangulation(one, 10).triangles().size() == 4);
  for (const Cell step : {Cell{1, 0}, Cell{0, 1}, Cell{3, 2}}) {
    std::vector<Site> sites;
    for (int i = 0; i < 50; ++i) sites.push_back({{i * step.x, i * step.y}, 0});
    const RegularTriangulation made(sites, 10);
    for (std::uint32_t i = 0; i < 50; ++i)
      CHECK(std::ranges::any_of(made.triangles(),
                                [&](const Triangle& t) { return std::ranges::count(t.vertex, i) == 1; }));
  }
}

TEST_CASE("random sites, in lines and circles often, weighted and not: no site is nearer to a center") {
  std::mt19937 random(41);
  for (const std::int64_t side : {6, 20, 1000, 1'000'000'000})
    for (const std::int64_t heaviest : {std::int64_t{0}, side, side * side / 4})
      for (int repeat = 0; repeat < (side > 20 ? 3 : 12); ++repeat) {
        const std::vector<Site> sites = random_sites(random, 60, side, heaviest);
        INFO("side " << side << ", weights to " << heaviest);
        expect_regular(sites, RegularTriangulation(sites, side));
      }
}
