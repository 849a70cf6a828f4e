#include "geometry/merge_lines.hpp"

#include <catch2/catch.hpp>

#include "geometry/geos.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

MergedLines merged(const GeometryColumn& lines, LineDirection direction = LineDirection::ignored) {
  return merge_lines(lines, std::vector<std::uint32_t>(lines.size(), 0), direction, 0.001);
}

std::vector<std::uint32_t> rows_of(const std::vector<MergedLines::Part>& parts) {
  std::vector<std::uint32_t> rows;
  for (const auto& part : parts) rows.push_back(part.row);
  return rows;
}

std::vector<Path> paths_of(const MergedLines& lines) {
  std::vector<Path> paths;
  for (std::size_t row = 0; row < lines.geometry.size(); ++row)
    paths.push_back(lines_of(lines.geometry.wkb(row)).at(0));
  return paths;
}

}  // namespace

TEST_CASE("lines are joined where two ends meet, and not at a fork") {
  const GeometryColumn lines = column_of(
      {"LINESTRING (1 0, 2 0)", "LINESTRING (1 0, 0 0)", "LINESTRING (2 0, 3 1)", "LINESTRING (2 0, 3 -1)"});
  const MergedLines found = merged(lines);
  CHECK(paths_of(found) == std::vector<Path>{{{0, 0}, {1, 0}, {2, 0}}, {{2, 0}, {3, 1}}, {{2, 0}, {3, -1}}});
  CHECK(rows_of(found.parts[0]) == std::vector<std::uint32_t>{1, 0});
  // Both of the first two begin at (1 0).
  CHECK(merged(lines, LineDirection::kept).geometry.size() == 4);
}

TEST_CASE("the direction of the first row is that of its line") {
  const GeometryColumn lines =
      column_of({"LINESTRING (2 0, 1 0)", "LINESTRING (0 0, 1 0)", "LINESTRING (3 0, 2 0)"});
  CHECK(paths_of(merged(lines)) == std::vector<Path>{{{3, 0}, {2, 0}, {1, 0}, {0, 0}}});
  CHECK(paths_of(merged(lines, LineDirection::kept)) ==
        std::vector<Path>{{{3, 0}, {2, 0}, {1, 0}}, {{0, 0}, {1, 0}}});
}

TEST_CASE("rings of one and of several lines close") {
  const GeometryColumn lines = column_of({"LINESTRING (0 0, 1 0, 1 1, 0 0)", "LINESTRING (5 5, 6 5)",
                                          "LINESTRING (6 6, 6 5)", "LINESTRING (6 6, 5 5)"});
  const MergedLines found = merged(lines);
  CHECK(paths_of(found) ==
        std::vector<Path>{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{5, 5}, {6, 5}, {6, 6}, {5, 5}}});
  CHECK(found.closed == std::vector<bool>{true, true});
  // A line that touches a ring is no end of it, and the ring stays whole.
  const MergedLines touched =
      merged(column_of({"LINESTRING (0 0, 1 0, 1 1, 0 0)", "LINESTRING (0 0, -1 0)"}));
  CHECK(touched.geometry.size() == 2);
  CHECK(touched.closed == std::vector<bool>{false, false});
}

TEST_CASE("groups, multi-lines, what has no length, and nothing") {
  const GeometryColumn lines =
      column_of({"MULTILINESTRING ((0 0, 1 0), (5 0, 6 0))", "", "LINESTRING (1 0, 5 0)", "POINT (1 0)",
                 "LINESTRING (6 0, 6 0)", "LINESTRING (6 0, 7 0)"});
  const MergedLines found =
      merge_lines(lines, std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1}, LineDirection::ignored, 0.001);
  REQUIRE(found.geometry.size() == 2);
  CHECK(rows_of(found.parts[0]) == std::vector<std::uint32_t>{0, 2, 0});
  CHECK(found.group == std::vector<std::uint32_t>{0, 1});
  CHECK(found.parts[0][1].length == 4);
  CHECK(merged(column_of({})).geometry.size() == 0);
}

TEST_CASE("ends in one cell of the grid meet") {
  const MergedLines found = merged(
      column_of({"LINESTRING (0 0, 1.0001 0)", "LINESTRING (1.0002 0, 2 0)", "LINESTRING (2.002 0, 3 0)"}));
  CHECK(found.geometry.size() == 2);
}

TEST_CASE("random networks: as many lines, and as long, as GEOS merges") {
  std::mt19937 random(31);
  for (const int side : {3, 5, 9}) {
    std::uniform_int_distribution<int> cell(0, side);
    for (int repeat = 0; repeat < 40; ++repeat) {
      GeometryColumn lines;
      std::vector<geos::Geometry> parts;
      double length = 0;
      for (int i = 0; i < 3 * side; ++i) {
        const Point a{double(cell(random)), double(cell(random))};
        const Point b{double(cell(random)), double(cell(random))};
        if (a == b) continue;
        // Each by a way of its own: GEOS takes equal lines for one.
        const Path path{a, {(a.x + b.x) / 2 + 0.01 * i + 0.003, (a.y + b.y) / 2 + 0.0171 * i + 0.001}, b};
        lines.append(wkb_of_lines({&path, 1}));
        parts.push_back(geos::line(path));
        length += planar_length(path);
      }
      const geos::Geometry all = geos::collection(std::move(parts));
      for (const LineDirection direction : {LineDirection::ignored, LineDirection::kept}) {
        const MergedLines found = merged(lines, direction);
        const auto peer = lines_of(geos::write(geos::merge_lines(
            all, direction == LineDirection::kept ? geos::Direction::kept : geos::Direction::ignored)));
        double ours = 0;
        std::size_t used = 0;
        for (std::size_t i = 0; i < found.geometry.size(); ++i) {
          ours += planar_length(found.geometry.wkb(i));
          used += found.parts[i].size();
        }
        CHECK(ours == Approx(length));
        CHECK(used == lines.size());
        CHECK(found.geometry.size() == peer.size());
      }
    }
  }
}
