#include "network/restrictions.hpp"

#include <random>
#include <set>

#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "network/osm_support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

const Profile& car() {
  return *find_profile("car");
}

/// A crossroads: ways 1 (from the south), 2 (to the north), 3 (to the west), 4 (to the east) meet at node 9,
/// each 500 m long; beyond the end of each a square of streets leads round to the next.
OsmMaker crossroads() {
  OsmMaker maker;
  const Point ends[] = {{0, -500}, {0, 500}, {-500, 0}, {500, 0}};
  maker.node(9, {0, 0});
  for (std::int64_t i = 0; i < 4; ++i) {
    maker.node(i + 1, ends[i]);
    maker.way(i + 1, {i + 1, 9}, {{"highway", "residential"}});
  }
  maker.node(5, {-500, -500});
  maker.node(6, {-500, 500});
  maker.node(7, {500, 500});
  maker.node(8, {500, -500});
  maker.way(11, {1, 5, 3}, {{"highway", "residential"}});
  maker.way(12, {3, 6, 2}, {{"highway", "residential"}});
  maker.way(13, {2, 7, 4}, {{"highway", "residential"}});
  maker.way(14, {4, 8, 1}, {{"highway", "residential"}});
  return maker;
}

constexpr Point south{0, -250}, north{0, 250}, west{-250, 0}, east{250, 0};
/// Milliseconds for metres at 20 km/h.
double ms(double metres) {
  return metres * 180;
}
Catch::Detail::Approx near(double metres) {
  return Approx(ms(metres)).margin(30);
}
std::size_t rejected(const Built& built) {
  return built.count("restriction_rejected");
}

}  // namespace

TEST_CASE("no restriction: straight over the crossing") {
  OsmMaker maker = crossroads();
  const Built built(osm_sources(maker.data()), car());
  CHECK(built.cost(south, west) == near(500));
  CHECK(built.cost(south, north) == near(500));
  CHECK(built.network.report().turn_nodes == 0);
}

TEST_CASE("a ban via a node: round the block, not over a U-turn that takes longer") {
  OsmMaker maker = crossroads();
  maker.no(1, "no_left_turn", 1, 9, 3);
  const Built built(osm_sources(maker.data()), car());
  CHECK(built.network.report().restrictions_applied == 1);
  CHECK(built.network.report().turn_nodes > 0);
  CHECK(built.cost(south, west) ==
        near(1500));  // back south and round; a U-turn in the north takes 1500 m and 20 s
  CHECK(built.cost(west, south) == near(500));
  CHECK(built.cost(south, north) == near(500));
  CHECK(built.cost(east, west) == near(500));
}

TEST_CASE("only one turn allowed") {
  OsmMaker maker = crossroads();
  maker.no(1, "only_straight_on", 1, 9, 2);
  const Built built(osm_sources(maker.data()), car());
  CHECK(built.network.report().restrictions_applied == 1);
  CHECK(built.cost(south, north) == near(500));
  CHECK(built.cost(south, west) == near(1500));
  CHECK(built.cost(south, east) == near(1500));
  CHECK(built.cost(east, south) == near(500));
}

TEST_CASE("a ban via a way, and an order via a way") {
  for (const std::string what : {"no_left_turn", "only_left_turn"}) {
    OsmMaker maker = crossroads();
    maker.restriction(1, {{"from", OsmType::way, 1}, {"via", OsmType::way, 3}, {"to", OsmType::way, 11}},
                      {{"type", "restriction"}, {"restriction", what}});
    const Built built(osm_sources(maker.data()), car());
    CHECK(built.network.report().restrictions_applied == 1);
    const Point corner{-500, -250}, other{-500, 250};
    if (what == "no_left_turn") {
      CHECK(built.cost(south, other) == near(1000));
      CHECK(built.cost(east, corner) == near(1000));
      CHECK(built.cost(west, corner) == near(500));
      CHECK(built.cost(south, corner) == near(1000));  // the other way round
      CHECK(built.cost({0, -10}, corner) == near(1240));
    } else {
      CHECK(built.cost({0, -10}, corner) == near(760));
      CHECK(built.cost({0, -10}, north) > ms(500));  // not straight on any more
      CHECK(built.cost(east, other) == near(1000));
    }
  }
}

