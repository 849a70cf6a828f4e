#include "geometry/clean_coverage.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "geometry/coverage_check.hpp"
#include "geometry/geos.hpp"
#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;
using Kind = CoverageFault::Kind;

Crs plane() {
  return Crs::parse(regional_albers);
}

CleanedCoverage clean(const GeometryColumn& rows, CoverageWidths widths = {},
                      std::span<const std::uint32_t> precedence = {}, int threads = 1) {
  Context context = with_threads(threads);
  return clean_coverage(rows, plane(), precedence, widths, grid, context);
}

double area(const CleanedCoverage& made, std::size_t row) {
  return planar_area(made.geometry.wkb(row));
}

/// Squares of 100 m with jittered corners that they share; what is wrong with them is planted by the tests.
std::vector<Rings> squares(unsigned seed, int side) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> jitter(-20, 20);
  std::vector<Point> corners;
  for (int y = 0; y <= side; ++y)
    for (int x = 0; x <= side; ++x)
      corners.push_back({std::round((100.0 * x + jitter(random)) * 1000) / 1000,
                         std::round((100.0 * y + jitter(random)) * 1000) / 1000});
  std::vector<Rings> made;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const auto corner = [&](int dx, int dy) {
        return corners[static_cast<std::size_t>((y + dy) * (side + 1) + x + dx)];
      };
      made.push_back({{corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)}});
    }
  return made;
}

GeometryColumn column_from(const std::vector<Rings>& polygons) {
  GeometryColumn column;
  for (const Rings& rings : polygons) column.append(wkb_of_polygons({&rings, 1}));
  return column;
}

/// Looked for every fifth of a metre.
bool has_place_deeper_than(double depth, const Rings& polygon) {
  const std::vector<std::uint8_t> shape = wkb_of_polygons({&polygon, 1});
  const Envelope box = envelope_of(shape);
  for (double y = box.min_y; y < box.max_y; y += 0.2)
    for (double x = box.min_x; x < box.max_x; x += 0.2)
      if (inside(shape, {x, y}) && distance_to_border(shape, {x, y}) > depth) return true;
  return false;
}

double area_of(const geos::Geometry& geometry) {
  return planar_area(geos::write(geometry));
}

}  // namespace

TEST_CASE("a narrow gap goes to the neighbour with the longest border; a wide one is told and stays") {
  // Two rows 0.5 m apart, closed by rows below and above; beside them a pond of 20 m.
  const GeometryColumn rows = column_of({"POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))",
                                         "POLYGON ((50.5 0, 150 0, 150 100, 50.5 100, 50.5 60, 50.6 50, 50.5 "
                                         "40, 50.5 0), (100 40, 120 40, 120 60, 100 60, 100 40))",
                                         "POLYGON ((0 -50, 150 -50, 150 0, 0 0, 0 -50))",
                                         "POLYGON ((0 100, 150 100, 150 150, 0 150, 0 100))"});
  const CleanedCoverage made = clean(rows);
  REQUIRE(made.faults.size() == 2);
  CHECK(made.faults[0].kind == Kind::gap);
  CHECK(made.faults[0].to == 1);  // the crooked side is longer
  CHECK(made.faults[0].area == Approx(50 + 1));
  CHECK(made.faults[0].width_m == Approx(0.5).epsilon(0.03));
  CHECK(made.faults[1].to == no_row);
  CHECK(made.faults[1].width_m == Approx(10).epsilon(1e-3));
  CHECK(area(made, 0) == Approx(5000));
  CHECK(area(made, 1) == Approx(planar_area(rows.wkb(1)) + 51));
  CHECK(made.certificate.balance() == Approx(0).margin(1e-6));
  CHECK(made.certificate.outside_measure == Approx(-51));
  // A wider limit fills the pond, too; none fills nothing.
  CHECK(clean(rows, {{21}, {1}}).faults[1].to == 1);
  CHECK(clean(rows, {{0}, {1}}).faults[0].to == no_row);
}

TEST_CASE("overlaps go to the longest border, or to the first by precedence") {
  const GeometryColumn rows = column_of(
      {"POLYGON ((0 0, 60 0, 60 100, 0 100, 0 0))", "POLYGON ((50 20, 150 20, 150 80, 50 80, 50 20))"});
  // {0, 1} is 10 m by 60 m: 60 m on the side of row 0 with its two ends, 60 m on that of row 1.
  const CleanedCoverage made = clean(rows);
  REQUIRE(made.faults.size() == 1);
  CHECK(made.faults[0].kind == Kind::overlap);
  CHECK(made.faults[0].rows == std::vector<std::uint32_t>{0, 1});
  CHECK(made.faults[0].to == 0);
  CHECK(made.faults[0].area == Approx(600));
  CHECK(area(made, 0) == Approx(6000));
  CHECK(area(made, 1) == Approx(6000 - 600));
  const std::vector<std::uint32_t> precedence{7, 3};
  CHECK(clean(rows, {}, precedence).faults[0].to == 1);
  CHECK(area(clean(rows, {}, precedence), 0) == Approx(5400));
}

