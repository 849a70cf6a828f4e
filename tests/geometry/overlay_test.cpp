#include "geometry/overlay.hpp"

#include <catch2/catch.hpp>

#include "geometry/geos.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

std::string text(const Pieces& pieces) {
  std::string all;
  for (std::size_t i = 0; i < pieces.geometry.size(); ++i) {
    const auto row = [](std::uint32_t r) { return r == no_row ? std::string("-") : std::to_string(r); };
    geos::Geometry piece = geos::read(pieces.geometry.wkb(i));
    geos::normalize(piece);
    all += row(pieces.source_a[i]) + "," + row(pieces.source_b[i]) + " " + to_wkt(geos::write(piece)) + "\n";
  }
  return all;
}

double total_area(const GeometryColumn& column) {
  double area = 0;
  for (std::size_t row = 0; row < column.size(); ++row) area += planar_area(column.wkb(row));
  return area;
}

void check_certificate(const Pieces& pieces) {
  const Certificate& c = pieces.certificate;
  CHECK(c.pieces == pieces.geometry.size());
  CHECK(c.witnesses == c.pieces);
  CHECK(c.witness_failures == 0);
  CHECK(std::fabs(c.balance()) <= 1e-5 * c.input_measure + 1e-9);
  for (std::size_t i = 0; i < pieces.geometry.size(); ++i) {
    CHECK_FALSE(is_empty(pieces.geometry.wkb(i)));
    CHECK(is_valid(pieces.geometry.wkb(i)));
    if (i > 0)
      CHECK(std::pair(pieces.source_a[i - 1], pieces.source_b[i - 1]) <
            std::pair(pieces.source_a[i], pieces.source_b[i]));
  }
}

const char* const square = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))";
const char* const shifted = "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))";

}  // namespace

TEST_CASE("two squares, by hand") {
  Context context;
  const GeometryColumn a = column_of({square});
  const GeometryColumn b = column_of({shifted});
  CHECK(text(intersection(a, b, grid, context)) == "0,0 POLYGON ((1 1, 1 2, 2 2, 2 1, 1 1))\n");
  CHECK(text(difference(a, b, grid, context)) == "0,- POLYGON ((0 0, 0 2, 1 2, 1 1, 2 1, 2 0, 0 0))\n");
  const Pieces all = union_of(a, b, grid, context);
  CHECK(text(all) ==
        "0,0 POLYGON ((1 1, 1 2, 2 2, 2 1, 1 1))\n"
        "0,- POLYGON ((0 0, 0 2, 1 2, 1 1, 2 1, 2 0, 0 0))\n"
        "-,0 POLYGON ((1 2, 1 3, 3 3, 3 1, 2 1, 2 2, 1 2))\n");
  CHECK(all.certificate.input_measure == 4);
  CHECK(all.certificate.output_measure == 4);
  CHECK(text(identity(a, b, grid, context)) ==
        "0,0 POLYGON ((1 1, 1 2, 2 2, 2 1, 1 1))\n"
        "0,- POLYGON ((0 0, 0 2, 1 2, 1 1, 2 1, 2 0, 0 0))\n");
  const Pieces apart = symmetric_difference(a, b, grid, context);
  CHECK(text(apart) ==
        "0,- POLYGON ((0 0, 0 2, 1 2, 1 1, 2 1, 2 0, 0 0))\n"
        "-,0 POLYGON ((1 2, 1 3, 3 3, 3 1, 2 1, 2 2, 1 2))\n");
  CHECK(apart.certificate.output_measure == 3);
  CHECK(apart.certificate.outside_measure == 1);
  const Pieces updated = update(a, b, grid, context);
  CHECK(text(updated) ==
        "0,- POLYGON ((0 0, 0 2, 1 2, 1 1, 2 1, 2 0, 0 0))\n-,0 POLYGON ((1 1, 1 3, 3 3, 3 1, 1 1))\n");
  CHECK(updated.certificate.witnesses == 2);
  const Certificate shared = intersection(a, b, grid, context).certificate;
  CHECK(shared.output_measure == 1);
  CHECK(shared.outside_measure == 3);
  CHECK(shared.balance() == 0);
}

TEST_CASE("what only touches is dropped") {
  Context context;
  const GeometryColumn a = column_of({square});
  for (const char* other :
       {"POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))", "POLYGON ((2 2, 3 2, 3 3, 2 2))",
        "POLYGON ((5 5, 6 5, 6 6, 5 5))", "LINESTRING (2 -1, 2 -3)", "LINESTRING (-1 1, -1 5)"}) {
    INFO(other);
    CHECK(intersection(a, column_of({other}), grid, context).geometry.size() == 0);
    CHECK(total_area(difference(a, column_of({other}), grid, context).geometry) == 4);
  }
  CHECK(
      intersection(column_of({"LINESTRING (0 0, 2 2)"}), column_of({"LINESTRING (0 2, 2 0)"}), grid, context)
          .geometry.size() == 0);
}

