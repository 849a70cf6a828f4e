#include "network/edges.hpp"

#include <cmath>
#include <random>

#include "geometry/measure.hpp"
#include "network/edge_index.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

Edges joined(const std::vector<Path>& paths) {
  std::vector<SourceLine> lines;
  for (const Path& path : paths) {
    SourceLine line;
    line.path = path;
    line.forward_kmh = line.backward_kmh = 36;
    lines.push_back(line);
  }
  Context context;
  return join_lines(lines, 0.001, metre_plane(), context);
}

}  // namespace

TEST_CASE("lines become edges between the places where they meet") {
  const Edges edges = joined({{{0, 0}, {100, 0}, {100, 50}}, {{100, 0}, {300, 0}}, {{7, 7}, {7, 7}}});
  REQUIRE(edges.size() == 3);
  CHECK(edges.nodes == 4);
  CHECK(edges.tail == std::vector<std::uint32_t>{0, 1, 1});
  CHECK(edges.head == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(edges.length_m(0) == Approx(100));
  CHECK(edges.forward_cost(2) == 20000);
  CHECK(Edges::cost_of(100, 0) == unreachable);
}

TEST_CASE("places and parts along an edge") {
  const Edges edges = joined({{{0, 0}, {100, 0}, {100, 50}}});
  CHECK(edges.at(0, 0) == Point{0, 0});
  CHECK(edges.at(0, 120).y == Approx(20));
  CHECK(edges.at(0, 1000) == Point{100, 50});
  CHECK(edges.at(0, -1) == Point{0, 0});
  const Path part = edges.part(0, 40, 110);
  REQUIRE(part.size() == 3);
  CHECK(part[0].x == Approx(40));
  CHECK(part[1] == Point{100, 0});
  CHECK(part[2].y == Approx(10));
}

TEST_CASE("edges are split at cuts; cuts within the tolerance of a node are that node") {
  const Edges edges = joined({{{0, 0}, {50, 0}, {100, 0}}, {{100, 0}, {100, 100}}});
  const std::vector<Cut> cuts{{0, 60}, {1, 100}, {0, 0.0005}, {0, 30}, {0, 30.0004}, {1, 99.9995}, {0, 40}};
  const Split split = split_edges(edges, cuts, 0.001);
  REQUIRE(split.edges.size() == 5);
  CHECK(split.edges.nodes == 6);
  CHECK(split.nodes[2] == edges.tail[0]);
  CHECK(split.nodes[1] == edges.head[1]);
  CHECK(split.nodes[5] == edges.head[1]);
  CHECK(split.nodes[3] == split.nodes[4]);
  CHECK(split.edges.tail == std::vector<std::uint32_t>{0, split.nodes[3], split.nodes[6], split.nodes[0], 1});
  CHECK(split.edges.head == std::vector<std::uint32_t>{split.nodes[3], split.nodes[6], split.nodes[0], 1, 2});
  const std::vector<double> lengths{30, 10, 20, 40, 100};
  for (std::size_t edge = 0; edge < 5; ++edge) {
    CHECK(split.edges.length_m(edge) == Approx(lengths[edge]));
    CHECK(split.edges.chainage_m[split.edges.first[edge]] == 0);
    CHECK(split.edges.forward_kmh[edge] == 36);
  }
  CHECK(split.edges.first[3] - split.edges.first[2] == 3);  // the vertex at 50 stays
  const std::vector<std::uint8_t> keep{0, 1, 0, 0, 1};
  const Edges kept = take_edges(split.edges, keep);
  REQUIRE(kept.size() == 2);
  CHECK(kept.head[1] == 2);
  CHECK(kept.nodes == 6);
}

TEST_CASE("the nearest edge is that of a search over all of them, near and far") {
  std::mt19937 random(3);
  const auto coordinate = [&](int range) {
    return static_cast<double>(random() % static_cast<unsigned>(range));
  };
  std::vector<Path> paths;
  for (int i = 0; i < 120; ++i) {
    Path path{{coordinate(4000), coordinate(4000)}};
    for (int v = 0; v < 3; ++v)
      path.push_back({path.back().x + coordinate(400) - 200, path.back().y + coordinate(400) - 199});
    paths.push_back(path);
  }
  const Edges edges = joined(paths);
  std::vector<std::uint32_t> among;
  for (std::uint32_t edge = 0; edge < edges.size(); edge += 2) among.push_back(edge);  // some of them
  const EdgeIndex index(edges, among, metre_plane());
  for (int round = 0; round < 500; ++round) {
    const Point p{coordinate(9000) - 2500, coordinate(9000) - 2500};
    double best = std::numeric_limits<double>::infinity();
    for (const std::uint32_t edge : among)
      for (std::size_t v = edges.first[edge]; v + 1 < edges.first[edge + 1]; ++v) {
        const Point a = edges.vertices[v], b = edges.vertices[v + 1];
        const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
        const double share =
            square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
        best = std::min(best, std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy));
      }
    const auto found = index.nearest(p, std::numeric_limits<double>::infinity());
    REQUIRE(found);
    CHECK(found->distance_m == Approx(best).epsilon(1e-6).margin(1e-6));
    const Point there = edges.at(found->edge, found->chainage_m);
    CHECK(std::hypot(there.x - found->place.x, there.y - found->place.y) < 1e-6);
    CHECK(index.nearest(p, found->distance_m).has_value());  // limits are inclusive
    CHECK_FALSE((found->distance_m > 1e-3 && index.nearest(p, found->distance_m * 0.999).has_value()));
  }
  CHECK_FALSE(EdgeIndex(edges, {}, metre_plane()).nearest({0, 0}, 1e9).has_value());
}

TEST_CASE("the nearest edge is true also where the plane stretches much and unevenly") {
  // Web Mercator stretches by 1.29 at 39° N; the limit counts true metres all the same.
  const Crs mercator = Crs::parse("EPSG:3857");
  SourceLine line;
  line.path = {{12900000, 4700000}, {12901000, 4700000}};
  Context context;
  const Edges edges = join_lines(std::span(&line, 1), 0.001, mercator, context);
  const EdgeIndex index(edges, {0}, mercator);
  const Point p{12900500, 4700600};
  const double truth = distance_m(p, {12900500, 4700000}, mercator);
  CHECK(truth < 500);
  const auto found = index.nearest(p, 500);
  REQUIRE(found);
  CHECK(found->distance_m == Approx(truth));
  CHECK_FALSE(index.nearest(p, truth - 0.01).has_value());
}
