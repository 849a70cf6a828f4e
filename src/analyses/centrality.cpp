// What is each junction and each street to its network: how near to all others, and how much passes?
#include "network/centrality.hpp"

#include <algorithm>
#include <cmath>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/travel_times.hpp"
#include "layer/operations.hpp"
#include "network/edge_kind.hpp"
#include "network/network_centrality.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct CentralityOptions {
  Duration radius = 30_min;
  std::optional<std::string> weight;
};

Description centrality_description() {
  using Options = CentralityOptions;
  return describe<Options>("centrality")
      .title({"网络中心性", "Network centrality"})
      .summary({"每个路口、每段道路在网络中有多中心，多少出行经过它，断了会不会分成两半？",
                "How central is each junction and street, how many trips pass it, and does its loss part the "
                "network?"})
      .reads_network("network", {"出行网络", "network"}, Presence::required)
      .reads("points",
             {"出行的起讫点（人口、岗位）；没有则每个路口计 1",
              "where trips begin and end (people, jobs); without them each junction counts 1"},
             {}, {GeometryForm::point, GeometryForm::polygon}, Presence::optional)
      .option("radius", &Options::radius,
              {"出行时间上限，含等于：只计此时限内的地点对，以免数据边界影响结果",
               "longest trip, inclusive: only pairs within it count, so that the border of the data does not "
               "tell"},
              between("1 s", "48 h"))
      .option(
          "weight", &Options::weight,
          {"起讫点的权重字段；没有则每点计 1", "field with the weight of a point; without it each counts 1"},
          field_of("points"))
      .writes("junctions", owned)
      .writes("streets", owned)
      .sees_everything()  // a way can lead anywhere
      .cites(
          "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical "
          "Sociology 25, 163–177.")
      .cites(
          "Wasserman, S., Faust, K. (1994). Social network analysis. Cambridge University Press "
          "(closeness where not all are reached).")
      .cites(
          "Crucitti, P., Latora, V., Porta, S. (2006). Centrality measures in spatial networks of urban "
          "streets. Physical Review E 73, 036125 (straightness).")
      .cites(
          "Hopcroft, J., Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. "
          "Communications of the ACM 16, 372–378 (bridges and articulation).");
}

std::string id_of(std::uint32_t row) {
  return std::to_string(row + 1);
}

Issue turns_left_out(const Network& network) {
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = "turns_left_out";
  issue.layer = network.name();
  issue.reason = {
      format("该网络有 {} 处转向限制或转向时间", network.report().turn_nodes),
      format("it has {} places with turn restrictions or times of turning", network.report().turn_nodes)};
  issue.action = {"中心性不计转向：一个路口是一个节点",
                  "centrality leaves turns out: a junction is one node"};
  return issue;
}

class CentralityAnswer {
 public:
  CentralityAnswer(const Window& in, const CentralityOptions& options, Context& context)
      : m_in(in), m_options(options), m_context(context) {}

  /// The network is one whole: the first window answers for all.
  Result run() {
    NetworkCentrality found;
    if (m_in.first()) found = ask();
    write_junctions(found);
    write_streets(found);
    return std::move(m_result);
  }

 private:
  NetworkCentrality ask() {
    const Network& network = m_in.network("network");
    if (network.report().turn_nodes > 0) m_result.issues.push_back(turns_left_out(network));
    if (!m_in.has("points")) return network.centrality({}, to_cost(m_options.radius), m_context);
    const Layer points = m_in["points"].take(rows_by_key(m_in["points"]));
    const auto places = network.snap(points, places_of(points, m_context), m_result.issues, m_context);
    const std::vector<double> weights = weights_of(points, m_options.weight, m_result.issues);
    for (std::uint32_t row = 0; row < points.rows(); ++row)
      if (places[row].snapped() && weights[row] > 0) m_source.add(points, row, weights[row]);
    return network.centrality(Network::Demand{places, weights}, to_cost(m_options.radius), m_context);
  }