TEST_CASE("holes, parts, rows within rows, and every pair of overlapping rows") {
  Context context;
  const char* const ring = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))";
  const Pieces hole =
      intersection(column_of({ring}),
                   column_of({"POLYGON ((3 3, 6 3, 6 6, 3 6, 3 3))", "POLYGON ((1 4, 8 4, 8 5, 1 5, 1 4))"}),
                   grid, context);
  CHECK(text(hole) == "0,1 MULTIPOLYGON (((6 4, 6 5, 8 5, 8 4, 6 4)), ((1 4, 1 5, 3 5, 3 4, 1 4)))\n");
  const Pieces within = union_of(column_of({square, "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"}),
                                 column_of({square}), grid, context);
  CHECK(text(within) == "0,0 POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0))\n1,0 POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))\n");
  // Rows of b overlap each other: each pair has its piece, the balance counts a place once.
  const Pieces twice = intersection(column_of({square}), column_of({square, shifted}), grid, context);
  CHECK(total_area(twice.geometry) == 5);
  CHECK(twice.certificate.output_measure == 4);
  check_certificate(twice);
}

TEST_CASE("a clip gives each row once, whatever overlaps it") {
  Context context;
  const GeometryColumn zones = column_of({square, shifted});
  const Pieces one = clip(column_of({"POLYGON ((0 1, 4 1, 4 2, 0 2, 0 1))", "POLYGON ((7 7, 8 7, 8 8, 7 7))",
                                     "POLYGON ((1 1, 2 1, 2 2, 1 1))"}),
                          zones, grid, context);
  CHECK(text(one) ==
        "0,- POLYGON ((0 1, 0 2, 1 2, 3 2, 3 1, 2 1, 0 1))\n2,- POLYGON ((1 1, 2 2, 2 1, 1 1))\n");
  check_certificate(one);
  CHECK(text(clip(column_of({"LINESTRING (-1 1.5, 5 1.5)", "POINT (2.5 2.5)", "POINT (0 3)"}), zones, grid,
                  context)) == "0,- LINESTRING (0 1.5, 3 1.5)\n1,- POINT (2.5 2.5)\n");
  CHECK(clip(zones, column_of({}), grid, context).geometry.size() == 0);
}

TEST_CASE("lines and points are taken apart as polygons are") {
  Context context;
  const GeometryColumn line = column_of({"LINESTRING (0 0, 4 0)"});
  const GeometryColumn other = column_of({"LINESTRING (2 0, 6 0)"});
  CHECK(text(symmetric_difference(line, other, grid, context)) ==
        "0,- LINESTRING (0 0, 2 0)\n-,0 LINESTRING (4 0, 6 0)\n");
  CHECK(text(update(line, other, grid, context)) == "0,- LINESTRING (0 0, 2 0)\n-,0 LINESTRING (2 0, 6 0)\n");
  CHECK(text(symmetric_difference(column_of({"POINT (1 1)", "POINT (2 2)"}),
                                  column_of({"POINT (2 2)", "POINT (3 3)"}), grid, context)) ==
        "0,- POINT (1 1)\n-,1 POINT (3 3)\n");
}

TEST_CASE("what overlays leave and keep adds up, whichever way it is asked") {
  Context context = with_threads(2);
  const GeometryColumn a = stars(51, 30, 80, 12, 23);
  const GeometryColumn b = stars(52, 30, 80, 12, 31);
  const double left = total_area(dissolve(a, grid, context));
  const double right = total_area(dissolve(b, grid, context));
  const auto area = [&](const Pieces& pieces) {
    return total_area(dissolve(pieces.geometry, grid, context));
  };
  const double shared = area(intersection(a, b, grid, context));
  const double margin = 0.1;
  CHECK(area(intersection(b, a, grid, context)) == Approx(shared).margin(margin));
  CHECK(area(clip(a, b, grid, context)) == Approx(shared).margin(margin));
  CHECK(area(difference(a, b, grid, context)) == Approx(left - shared).margin(margin));
  CHECK(area(difference(b, a, grid, context)) == Approx(right - shared).margin(margin));
  CHECK(area(symmetric_difference(a, b, grid, context)) == Approx(left + right - 2 * shared).margin(margin));
  CHECK(area(symmetric_difference(b, a, grid, context)) == Approx(left + right - 2 * shared).margin(margin));
  CHECK(area(union_of(a, b, grid, context)) == Approx(left + right - shared).margin(margin));
  CHECK(area(update(a, b, grid, context)) == Approx(left + right - shared).margin(margin));
  CHECK(area(identity(a, b, grid, context)) == Approx(left).margin(margin));
}

