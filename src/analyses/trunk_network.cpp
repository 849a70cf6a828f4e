// Are places connected by the backbone, and what breaks it?
#include <algorithm>
#include <cmath>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/travel_times.hpp"
#include "analyses/trunk_network_units.hpp"
#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"
#include "layer/provenance.hpp"
#include "network/edge_kind.hpp"
#include "network/trunk_system.hpp"

namespace jingwei {
namespace {

Description trunk_network_description() {
  using Options = TrunkNetworkOptions;
  return describe<Options>("trunk-network")
      .title({"骨干交通网", "Trunk network"})
      .summary({"骨干交通网把各地连起来了吗，哪一段断了损失最大？",
                "Are places connected by the backbone, and which stretch is missed most when it breaks?"})
      .reads("trunk_lines",
             {"骨干线路（通道、铁路、高速公路）", "lines of the backbone (corridors, railways, expressways)"},
             {"trunk_lines"}, {GeometryForm::line})
      .reads_network(
          "network",
          {"出行网络：骨干线路及通往它的道路", "network: the backbone with the streets that lead to it"},
          Presence::required)
      .reads("population", {"人口", "population"}, {"population"},
             {GeometryForm::point, GeometryForm::polygon})
      .reads("admin_units", {"区县", "counties"}, {"admin_units"}, {GeometryForm::polygon})
      .reads("core_cities",
             {"核心城市（点，如城市中心或主要车站）", "core cities (points: their centres or main stations)"},
             {}, {GeometryForm::point, GeometryForm::polygon})
      .reads("stations",
             {"进入骨干网之处：车站或互通", "where the backbone is entered: stations or interchanges"}, {},
             {GeometryForm::point, GeometryForm::polygon}, Presence::optional)
      .option("distances", &Options::distances,
              {"到线路的直线距离，升序，含等于", "straight distances from a line, ascending, inclusive"},
              between("100 m", "200 km"))
      .option("times", &Options::times,
              {"到车站和核心城市的时限，升序，含等于",
               "times to a station and to a core city, ascending, inclusive"},
              between("1 min", "24 h"))
      .option("line-tolerance", &Options::line_tolerance,
              {"网络中的一段离哪条骨干线路多近才算属于它",
               "how near a stretch of the network must run to a line to be of it"},
              between("1 m", "50 km"))
      .option("max-time", &Options::max_time,
              {"时间上限，含等于：更远的视为不可达",
               "time limit, inclusive: what is farther counts as out of reach"},
              between("1 min", "48 h"))
      .writes("by_unit", owned)
      .writes("cores", owned)
      .writes("edges", owned)
      .writes("bands", owned)
      .writes("system", owned)
      .sees_everything()  // a core city can be as far as the network carries
      .cites(
          "Latora, V., Marchiori, M. (2001). Efficient behavior of small-world networks. Physical Review "
          "Letters 87, 198701.")
      .cites(
          "Jenelius, E., Petersen, T., Mattsson, L.-G. (2006). Importance and exposure in road network "
          "vulnerability analysis. Transportation Research Part A 40, 537–560.")
      .cites(
          "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical "
          "Sociology 25, 163–177.");
}

class TrunkNetwork {
 public:
  TrunkNetwork(const Window& in, const TrunkNetworkOptions& options, Context& context)
      : m_in(in), m_options(options), m_context(context), m_cells(in, options, m_result.issues, context) {}

  Result run() {
    m_cells.write_units(m_result, m_context);
    // The system is one whole: the first window answers for all.
    m_system = output_layer("trunk_network_system", m_in.crs());
    m_result.layers.emplace_back("edges", m_in.first() ? edges() : empty("trunk_network_edges"));
    m_result.layers.emplace_back("bands", m_in.first() ? bands() : empty("trunk_network_bands"));
    set_provenance(m_system, std::vector<Provenance>(m_system.rows(), m_sources));
    m_result.layers.emplace_back("system", std::move(m_system));
    return std::move(m_result);
  }

 private:
  Layer empty(std::string_view name) const {
    Layer layer = output_layer(name, m_in.crs());
    set_provenance(layer, {});
    return layer;
  }

  /// Core cities, then stations.
  std::vector<NetworkPlace> places_of_system() {
    const Network& network = m_in.network("network");
    std::vector<NetworkPlace> places;
    for (const char* role : {"core_cities", "stations"}) {
      if (!m_in.has(role)) continue;
      const Layer layer = m_in[role].take(rows_by_key(m_in[role]));
      const auto snapped = network.snap(layer, places_of(layer, m_context), m_result.issues, m_context);
      for (std::size_t row = 0; row < snapped.size(); ++row)
        if (snapped[row].snapped()) m_sources.add(layer, row);
      places.insert(places.end(), snapped.begin(), snapped.end());
    }
    return places;
  }

