#include "network/metre_city.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

std::vector<Network::Way> ways_between(const Network& network, std::span<const NetworkPlace> from,
                                       std::span<const NetworkPlace> to, Cost limit, Context& context) {
  std::vector<Network::Way> ways(from.size() * to.size());
  network.for_each_way(from, to, limit, context, [&](std::size_t i, std::span<const Network::Way> row) {
    std::ranges::copy(row, ways.begin() + static_cast<std::ptrdiff_t>(i * to.size()));
  });
  return ways;
}

}  // namespace

TEST_CASE("of two equally fast ways the shorter one is measured") {
  // Round by the primary road 1800 m at 36 km/h, straight 1000 m at 20 km/h: both take 3 min.
  const Layer streets = roads({{"a", "LINESTRING(-100 0, 0 0)"},
                               {"b", "LINESTRING(0 0, 1000 0)"},
                               {"c", "LINESTRING(0 0, 0 400, 1000 400, 1000 0)", "primary"},
                               {"d", "LINESTRING(1000 0, 1100 0)"}});
  const Built built(sources_of({&streets}), driver());
  const std::vector<NetworkPlace> from{built.snap({-50, 0})},
      to{built.snap({1050, 0}), built.snap({500, 400})};
  Context context;
  const auto ways = ways_between(built.network, from, to, unreachable, context);
  CHECK(ways[0].time == 198000);
  CHECK(ways[0].distance_m == Approx(1100).epsilon(1e-6));
  CHECK(ways[1].time == 99000);
  CHECK(ways[1].distance_m == Approx(950).epsilon(1e-6));
}

TEST_CASE("ways on random towns have the time of the costs, do not depend on what else is asked") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    std::vector<NetworkPlace> places;
    for (int i = 0; i < 30; ++i)
      if (const NetworkPlace place = built.snap(city.point(city.random_place())); place.snapped())
        places.push_back(place);
    Context one, four;
    four.set_threads(4);
    const std::size_t n = places.size();
    const Cost limit = seed % 2 ? unreachable : 70000;
    const auto ways = ways_between(built.network, places, places, limit, one);
    const auto again = ways_between(built.network, places, places, limit, four);
    const auto costs = built.network.costs(places, places, limit, one);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        REQUIRE(ways[i * n + j].time == costs[i * n + j]);
        CHECK(again[i * n + j].distance_m == ways[i * n + j].distance_m);
      }
    for (int round = 0; round < 20; ++round) {
      const std::size_t i = city.random()() % n, j = city.random()() % n;
      const auto alone =
          ways_between(built.network, std::span(&places[i], 1), std::span(&places[j], 1), limit, one);
      CHECK(alone[0].time == ways[i * n + j].time);
      CHECK(alone[0].distance_m == ways[i * n + j].distance_m);
    }
  }
}

TEST_CASE("the k nearest are the first of all, sorted by cost, then number") {
  MetreCity city(5);
  const Layer streets = roads(city.roads_list());
  const Built built(sources_of({&streets}), driver());
  std::vector<NetworkPlace> places;
  for (int i = 0; i < 25; ++i) {
    const NetworkPlace place = built.snap(city.point(city.random_place()));
    if (place.snapped()) places.push_back(place), places.push_back(place);  // each twice: ties
  }
  Context context;
  for (const auto direction : {Network::Direction::from_place, Network::Direction::to_place})
    for (const Cost limit : {Cost{unreachable}, Cost{40000}}) {
      const auto nearest = built.network.nearest(places, places, 7, limit, direction, context);
      const auto costs = built.network.costs(places, places, limit, context);
      const std::size_t n = places.size();
      for (std::size_t i = 0; i < n; ++i) {
        std::vector<std::pair<Cost, std::uint32_t>> all;
        for (std::uint32_t j = 0; j < n; ++j) {
          const Cost cost = direction == Network::Direction::from_place ? costs[i * n + j] : costs[j * n + i];
          if (cost != unreachable) all.emplace_back(cost, j);
        }
        std::ranges::sort(all);
        REQUIRE(nearest[i].size() == std::min<std::size_t>(7, all.size()));
        for (std::size_t k = 0; k < nearest[i].size(); ++k) {
          CHECK(nearest[i][k].cost == all[k].first);
          CHECK(nearest[i][k].destination == all[k].second);
        }
      }
    }
}
