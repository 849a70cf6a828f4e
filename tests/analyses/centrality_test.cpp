// Centralities through the analysis, against sums over all pairs and all ways of random streets.
#include "network/centrality.hpp"

#include <cmath>
#include <random>

#include "analyses/same_results.hpp"
#include "base/error.hpp"

using namespace fixtures;

namespace {

/// Directed links with whole seconds between numbered places, and what they add up to.
struct Streets {
  std::size_t nodes;
  std::vector<Point> at;
  std::vector<std::vector<double>> link_s;  // NaN: none
  Layer layer = Rows("links", "links");

  explicit Streets(std::vector<Point> places)
      : nodes(places.size()),
        at(std::move(places)),
        link_s(nodes, std::vector<double>(nodes, std::nan(""))) {}

  void link(std::size_t from, std::size_t to, double time_s) {
    link_s[from][to] = time_s;
    layer.append(line({at[from], at[to]}), {{"row_number", static_cast<std::int64_t>(layer.rows() + 1)},
                                            {"from_node", std::to_string(from)},
                                            {"to_node", std::to_string(to)},
                                            {"time_s", time_s}});
  }
  void both(std::size_t a, std::size_t b, double time_s) { link(a, b, time_s), link(b, a, time_s); }

  Network network() const {
    NetworkSources sources;
    sources.name = "links";
    sources.lines = {&layer};
    std::vector<Issue> issues;
    Context context;
    return Network(sources, *find_profile("car"), crs().grid_size(precision), issues, context);
  }
};

/// Least seconds and numbers of fastest ways between all nodes.
struct AllWays {
  static constexpr double far = 1e9;
  std::vector<std::vector<double>> seconds, ways;

  explicit AllWays(const Streets& streets)
      : seconds(streets.nodes, std::vector<double>(streets.nodes, far)),
        ways(streets.nodes, std::vector<double>(streets.nodes, 0)) {
    const std::size_t n = streets.nodes;
    for (std::size_t a = 0; a < n; ++a) {
      seconds[a][a] = 0;
      for (std::size_t b = 0; b < n; ++b)
        if (a != b && !std::isnan(streets.link_s[a][b])) seconds[a][b] = streets.link_s[a][b];
    }
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b)
          seconds[a][b] = std::min(seconds[a][b], seconds[a][k] + seconds[k][b]);
    for (std::size_t s = 0; s < n; ++s) {
      std::vector<std::size_t> order(n);
      for (std::size_t v = 0; v < n; ++v) order[v] = v;
      std::ranges::sort(order, {}, [&](std::size_t v) { return seconds[s][v]; });
      ways[s][s] = 1;
      for (const std::size_t v : order)
        for (std::size_t u = 0; u < n && seconds[s][v] < far; ++u)
          if (u != v && seconds[s][u] < far && seconds[s][u] + streets.link_s[u][v] == seconds[s][v])
            ways[s][v] += ways[s][u];
    }
  }
  /// The share of the fastest ways from s to t that pass from a to b, at the cost of what lies between.
  double share(std::size_t s, std::size_t a, double between_s, std::size_t b, std::size_t t) const {
    return seconds[s][a] + between_s + seconds[b][t] == seconds[s][t] ? ways[s][a] * ways[b][t] / ways[s][t]
                                                                      : 0;
  }
};

/// A grid of 6 by 5 places with links missing, one-way and of few different times, so that ways tie.
Streets random_town(std::mt19937& random) {
  std::vector<Point> places;
  for (int i = 0; i < 30; ++i)
    places.push_back({300.0 * (i % 6) + random() % 90, 300.0 * std::floor(i / 6.0) + random() % 90});
  Streets streets(std::move(places));
  const auto add = [&](std::size_t a, std::size_t b, bool ring) {
    const double there_s = 20.0 + 10 * (random() % 3), back_s = 20.0 + 10 * (random() % 3);
    const unsigned kind = ring ? 0 : random() % 6;
    if (kind == 5) return;
    if (kind != 1) streets.link(a, b, there_s);
    if (kind != 2) streets.link(b, a, back_s);
  };
  for (std::size_t i = 0; i < 30; ++i) {
    const bool border_row = i < 6 || i >= 24, border_column = i % 6 == 0 || i % 6 == 5;
    if (i % 6 < 5) add(i, i + 1, border_row);
    if (i < 24) add(i, i + 6, border_column);
  }
  // A dead end: its street is a bridge, and where it begins parts the town.
  streets.at.push_back({-400, -100});
  streets.nodes = 31;
  for (auto& row : streets.link_s) row.resize(31, std::nan(""));
  streets.link_s.resize(31, std::vector<double>(31, std::nan("")));
  streets.both(0, 30, 40);
  return streets;
}

