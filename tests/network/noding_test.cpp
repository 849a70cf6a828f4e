#include "network/noding.hpp"

#include <map>
#include <numeric>
#include <random>
#include <set>

#include "geometry/planar.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

/// A straight or bent road with whole coordinates.
struct Drawn {
  std::vector<std::pair<int, int>> path;
  std::int64_t level = 0;
  std::string wkt() const {
    std::string text;
    for (const auto& [x, y] : path) text += format("{}{} {}", text.empty() ? "" : ", ", x, y);
    return "LINESTRING (" + text + ")";
  }
};

struct Made {
  NetworkLines lines;
  Noded noded;
  Edges edges;
  std::vector<Issue> issues;
};

Made made(const std::vector<Road>& list, double tolerance_m = 0, double grid_size = 0.001) {
  const Layer layer = roads(list);
  NetworkSources sources;
  sources.name = "net";
  sources.lines = {&layer};
  sources.noding = Noding::crossings;
  sources.join_tolerance = Length{tolerance_m};
  Made result;
  Context context;
  result.lines = read_lines(sources, *find_profile("walk"), metre_plane(), result.issues, context);
  result.noded = node_crossings(result.lines, sources, grid_size, metre_plane(), result.issues);
  result.edges = join_lines(result.lines.lines, result.lines.joints, grid_size, metre_plane(), context);
  return result;
}

/// The nodes of each line.
std::vector<std::set<std::uint32_t>> nodes_of_lines(const Edges& edges, std::size_t lines) {
  std::vector<std::set<std::uint32_t>> nodes(lines);
  for (std::size_t edge = 0; edge < edges.size(); ++edge)
    nodes[edges.line[edge]].insert({edges.tail[edge], edges.head[edge]});
  return nodes;
}

/// Whether two closed segments with whole ends meet: exact, by signs of areas.
using Whole = std::pair<int, int>;
long long area(Whole a, Whole b, Whole c) {
  return static_cast<long long>(b.first - a.first) * (c.second - a.second) -
         static_cast<long long>(b.second - a.second) * (c.first - a.first);
}
bool on(Whole a, Whole b, Whole p) {
  return area(a, b, p) == 0 && std::min(a.first, b.first) <= p.first &&
         p.first <= std::max(a.first, b.first) && std::min(a.second, b.second) <= p.second &&
         p.second <= std::max(a.second, b.second);
}
bool meet(Whole a, Whole b, Whole c, Whole d) {
  if (on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)) return true;
  const auto side = [](long long v) { return (v > 0) - (v < 0); };
  return side(area(a, b, c)) * side(area(a, b, d)) < 0 && side(area(c, d, a)) * side(area(c, d, b)) < 0;
}
bool meet(const Drawn& a, const Drawn& b) {
  for (std::size_t i = 1; i < a.path.size(); ++i)
    for (std::size_t j = 1; j < b.path.size(); ++j)
      if (meet(a.path[i - 1], a.path[i], b.path[j - 1], b.path[j])) return true;
  return false;
}
bool ends_meet(const Drawn& a, const Drawn& b) {
  for (const Whole& p : {a.path.front(), a.path.back()})
    for (const Whole& q : {b.path.front(), b.path.back()})
      if (p == q) return true;
  return false;
}

/// An edge that looks the same whichever way and in whatever order the lines came.
using Shape = std::vector<std::pair<long, long>>;
std::multiset<Shape> shapes(const Edges& edges) {
  std::multiset<Shape> all;
  for (std::size_t edge = 0; edge < edges.size(); ++edge) {
    Shape shape;
    for (std::size_t v = edges.first[edge]; v < edges.first[edge + 1]; ++v)
      shape.push_back({std::lround(edges.vertices[v].x * 1000), std::lround(edges.vertices[v].y * 1000)});
    Shape turned(shape.rbegin(), shape.rend());
    all.insert(std::min(shape, turned));
  }
  return all;
}

std::vector<Road> roads_of(const std::vector<Drawn>& drawn) {
  std::vector<Road> list;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    Road road{format("r{:04}", i), drawn[i].wkt()};
    road.level = drawn[i].level;
    list.push_back(road);
  }
  return list;
}

}  // namespace

