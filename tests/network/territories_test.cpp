#include "network/territories.hpp"

#include "geometry/measure.hpp"
#include "network/metre_city.hpp"
#include "network/street_pieces.hpp"

using namespace jingwei;
using namespace jingwei::testing;

TEST_CASE("each part of street belongs to the place that is nearest to its middle") {
  const std::vector<Cost> limits{8000, 20000};
  std::size_t parts = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    std::vector<NetworkPlace> places;
    for (int i = 0; i < 6; ++i) places.push_back(built.snap(city.point(city.random_place())));
    places.push_back(places[1]);                   // the same place again: the first has it
    places.push_back(built.snap({90000, 90000}));  // nowhere
    Context context;
    for (const auto direction : {Network::Direction::from_place, Network::Direction::to_place}) {
      const LabelledLines lines = territories(built.network, places, limits, direction);
      // Together they are what is reached from all.
      const std::vector<std::uint32_t> together(places.size(), 0);
      for (std::uint32_t limit = 0; limit < 2; ++limit) {
        std::vector<Path> within;
        for (std::size_t i = 0; i < lines.lines.size(); ++i)
          if (lines.labels[i] % 2 <= limit) within.push_back(lines.lines[i]);
        const GeometryColumn reached =
            built.network.reached(places, together, 1, limits[limit], direction, context);
        CHECK(length_of(within) == Approx(lengths_m(reached, metre_plane(), context)[0]).epsilon(1e-9));
      }
      for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        if (length_of({lines.lines[i]}) < 0.5) continue;
        const NetworkPlace here = built.snap(middle(lines.lines[i]));
        if (here.snap_m > 0.01) continue;  // on a street that one cannot come back from
        const std::span<const NetworkPlace> at(&here, 1);
        const auto costs = direction == Network::Direction::from_place
                               ? built.network.costs(places, at, unreachable, context)
                               : built.network.costs(at, places, unreachable, context);
        const std::uint32_t place = lines.labels[i] / 2, limit = lines.labels[i] % 2;
        INFO("seed " << seed << ", part " << i << " of place " << place);
        // Partial edges are rounded to a millisecond.
        CHECK(costs[place] <= *std::ranges::min_element(costs) + 2);
        CHECK(place != 6);
        CHECK(costs[place] <= limits[limit] + 2);
        if (limit > 0) CHECK(costs[place] + 2 >= limits[limit - 1]);
        ++parts;
      }
    }
  }
  CHECK(parts > 500);
}

TEST_CASE("along one street, by hand: halves between two places, and what the limits leave") {
  const Layer streets = roads({{"main", "LINESTRING(0 0, 0 10000)"}});
  const Built built(sources_of({&streets}), walker());  // 720 ms a metre
  const std::vector<NetworkPlace> places{built.snap({0, 7000}), built.snap({0, 1000}), built.snap({0, 1000})};
  const LabelledLines lines =
      territories(built.network, places, std::vector<Cost>{720'000, 7'200'000}, Network::Direction::to_place);
  std::vector<double> lengths(6, 0);
  for (std::size_t i = 0; i < lines.lines.size(); ++i)
    lengths[lines.labels[i]] += length_of({lines.lines[i]});
  CHECK(lengths[0] == Approx(2000).epsilon(1e-5));
  CHECK(lengths[1] == Approx(2000 + 2000).epsilon(1e-5));  // 4000 … 6000 and 8000 … 10000
  CHECK(lengths[2] == Approx(2000).epsilon(1e-5));
  CHECK(lengths[3] == Approx(2000).epsilon(1e-5));
  CHECK(lengths[4] + lengths[5] == 0);
}
