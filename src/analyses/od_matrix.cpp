// How long and how far is it from each origin to each destination?
#include <algorithm>

#include "analyses/analysis.hpp"
#include "analyses/departures.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/travel_times.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct OdMatrixOptions {
  Duration max_time = 1_h;
  Departures departures;
};

Description od_matrix_description() {
  return describe<OdMatrixOptions>("od-matrix")
      .title({"出行矩阵", "Origin–destination matrix"})
      .summary({"每个出发地到每个目的地要多久、多远？",
                "How long and how far is it from each origin to each destination?"})
      .reads("origins", {"出发地", "origins"}, {}, {GeometryForm::point, GeometryForm::polygon})
      .reads("destinations", {"目的地", "destinations"}, {}, {GeometryForm::point, GeometryForm::polygon})
      .reads_network("network", {"出行网络", "network"}, Presence::required)
      .option("max-time", &OdMatrixOptions::max_time,
              {"时间上限，含等于：更远的地点对不列出", "time limit, inclusive: farther pairs are left out"},
              between("1 s", "48 h"))
      .includes(&OdMatrixOptions::departures, departures_description())
      .writes("pairs", owned)
      .sees_everything()  // a destination can be as far as the network carries
      .cites(
          "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, "
          "269–271.")
      .cites(
          "Delling, D., Pajor, T., Werneck, R. F. (2015). Round-based public transit routing. Transportation "
          "Science 49, 591–604.");
}

/// What one origin reaches; journeys by timetable have no distance.
struct Pair {
  std::uint32_t destination;
  Cost time;
  std::optional<double> distance_m;
};

/// Of each origin the pairs within the limit.
std::vector<std::vector<Pair>> reached_pairs(const Window& in, std::span<const NetworkPlace> from,
                                             std::span<const NetworkPlace> to, const OdMatrixOptions& options,
                                             Context& context) {
  std::vector<std::vector<Pair>> reached(from.size());
  const Cost limit = to_cost(options.max_time);
  if (const TransitNetwork* timetable = in.timetable("network"))
    timetable->for_each_cost(from, to, transit_options(options.departures), limit, context,
                             [&](std::size_t origin, std::span<const Cost> times) {
                               for (std::uint32_t i = 0; i < times.size(); ++i)
                                 if (times[i] != unreachable) reached[origin].push_back({i, times[i], {}});
                             });
  else
    in.network("network").for_each_way(from, to, limit, context,
                                       [&](std::size_t origin, std::span<const Network::Way> ways) {
                                         for (std::uint32_t i = 0; i < ways.size(); ++i)
                                           if (ways[i].time != unreachable)
                                             reached[origin].push_back({i, ways[i].time, ways[i].distance_m});
                                       });
  return reached;
}

Result od_matrix_run(const Window& in, const OdMatrixOptions& options, Context& context) {
  Result result;
  const Network& network = in.network("network");
  const Layer origins = owned_rows(in, "origins", context);
  const Layer& destinations = in["destinations"];
  const auto from = network.snap(origins, places_of(origins, context), result.issues, context);
  const auto to = network.snap(destinations, places_of(destinations, context), result.issues, context);
  const auto reached = reached_pairs(in, from, to, options, context);
  Layer pairs = output_layer("od_matrix_pairs", in.crs());
  std::vector<Provenance> sources;
  for (std::uint32_t origin = 0; origin < origins.rows(); ++origin)
    for (const auto& [destination, time, distance_m] : reached[origin]) {
      const std::string a = origins.key().as_text(origin), b = destinations.key().as_text(destination);
      pairs.append({{"origin", a},
                    {"destination", b},
                    {"time_s", time / 1000.0},
                    {"distance_m", distance_m ? Value{*distance_m} : Value{}},
                    {"pair_id", joined_key(a, b, '|')}});
      Provenance& source = sources.emplace_back();
      source.add(origins, origin);
      source.add(destinations, destination);
    }
  set_provenance(pairs, sources);
  result.layers.emplace_back("pairs", std::move(pairs));
  return result;
}

void od_matrix_finish(Result& whole, const OdMatrixOptions&, Context&) {
  const Layer& pairs = whole.layer("pairs");
  whole.figures.push_back({"pairs", static_cast<double>(pairs.rows())});
  if (pairs.rows() == 0) return;
  const auto count = static_cast<double>(pairs.rows());
  whole.figures.push_back({"mean_time_s", total(pairs, "time_s") / count});
  if (!pairs["distance_m"].is_null(0))
    whole.figures.push_back({"mean_distance_m", total(pairs, "distance_m") / count});
  whole.figures.push_back({"longest_time_s", largest(pairs, "time_s")});
}

}  // namespace

Analysis od_matrix_analysis() {
  return make_analysis(&od_matrix_description, &od_matrix_run, &od_matrix_finish);
}

}  // namespace jingwei
