// What is reached within a limit, against every metre of a random town.
#include <cmath>

#include "network/metre_city.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

double distance(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  const double share = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

double distance(Point p, const std::vector<Path>& paths) {
  double best = std::numeric_limits<double>::infinity();
  for (const Path& path : paths)
    for (std::size_t i = 1; i < path.size(); ++i) best = std::min(best, distance(p, path[i - 1], path[i]));
  return best;
}

double length(const std::vector<Path>& paths) {
  double sum = 0;
  for (const Path& path : paths)
    for (std::size_t i = 1; i < path.size(); ++i)
      sum += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  return sum;
}

using Direction = Network::Direction;

}  // namespace

TEST_CASE("a part of a street is cut where the limit is reached") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 1000 0)"}});
  const Built built(sources_of({&streets}), walker());
  const std::vector<NetworkPlace> places{built.snap({300, 0}), {}, built.snap({900, 0})};
  Context context;
  const auto reached = built.network.reached(places, 200 * 720, Direction::from_place, context);
  REQUIRE(reached.size() == 3);
  CHECK(to_wkt(reached.wkb(0), 2) == "LINESTRING (100 0, 500 0)");
  CHECK(reached.is_null(1));
  CHECK(length(lines_of(reached.wkb(2))) == Approx(300));
  const auto nothing = built.network.reached(places, 0, Direction::from_place, context);
  CHECK_FALSE(nothing.is_null(0));
  CHECK(lines_of(nothing.wkb(0)).empty());
}

TEST_CASE("one-way streets are reached in one direction only") {
  const Layer ring = roads({{"a", "LINESTRING(0 0, 1000 0)", "residential", "forward"},
                            {"b", "LINESTRING(1000 0, 1000 1000)", "residential", "forward"},
                            {"c", "LINESTRING(1000 1000, 0 0)", "residential", "forward"}});
  const Built built(sources_of({&ring}), driver());
  const std::vector<NetworkPlace> place{built.snap({900, 0})};
  Context context;
  const auto from = lines_of(built.network.reached(place, 300 * 180, Direction::from_place, context).wkb(0));
  CHECK(length(from) == Approx(300));
  CHECK(distance({1000, 200}, from) < 0.01);
  CHECK(distance({899, 0}, from) > 0.9);
  const auto to = lines_of(built.network.reached(place, 300 * 180, Direction::to_place, context).wkb(0));
  CHECK(length(to) == Approx(300));
  CHECK(distance({600, 0}, to) < 0.01);
  CHECK(distance({901, 0}, to) > 0.9);
}

TEST_CASE("every metre within the limit is inside what is reached, and none beyond") {
  for (unsigned seed = 21; seed <= 28; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    MetrePlace place;
    std::vector<NetworkPlace> snapped;
    while (snapped.empty()) {
      place = city.random_place();
      const NetworkPlace candidate = built.snap(city.point(place));
      if (candidate.snapped() && candidate.snap_m < 1e-3) snapped.push_back(candidate);
    }
    Context context;
    for (const Direction direction : {Direction::from_place, Direction::to_place}) {
      const auto cost = direction == Direction::from_place ? city.costs_from(place) : city.costs_to(place);
      for (const Cost limit : {Cost{5000}, Cost{23456}, Cost{61000}}) {
        const auto reached = lines_of(built.network.reached(snapped, limit, direction, context).wkb(0));
        for (std::size_t street = 0; street < city.streets(); ++street)
          for (int metre = 1; metre < city.length(street); ++metre) {
            const Cost there = cost[street][static_cast<std::size_t>(metre)];
            INFO("seed " << seed << ", street " << street << ", metre " << metre << ", cost " << there
                         << ", limit " << limit);
            const double apart = distance(city.point({street, metre}), reached);
            if (there <= limit) {
              if (!(apart < 0.001)) REQUIRE(apart < 0.001);
            } else if (there > limit + 180 && !(apart > 0.5)) {
              REQUIRE(apart > 0.5);
            }
          }
      }
    }
  }
}

TEST_CASE("a group reaches what its places reach, each part once; threads change nothing") {
  MetreCity city(31);
  const Layer streets = roads(city.roads_list());
  const Built built(sources_of({&streets}), driver());
  std::vector<NetworkPlace> places;
  std::vector<std::uint32_t> groups;
  for (std::uint32_t i = 0; i < 12; ++i) {
    places.push_back(built.snap(city.point(city.random_place())));
    groups.push_back(i % 3);
  }
  Context one, four;
  four.set_threads(4);
  const Cost limit = 20000;
  const auto grouped = built.network.reached(places, groups, 4, limit, Direction::from_place, one);
  const auto again = built.network.reached(places, groups, 4, limit, Direction::from_place, four);
  const auto single = built.network.reached(places, limit, Direction::from_place, one);
  REQUIRE(grouped.size() == 4);
  CHECK(grouped.is_null(3));
  for (std::uint32_t group = 0; group < 3; ++group) {
    CHECK(std::ranges::equal(grouped.wkb(group), again.wkb(group)));
    const auto whole = lines_of(grouped.wkb(group));
    for (std::size_t street = 0; street < city.streets(); ++street)
      for (int metre = 1; metre < city.length(street); ++metre) {
        const Point p = city.point({street, metre});
        double by_one = std::numeric_limits<double>::infinity();
        for (std::uint32_t i = group; i < 12; i += 3)
          by_one = std::min(by_one, distance(p, lines_of(single.wkb(i))));
        const bool inside = distance(p, whole) < 0.001;
        if (inside != (by_one < 0.001)) FAIL("street " << street << ", metre " << metre);
      }
    double longest = 0;
    for (std::size_t street = 0; street < city.streets(); ++street) longest += city.length(street);
    CHECK(length(whole) <= longest);
  }
}

TEST_CASE("expressways are reached between interchanges, railways never") {
  const Layer streets = roads({{"a", "LINESTRING(0 0, 100 0)"}, {"b", "LINESTRING(3000 0, 3100 0)"}});
  const Layer lines = trunk_lines({{"E", "LINESTRING(0 0, 3000 0)", "road", {}, "expressway"}});
  const Layer places = waypoints({{"1", "E", {0, 0}}, {"2", "E", {3000, 0}}});
  NetworkSources sources = sources_of({&streets, &lines});
  sources.interchanges = &places;
  const Built built(sources, driver());
  const std::vector<NetworkPlace> from{built.snap({0, 0})};
  Context context;
  const auto reached =
      lines_of(built.network.reached(from, 2000 * 50, Direction::from_place, context).wkb(0));
  CHECK(length(reached) == Approx(100 + 2000));

  const Layer rail = trunk_lines({{"M", "LINESTRING(0 0, 3000 0)", "rail", 120.0}});
  const Layer stops = stations({{"A", {0, 0}}, {"B", {3000, 0}}});
  NetworkSources by_rail = sources_of({&streets, &rail});
  by_rail.stations = &stops;
  const Built ridden(by_rail, rider());
  const std::vector<NetworkPlace> start{ridden.snap({0, 0})};
  const auto both = lines_of(ridden.network.reached(start, 3600000, Direction::from_place, context).wkb(0));
  CHECK(length(both) == Approx(200));
  CHECK(both.size() == 2);
}