TEST_CASE("lines and points meet polygons") {
  Context context;
  const GeometryColumn a = column_of({square});
  CHECK(text(intersection(column_of({"LINESTRING (-1 1, 1 1, 5 1)"}), a, grid, context)) ==
        "0,0 LINESTRING (0 1, 1 1, 2 1)\n");
  CHECK(text(intersection(a, column_of({"LINESTRING (1 1, 5 1)"}), grid, context)) ==
        "0,0 LINESTRING (1 1, 2 1)\n");
  CHECK(text(difference(column_of({"LINESTRING (-1 1, 1 1, 5 1)"}), a, grid, context)) ==
        "0,- MULTILINESTRING ((2 1, 5 1), (-1 1, 0 1))\n");
  CHECK(text(difference(a, column_of({"LINESTRING (1 1, 5 1)"}), grid, context)) ==
        "0,- POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0))\n");
  CHECK(text(intersection(column_of({"LINESTRING (0 0, 4 0)"}),
                          column_of({"LINESTRING (1 0, 9 0)", "LINESTRING (2 -1, 2 1)"}), grid, context)) ==
        "0,0 LINESTRING (1 0, 4 0)\n");
  CHECK(text(intersection(column_of({"MULTIPOINT (1 1, 2 2, 3 3)"}), a, grid, context)) ==
        "0,0 MULTIPOINT ((2 2), (1 1))\n");
  CHECK(text(difference(column_of({"MULTIPOINT (1 1, 2 2, 3 3)"}), a, grid, context)) == "0,- POINT (3 3)\n");
  CHECK(text(intersection(column_of({"POINT (1 0)"}),
                          column_of({"LINESTRING (0 0, 2 0)", "POINT (1 0)", "POINT (1 1)"}), grid,
                          context)) == "0,0 POINT (1 0)\n0,1 POINT (1 0)\n");
  const Pieces mixed = union_of(column_of({square, "LINESTRING (-1 1, 3 1)"}),
                                column_of({shifted, "POINT (1.5 1.5)"}), grid, context);
  CHECK(mixed.certificate.witnesses == mixed.geometry.size());
}

TEST_CASE("a line keeps its direction") {
  Context context;
  const Pieces cut =
      intersection(column_of({"LINESTRING (5 1, 1 1, -1 1)"}), column_of({square}), grid, context);
  CHECK(to_wkt(cut.geometry.wkb(0)) == "LINESTRING (2 1, 1 1, 0 1)");
}

TEST_CASE("nulls, empties and collections have no pieces or those of their highest dimension") {
  Context context;
  const GeometryColumn rows =
      column_of({"", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY", square,
                 "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)))"});
  const Pieces pieces = union_of(rows, rows, grid, context);
  CHECK(pieces.source_a == std::vector<std::uint32_t>{3, 3, 4, 4});
  CHECK(pieces.source_b == std::vector<std::uint32_t>{3, 4, 3, 4});
  CHECK(union_of(column_of({}), column_of({}), grid, context).geometry.size() == 0);
  CHECK(difference(column_of({square}), column_of({""}), grid, context).geometry.size() == 1);
  // Narrower than the grid: rounding leaves nothing of it.
  CHECK(intersection(column_of({"POLYGON ((0 0, 1 0, 1 0.0001, 0 0))"}), column_of({square}), grid, context)
            .geometry.size() == 0);
  CHECK_THROWS_AS(intersection(rows, rows, 0, context), Error);
}