TEST_CASE("roads that cross meet, on one level only") {
  Road bridge{"b", "LINESTRING (20 -10, 20 10)"};
  bridge.level = 1;
  const Made cross = made({{"a", "LINESTRING (0 0, 100 0)"}, bridge, {"c", "LINESTRING (50 -10, 50 10)"}});
  CHECK(cross.edges.size() == 5);
  CHECK(cross.edges.nodes == 7);
  CHECK(cross.noded.crossings == 1);
  CHECK(cross.issues.empty());
}

TEST_CASE("ends that touch a road, and roads that lie on each other") {
  const Made touch = made({{"a", "LINESTRING (0 0, 100 0)"}, {"b", "LINESTRING (30 0, 30 40)"}});
  CHECK(touch.edges.size() == 3);
  CHECK(touch.edges.nodes == 4);
  const Made along = made({{"a", "LINESTRING (0 0, 100 0)"}, {"b", "LINESTRING (30 0, 60 0, 60 50)"}});
  CHECK(along.edges.nodes == 5);
  CHECK(along.edges.size() == 5);
  const Made self = made({{"a", "LINESTRING (0 0, 100 0, 100 50, 50 50, 50 -50)"}});
  CHECK(self.edges.size() == 3);
  CHECK(self.edges.nodes == 3);
}

TEST_CASE("a bridge begins and ends where the roads of another level end") {
  Road bridge{"b", "LINESTRING (50 0, 150 0)"};
  bridge.level = 1;
  const Made noded = made({{"a", "LINESTRING (0 0, 50 0)"},
                           bridge,
                           {"c", "LINESTRING (150 0, 200 0)"},
                           {"d", "LINESTRING (100 -50, 100 50)"}});
  CHECK(noded.edges.size() == 4);
  CHECK(noded.edges.nodes == 6);
}

TEST_CASE("near ends are led to the nearest road within the tolerance, and told") {
  const std::vector<Road> list{{"a", "LINESTRING (0 0, 100 0)"},
                               {"b", "LINESTRING (30 0.4, 30 40)"},
                               {"c", "LINESTRING (60 0.6, 60 40)"},
                               {"d", "LINESTRING (100.2 0, 200 0)"}};
  CHECK(made(list).edges.nodes == 8);
  const Made joined = made(list, 0.5);
  CHECK(joined.noded.joined_ends == 2);
  REQUIRE(joined.issues.size() == 2);
  CHECK(joined.issues[0].kind == "joined_end");
  CHECK(joined.issues[0].feature == "b");
  CHECK_THAT(joined.issues[0].reason.en, Catch::Contains("0.400 m"));
  CHECK(joined.issues[1].feature == "d");
  const auto nodes = nodes_of_lines(joined.edges, 4);
  const auto share = [&](std::size_t a, std::size_t b) {
    return std::any_of(nodes[a].begin(), nodes[a].end(),
                       [&](std::uint32_t node) { return nodes[b].contains(node); });
  };
  CHECK(share(0, 1));
  CHECK_FALSE(share(0, 2));
  CHECK(share(0, 3));
  CHECK(joined.edges.size() == 5);  // d is led to a, whose end stays
  // A short stub at an end is not bent back to its own line.
  CHECK(made({{"a", "LINESTRING (0 0, 100 0, 100.2 0.1)"}}, 0.5).noded.joined_ends == 0);
  // An all but closed ring is closed.
  CHECK(made({{"a", "LINESTRING (0 0, 100 0, 100 100, 0 0.3)"}}, 0.5).edges.nodes == 1);
}