std::size_t node_at(const Streets& streets, Wkb spot) {
  const Point there = points_of(spot).front();
  for (std::size_t node = 0; node < streets.nodes; ++node) {
    const Point p = place(streets.at[node].x, streets.at[node].y);
    if (std::hypot(p.x - there.x, p.y - there.y) < 0.01) return node;
  }
  FAIL("no node at a junction");
  return 0;
}

/// Compares every row with the sums over all pairs within the radius.
void expect_centralities(const Streets& streets, const Result& result, const std::vector<double>& demand,
                         double radius_s) {
  const AllWays all(streets);
  const std::size_t n = streets.nodes;
  const auto counts = [&](std::size_t s, std::size_t t) {
    return s != t && all.seconds[s][t] < AllWays::far && all.seconds[s][t] <= radius_s;
  };
  double trips = 0;
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t)
      if (counts(s, t)) trips += demand[s] * demand[t];
  const Layer& junctions = result.layer("junctions");
  REQUIRE(junctions.rows() == n);
  std::map<std::string, std::size_t> node_of;
  for (std::size_t row = 0; row < n; ++row) {
    const std::size_t v = node_at(streets, junctions.geometry().wkb(row));
    node_of[junctions.key().as_text(row)] = v;
    double between = 0, harmonic = 0, minutes = 0, reached = 0;
    for (std::size_t t = 0; t < n; ++t) {
      if (!counts(v, t)) continue;
      ++reached;
      minutes += all.seconds[v][t] / 60;
      harmonic += 60 / all.seconds[v][t];
    }
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = 0; t < n; ++t)
        if (counts(s, t) && s != v && t != v) between += demand[s] * demand[t] * all.share(s, v, 0, v, t);
    CHECK(junctions["reached"].number(row) == reached);
    CHECK(junctions["demand"].number(row) == Approx(demand[v]));
    CHECK(junctions["harmonic"].number(row) == Approx(harmonic));
    CHECK(junctions["closeness"].number(row) ==
          Approx(reached > 0 ? reached * reached / (minutes * static_cast<double>(n - 1)) : 0));
    CHECK(junctions["betweenness"].number(row) == Approx(between).margin(1e-9));
    CHECK(junctions["trips_pct"].number(row) == Approx(100 * between / trips).margin(1e-9));
  }
  const Layer& lines = result.layer("streets");
  double most = 0;
  for (std::size_t row = 0; row < lines.rows(); ++row)
    most = std::max(most, lines["betweenness"].number(row));
  for (std::size_t row = 0; row < lines.rows(); ++row) {
    const std::size_t a = node_of.at(lines["from_junction"].text(row));
    const std::size_t b = node_of.at(lines["to_junction"].text(row));
    double between = 0;
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = 0; t < n; ++t)
        for (const auto& [u, v] : {std::pair{a, b}, {b, a}})
          if (counts(s, t) && !std::isnan(streets.link_s[u][v]))
            between += demand[s] * demand[t] * all.share(s, u, streets.link_s[u][v], v, t);
    CHECK(lines["betweenness"].number(row) == Approx(between).margin(1e-9));
    CHECK(lines["relative_pct"].number(row) == Approx(100 * between / most).margin(1e-9));
    CHECK(lines["is_bridge"].boolean(row) == (a == 30 || b == 30));
  }
}

}  // namespace

