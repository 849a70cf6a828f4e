#include "analyses/row_difference.hpp"

#include <random>

#include "analyses/fixtures.hpp"
#include "geometry/measure.hpp"

using namespace fixtures;

TEST_CASE("each row loses only what its own counterpart covers") {
  GeometryColumn a, b;
  a.append(box(0, 0, 10, 10));
  b.append(box(5, 0, 20, 10));  // half of it
  a.append(box(0, 0, 10, 10));
  b.append(box(-1, -1, 11, 11));  // all of it
  a.append(box(0, 0, 10, 10));
  b.append_null();  // nothing
  a.append_null();
  b.append(box(0, 0, 10, 10));
  a.append(line({{0, 0}, {10, 0}}));
  b.append(line({{4, 0}, {6, 0}}));  // a line of a line
  Context context;
  const RowDifference left = row_difference(a, b, 0.001, context);
  REQUIRE(left.geometry.size() == 5);
  const auto areas = areas_m2(left.geometry, crs(), context);
  CHECK(areas[0] == Approx(50).epsilon(1e-5));
  CHECK(left.geometry.is_null(1));
  CHECK(areas[2] == Approx(100).epsilon(1e-5));
  CHECK(left.geometry.is_null(3));
  CHECK(lengths_m(left.geometry, crs(), context)[4] == Approx(8).epsilon(1e-5));
  CHECK(left.certificate.witness_failures == 0);
}

TEST_CASE("random boxes: the area left is that of a less what both share") {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> at(0, 50), size(1, 40);
  GeometryColumn a, b;
  std::vector<double> expected;
  for (int i = 0; i < 200; ++i) {
    const double x[] = {double(at(random)), double(at(random))},
                 y[] = {double(at(random)), double(at(random))};
    const double w[] = {double(size(random)), double(size(random))};
    a.append(box(x[0], y[0], x[0] + w[0], y[0] + w[0]));
    b.append(box(x[1], y[1], x[1] + w[1], y[1] + w[1]));
    const double shared_x = std::min(x[0] + w[0], x[1] + w[1]) - std::max(x[0], x[1]);
    const double shared_y = std::min(y[0] + w[0], y[1] + w[1]) - std::max(y[0], y[1]);
    expected.push_back(w[0] * w[0] - std::max(0.0, shared_x) * std::max(0.0, shared_y));
  }
  Context context;
  context.set_threads(4);
  const RowDifference left = row_difference(a, b, 0.001, context);
  const auto areas = areas_m2(left.geometry, crs(), context);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(left.geometry.is_null(i) == (expected[i] == 0));
    CHECK(areas[i] == Approx(expected[i]).epsilon(1e-5).margin(1e-9));
  }
}
