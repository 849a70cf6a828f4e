#include "geometry/strips.hpp"

#include <catch2/catch.hpp>

#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double scale = 1000;

bool first(const Winding& winding) {
  return winding[0] > 0;
}

std::vector<GridEdge> edges_of(const GeometryColumn& column) {
  std::vector<GridEdge> edges;
  for (std::size_t row = 0; row < column.size(); ++row)
    add_edges(oriented_polygons_of(column.wkb(row)), {1, 0}, scale, edges);
  return edges;
}

std::vector<std::uint8_t> whole(const std::vector<GridEdge>& edges) {
  return wkb_of_polygons(polygons_between(bordered(edges, first, scale), scale));
}

std::vector<std::uint8_t> by_strips(const std::vector<GridEdge>& edges,
                                    const std::vector<std::int64_t>& lines, int threads = 1) {
  Context context = with_threads(threads);
  // In three shares, by and by.
  std::vector<std::vector<GridEdge>> shares(3);
  for (std::size_t e = 0; e < edges.size(); ++e) shares[e % 3].push_back(edges[e]);
  return wkb_of_polygons(polygons_between(bordered_by_strips(shares, lines, scale, context), scale));
}

}  // namespace

TEST_CASE("strips join without a seam, with a corner where a border crosses a line") {
  const std::vector<GridEdge> edges =
      edges_of(column_of({"POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))", "POLYGON ((3 1, 6 1, 6 3, 3 3, 3 1))"}));
  CHECK(to_wkt(by_strips(edges, {})) == to_wkt(whole(edges)));
  CHECK(to_wkt(by_strips(edges, {5000})) ==
        "POLYGON ((0 0, 4 0, 4 1, 5 1, 6 1, 6 3, 5 3, 3 3, 3 2, 0 2, 0 0))");
  // Upright borders on the line belong to one side, to the other, or vanish in the middle of what is kept.
  for (const std::int64_t x : {0, 3000, 4000, 6000}) {
    CAPTURE(x);
    const std::vector<std::uint8_t> joined = by_strips(edges, {x});
    CHECK(is_valid(joined));
    CHECK(planar_area(joined) == 13);
    CHECK(polygons_of(joined).size() == 1);
  }
  CHECK(to_wkt(by_strips(edges, {-7000, 0, 1, 2, 9000})).starts_with("POLYGON ((0 0, 0.001 0, 0.002 0, 4 0"));
}

TEST_CASE("holes, touching corners and what ends at a line stay what they are") {
  const std::vector<GridEdge> edges =
      edges_of(column_of({"POLYGON ((0 0, 6 0, 6 6, 0 6, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
                          "POLYGON ((6 6, 8 6, 8 8, 6 8, 6 6))", "POLYGON ((3 3, 4 3, 4 3.5, 3 3))"}));
  const std::vector<std::uint8_t> expected = whole(edges);
  for (std::int64_t x = -1000; x <= 9000; x += 500) {
    CAPTURE(x);
    const std::vector<std::uint8_t> joined = by_strips(edges, {x});
    CHECK(is_valid(joined));
    CHECK(planar_area(joined) == Approx(planar_area(expected)).margin(1e-12));
    CHECK(polygons_of(joined).size() == polygons_of(expected).size());
  }
}

TEST_CASE("overlapping polygons are the same places by strips as at once, whatever threads do") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    const GeometryColumn rows = stars(seed, 300, 100, 6, 12);
    const std::vector<GridEdge> edges = edges_of(rows);
    const std::vector<std::int64_t> lines = strip_lines(edges, 7);
    REQUIRE(lines.size() == 6);
    CHECK(std::ranges::is_sorted(lines));
    const std::vector<std::uint8_t> expected = whole(edges);
    const std::vector<std::uint8_t> joined = by_strips(edges, lines, 4);
    CHECK(joined == by_strips(edges, lines, 1));
    CHECK(is_valid(joined));
    CHECK(planar_area(joined) == Approx(planar_area(expected)).epsilon(1e-5));
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 100);
    for (int n = 0; n < 1'000; ++n) {
      const Point p{place(random), place(random)};
      if (distance_to_border(expected, p) > 0.002) CHECK(inside(joined, p) == inside(expected, p));
    }
  }
}

TEST_CASE("on a coarse grid, where everything meets everything, strips stay valid") {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> place(0, 12);
  for (int n = 0; n < 300; ++n) {
    std::vector<GridEdge> edges;
    for (int t = 0; t < 6; ++t) {
      Path ring{{place(random) / scale, place(random) / scale},
                {place(random) / scale, place(random) / scale},
                {place(random) / scale, place(random) / scale}};
      ring.push_back(ring.front());
      const Rings polygon = oriented({ring});
      add_edges({&polygon, 1}, {1, 0}, scale, edges);
    }
    const std::vector<std::uint8_t> joined = by_strips(edges, {3, 4, 7});
    CAPTURE(n);
    CHECK((polygons_of(joined).empty() || is_valid(joined)));
    // Every border moves by less than a cell where it is cut and rounded.
    double border = 0;
    for (const GridEdge& edge : edges)
      border += std::hypot(static_cast<double>(edge.high.x - edge.low.x),
                           static_cast<double>(edge.high.y - edge.low.y));
    CHECK(std::fabs(planar_area(joined) - planar_area(whole(edges))) * scale * scale <= 2 * border);
  }
}