TEST_CASE("random stars: the same areas as plain GEOS, and every sampled point in its piece") {
  Context context = with_threads(2);
  const GeometryColumn a = stars(21, 40, 100, 14, 23);
  const GeometryColumn b = stars(22, 40, 100, 14, 31);
  const Pieces shared = intersection(a, b, grid, context);
  const Pieces alone = difference(a, b, grid, context);
  const Pieces all = union_of(a, b, grid, context);
  check_certificate(shared);
  check_certificate(alone);
  check_certificate(all);

  std::size_t pairs = 0;
  std::size_t piece = 0;
  for (std::uint32_t i = 0; i < a.size(); ++i)
    for (std::uint32_t j = 0; j < b.size(); ++j) {
      const double expected = geos::area(geos::intersection(geos::read(a.wkb(i)), geos::read(b.wkb(j)), 0));
      const bool found =
          piece < shared.geometry.size() && shared.source_a[piece] == i && shared.source_b[piece] == j;
      CHECK((found ? planar_area(shared.geometry.wkb(piece)) : 0.0) == Approx(expected).margin(0.1));
      piece += found ? 1 : 0;
      pairs += expected > 0 ? 1 : 0;
    }
  CHECK(pairs > 100);
  CHECK(piece == shared.geometry.size());

  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(0, 100);
  for (int n = 0; n < 400; ++n) {
    const Point p{place(random), place(random)};
    bool near = false;
    for (const auto* column : {&a, &b})
      for (std::size_t row = 0; row < column->size(); ++row)
        near = near || distance_to_border(column->wkb(row), p) < 3 * grid;
    if (near) continue;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected, found;
    std::vector<std::uint32_t> in_a, in_b;
    for (std::uint32_t row = 0; row < a.size(); ++row)
      if (inside(a.wkb(row), p)) in_a.push_back(row);
    for (std::uint32_t row = 0; row < b.size(); ++row)
      if (inside(b.wkb(row), p)) in_b.push_back(row);
    if (in_a.empty()) in_a.push_back(no_row);
    if (in_b.empty()) in_b.push_back(no_row);
    for (const std::uint32_t i : in_a)
      for (const std::uint32_t j : in_b)
        if (i != no_row || j != no_row) expected.emplace_back(i, j);
    for (std::size_t k = 0; k < all.geometry.size(); ++k)
      if (all.geometry.envelope(k).contains(p) && inside(all.geometry.wkb(k), p))
        found.emplace_back(all.source_a[k], all.source_b[k]);
    CHECK(found == expected);
  }
}

TEST_CASE("an overlay does not depend on the number of threads") {
  Context one = with_threads(1);
  Context four = with_threads(4);
  const GeometryColumn a = stars(31, 60, 100, 12, 17);
  const GeometryColumn b = stars(32, 60, 100, 12, 19);
  const Pieces first = union_of(a, b, grid, one);
  const Pieces second = union_of(a, b, grid, four);
  CHECK(same(first.geometry, second.geometry));
  CHECK(first.source_a == second.source_a);
  CHECK(first.source_b == second.source_b);
  CHECK(first.certificate.output_measure == second.certificate.output_measure);
}

TEST_CASE("coordinates lie on the grid") {
  Context context;
  const Pieces pieces = union_of(stars(41, 20, 100, 14, 23), stars(42, 20, 100, 14, 31), 0.25, context);
  for (std::size_t i = 0; i < pieces.geometry.size(); ++i)
    for (const Rings& rings : polygons_of(pieces.geometry.wkb(i)))
      for (const Path& ring : rings)
        for (const Point p : ring) CHECK((p.x * 4 == std::round(p.x * 4) && p.y * 4 == std::round(p.y * 4)));
}

TEST_CASE("a sliver that collapses where a border crosses it vanishes, and nothing fails") {
  Context context;
  const GeometryColumn sliver =
      column_of({"POLYGON ((39895.095 189125.036, 40007.107 189067.041, 39895.095 189125.035, 39895.095 "
                 "189125.036))"});
  const GeometryColumn left = column_of(
      {"POLYGON ((39872.653 189106.152, 40036.658 189215.796, 39800 189300, 39872.653 189106.152))"});
  const GeometryColumn right = column_of(
      {"POLYGON ((39872.653 189106.152, 40036.658 189215.796, 40100 189000, 39872.653 189106.152))"});
  for (const GeometryColumn* zone : {&left, &right}) {
    const double shared = total_area(intersection(sliver, *zone, grid, context).geometry);
    const double alone = total_area(difference(sliver, *zone, grid, context).geometry);
    CHECK(shared + alone <= planar_area(sliver.wkb(0)) + grid * 127);
    const Pieces all = union_of(sliver, *zone, grid, context);
    CHECK(total_area(all.geometry) == Approx(planar_area(zone->wkb(0))).margin(2 * grid * 127));
  }
  // Wider than the grid, it has to be found.
  const GeometryColumn wide = column_of(
      {"POLYGON ((39895.095 189125.056, 40007.107 189067.041, 39895.095 189125.035, 39895.095 189125.056))"});
  CHECK(total_area(intersection(wide, left, grid, context).geometry) +
            total_area(intersection(wide, right, grid, context).geometry) ==
        Approx(planar_area(wide.wkb(0))).margin(0.12));
}