TEST_CASE("random towns: every pair and every way, within a radius or not, by junctions or by people") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    std::mt19937 random(seed);
    const Streets streets = random_town(random);
    const Network network = streets.network();
    INFO("seed " << seed);
    const AllWays all(streets);
    const std::vector<double> one(streets.nodes, 1);
    expect_centralities(streets, run("centrality", {{}, {{"network", &network}}}, {{"radius", {"48 h"}}}),
                        one, AllWays::far);
    expect_centralities(streets, run("centrality", {{}, {{"network", &network}}}, {{"radius", {"90 s"}}}),
                        one, 90);

    // People at places beside a third of the junctions, some of them at one.
    std::vector<double> people(streets.nodes, 0);
    Rows cells("cells", "population");
    for (std::size_t i = 0; i < 12; ++i) {
      std::size_t node = random() % 30;
      // Points snap to streets that lead on and back.
      while (all.seconds[0][node] >= AllWays::far || all.seconds[node][0] >= AllWays::far)
        node = random() % 30;
      const double here = 1 + random() % 50;
      people[node] += here;
      cells.add(spot(streets.at[node].x, streets.at[node].y), cell(("C" + std::to_string(i)).c_str(), here));
    }
    const Layer population = cells;
    const Result result = run_every_way("centrality", {{{"points", &population}}, {{"network", &network}}},
                                        {{"radius", {"48 h"}}, {"weight", {"people"}}});
    expect_centralities(streets, result, people, AllWays::far);
    CHECK(figure(result, "bridges") == 1);
    CHECK(figure(result, "articulations") == 1);
  }
}

TEST_CASE("five places in a row: the middle has four of the six pairs of others, each both ways") {
  Streets streets({{0, 0}, {600, 0}, {1200, 0}, {1800, 0}, {2400, 0}});
  for (std::size_t i = 0; i + 1 < 5; ++i) streets.both(i, i + 1, 60);
  const Network network = streets.network();
  const Result result = run("centrality", {{}, {{"network", &network}}}, {{"radius", {"1 h"}}});
  const Layer& junctions = result.layer("junctions");
  for (std::size_t row = 0; row < 5; ++row) {
    const std::size_t node = node_at(streets, junctions.geometry().wkb(row));
    const double expected[] = {0, 6, 8, 6, 0};
    CHECK(junctions["betweenness"].number(row) == expected[node]);
    CHECK(junctions["is_articulation"].boolean(row) == (node > 0 && node < 4));
    CHECK(junctions["straightness"].number(row) == Approx(1));
    if (node == 2) CHECK(junctions["trips_pct"].number(row) == Approx(40));  // 8 of 20
  }
  CHECK(figure(result, "bridges") == 4);
  CHECK(figure(result, "highest_trips_pct") == Approx(60));  // 2 · 2 · 3 of 20 between the second and third
}

TEST_CASE("points off the network, without or with negative weights have no trips") {
  Streets streets({{0, 0}, {600, 0}, {1200, 0}});
  streets.both(0, 1, 60), streets.both(1, 2, 60);
  const Network network = streets.network();
  const auto people = [](const char* id, double x, double y, Value here) {
    return std::pair{spot(x, y), Values{{"cell_id", std::string(id)}, {"people", std::move(here)}}};
  };
  Rows cells("cells", "population");
  for (const auto& [shape, values] :
       {people("A", 0, 0, 5.0), people("B", 1200, 0, 7.0), people("C", 600, 0, -1.0), people("D", 600, 0, {}),
        people("E", 600, 9000, 3.0)})
    cells.add(shape, values);
  const Layer population = cells;
  const Inputs inputs{{{"points", &population}}, {{"network", &network}}};
  const Result result = run("centrality", inputs, {{"weight", {"people"}}});
  CHECK(issues_of_kind(result, "unsnapped") == 1);
  CHECK(issues_of_kind(result, "negative_weight") == 1);
  CHECK(issues_of_kind(result, "missing_weight") == 1);
  CHECK(figure(result, "demand") == 12);
  CHECK(figure(result, "highest_trips_pct") == 100);
  CHECK_THROWS_AS(run("centrality", inputs, {{"weight", {"cell_id"}}}), Error);

  const Layer nobody = Rows("cells", "population");
  const Result none = run("centrality", {{{"points", &nobody}}, {{"network", &network}}});
  CHECK(figure(none, "demand") == 0);
  CHECK(none.layer("streets")["trips_pct"].is_null(0));
}