TEST_CASE("restrictions for others, excepted, on unused ways or against one-way streets are not needed") {
  OsmMaker maker = crossroads();
  maker.way(20, {9, 77}, {{"highway", "footway"}});
  maker.node(77, {300, 300});
  maker.node(78, {-300, 300});
  maker.way(21, {78, 9}, {{"highway", "residential"}, {"oneway", "yes"}});
  const auto members = [](std::int64_t from, std::int64_t to) {
    return std::vector<std::tuple<std::string, OsmType, std::int64_t>>{
        {"from", OsmType::way, from}, {"via", OsmType::node, 9}, {"to", OsmType::way, to}};
  };
  maker.restriction(1, members(1, 3), {{"type", "restriction"}, {"restriction:hgv", "no_left_turn"}});
  maker.restriction(2, members(1, 3),
                    {{"type", "restriction"}, {"restriction", "no_left_turn"}, {"except", "motorcar"}});
  maker.no(3, "no_right_turn", 1, 9, 20);
  maker.no(4, "no_left_turn", 1, 9, 21);
  const Built built(osm_sources(maker.data()), car());
  CHECK(built.network.report().restrictions == 4);
  CHECK(built.network.report().restrictions_applied == 0);
  CHECK(built.network.report().restrictions_rejected == 0);
  CHECK(built.count("restrictions_not_needed") == 4);
  CHECK(built.cost(south, west) == near(500));
}

TEST_CASE("restrictions that cannot be applied are issues with the reason") {
  OsmMaker maker = crossroads();
  const auto broken = [&](std::int64_t id,
                          const std::vector<std::tuple<std::string, OsmType, std::int64_t>>& members,
                          const std::string& key, const std::string& value) {
    maker.restriction(id, members, {{"type", "restriction"}, {key, value}});
  };
  const std::tuple<std::string, OsmType, std::int64_t> from{"from", OsmType::way, 1},
      via{"via", OsmType::node, 9}, to{"to", OsmType::way, 3};
  broken(1, {from, via, to}, "restriction:conditional", "no_left_turn @ (Mo-Fr 07:00-09:00)");
  broken(2, {from, via, to}, "restriction", "give_way");
  broken(3, {from, to}, "restriction", "no_left_turn");
  broken(4, {from, via, {"to", OsmType::way, 999}}, "restriction", "no_left_turn");
  broken(5, {from, via, {"to", OsmType::way, 12}}, "restriction", "no_left_turn");
  broken(6, {{"from", OsmType::way, 12}, {"via", OsmType::node, 3}, {"to", OsmType::way, 3}}, "restriction",
         "no_right_turn");
  maker.way(30, {1, 9, 2}, {{"highway", "residential"}, {"name", "goes on"}});
  broken(7, {{"from", OsmType::way, 30}, via, to}, "restriction", "no_left_turn");
  const Built built(osm_sources(maker.data()), car());
  CHECK(rejected(built) == 6);
  CHECK(built.network.report().restrictions_rejected == 6);
  CHECK(built.network.report().restrictions_applied == 1);  // number 6 is sound
  for (const Issue& issue : built.issues) {
    if (issue.kind != "restriction_rejected") continue;
    CHECK(issue.feature != "relation 6");
    CHECK_FALSE(issue.reason.zh.empty());
    if (issue.feature == "relation 1") CHECK_THAT(issue.reason.en, Catch::Contains("conditional"));
    if (issue.feature == "relation 3") CHECK_THAT(issue.reason.en, Catch::Contains("lacks a member"));
    if (issue.feature == "relation 4") CHECK_THAT(issue.reason.en, Catch::Contains("not in the data"));
    if (issue.feature == "relation 5") CHECK_THAT(issue.reason.en, Catch::Contains("do not meet"));
    if (issue.feature == "relation 7") CHECK_THAT(issue.reason.en, Catch::Contains("which turn is meant"));
  }
}