TEST_CASE("three overlapping rows leave no overlap and no sliver behind") {
  // QGIS takes each pair by itself, and leaves overlaps and thin rests where three rows meet (its issue
  // 63084).
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((6 0, 16 0, 16 10, 6 10, 6 0))",
                 "POLYGON ((3 6, 13 6, 13 16, 3 16, 3 6))"});
  const CleanedCoverage made = clean(rows);
  CHECK(is_coverage(made.geometry, grid));
  double sum = 0;
  for (std::size_t row = 0; row < 3; ++row) {
    sum += area(made, row);
    CHECK(polygons_of(made.geometry.wkb(row)).size() == 1);
  }
  Context context;
  CHECK(sum == Approx(planar_area(dissolve(rows, grid, context).wkb(0))));
  const auto threefold =
      std::ranges::find_if(made.faults, [](auto& fault) { return fault.rows.size() == 3; });
  REQUIRE(threefold != made.faults.end());
  CHECK(threefold->area == Approx(16));
}

TEST_CASE("slivers by width go to their neighbour; what is small but compact is none") {
  // Row 0 has a strip of 0.4 m on the far side of row 1; row 2 is 2 m square, far smaller than the strip.
  const GeometryColumn rows = column_of(
      {"MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((200 0, 200.4 0, 200.4 100, 200 100, 200 0)))",
       "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))",
       "POLYGON ((200.4 0, 202.4 0, 202.4 2, 200.4 2, 200.4 0))"});
  const CleanedCoverage made = clean(rows);
  REQUIRE(made.faults.size() == 1);
  CHECK(made.faults[0].kind == Kind::sliver);
  CHECK(made.faults[0].rows == std::vector<std::uint32_t>{0});
  CHECK(made.faults[0].to == 1);
  CHECK(made.faults[0].area == Approx(40));
  CHECK(area(made, 0) == Approx(10000));
  CHECK(area(made, 1) == Approx(10040));
  CHECK(area(made, 2) == Approx(4));
  // By area alone the square would have gone before the strip.
  CHECK(clean(rows, {{1}, {0.3}}).faults.empty());
}

TEST_CASE("a whole row is never taken as a sliver, however small beside its neighbours") {
  // mapshaper dropped the compact state of Rhode Island beside a mask of the world (its issue 118).
  const GeometryColumn mask =
      column_of({"POLYGON ((-9000000 -9000000, 9000000 -9000000, 9000000 9000000, -9000000 9000000, -9000000 "
                 "-9000000), "
                 "(0 0, 0 3, 3 3, 3 0, 0 0))",
                 "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"});
  CHECK(area(clean(mask), 1) == Approx(9));
  CHECK(clean(mask).faults.empty());
  // A row that is a strip stays, and is told; of two strips the larger one.
  const GeometryColumn strips = column_of({"POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))",
                                           "POLYGON ((100 0, 100.4 0, 100.4 100, 100 100, 100 0))",
                                           "MULTIPOLYGON (((0 100, 100 100, 100 100.4, 0 100.4, 0 100)), "
                                           "((-0.5 0, 0 0, 0 50, -0.5 50, -0.5 0)))"});
  const CleanedCoverage made = clean(strips);
  CHECK(area(made, 1) == Approx(40));
  CHECK(area(made, 2) == Approx(40));
  CHECK(area(made, 0) == Approx(10025));
  REQUIRE(made.faults.size() == 3);
  CHECK(std::ranges::count_if(made.faults, [](auto& fault) { return fault.rows.front() == fault.to; }) == 2);
}

TEST_CASE("rows inside others keep their place; of equal rows the first has it") {
  const char* const inner = "POLYGON ((40 40, 60 40, 60 60, 40 60, 40 40))";
  const GeometryColumn rows =
      column_of({"POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", inner, inner, "", "POLYGON EMPTY"});
  const CleanedCoverage made = clean(rows);
  CHECK(area(made, 0) == Approx(9600));
  CHECK(area(made, 1) == Approx(400));
  CHECK(made.geometry.is_null(2));
  CHECK(made.geometry.is_null(3));
  CHECK(made.geometry.is_null(4));
  CHECK(clean(column_of({})).geometry.size() == 0);
}

