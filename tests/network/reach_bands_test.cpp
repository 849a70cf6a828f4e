#include "geometry/measure.hpp"
#include "network/metre_city.hpp"
#include "network/street_pieces.hpp"

using namespace jingwei;
using namespace jingwei::testing;

TEST_CASE("each piece of street is reached within its limit and not within the one before") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    MetreCity city(seed);
    const Layer streets = roads(city.roads_list());
    const Built built(sources_of({&streets}), driver());
    const NetworkPlace from = built.snap(city.point(city.random_place()));
    if (!from.snapped()) continue;
    const std::vector<Cost> limits{10000, 25000, 40000};
    Context context;
    for (const auto direction : {Network::Direction::from_place, Network::Direction::to_place}) {
      const ReachBands bands =
          built.network.reach_bands(std::span(&from, 1), limits, direction, Length{2000});
      CHECK(bands.limits == 3);
      // The bands together are what is reached within the last limit.
      const GeometryColumn reached =
          built.network.reached(std::span(&from, 1), limits.back(), direction, context);
      CHECK(length_of(bands.lines.lines) ==
            Approx(lengths_m(reached, metre_plane(), context)[0]).epsilon(1e-9));
      for (std::size_t i = 0; i < bands.streets.lines.size(); ++i) {
        if (length_of({bands.streets.lines[i]}) < 1) continue;
        const NetworkPlace place = built.snap(middle(bands.streets.lines[i]));
        REQUIRE(place.snapped());
        const Cost cost = direction == Network::Direction::from_place ? built.cost_between(from, place)
                                                                      : built.cost_between(place, from);
        const std::uint32_t label = bands.streets.labels[i];
        INFO("seed " << seed << ", piece " << i << " of label " << label << " costs " << cost);
        if (label < 3) CHECK(cost <= limits[label] + 1);
        if (label > 0) CHECK(cost + 1 >= limits[label - 1]);
      }
    }
  }
}
