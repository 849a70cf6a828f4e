#include "network/turns.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <set>

#include "network/dijkstra.hpp"
#include "network/forbidden_ways.hpp"

using namespace jingwei;

namespace {

/// A random town of straight edges: one-way and two-way, parallel, loops, dead ends, instant ones.
struct Town {
  Edges edges;
  std::vector<Cost> costs;
  Turns turns;
  std::mt19937 random;

  explicit Town(unsigned seed) : random(seed) {
    const std::uint32_t nodes = 4 + random() % 9;
    std::vector<Point> places;
    for (std::uint32_t node = 0; node < nodes; ++node)
      places.push_back({static_cast<double>(random() % 1000), static_cast<double>(random() % 1000)});
    edges.nodes = nodes;
    const auto count = static_cast<std::uint32_t>(nodes + random() % (std::uint64_t{2} * nodes));
    for (std::uint32_t edge = 0; edge < count; ++edge) {
      const std::uint32_t tail = random() % nodes, head = random() % 10 ? random() % nodes : tail;
      add_edge(tail, head, places[tail], places[head]);
    }
  }

  std::uint32_t labels() const { return static_cast<std::uint32_t>(costs.size()); }
  std::uint32_t end(std::uint32_t label) const {
    return label % 2 ? edges.tail[label / 2] : edges.head[label / 2];
  }
  std::uint32_t start(std::uint32_t label) const { return end(label ^ 1U); }
  bool open(std::uint32_t label) const { return costs[label] != unreachable; }

  /// A random way of this many labels, or less where it ends.
  std::vector<std::uint32_t> random_way(std::size_t length) {
    std::vector<std::uint32_t> way{static_cast<std::uint32_t>(random() % labels())};
    while (way.size() < length) {
      std::vector<std::uint32_t> next;
      for (std::uint32_t label = 0; label < labels(); ++label)
        if (open(label) && start(label) == end(way.back())) next.push_back(label);
      if (next.empty()) break;
      way.push_back(next[random() % next.size()]);
    }
    return way;
  }
  void forbid_random_ways(std::size_t count, std::size_t longest) {
    for (std::size_t i = 0; i < count; ++i) {
      auto way = random_way(2 + random() % (longest - 1));
      if (way.size() > 1 && open(way.front())) turns.forbidden.push_back(std::move(way));
    }
  }

