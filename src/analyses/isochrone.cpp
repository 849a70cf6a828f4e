// What can be reached from each place, and in what time?
#include <algorithm>
#include <optional>

#include "analyses/analysis.hpp"
#include "analyses/departures.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/optional_parameter.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/reach_areas.hpp"
#include "analyses/travel_times.hpp"
#include "base/parallel.hpp"
#include "geometry/simplify.hpp"
#include "layer/operations.hpp"
#include "network/transit_reach.hpp"

namespace jingwei {

using namespace literals;

enum class IsochroneBands { nested, rings };
enum class IsochroneTravel { from_origin, to_origin };

template <>
std::vector<Choice> choices_of<IsochroneBands>() {
  return {{"nested",
           {"各时限内的全部范围，小者在大者之内", "all that lies within each limit, one inside the other"}},
          {"rings", {"两个时限之间的范围，互不重叠", "what lies between two limits, without overlap"}}};
}

template <>
std::vector<Choice> choices_of<IsochroneTravel>() {
  return {{"from_origin", {"自起点出发", "from the place"}}, {"to_origin", {"前往该地点", "to the place"}}};
}

namespace {

struct IsochroneOptions {
  std::vector<Duration> times{15_min, 30_min, 45_min};
  IsochroneBands bands = IsochroneBands::nested;
  IsochroneTravel travel = IsochroneTravel::from_origin;
  Length off_street = 200_m;
  std::optional<Length> simplify;
  Departures departures;
};

/// A place is its owner's work alone, and reaches as far as the network carries.
std::optional<Length> halo(const IsochroneOptions&) {
  return Length{0};
}

Description isochrone_description() {
  using Options = IsochroneOptions;
  return describe<Options>("isochrone")
      .title({"等时圈", "Isochrone"})
      .summary({"从每个地点出发，各时限内能到哪里？", "Where does one get from each place within each time?"})
      .reads("origins", {"地点", "places"}, {}, {GeometryForm::point, GeometryForm::polygon})
      .reads_network("network", {"出行网络", "network"}, Presence::required)
      .option("times", &Options::times, {"时限，升序，含等于", "time limits, ascending, inclusive"},
              between("1 s", "24 h"))
      .option("bands", &Options::bands, {"范围如何划分", "how the limits divide the reach"})
      .option("travel", &Options::travel, {"出行方向", "which way one travels"})
      .option("off-street", &Options::off_street,
              {"离最近道路多远的地方仍算作该道路可达",
               "how far from its nearest street a place still belongs to it"},
              between("1 m", "2 km"))
      .option("simplify", &Options::simplify,
              {"简化范围的边界：新旧边界相距不超过此值，各时限的公共边界仍相同",
               "areas with fewer vertices: no border moves farther than this, and limits keep the borders "
               "that they share"},
              between("1 m", "1 km"))
      .includes(&Options::departures, departures_description())
      .writes("areas", owned)
      .writes("edges", owned)
      .halo(&halo)
      .cites(
          "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, "
          "269–271.")
      .cites(
          "de Berg, M., van Kreveld, M., Schirra, S. (1998). Topologically correct subdivision "
          "simplification using the bandwidth criterion. Cartography and Geographic Information Systems 25, "
          "243–257.")
      .cites("Fortune, S. (1987). A sweepline algorithm for Voronoi diagrams. Algorithmica 2, 153–174.")
      .cites(
          "Baum, M., Buchhold, V., Dibbelt, J., Wagner, D. (2016). Fast exact computation of isochrones in "
          "road networks. SEA 2016, 17–32.")
      .cites(
          "Delling, D., Pajor, T., Werneck, R. F. (2015). Round-based public transit routing. Transportation "
          "Science 49, 591–604.");
}

/// What one place reaches (or what reaches it), by timetable where the network carries one.
class Reach {
 public:
  Reach(const Window& in, const IsochroneOptions& options, Context& context)
      : m_network(in.network("network")),
        m_direction(options.travel == IsochroneTravel::from_origin ? Network::Direction::from_place
                                                                   : Network::Direction::to_place),
        m_margin{2 * options.off_street.m} {
    for (const Duration time : options.times) m_limits.push_back(to_cost(time));
    if (const TransitNetwork* timetable = in.timetable("network"))
      m_by_timetable.emplace(*timetable, transit_options(options.departures), m_direction, context);
  }

