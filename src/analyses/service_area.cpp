// What do facilities reach, in a straight line or along a network?
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/optional_parameter.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/service_area_reach.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"

namespace jingwei {

template <>
std::vector<Choice> choices_of<ServiceAreaMerge>() {
  return {{"each", {"每个设施单独输出", "each facility by itself"}},
          {"all", {"所有设施合并", "all facilities together"}},
          {"nearest", {"各处归最近的设施", "each place to the facility nearest to it"}}};
}

namespace {

/// A facility by itself is its owner's work alone; others depend on facilities at any distance.
std::optional<Length> reach(const ServiceAreaOptions& options) {
  if (options.merge == ServiceAreaMerge::each) return Length{0};
  return std::nullopt;
}

Description service_area_description() {
  return describe<ServiceAreaOptions>("service-area")
      .title({"服务范围", "Service area"})
      .summary({"设施在给定距离或出行时间内服务到哪里？",
                "Which area and streets lie within a distance or travel time of facilities?"})
      .reads("facilities", {"设施点", "facilities"}, {}, {GeometryForm::point})
      .reads_network("network", {"出行网络；没有则按直线距离", "network; without one, straight lines"},
                     Presence::optional)
      .option(
          "distances", &ServiceAreaOptions::distances,
          {"直线距离，升序；没有网络时使用", "straight-line distances, ascending; used without a network"},
          between("1 m", "500 km"))
      .option("times", &ServiceAreaOptions::times,
              {"出行时间，升序；有网络时使用", "travel times, ascending; used with a network"},
              between("1 s", "24 h"))
      .option("edge-width", &ServiceAreaOptions::edge_width,
              {"可达道路向每侧绘制的宽度", "how far to each side reached streets are drawn"},
              between("1 m", "1 km"))
      .option("merge", &ServiceAreaOptions::merge,
              {"单独输出、合并或划分", "each facility by itself, all together, or divided among them"})
      .option("simplify", &ServiceAreaOptions::simplify,
              {"简化范围的边界：新旧边界相距不超过此值，公共边界仍相同",
               "areas with fewer vertices: no border moves farther than this, and shared ones stay shared"},
              between("1 m", "1 km"))
      .includes(&ServiceAreaOptions::departures, departures_description())
      .writes("areas", stitch)
      .writes("edges", stitch)
      .needs("network")
      .halo(&reach)
      .cites(
          "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, "
          "269–271.")
      .cites(
          "de Berg, M., van Kreveld, M., Schirra, S. (1998). Topologically correct subdivision "
          "simplification using the bandwidth criterion. Cartography and Geographic Information Systems 25, "
          "243–257.")
      .cites(
          "Delling, D., Pajor, T., Werneck, R. F. (2015). Round-based public transit routing. Transportation "
          "Science 49, 591–604.");
}

/// Which facilities make which row: one each, or all of them one.
struct Grouping {
  std::vector<std::uint32_t> group_of_row;
  std::uint32_t groups = 0;
  std::vector<std::int64_t> facilities;  ///< of each group, those that serve and that the window owns
  std::vector<Provenance> sources;       ///< of each group
};

Grouping group(const Layer& facilities, ServiceAreaMerge merge) {
  Grouping grouping;
  grouping.groups = merge == ServiceAreaMerge::all ? 1 : static_cast<std::uint32_t>(facilities.rows());
  for (std::uint32_t row = 0; row < facilities.rows(); ++row)
    grouping.group_of_row.push_back(merge == ServiceAreaMerge::all ? 0 : row);
  grouping.facilities.resize(grouping.groups);
  grouping.sources.resize(grouping.groups);
  return grouping;
}

/// The facilities whose areas this window makes: its own, or for joined areas all that may reach its core.
Layer facilities_of(const Window& in, const ServiceAreaOptions& options, Context& context) {
  const Layer& facilities = in["facilities"];
  if (options.merge == ServiceAreaMerge::each) return owned_rows(in, "facilities", context);
  Layer by_key = facilities.take(rows_by_key(facilities));   // which of the nearest has a place
  if (in.has("network") || options.simplify) return by_key;  // a border's vertices may lie anywhere
  return by_key.take(in.near_core(by_key.geometry(), options.distances.back()));
}

void count(const Window& in, const Layer& facilities, const std::vector<bool>& serves, Grouping& grouping,
           Context& context) {
  const std::vector<bool> own = in.owned(facilities, context);
  for (std::uint32_t row = 0; row < facilities.rows(); ++row) {
    if (!own[row] || !serves[row]) continue;
    ++grouping.facilities[grouping.group_of_row[row]];
    grouping.sources[grouping.group_of_row[row]].add(facilities, row);
  }
}

/// The layers of areas and streets, a row for each group and limit that has something.
void write(const Window& in, const Layer& facilities, ServiceAreaMerge merge, const Grouping& grouping,
           const std::vector<Reached>& all, Result& result) {
  const bool each = merge != ServiceAreaMerge::all;
  Layer areas = output_layer("service_area_areas", in.crs());
  Layer edges = output_layer("service_area_edges", in.crs());
  std::vector<Provenance> area_sources, edge_sources;
  for (const Reached& reached : all)
    for (std::uint32_t place = 0; place < grouping.groups; ++place) {
      if (grouping.facilities[place] == 0 && reached.areas.is_null(place)) continue;
      const Value facility = each ? Value{facilities.key().as_text(place)} : Value{};
      const std::string key =
          each ? joined_key(facilities.key().as_text(place), reached.limit, '@') : reached.limit;
      areas.append(reached.areas.wkb(place), {{"area_key", key},
                                              {"facility_key", facility},
                                              {"limit_m", reached.limit_m},
                                              {"limit_min", reached.limit_min},
                                              {"facilities", grouping.facilities[place]}});
      area_sources.push_back(grouping.sources[place]);
      if (!in.has("network") || reached.edges.is_null(place)) continue;
      edges.append(reached.edges.wkb(place),
                   {{"area_key", key}, {"facility_key", facility}, {"limit_min", reached.limit_min}});
      edge_sources.push_back(grouping.sources[place]);
    }
  set_provenance(areas, area_sources);
  set_provenance(edges, edge_sources);
  result.layers.emplace_back("areas", std::move(areas));
  if (in.has("network")) result.layers.emplace_back("edges", std::move(edges));
}

Result service_area_run(const Window& in, const ServiceAreaOptions& options, Context& context) {
  const Layer facilities = facilities_of(in, options, context);
  Result result;
  const std::vector<Point> points = representative_points(facilities.geometry(), context);
  std::vector<bool> serves(facilities.rows(), true);
  std::vector<NetworkPlace> places;
  if (in.has("network")) {
    places = in.network("network").snap(facilities, points, result.issues, context);
    for (std::size_t row = 0; row < places.size(); ++row) serves[row] = places[row].snapped();
  }
  const std::vector<Reached> all = reached_by(in, facilities, points, places, options, context);
  Grouping grouping = group(facilities, options.merge);
  count(in, facilities, serves, grouping, context);
  write(in, facilities, options.merge, grouping, all, result);
  return result;
}

/// The total of a field over the rows of the largest limit.
double at_largest(const Layer& layer, const char* limit, const char* field) {
  const double most = largest(layer, limit);
  double sum = 0;
  for (std::size_t row = 0; row < layer.rows(); ++row)
    if (layer[limit].number(row) == most && !layer[field].is_null(row)) sum += layer[field].number(row);
  return sum;
}

void service_area_finish(Result& whole, const ServiceAreaOptions& options, Context& context) {
  measure(whole.layer("areas"), context);
  if (whole.has("edges")) measure(whole.layer("edges"), context);
  const Layer& areas = whole.layer("areas");
  whole.figures.push_back({"areas", static_cast<double>(areas.rows())});
  if (options.merge == ServiceAreaMerge::each) return;  // areas overlap: they make no total
  const char* limit = whole.has("edges") ? "limit_min" : "limit_m";
  whole.figures.push_back({"facilities", at_largest(areas, limit, "facilities")});
  whole.figures.push_back({"area_m2", at_largest(areas, limit, "area_m2")});
  if (whole.has("edges") && whole.layer("edges").rows() > 0)
    whole.figures.push_back({"length_m", at_largest(whole.layer("edges"), limit, "length_m")});
}

}  // namespace

Analysis service_area_analysis() {
  return make_analysis(&service_area_description, &service_area_run, &service_area_finish);
}

}  // namespace jingwei