 private:
  void add_edge(std::uint32_t tail, std::uint32_t head, Point from, Point to) {
    // By a point beside the straight line, so that parallel edges and loops have angles of their own.
    const Point beside{(from.x + to.x) / 2 + 50 + random() % 300, (from.y + to.y) / 2 + 50 + random() % 300};
    edges.tail.push_back(tail);
    edges.head.push_back(head);
    edges.kind.push_back(EdgeKind::street);
    edges.trunk.push_back(0);
    edges.forward_kmh.push_back(20);
    edges.backward_kmh.push_back(20);
    for (const Point p : {from, beside, to}) edges.vertices.push_back(p);
    for (const double chainage : {0.0, 500.0, 1000.0}) edges.chainage_m.push_back(chainage);
    edges.first.push_back(edges.vertices.size());
    const Cost forward = random() % 8 ? random() % 30 : 0, backward = random() % 2 ? forward : random() % 30;
    costs.push_back(forward);
    costs.push_back(random() % 3 ? backward : unreachable);
  }
};

/// What a turn costs, worked out from the rules for one pair of labels at a time.
Cost plain_turn_cost(const Town& town, std::uint32_t from, std::uint32_t to) {
  const std::uint32_t node = town.end(from);
  std::set<std::pair<std::uint32_t, bool>> ends;  // (edge, whether it is its head)
  for (std::uint32_t label = 0; label < town.labels(); ++label) {
    if (!town.open(label)) continue;
    if (town.end(label) == node) ends.emplace(label / 2, label % 2 == 0);
    if (town.start(label) == node) ends.emplace(label / 2, label % 2 == 1);
  }
  const TurnPenalties& penalties = town.turns.penalties;
  if (to == (from ^ 1U)) return ends.size() > 1 ? penalties.u_turn : 0;
  if (!town.turns.closed.empty() && town.turns.closed[node]) return unreachable;
  const Cost delay = town.turns.delay.empty() ? 0 : town.turns.delay[node];
  if (ends.size() < 3) return delay;
  const auto direction = [&](std::uint32_t label, bool at_end) {
    const std::size_t a = town.edges.first[label / 2];
    std::vector<Point> path(town.edges.vertices.begin() + static_cast<std::ptrdiff_t>(a),
                            town.edges.vertices.begin() + static_cast<std::ptrdiff_t>(a + 3));
    if (label % 2) std::reverse(path.begin(), path.end());
    const Point p = at_end ? path[1] : path[0], q = at_end ? path[2] : path[1];
    return std::atan2(q.y - p.y, q.x - p.x);
  };
  double left = (direction(to, false) - direction(from, true)) * 180 / std::numbers::pi;
  while (left > 180) left -= 360;
  while (left < -180) left += 360;
  if (std::abs(left) <= 45) return add_costs(delay, penalties.straight);
  if (std::abs(left) <= 135) return add_costs(delay, left > 0 ? penalties.left : penalties.right);
  return add_costs(delay, left > 0 ? penalties.sharp_left : penalties.sharp_right);
}

/// What lies before a traveller in the middle of an edge: a half of each label that is open.
Cost half(const Town& town, std::uint32_t label) {
  return partial_cost(0.5, town.costs[label]);
}

/// Costs from the middle of an edge to the start of every label, over whole histories of labels.
std::vector<Cost> plain_costs(const Town& town, std::uint32_t source) {
  std::size_t longest = 2;
  for (const auto& way : town.turns.forbidden) longest = std::max(longest, way.size());
  using History = std::vector<std::uint32_t>;
  std::set<std::pair<Cost, History>> queue;
  std::map<History, Cost> best;
  std::vector<Cost> costs(town.labels(), unreachable);
  const auto reach = [&](History history, Cost cost) {
    if (history.size() >= longest) history.erase(history.begin());
    const auto [place, added] = best.try_emplace(history, unreachable);
    if (cost >= place->second) return;
    place->second = cost;
    queue.emplace(cost, history);
  };
  for (const std::uint32_t label : {2 * source, 2 * source + 1})
    if (town.open(label)) reach({label}, half(town, label));
  while (!queue.empty()) {
    const auto [cost, history] = *queue.begin();
    queue.erase(queue.begin());
    if (cost != best.at(history)) continue;
    for (std::uint32_t to = 0; to < town.labels(); ++to) {
      if (!town.open(to) || town.start(to) != town.end(history.back())) continue;
      const Cost turn = plain_turn_cost(town, history.back(), to);
      History next = history;
      next.push_back(to);
      bool forbidden = turn == unreachable;
      for (const auto& way : town.turns.forbidden)
        forbidden |= way.size() <= next.size() && std::equal(way.rbegin(), way.rend(), next.rbegin());
      if (forbidden) continue;
      costs[to] = std::min(costs[to], add_costs(cost, turn));
      reach(next, add_costs(add_costs(cost, turn), town.costs[to]));
    }
  }
  return costs;
}

Graph graph_with_turns(const Town& town, const TurnStates& states) {
  std::vector<Arc> arcs = states.turns;
  for (std::uint32_t label = 0; label < town.labels(); ++label) {
    if (!town.open(label)) continue;
    arcs.push_back({states.start[label], states.end[label], town.costs[label], label});
    for (const auto& copy : states.copies_of(label))
      arcs.push_back({copy.start, copy.end, town.costs[label]});
  }
  return graph_of(states.states, arcs);
}

/// From the middle of some edges to the middle of all.
void check_town(Town& town) {
  const TurnStates states = expand_turns(town.edges, town.costs, town.turns);
  const Graph graph = graph_with_turns(town, states);
  Search search(graph.nodes());
  const auto edges = static_cast<std::uint32_t>(town.edges.size());
  for (std::uint32_t source = town.random() % 3; source < edges; source += 1 + town.random() % 5) {
    std::vector<Seed> seeds;
    for (const std::uint32_t label : {2 * source, 2 * source + 1})
      if (town.open(label)) seeds.push_back({states.end[label], half(town, label)});
    search.run(graph, seeds, unreachable - 1);
    const auto plain = plain_costs(town, source);
    for (std::uint32_t target = 0; target < edges; ++target) {
      Cost cost = unreachable, expected = unreachable;
      for (const std::uint32_t to : {2 * target, 2 * target + 1}) {
        if (!town.open(to)) continue;
        expected = std::min(expected, add_costs(plain[to], half(town, to)));
        cost = std::min(cost, add_costs(search.cost(states.start[to]), half(town, to)));
        for (const auto& copy : states.copies_of(to))
          cost = std::min(cost, add_costs(search.cost(copy.start), half(town, to)));
      }
      if (target == source) continue;  // along the edge itself
      INFO("from edge " << source << " to " << target);
      REQUIRE(cost == expected);
    }
  }
}

}  // namespace