TEST_CASE("walkers and ambulances heed no restriction") {
  for (const char* profile : {"walk", "emergency"}) {
    OsmMaker maker = crossroads();
    maker.no(1, "no_left_turn", 1, 9, 3);
    const Built built(osm_sources(maker.data()), *find_profile(profile));
    CHECK(built.network.report().restrictions_applied == 0);
    CHECK(built.network.report().turn_nodes == 0);
  }
}

namespace {

/// A random town in which every way is one edge, with bans and orders via nodes and via ways.
struct RandomTown {
  struct Street {
    std::int64_t a, b;
    bool oneway;
  };
  struct Rule {
    bool only;
    std::int64_t from, via_node, via_way, to;  ///< via_node 0: via the way
  };
  std::mt19937 random;
  std::map<std::int64_t, Point> nodes;
  std::map<std::int64_t, Street> streets;
  std::vector<Rule> rules;
  OsmMaker maker;

  explicit RandomTown(unsigned seed) : random(seed) {
    for (std::int64_t id = 1; id <= 9; ++id) {
      nodes[id] = {100.0 * (id % 3) + random() % 40, 100.0 * std::floor(id / 3.0) + random() % 40};
      maker.node(id, nodes[id]);
    }
    for (std::int64_t id = 1; id <= 17; ++id) {
      const std::int64_t a = 1 + random() % 9, b = 1 + random() % 9;
      if (a == b || joined(a, b)) continue;
      streets[id] = {a, b, random() % 4 == 0};
      StatedTags tags{{"highway", "residential"}};
      if (streets[id].oneway) tags.emplace_back("oneway", "yes");
      maker.way(id, {a, b}, tags);
    }
    for (std::int64_t id = 1; id <= 12; ++id) add_rule(id);
  }

  bool joined(std::int64_t a, std::int64_t b) const {
    return std::any_of(streets.begin(), streets.end(), [&](const auto& s) {
      return (s.second.a == a && s.second.b == b) || (s.second.a == b && s.second.b == a);
    });
  }
  std::int64_t random_street_at(std::int64_t node) {
    std::vector<std::int64_t> at;
    for (const auto& [id, street] : streets)
      if (street.a == node || street.b == node) at.push_back(id);
    return at.empty() ? 0 : at[random() % at.size()];
  }
  std::int64_t other_end(std::int64_t street, std::int64_t node) const {
    return streets.at(street).a == node ? streets.at(street).b : streets.at(street).a;
  }

  void add_rule(std::int64_t id) {
    const std::int64_t node = 1 + random() % 9;
    const std::int64_t from = random_street_at(node), middle = random_street_at(node);
    if (from == 0 || from == middle) return;
    const bool only = random() % 4 == 0;
    if (random() % 2) {
      rules.push_back({only, from, node, 0, middle});
      maker.no(id, only ? "only_straight_on" : "no_straight_on", from, node, middle);
      return;
    }
    const std::int64_t to = random_street_at(other_end(middle, node));
    if (to == middle || to == from) return;
    rules.push_back({only, from, 0, middle, to});
    maker.restriction(
        id, {{"from", OsmType::way, from}, {"via", OsmType::way, middle}, {"to", OsmType::way, to}},
        {{"type", "restriction"}, {"restriction", only ? "only_straight_on" : "no_straight_on"}});
  }

  bool drivable(std::int64_t street, std::int64_t from) const {
    return !streets.at(street).oneway || streets.at(street).a == from;
  }
  /// Whether the ways of a rule can be driven in that order at all.
  bool sound(const Rule& rule, std::int64_t& first, std::int64_t& last) const {
    const auto ends = [&](std::int64_t s) {
      return std::set<std::int64_t>{streets.at(s).a, streets.at(s).b};
    };
    if (rule.via_node) {
      first = last = rule.via_node;
    } else {
      for (const std::int64_t node : ends(rule.via_way))
        if (ends(rule.from).count(node) && ends(rule.to).count(other_end(rule.via_way, node)))
          first = node, last = other_end(rule.via_way, node);
      if (!drivable(rule.via_way, first)) return false;
    }
    return drivable(rule.from, other_end(rule.from, first)) && drivable(rule.to, last);
  }

