#include "geometry/styled_line.hpp"

#include <catch2/catch.hpp>

#include "geometry/repair.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double arc_slack = 6.17e-5;
constexpr double grid_m = 0.001;

using Bytes = std::vector<std::uint8_t>;

Path line_of(std::string_view wkt) {
  return lines_of(parse_wkt(wkt))[0];
}

Bytes styled(const Path& line, double distance, BufferStyle style, LineEnds ends = {}) {
  const Bytes wkb = wkb_of_polygons(styled_line(line, ends, style, distance, arc_slack, grid_m));
  REQUIRE(is_valid(wkb));
  return wkb;
}

/// The oracle: the place's distance from the line, and the side of the nearest edge on which it lies: 1 left,
/// -1 right, 0 on it or beyond an end.
std::pair<double, int> distance_and_side(const Path& line, Point p) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(p, line[i - 1], line[i]));
  double side = 0;
  double widest = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1];
    const Point b = line[i];
    if (distance_to_segment(p, a, b) > nearest + 1e-12) continue;
    // Beside a corner two edges are as near; the one whose line is farther off tells the side.
    const double off =
        ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / std::hypot(b.x - a.x, b.y - a.y);
    if (std::fabs(off) > widest) widest = std::fabs(off), side = off;
  }
  const bool closed = line.front() == line.back();
  for (const auto& [end, next] :
       {std::pair{line.front(), line[1]}, std::pair{line.back(), line[line.size() - 2]}})
    if (!closed && std::hypot(p.x - end.x, p.y - end.y) <= nearest + 1e-12 &&
        (next.x - end.x) * (p.x - end.x) + (next.y - end.y) * (p.y - end.y) < 0)
      return {nearest, 0};
  return {nearest, side > 0 ? 1 : -1};
}

/// Places that lie clearly on one side, within the distance or not, are in its buffer or not.
void expect_side(const Path& line, double distance, BufferSide side, const Bytes& buffered) {
  Envelope extent;
  for (const Point p : line) extent.expand(p);
  extent = extent.grown(1.2 * distance);
  std::mt19937 random(4);
  std::uniform_real_distribution<double> x(extent.min_x, extent.max_x), y(extent.min_y, extent.max_y);
  int wrong = 0;
  for (int n = 0; n < 4'000; ++n) {
    const Point p{x(random), y(random)};
    if (distance_to_border(buffered, p) < 0.002 * distance + 0.002) continue;
    const auto [far, on] = distance_and_side(line, p);
    if (inside(buffered, p) != (far <= distance && on == (side == BufferSide::left ? 1 : -1))) ++wrong;
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("flat and square ends, by hand") {
  const Path line = line_of("LINESTRING (0 0, 10 0)");
  CHECK(planar_area(styled(line, 1, {LineCap::flat})) == Approx(20));
  CHECK(planar_area(styled(line, 1, {LineCap::square})) == Approx(24));
  // Only where the line itself ends.
  CHECK(planar_area(styled(line, 1, {LineCap::square}, {true, false})) == Approx(22));
  CHECK(planar_area(styled(line, 1, {LineCap::flat, BufferSide::left})) == Approx(10));
  CHECK(inside(styled(line, 1, {LineCap::flat, BufferSide::left}), {5, 0.001}));
  CHECK(inside(styled(line, 1, {LineCap::flat, BufferSide::right}), {5, -0.001}));
  // A right angle to the left: a square of 1 is inside of both, a quarter of a disc outside.
  const Path corner = line_of("LINESTRING (0 0, 10 0, 10 10)");
  CHECK(planar_area(styled(corner, 1, {LineCap::flat, BufferSide::left})) == Approx(19));
  CHECK(planar_area(styled(corner, 1, {LineCap::flat, BufferSide::right})) ==
        Approx(20 + std::numbers::pi / 4).epsilon(1e-4));
}

TEST_CASE("a line that closes has no ends") {
  const Path ring = line_of("LINESTRING (0 0, 10 0, 10 10, 0 10, 0 0)");
  CHECK(planar_area(styled(ring, 1, {LineCap::flat})) == Approx(36 + 40 + std::numbers::pi).epsilon(1e-4));
  CHECK(planar_area(styled(ring, 1, {LineCap::flat, BufferSide::left})) == Approx(36));
}

TEST_CASE("one-sided buffers that GEOS and JTS had wrong") {
  // JTS issue 178: artefacts on the other side of a sharp turn; the same line with a corner less.
  for (const char* wkt :
       {"LINESTRING (50 50, 150 150, 150 100, 150 0)", "LINESTRING (50 50, 150 150, 150 0)"}) {
    const Path line = line_of(wkt);
    const Bytes right = styled(line, 21, {LineCap::flat, BufferSide::right});
    expect_side(line, 21, BufferSide::right, right);
    const Bytes whole = styled(line, 21, {LineCap::flat});
    CHECK(planar_area(right) < planar_area(whole));
  }
  // GEOS issue 1273: nothing was left of a ring.
  const Path ring = line_of("LINESTRING (0 0, 0 1, 1 1, 0 0)");
  for (const double distance : {0.1, 0.2}) {
    expect_side(ring, distance, BufferSide::left, styled(ring, distance, {LineCap::flat, BufferSide::left}));
    expect_side(ring, distance, BufferSide::right,
                styled(ring, distance, {LineCap::flat, BufferSide::right}));
  }
  // GEOS issue 665: a corner that turns nowhere changed the buffer.
  const Path more = line_of("LINESTRING (6 8, 2 5, 4 5, 6 5)");
  const Path fewer = line_of("LINESTRING (6 8, 2 5, 6 5)");
  for (const BufferSide side : {BufferSide::left, BufferSide::right}) {
    const Bytes one = styled(more, 1, {LineCap::flat, side});
    expect_side(more, 1, side, one);
    CHECK(planar_area(one) == Approx(planar_area(styled(fewer, 1, {LineCap::flat, side}))).epsilon(1e-6));
  }
}

TEST_CASE("random lines: the two sides are what a flat buffer is made of") {
  std::mt19937 random(12);
  std::uniform_real_distribution<double> turn(-1.2, 1.2), step(5, 30);
  for (int n = 0; n < 40; ++n) {
    CAPTURE(n);
    Path line{{0, 0}};
    double heading = 0;
    for (int i = 0; i < 8; ++i) {
      heading += turn(random);
      const double length = step(random);
      line.push_back(
          {line.back().x + length * std::cos(heading), line.back().y + length * std::sin(heading)});
    }
    const double whole = planar_area(styled(line, 4, {LineCap::flat}));
    const Bytes left = styled(line, 4, {LineCap::flat, BufferSide::left});
    const Bytes right = styled(line, 4, {LineCap::flat, BufferSide::right});
    // Where one end lies within the buffer of another part, what is beside it belongs to both sides.
    const double both = planar_area(left) + planar_area(right);
    CHECK(both >= whole * (1 - 1e-4));
    if (both <= whole * (1 + 1e-4)) {
      expect_side(line, 4, BufferSide::left, left);
      expect_side(line, 4, BufferSide::right, right);
    }
  }
}