TEST_CASE("nothing to heed: a node is one state") {
  const Town town(1);
  const TurnStates states = expand_turns(town.edges, town.costs, town.turns);
  CHECK(states.states == town.edges.nodes);
  CHECK(states.turns.empty());
  CHECK(states.expanded_nodes == 0);
  for (std::uint32_t label = 0; label < town.labels(); ++label) CHECK(states.end[label] == town.end(label));
}

TEST_CASE("forbidden ways on random towns equal a search over whole histories") {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    Town town(seed);
    town.forbid_random_ways(1 + seed % 8, 2 + seed % 4);
    check_town(town);
  }
}

TEST_CASE("turning round costs, though only the surroundings of forbidden ways are expanded") {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    Town town(seed);
    town.forbid_random_ways(1 + seed % 4, 2 + seed % 3);
    town.turns.penalties.u_turn = seed % 5 ? seed % 60 : unreachable;
    check_town(town);
  }
}

TEST_CASE("turns cost by their angle, nodes by their signals, and closed nodes let nobody pass") {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    Town town(seed);
    town.forbid_random_ways(seed % 3, 3);
    if (seed % 2) town.turns.penalties = {1, 3, 5, 11, 13, seed % 4 ? 20U : 0U};
    if (seed % 3) {
      for (std::uint32_t node = 0; node < town.edges.nodes; ++node) {
        town.turns.closed.push_back(town.random() % 6 == 0);
        town.turns.delay.push_back(town.random() % 3 ? 0 : town.random() % 15);
      }
    }
    check_town(town);
  }
}

TEST_CASE("links of other modes come in and go out at expanded nodes, but lead nobody past a turn") {
  Town town(8);
  town.turns.closed.assign(town.edges.nodes, 1);
  town.turns.linked.assign(town.edges.nodes, 1);
  const TurnStates states = expand_turns(town.edges, town.costs, town.turns);
  const Graph graph = graph_of(states.states, states.turns);
  Search search(graph.nodes());
  for (std::uint32_t label = 0; label < town.labels(); ++label) {
    if (!town.open(label)) continue;
    const Seed ended{states.end[label], 0}, came_in{states.entry[town.start(label)], 0};
    search.run(graph, std::span(&ended, 1), 0);
    CHECK(search.cost(states.leave[town.end(label)]) == 0);
    CHECK(search.cost(states.entry[town.end(label)]) == unreachable);
    search.run(graph, std::span(&came_in, 1), 0);
    CHECK(search.cost(states.start[label]) == 0);
  }
}

TEST_CASE("the automaton knows every forbidden way by its end") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::vector<std::uint32_t>> ways(1 + random() % 5);
    for (auto& way : ways)
      for (std::size_t i = 0; i < 1 + random() % 4; ++i) way.push_back(random() % 3);
    const ForbiddenWays automaton(ways);
    std::uint32_t state = ForbiddenWays::none;
    std::vector<std::uint32_t> travelled;
    for (int step = 0; step < 40; ++step) {
      travelled.push_back(random() % 3);
      state = automaton.step(state, travelled.back());
      bool forbidden = false;
      for (const auto& way : ways)
        forbidden |=
            way.size() <= travelled.size() && std::equal(way.rbegin(), way.rend(), travelled.rbegin());
      CHECK(automaton.forbidden(state) == forbidden);
    }
  }
}
