#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

struct StatedLink {
  std::int64_t row;
  std::string from, to;
  double time_s;
  std::string wkt;
  std::optional<double> length_m = {};
};

Layer links(const std::vector<StatedLink>& list) {
  Layer layer = layer_of("links");
  for (const StatedLink& link : list)
    layer.append(parse_wkt(link.wkt), {{"row_number", link.row},
                                       {"from_node", link.from},
                                       {"to_node", link.to},
                                       {"time_s", link.time_s},
                                       {"length_m", value_of(link.length_m)}});
  return layer;
}

const std::string shared = std::string(JINGWEI_SOURCE_DIR) + "/../shared/data/network-tntp";

/// A published network: directed links with free-flow minutes.
struct Published {
  std::size_t nodes = 0;
  std::vector<std::tuple<std::size_t, std::size_t, double>> links;

  explicit Published(const std::string& file) {
    std::ifstream in(shared + "/" + file);
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      std::size_t from = 0, to = 0;
      double capacity = 0, length = 0, minutes = 0;
      if (!(fields >> from >> to >> capacity >> length >> minutes)) continue;
      links.emplace_back(from, to, minutes);
      nodes = std::max({nodes, from, to});
    }
  }

  /// All to all, by Floyd and Warshall, in milliseconds.
  std::vector<std::vector<std::int64_t>> costs() const {
    constexpr std::int64_t far = std::int64_t{1} << 40;
    std::vector<std::vector<std::int64_t>> cost(nodes + 1, std::vector<std::int64_t>(nodes + 1, far));
    for (std::size_t node = 0; node <= nodes; ++node) cost[node][node] = 0;
    for (const auto& [from, to, minutes] : links)
      cost[from][to] = std::min(cost[from][to], static_cast<std::int64_t>(std::floor(minutes * 60000 + 0.5)));
    for (std::size_t k = 1; k <= nodes; ++k)
      for (std::size_t i = 1; i <= nodes; ++i)
        for (std::size_t j = 1; j <= nodes; ++j) cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j]);
    return cost;
  }

  /// Nodes on a circle; links drawn with a bend of their own, so that a point names its link.
  Point place(std::size_t node) const {
    const double angle = 6.283185307179586 * static_cast<double>(node) / static_cast<double>(nodes);
    return {20000 * std::cos(angle), 20000 * std::sin(angle)};
  }
  Layer layer() const {
    Layer layer = layer_of("links");
    for (std::size_t i = 0; i < links.size(); ++i) {
      const auto& [from, to, minutes] = links[i];
      const Path path{place(from), bend(i), place(to)};
      layer.append(wkb_of_lines(std::span(&path, 1)), {{"row_number", static_cast<std::int64_t>(i) + 1},
                                                       {"from_node", std::to_string(from)},
                                                       {"to_node", std::to_string(to)},
                                                       {"time_s", minutes * 60}});
    }
    return layer;
  }
  Point bend(std::size_t link) const {
    return {30000 + 10.0 * static_cast<double>(link % 100),
            10.0 * std::floor(static_cast<double>(link) / 100)};
  }
};

}  // namespace

TEST_CASE("links keep their times whatever their length, and join by the names of their nodes") {
  const Layer layer = links({{1, "a", "b", 60, "LINESTRING (0 0, 100 0)"},
                             {2, "b", "a", 90, "LINESTRING (100 0, 0 0)"},
                             {3, "b", "c", 0, "LINESTRING (100 0, 200 0)"},
                             {4, "c", "a", 30.5, "LINESTRING (200 0, 200 100, 0 100)", 5000},
                             {5, "d", "e", 10, "LINESTRING (50 -50, 50 50)"}});
  const Built built(sources_of({&layer}), driver());
  CHECK(built.network.report().street_edges == 5);
  CHECK(built.cost({0, 0}, {100, 0}) == 60000);
  CHECK(built.cost({100, 0}, {0, 0}) == 30500);  // over c, which takes no time to get to
  CHECK(built.cost({75, 0}, {25, 0}) == 45000);  // half of 90 s
  CHECK(built.count("disconnected") == 1);       // 5 crosses 1, but has nodes of its own
  CHECK(built.network.report().street_length_m == Approx(100 + 100 + 5000 + 100).margin(0.1));
}

TEST_CASE("links without any length are set aside and told") {
  const Layer layer = links({{1, "a", "b", 60, "LINESTRING (0 0, 100 0)"},
                             {2, "b", "a", 60, "LINESTRING (100 0, 0 0)"},
                             {3, "a", "a", 5, "LINESTRING (0 0, 0 0)"}});
  const Built built(sources_of({&layer}), driver());
  CHECK(built.count("zero_length") == 1);
  CHECK(built.network.report().street_edges == 2);
}

TEST_CASE("published networks give the costs of Floyd and Warshall") {
  if (!std::filesystem::exists(shared)) {
    const char* ci = std::getenv("CI");
    if (ci && std::string(ci) == "true") FAIL("the real data is missing: " << shared);
    return;
  }
  for (const auto& [file, nodes, count] : {std::tuple("SiouxFalls/SiouxFalls_net.tntp", 24, 76),
                                           std::tuple("Anaheim/Anaheim_net.tntp", 416, 914),
                                           std::tuple("Chicago-Sketch/ChicagoSketch_net.tntp", 933, 2950)}) {
    INFO(file);
    const Published published(file);
    REQUIRE(published.nodes == static_cast<std::size_t>(nodes));
    REQUIRE(published.links.size() == static_cast<std::size_t>(count));
    const Layer layer = published.layer();
    const Built built(sources_of({&layer}), driver());
    CHECK(built.network.report().street_edges == published.links.size());
    const auto expected = published.costs();
    // From the bend of a link one goes on to its end; its share of the time is what lies behind the bend.
    Context context;
    std::vector<NetworkPlace> places;
    std::vector<std::size_t> at;
    for (std::size_t link = 0; link < published.links.size(); link += 7) {
      const NetworkPlace place = built.snap(published.bend(link));
      if (!place.snapped() || place.snap_m > 0.01) continue;
      places.push_back(place);
      at.push_back(link);
    }
    REQUIRE(places.size() > published.links.size() / 10);
    const auto costs = built.network.costs(places, places, unreachable, context);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < places.size(); ++j) {
        if (i == j) continue;
        const auto& [from, via, minutes] = published.links[at[i]];
        const auto& [to, end, other_minutes] = published.links[at[j]];
        const auto part = [](double share, double whole_min) {
          return std::floor(share * std::floor(whole_min * 60000 + 0.5) + 0.5);
        };
        const double sum = part(1 - places[i].fraction, minutes) + static_cast<double>(expected[via][to]) +
                           part(places[j].fraction, other_minutes);
        REQUIRE(static_cast<double>(costs[i * places.size() + j]) == sum);
        ++compared;
      }
    }
    CHECK(compared >= 90);
  }
}
