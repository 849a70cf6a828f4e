// Costs and nearest places on random towns against single metres relaxed by Bellman and Ford.
#include "network/metre_city.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

/// Places that lie on the component that points snap onto, with where they were snapped.
struct Places {
  std::vector<MetrePlace> stated;
  std::vector<NetworkPlace> snapped;
};

Places random_places(MetreCity& city, const Built& built, std::size_t count) {
  Places places;
  for (std::size_t i = 0; i < 20 * count && places.stated.size() < count; ++i) {
    const MetrePlace place = city.random_place();
    const NetworkPlace snapped = built.snap(city.point(place));
    if (!snapped.snapped() || snapped.snap_m > 1e-3) continue;
    places.stated.push_back(place);
    places.snapped.push_back(snapped);
  }
  return places;
}

}  // namespace

TEST_CASE("costs on random towns are those of the shortest way, metre by metre") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    const Places from = random_places(city, built, 8), to = random_places(city, built, 12);
    REQUIRE(from.stated.size() > 4);
    const Cost limit = seed % 2 ? unreachable : 60000;
    Context context;
    const auto costs = built.network.costs(from.snapped, to.snapped, limit, context);
    const auto turned = built.network.costs(to.snapped, from.snapped, limit, context);
    const auto nearest = built.network.nearest(from.snapped, to.snapped, limit, context);
    const std::size_t columns = to.stated.size();
    for (std::size_t i = 0; i < from.stated.size(); ++i) {
      const auto expected = city.costs_from(from.stated[i]);
      Network::NearestPlace best;
      for (std::uint32_t j = 0; j < columns; ++j) {
        const MetrePlace& place = to.stated[j];
        Cost cost = expected[place.street][static_cast<std::size_t>(place.metre)];
        if (cost > limit) cost = unreachable;
        INFO("seed " << seed << ", pair " << i << ", " << j);
        REQUIRE(costs[i * columns + j] == cost);
        if (cost < best.cost) best = {j, cost};
      }
      CHECK(nearest[i].destination == best.destination);
      CHECK(nearest[i].cost == best.cost);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      const auto expected = city.costs_to(from.stated[0]);
      const Cost cost = expected[to.stated[j].street][static_cast<std::size_t>(to.stated[j].metre)];
      CHECK(turned[j * from.stated.size()] == (cost > limit ? unreachable : cost));
    }
  }
}

TEST_CASE("the cost of a pair does not depend on the others asked, nor on threads") {
  MetreCity city(77);
  const Layer streets = roads(city.roads_list());
  const Built built(sources_of({&streets}), driver());
  const Places places = random_places(city, built, 40);
  REQUIRE(places.stated.size() == 40);
  Context one, four;
  four.set_threads(4);
  const std::span<const NetworkPlace> all(places.snapped);
  const auto whole = built.network.costs(all, all, unreachable, one);
  CHECK(built.network.costs(all, all, unreachable, four) == whole);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::size_t> rows, columns;
    for (std::size_t i = 0; i < 1 + city.random()() % 9; ++i) rows.push_back(city.random()() % 40);
    for (std::size_t i = 0; i < 1 + city.random()() % 9; ++i) columns.push_back(city.random()() % 40);
    std::vector<NetworkPlace> from, to;
    for (const std::size_t i : rows) from.push_back(all[i]);
    for (const std::size_t j : columns) to.push_back(all[j]);
    from.push_back({});  // one that is not snapped
    const auto part = built.network.costs(from, to, unreachable, round % 2 ? one : four);
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j)
        REQUIRE(part[i * to.size() + j] == whole[rows[i] * 40 + columns[j]]);
    for (std::size_t j = 0; j < columns.size(); ++j)
      REQUIRE(part[rows.size() * to.size() + j] == unreachable);
  }
  std::vector<std::vector<Cost>> rows(40);
  built.network.for_each_origin(all, all, 50000, four, [&](std::size_t i, std::span<const Cost> row) {
    rows[i].assign(row.begin(), row.end());
  });
  for (std::size_t i = 0; i < 40; ++i)
    for (std::size_t j = 0; j < 40; ++j)
      REQUIRE(rows[i][j] == (whole[i * 40 + j] <= 50000 ? whole[i * 40 + j] : unreachable));
  const auto nearest_one = built.network.nearest(all, all.first(7), unreachable, one);
  const auto nearest_four = built.network.nearest(all, all.first(7), unreachable, four);
  for (std::size_t i = 0; i < 40; ++i) {
    CHECK(nearest_one[i].destination == nearest_four[i].destination);
    CHECK(nearest_one[i].cost == nearest_four[i].cost);
  }
}

TEST_CASE("the order of the rows changes nothing") {
  MetreCity city(5);
  auto list = city.roads_list();
  const Layer streets = roads(list);
  std::shuffle(list.begin(), list.end(), city.random());
  const Layer shuffled = roads(list);
  const Built a(sources_of({&streets}), driver()), b(sources_of({&shuffled}), driver());
  for (int i = 0; i < 100; ++i) {
    const Point point = city.point(city.random_place());
    const NetworkPlace in_a = a.snap(point), in_b = b.snap(point);
    CHECK(in_a.edge == in_b.edge);
    CHECK(in_a.fraction == in_b.fraction);
  }
}

TEST_CASE("of equally cheap destinations the lowest number is the nearest") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 500 0)"}, {"b", "LINESTRING(500 0, 1000 0)"}});
  const Built built(sources_of({&streets}), walker());
  const std::vector<NetworkPlace> from{built.snap({500, 0}), built.snap({250, 0}), {}};
  const std::vector<NetworkPlace> to{
      {}, built.snap({600, 0}), built.snap({400, 0}), built.snap({100, 0}), built.snap({400, 0})};
  Context context;
  const auto found = built.network.nearest(from, to, unreachable, context);
  CHECK(found[0].destination == 1);
  CHECK(found[0].cost == 72000);
  CHECK(found[1].destination == 2);
  CHECK(found[1].cost == 150 * 720);
  CHECK(found[2].cost == unreachable);
  CHECK(built.network.nearest(from, to, 71999, context)[0].cost == unreachable);
  CHECK(built.network.nearest(from, {}, unreachable, context)[0].cost == unreachable);
}