  /// May one go on from `before`, `street` (reached at `node`) to `next`?
  bool allowed(std::int64_t before, std::int64_t street, std::int64_t node, std::int64_t next) const {
    for (const Rule& rule : rules) {
      std::int64_t first = 0, last = 0;
      if (!sound(rule, first, last)) continue;
      if (rule.via_node) {
        if (street != rule.from || node != first) continue;
        if (rule.only != (next == rule.to)) return false;
        continue;
      }
      if (rule.only && street == rule.from && node == first && next != rule.via_way) return false;
      if (before == rule.from && street == rule.via_way && node == last && other_end(street, node) == first)
        if (rule.only != (next == rule.to)) return false;
    }
    return true;
  }
};

}  // namespace

TEST_CASE("random bans and orders equal a search over the streets travelled") {
  Profile profile = car();
  profile.turns.u_turn = Duration{0};
  std::size_t compared = 0, applied = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    RandomTown town(seed);
    std::optional<Built> built;
    try {
      built.emplace(osm_sources(town.maker.data()), profile);
    } catch (const Error&) {
      continue;
    }
    applied += built->network.report().restrictions_applied;
    const auto cost_of = [&](std::int64_t street, double share) {
      const Point a = town.nodes[town.streets[street].a], b = town.nodes[town.streets[street].b];
      return share * ms(distance_m(a, b, metre_plane()));
    };
    const auto middle = [&](std::int64_t street) {
      const Point a = town.nodes[town.streets[street].a], b = town.nodes[town.streets[street].b];
      return Point{(a.x + b.x) / 2, (a.y + b.y) / 2};
    };
    for (const auto& [source, start] : town.streets) {
      // (street before, street, node at which it ends): the cost to get to its end
      using State = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
      std::set<std::pair<double, State>> queue;
      std::map<State, double> best;
      std::map<std::int64_t, double> to_middle;
      const auto reach = [&](const State& state, double cost) {
        const auto [place, added] = best.try_emplace(state, 1e18);
        if (cost >= place->second) return;
        place->second = cost;
        queue.emplace(cost, state);
      };
      reach({0, source, start.b}, cost_of(source, 0.5));
      if (!start.oneway) reach({0, source, start.a}, cost_of(source, 0.5));
      while (!queue.empty()) {
        const auto [cost, state] = *queue.begin();
        queue.erase(queue.begin());
        if (best.at(state) < cost) continue;
        const auto& [before, street, node] = state;
        for (const auto& [next, ends] : town.streets) {
          if ((ends.a != node && ends.b != node) || !town.drivable(next, node)) continue;
          if (!town.allowed(before, street, node, next)) continue;
          const auto [place, added] = to_middle.try_emplace(next, 1e18);
          place->second = std::min(place->second, cost + cost_of(next, 0.5));
          reach({street, next, town.other_end(next, node)}, cost + cost_of(next, 1));
        }
      }
      const NetworkPlace from = built->snap(middle(source));
      if (!from.snapped() || from.snap_m > 0.5) continue;  // not on the main component
      for (const auto& [target, expected] : to_middle) {
        const NetworkPlace to = built->snap(middle(target));
        if (target == source || !to.snapped() || to.snap_m > 0.5 || from.edge == to.edge) continue;
        // Where streets cross without meeting, the middle of one may lie on another.
        INFO("seed " << seed << ", " << source << " to " << target);
        const Cost cost = built->cost_between(from, to);
        if (std::abs(cost - expected) > 50 &&
            (from.fraction < 0.499 || from.fraction > 0.501 || to.fraction < 0.499 || to.fraction > 0.501))
          continue;
        CHECK(cost == Approx(expected).margin(50));
        ++compared;
      }
    }
  }
  CHECK(compared > 2000);
  CHECK(applied > 100);
}