TEST_CASE("lines meet where brute force over all pairs of segments says so") {
  std::mt19937 random(7);
  const auto number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  for (int round = 0; round < 150; ++round) {
    const int size = round % 3 == 0 ? 12 : 1000;  // the small ones touch, overlap and repeat a lot
    std::vector<Drawn> drawn(static_cast<std::size_t>(3 + number(25)));
    for (Drawn& line : drawn) {
      line.level = number(4) == 0 ? 1 : 0;
      const int points = 2 + number(4);
      while (static_cast<int>(line.path.size()) < points) {
        const Whole next{number(size), number(size)};
        if (line.path.empty() || line.path.back() != next) line.path.push_back(next);
      }
    }
    const Made result = made(roads_of(drawn));
    const auto nodes = nodes_of_lines(result.edges, drawn.size());
    for (std::size_t a = 0; a < drawn.size(); ++a)
      for (std::size_t b = 0; b < a; ++b) {
        // Lines that end together are one node for those of their levels that pass there too.
        if (drawn[a].level != drawn[b].level && !ends_meet(drawn[a], drawn[b])) continue;
        const bool share = std::any_of(nodes[a].begin(), nodes[a].end(),
                                       [&](std::uint32_t node) { return nodes[b].contains(node); });
        INFO(round << " " << drawn[a].wkt() << " " << drawn[b].wkt());
        if (drawn[a].level != drawn[b].level)
          CHECK(share);
        else
          CHECK(share == meet(drawn[a], drawn[b]));
      }
    // The parts of a line are as long as it is, save for the roundings to the grid.
    std::vector<double> length_m(drawn.size(), 0);
    for (std::size_t edge = 0; edge < result.edges.size(); ++edge)
      length_m[result.edges.line[edge]] += result.edges.length_m(edge);
    for (std::size_t a = 0; a < drawn.size(); ++a) {
      double expected = 0;
      for (std::size_t i = 1; i < drawn[a].path.size(); ++i)
        expected += std::hypot(drawn[a].path[i].first - drawn[a].path[i - 1].first,
                               drawn[a].path[i].second - drawn[a].path[i - 1].second);
      CHECK(length_m[a] == Approx(expected).epsilon(1e-5).margin(0.05));
    }
  }
}

TEST_CASE("noding does not depend on the order or direction of roads") {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    std::vector<Road> list, other;
    for (int i = 0; i < 25; ++i) {
      std::vector<Point> path;
      for (int v = 0; v < 3; ++v)
        path.push_back(
            {static_cast<double>(random() % 40000) / 1000, static_cast<double>(random() % 40000) / 1000});
      const auto wkt = [](const std::vector<Point>& points) {
        std::string text;
        for (const Point p : points) text += format("{}{:.3f} {:.3f}", text.empty() ? "" : ", ", p.x, p.y);
        return "LINESTRING (" + text + ")";
      };
      list.push_back({format("r{:02}", i), wkt(path)});
      if (random() % 2) std::reverse(path.begin(), path.end());
      other.push_back({format("q{:02}", random() % 1000000), wkt(path)});
    }
    for (const double tolerance_m : {0.0, 1.5}) {
      const Made a = made(list, tolerance_m), b = made(other, tolerance_m);
      CHECK(shapes(a.edges) == shapes(b.edges));
      CHECK(a.edges.nodes == b.edges.nodes);
      CHECK(a.noded.crossings == b.noded.crossings);
      CHECK(a.noded.joined_ends == b.noded.joined_ends);
    }
  }
}

TEST_CASE("within the tolerance no end is left over that had a road near") {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    std::vector<Drawn> drawn(20);
    for (Drawn& line : drawn)
      for (int v = 0; v < 2; ++v)
        line.path.emplace_back(static_cast<int>(random() % 60), static_cast<int>(random() % 60));
    std::erase_if(drawn, [](const Drawn& line) { return line.path[0] == line.path[1]; });
    const Made result = made(roads_of(drawn), 2.0);
    for (const Issue& issue : result.issues) CHECK(issue.kind == "joined_end");
    CHECK(result.issues.size() == result.noded.joined_ends);
    // Brute force: an end that is of one edge only lies farther than the tolerance from all other roads as
    // drawn.
    std::map<std::uint32_t, int> degree;
    for (std::size_t edge = 0; edge < result.edges.size(); ++edge)
      ++degree[result.edges.tail[edge]], ++degree[result.edges.head[edge]];
    for (std::size_t edge = 0; edge < result.edges.size(); ++edge)
      for (const bool head : {false, true}) {
        if (degree[head ? result.edges.head[edge] : result.edges.tail[edge]] != 1) continue;
        const Point end =
            result.edges.vertices[head ? result.edges.first[edge + 1] - 1 : result.edges.first[edge]];
        for (std::size_t other = 0; other < drawn.size(); ++other) {
          if (other == result.edges.line[edge]) continue;
          const auto point = [&](std::size_t v) {
            return Point{static_cast<double>(drawn[other].path[v].first),
                         static_cast<double>(drawn[other].path[v].second)};
          };
          CHECK(distance_to_segment(end, point(0), point(1)) > 2.0 - 0.002);
        }
      }
  }
}