  Layer edges() {
    const TrunkSystem system = m_in.network("network").trunk_system(places_of_system(), m_context);
    write_system(system);
    std::vector<Point> middles;
    for (const auto& stretch : system.stretches) middles.push_back(middle_of(stretch.path));
    const auto near =
        nearest(middles, m_cells.lines().geometry(), m_in.crs(), m_options.line_tolerance, m_context);
    Layer layer = output_layer("trunk_network_edges", m_in.crs());
    std::vector<Provenance> provenance;
    for (std::size_t i = 0; i < system.stretches.size(); ++i) {
      const TrunkSystem::Stretch& stretch = system.stretches[i];
      provenance.push_back(m_sources);
      const bool of_line = near[i].row != no_row;
      if (of_line) provenance.back().add(m_cells.lines(), near[i].row, 0);
      layer.append(wkb_of_lines(std::span(&stretch.path, 1)),
                   {{"edge_id", std::to_string(stretch.edge)},
                    {"kind", std::string(to_text(stretch.kind))},
                    {"name_zh", text_or_null(stretch.line.zh)},
                    {"name_en", text_or_null(stretch.line.en)},
                    {"from_zh", text_or_null(stretch.from.zh)},
                    {"to_zh", text_or_null(stretch.to.zh)},
                    {"trunk_line", of_line ? Value{m_cells.lines().key().as_text(near[i].row)} : Value{}},
                    {"length_m", stretch.length_m},
                    {"time_min", stretch.time_min},
                    {"betweenness", stretch.betweenness},
                    {"pairs_pct", percent(stretch.betweenness, static_cast<double>(system.connected))},
                    {"efficiency_loss_pct", 100 * stretch.efficiency_loss},
                    {"pairs_cut", static_cast<std::int64_t>(stretch.pairs_cut)},
                    {"detour_ratio", stretch.detour ? Value{*stretch.detour} : Value{}},
                    {"is_bridge", stretch.is_bridge}});
    }
    set_provenance(layer, provenance);
    return layer;
  }

  void write_system(const TrunkSystem& system) {
    const auto add = [&](const char* item, const char* zh, const char* en, double value) {
      m_system.append({{"item", item}, {"title_zh", zh}, {"title_en", en}, {"value", value}});
    };
    const auto number = [](std::size_t count) { return static_cast<double>(count); };
    add("places", "地点数（核心城市与车站）", "Places (core cities and stations)", number(system.places));
    add("pairs", "地点对", "Pairs of places", number(system.pairs));
    add("pairs_connected", "连通的地点对", "Pairs that have a way", number(system.connected));
    add("efficiency_per_min", "网络效率（1/分钟）", "Efficiency (1/min)", system.efficiency);
  }

  static Point middle_of(const Path& path) {
    std::vector<double> along{0};
    for (std::size_t i = 1; i < path.size(); ++i)
      along.push_back(along.back() + std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y));
    const double half = along.back() / 2;
    const std::size_t next = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::ranges::lower_bound(along, half) - along.begin()));
    const double share =
        along[next] > along[next - 1] ? (half - along[next - 1]) / (along[next] - along[next - 1]) : 0;
    return {path[next - 1].x + share * (path[next].x - path[next - 1].x),
            path[next - 1].y + share * (path[next].y - path[next - 1].y)};
  }

  Layer bands() {
    Layer layer = output_layer("trunk_network_bands", m_in.crs());
    const Layer& lines = m_cells.lines();
    Provenance sources;
    for (std::size_t row = 0; row < lines.rows(); ++row) sources.add(lines, row);
    const std::vector<double> people = m_cells.people_within_distances();
    for (std::size_t i = 0; i < people.size(); ++i) {
      const std::vector<Length> distance{m_options.distances[i]};
      const GeometryColumn disks =
          buffer(lines.geometry(), m_in.crs(), distance, m_in.grid_size(), m_context);
      layer.append(dissolve(disks, m_in.grid_size(), m_context).wkb(0),
                   {{"band", to_text(m_options.distances[i])},
                    {"distance_km", m_options.distances[i].m / 1000},
                    {"people", people[i]}});
    }
    measure(layer, m_context);
    set_provenance(layer, std::vector<Provenance>(layer.rows(), sources));
    return layer;
  }

  const Window& m_in;
  const TrunkNetworkOptions& m_options;
  Context& m_context;
  Result m_result;
  TrunkCells m_cells;
  Layer m_system;
  Provenance m_sources;  // the places of the system
};

Result trunk_network_run(const Window& in, const TrunkNetworkOptions& options, Context& context) {
  return TrunkNetwork(in, options, context).run();
}

void trunk_network_finish(Result& whole, const TrunkNetworkOptions&, Context&) {
  const Layer& units = whole.layer("by_unit");
  const Layer& edges = whole.layer("edges");
  const Layer& bands = whole.layer("bands");
  const auto add = [&](const char* name, double value) { whole.figures.push_back({name, value}); };
  add("units", static_cast<double>(units.rows()));
  add("people", total(units, "people"));
  for (std::size_t row = 0; row < bands.rows(); ++row)
    whole.figures.push_back({format("people_line_{}_km", to_text(bands["distance_km"].number(row))),
                             bands["people"].number(row)});
  const Layer& system = whole.layer("system");
  for (std::size_t row = 0; row < system.rows(); ++row)
    whole.figures.push_back({system["item"].text(row), system["value"].number(row)});
  add("edges", static_cast<double>(edges.rows()));
  add("bridges", total(edges, "is_bridge"));
  add("largest_efficiency_loss_pct", largest(edges, "efficiency_loss_pct"));
  add("largest_core_min", largest(units, "core_min"));
}

}  // namespace

Analysis trunk_network_analysis() {
  return make_analysis(&trunk_network_description, &trunk_network_run, &trunk_network_finish);
}

}  // namespace jingwei