  ReachBands of(const NetworkPlace& place, Context& context) const {
    const std::span places(&place, 1);
    return m_by_timetable ? m_by_timetable->reach_bands(places, m_limits, m_margin, context)
                          : m_network.reach_bands(places, m_limits, m_direction, m_margin);
  }

 private:
  const Network& m_network;
  Network::Direction m_direction;
  std::vector<Cost> m_limits;
  /// Streets that are not reached matter where a place may be nearer to them: within twice the distance.
  Length m_margin;
  std::optional<TransitReach> m_by_timetable;
};

/// Which labels belong to the row of a limit.
bool belongs(std::uint32_t label, std::size_t limit, IsochroneBands bands) {
  return bands == IsochroneBands::nested ? label <= limit : label == limit;
}

/// What one place reaches, by limit.
struct Isochrones {
  GeometryColumn areas, edges;
};

Isochrones isochrones_of(const ReachAreas& reached, const Window& in, const IsochroneOptions& options,
                         Context& context) {
  Isochrones made;
  for (std::size_t limit = 0; limit < options.times.size(); ++limit) {
    const auto member = [&](std::uint32_t label) { return belongs(label, limit, options.bands); };
    made.areas.append(Wkb(reached.area(member, context)));
    made.edges.append(Wkb(reached.lines(member)));
  }
  if (options.simplify)
    made.areas =
        simplify(made.areas, planar_bound(*options.simplify, in.crs(), made.areas.extent()), in.grid_size());
  return made;
}

Result isochrone_run(const Window& in, const IsochroneOptions& options, Context& context) {
  Result result;
  const Layer origins = owned_rows(in, "origins", context);
  const auto places =
      in.network("network").snap(origins, places_of(origins, context), result.issues, context);
  const Reach reach(in, options, context);
  std::vector<Isochrones> all(origins.rows());
  parallel_for(
      all.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
          if (places[row].snapped())
            all[row] = isochrones_of(ReachAreas(reach.of(places[row], context), in.crs(), options.off_street,
                                                in.grid_size(), context),
                                     in, options, context);
      },
      1);

  Layer areas = output_layer("isochrone_areas", in.crs()), edges = output_layer("isochrone_edges", in.crs());
  std::vector<Provenance> sources;
  for (std::uint32_t row = 0; row < origins.rows(); ++row) {
    const std::string origin = origins.key().as_text(row);
    for (std::size_t limit = 0; limit < all[row].areas.size(); ++limit) {
      const bool ring = options.bands == IsochroneBands::rings && limit > 0;
      const std::vector<std::pair<std::string_view, Value>> values{
          {"area_key", joined_key(origin, to_text(options.times[limit]), '@')},
          {"origin", origin},
          {"from_min", ring ? options.times[limit - 1].s / 60 : 0.0},
          {"limit_min", options.times[limit].s / 60},
          {"snap_m", places[row].snap_m}};
      areas.append(all[row].areas.wkb(limit), values);
      edges.append(all[row].edges.wkb(limit), values);
      sources.emplace_back().add(origins, row);
    }
  }
  set_provenance(areas, sources);
  set_provenance(edges, sources);
  result.layers.emplace_back("areas", std::move(areas));
  result.layers.emplace_back("edges", std::move(edges));
  return result;
}

void isochrone_finish(Result& whole, const IsochroneOptions&, Context& context) {
  measure(whole.layer("areas"), context);
  measure(whole.layer("edges"), context);
  whole.figures.push_back({"areas", static_cast<double>(whole.layer("areas").rows())});
  if (whole.layer("areas").rows() == 0) return;
  whole.figures.push_back({"largest_area_m2", largest(whole.layer("areas"), "area_m2")});
  whole.figures.push_back({"longest_length_m", largest(whole.layer("edges"), "length_m")});
}

}  // namespace

Analysis isochrone_analysis() {
  return make_analysis(&isochrone_description, &isochrone_run, &isochrone_finish);
}

}  // namespace jingwei