TEST_CASE("coverages with planted gaps, overlaps and slivers, as GEOS sees them") {
  const unsigned seed = GENERATE(range(1U, 9U));
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::vector<Rings> polygons = squares(seed, 8);
  std::uniform_int_distribution<std::size_t> any(0, polygons.size() - 1), corner(0, 3);
  std::uniform_real_distribution<double> shift(-0.4, 0.4), large(-9, 9);
  // Corners moved a little in one polygon alone leave gaps and overlaps; a few move far.
  for (int n = 0; n < 60; ++n) {
    Path& ring = polygons[any(random)][0];
    const std::size_t at = corner(random);
    const bool far = n % 10 == 0;
    ring[at].x += far ? large(random) : shift(random);
    ring[at].y += far ? large(random) : shift(random);
    ring[4] = ring[0];
  }
  polygons.push_back(polygons[any(random)]);  // once more
  const GeometryColumn rows = column_from(polygons);
  const CleanedCoverage made = clean(rows);
  REQUIRE(made.geometry.size() == rows.size());
  CHECK(is_coverage(made.geometry, grid));
  CHECK(made.certificate.balance() == Approx(0).margin(1));

  // No two rows overlap, all are valid, and only the doubled one is gone.
  std::size_t gone = 0;
  double sum = 0;
  std::vector<geos::Geometry> shapes;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (made.geometry.is_null(row)) {
      ++gone;
      continue;
    }
    CHECK(is_valid(made.geometry.wkb(row)));
    sum += area(made, row);
    shapes.push_back(geos::read(made.geometry.wkb(row)));
  }
  CHECK(gone == 1);
  for (std::size_t a = 0; a < shapes.size(); ++a)
    for (std::size_t b = a + 1; b < shapes.size(); ++b)
      CHECK(area_of(geos::intersection(shapes[a], shapes[b], 0)) == Approx(0).margin(1e-6));

  // The union is that of the rows with the gaps that were filled.
  std::vector<geos::Geometry> parts;
  for (std::size_t row = 0; row < rows.size(); ++row) parts.push_back(geos::read(rows.wkb(row)));
  for (std::size_t f = 0; f < made.faults.size(); ++f)
    if (made.faults[f].kind == Kind::gap && made.faults[f].to != no_row)
      parts.push_back(geos::read(made.fault_geometry.wkb(f)));
  CHECK(sum == Approx(area_of(geos::unary_union(geos::collection(std::move(parts)), grid))).margin(1));

  // What the borders of the union enclose outside of it are the gaps, and those are filled that a half metre
  // inwards leaves nothing of.
  std::vector<geos::Geometry> given;
  for (std::size_t row = 0; row < rows.size(); ++row) given.push_back(geos::read(rows.wkb(row)));
  const geos::Geometry all = geos::unary_union(geos::collection(std::move(given)), grid);
  const geos::Prepared prepared(all);
  double enclosed = 0, gaps = 0;
  for (const Rings& face :
       polygons_of(geos::write(geos::polygonize(geos::unary_union(geos::boundary(all), grid)))))
    if (!prepared.covers(*geos::interior_point(geos::read(wkb_of_polygons({&face, 1})))))
      enclosed += planar_area(face);
  int narrow = 0, wide = 0;
  for (std::size_t f = 0; f < made.faults.size(); ++f) {
    if (made.faults[f].kind != Kind::gap) continue;
    gaps += made.faults[f].area;
    const Rings gap = polygons_of(made.fault_geometry.wkb(f)).front();
    const bool is_narrow = 2 * planar_area(gap) < planar_length(gap[0]) && !has_place_deeper_than(0.5, gap);
    CHECK((made.faults[f].to != no_row) == is_narrow);
    ++(is_narrow ? narrow : wide);
  }
  CHECK(gaps == Approx(enclosed).margin(0.5));
  CHECK(narrow > 5);
  CHECK(wide > 0);

  // Another order and other threads change nothing but the numbers of rows (the doubled one apart).
  std::vector<std::uint32_t> order(rows.size() - 1);
  std::iota(order.begin(), order.end(), 0U);
  const CleanedCoverage forward = clean(take(rows, order));
  std::shuffle(order.begin(), order.end(), random);
  const CleanedCoverage shuffled = clean(take(rows, order), {}, {}, 4);
  CHECK(same(shuffled.geometry, take(forward.geometry, order)));
  CHECK(same(shuffled.fault_geometry, forward.fault_geometry));
  // What is clean stays as it is.
  const CleanedCoverage again = clean(forward.geometry);
  CHECK(same(again.geometry, forward.geometry));
}