  void write_junctions(const NetworkCentrality& found) {
    Layer layer = output_layer("centrality_junctions", m_in.crs());
    for (std::uint32_t row = 0; row < found.junctions.size(); ++row) {
      const NetworkCentrality::Junction& junction = found.junctions[row];
      const NodeCentrality& figures = junction.figures;
      layer.append(wkb_of(junction.place),
                   {{"junction_id", id_of(row)},
                    {"kind", junction.is_station ? "station" : "junction"},
                    {"name_zh", text_or_null(junction.name.zh)},
                    {"name_en", text_or_null(junction.name.en)},
                    {"lines", static_cast<std::int64_t>(junction.lines)},
                    {"demand", junction.demand},
                    {"reached", static_cast<std::int64_t>(figures.reached)},
                    {"closeness", figures.closeness},
                    {"harmonic", figures.harmonic},
                    {"straightness", figures.reached > 0 ? Value{figures.straightness} : Value{}},
                    {"betweenness", figures.betweenness},
                    {"trips_pct", percent(figures.betweenness, found.demand)},
                    {"is_articulation", junction.is_articulation}});
    }
    add("junctions", std::move(layer));
  }

  void write_streets(const NetworkCentrality& found) {
    Layer layer = output_layer("centrality_streets", m_in.crs());
    const auto junction = [](std::uint32_t row) {
      return row == NetworkCentrality::Line::no_junction ? Value{} : Value{id_of(row)};
    };
    for (const NetworkCentrality::Line& line : found.lines)
      layer.append(wkb_of_lines(std::span(&line.path, 1)),
                   {{"street_id", std::to_string(line.edge)},
                    {"kind", std::string(to_text(line.kind))},
                    {"class", text_or_null(line.road_class)},
                    {"name_zh", text_or_null(line.name.zh)},
                    {"name_en", text_or_null(line.name.en)},
                    {"from_junction", junction(line.from)},
                    {"to_junction", junction(line.to)},
                    {"length_m", line.length_m},
                    {"betweenness", line.betweenness},
                    {"trips_pct", percent(line.betweenness, found.demand)},
                    {"is_bridge", line.is_bridge}});
    add("streets", std::move(layer));
  }

  /// Every figure stands on all the points.
  void add(const char* thing, Layer layer) {
    set_provenance(layer, std::vector<Provenance>(layer.rows(), m_source));
    m_result.layers.emplace_back(thing, std::move(layer));
  }

  const Window& m_in;
  const CentralityOptions& m_options;
  Context& m_context;
  Provenance m_source;
  Result m_result;
};

Result centrality_run(const Window& in, const CentralityOptions& options, Context& context) {
  return CentralityAnswer(in, options, context).run();
}

/// The share of the most that any row has, so that networks of all sizes are drawn alike.
void add_relative(Layer& layer) {
  const double most = largest(layer, "betweenness");
  for (std::size_t row = 0; row < layer.rows(); ++row)
    layer.column("relative_pct").set(row, percent(layer["betweenness"].number(row), most));
}

void centrality_finish(Result& whole, const CentralityOptions&, Context&) {
  Layer& junctions = whole.layer("junctions");
  Layer& streets = whole.layer("streets");
  add_relative(junctions);
  add_relative(streets);
  const auto add = [&](const char* name, double value) { whole.figures.push_back({name, value}); };
  add("junctions", static_cast<double>(junctions.rows()));
  add("streets", static_cast<double>(streets.rows()));
  add("length_m", total(streets, "length_m"));
  add("articulations", total(junctions, "is_articulation"));
  add("bridges", total(streets, "is_bridge"));
  add("demand", total(junctions, "demand"));
  add("highest_trips_pct", largest(streets, "trips_pct"));
}

}  // namespace

Analysis centrality_analysis() {
  return make_analysis(&centrality_description, &centrality_run, &centrality_finish);
}

}  // namespace jingwei
