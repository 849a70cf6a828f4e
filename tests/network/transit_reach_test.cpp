#include "network/transit_reach.hpp"

#include "geometry/measure.hpp"
#include "network/edge_coverage.hpp"
#include "network/random_feed.hpp"
#include "network/street_pieces.hpp"

using namespace jingwei;
using namespace jingwei::testing;

TEST_CASE("street parts reached by timetable are those whose time at the percentile is within the limit") {
  std::size_t pieces = 0, by_ride = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    const NetworkPlace home = built.snap(city.point(city.random_place()));
    if (!home.snapped()) continue;
    TransitOptions options;
    options.window = 20000;
    options.step = 2000;
    options.walk_limit = 5000 + city.random()() % 20 * 1000;
    options.max_rides = 1 + city.random()() % 3;
    options.change_time = city.random()() % 2 * 1000;
    options.percentile = 1 + city.random()() % 100;
    const TransitFeed feed = random_feed(city, options.departure);
    std::vector<Issue> issues;
    Context context;
    const TransitNetwork network(built.network, feed, issues, context);
    const std::vector<Cost> limits{10000, 20000, 35000};
    for (const auto direction : {Network::Direction::from_place, Network::Direction::to_place}) {
      const TransitReach reach(network, options, direction, context);
      const ReachBands bands = reach.reach_bands(std::span(&home, 1), limits, Length{2000}, context);
      CHECK(bands.limits == 3);
      const std::uint32_t group[] = {0};
      const GeometryColumn all = reach.reached(std::span(&home, 1), group, 1, limits.back(), context);
      CHECK(length_of(bands.lines.lines) == Approx(lengths_m(all, metre_plane(), context)[0]).epsilon(1e-9));
      std::vector<NetworkPlace> places;
      std::vector<std::uint32_t> labels;
      for (std::size_t i = 0; i < bands.streets.lines.size(); ++i) {
        if (length_of({bands.streets.lines[i]}) < 1) continue;
        places.push_back(built.snap(middle(bands.streets.lines[i])));
        labels.push_back(bands.streets.labels[i]);
        REQUIRE(places.back().snapped());
      }
      constexpr Cost no_limit = 1'000'000;
      const std::span<const NetworkPlace> homes(&home, 1);
      const bool from = direction == Network::Direction::from_place;
      const auto times = from ? network.costs(homes, places, options, no_limit, context)
                              : network.costs(places, homes, options, no_limit, context);
      const auto on_foot = from ? built.network.costs(homes, places, no_limit, context)
                                : built.network.costs(places, homes, no_limit, context);
      for (std::size_t i = 0; i < places.size(); ++i) {
        ++pieces;
        by_ride += times[i] < on_foot[i] ? 1 : 0;
        INFO("seed " << seed << ", piece " << i << " of label " << labels[i] << " takes " << times[i]);
        // Each partial edge of a walk is rounded to a millisecond.
        if (labels[i] < 3) CHECK(times[i] <= std::uint64_t{limits[labels[i]]} + 2);
        if (labels[i] > 0) CHECK(std::uint64_t{times[i]} + 2 >= limits[labels[i] - 1]);
      }
    }
  }
  CHECK(pieces > 500);
  CHECK(by_ride > 100);
}

TEST_CASE("what is reached does not depend on threads") {
  MetreCity city(5);
  const Layer streets = roads(city.roads_list());
  const Built built(sources_of({&streets}), driver());
  std::vector<NetworkPlace> places;
  for (int i = 0; i < 3; ++i) places.push_back(built.snap(city.point(city.random_place())));
  TransitOptions options;
  options.window = 60000;
  options.step = 1000;
  options.walk_limit = 8000;
  const TransitFeed feed = random_feed(city, options.departure);
  std::vector<Issue> issues;
  Context context;
  const TransitNetwork network(built.network, feed, issues, context);
  const TransitReach reach(network, options, Network::Direction::to_place, context);
  const std::vector<std::uint32_t> groups{0, 0, 1};
  const GeometryColumn alone = reach.reached(places, groups, 2, 30000, context);
  context.set_threads(3);
  const GeometryColumn together = reach.reached(places, groups, 2, 30000, context);
  for (std::uint32_t row = 0; row < 2; ++row) CHECK(std::ranges::equal(alone.wkb(row), together.wkb(row)));
}

TEST_CASE("coverage counts every place of an edge") {
  EdgeCoverage coverage(3), more(3);
  coverage.add(std::vector<ReachedPart>{{0, 0, 1}, {2, 0, 0.25}, {2, 0.5, 1}});
  coverage.add(std::vector<ReachedPart>{{2, 0.25, 0.75}});
  more.add(std::vector<ReachedPart>{{0, 0.5, 1}, {2, 0.125, 0.125}});
  coverage.add(more);
  const auto parts = [&](std::size_t times) {
    std::string text;
    for (const ReachedPart& part : coverage.at_least(times))
      text += format("{}:{}-{} ", part.edge, part.from, part.to);
    return text;
  };
  CHECK(parts(1) == "0:0-1 2:0-1 ");
  CHECK(parts(2) == "0:0.5-1 2:0.5-0.75 ");
  CHECK(parts(3).empty());
}
