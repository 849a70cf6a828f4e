#include "network/network_centrality.hpp"

#include "network/junctions.hpp"

namespace jingwei {
namespace {

class CentralityOfNetwork {
 public:
  CentralityOfNetwork(const NetworkData& data, Cost radius, Context& context)
      : m_data(data),
        m_junctions(junctions_of(data)),
        m_radius(radius),
        m_context(context),
        m_ends(m_junctions.graph.nodes(), 1),
        m_demand(m_junctions.graph.nodes(), 0) {}

  NetworkCentrality of(const std::optional<Network::Demand>& demand) {
    close_trains();
    if (demand)
      take_demand(*demand);
    else
      demand_of_streets();
    const double metres = m_data.crs.metres_per_unit();
    std::vector<Point> places_m;
    for (const Point place : m_junctions.places) places_m.push_back({place.x * metres, place.y * metres});
    m_found = centralities(m_junctions.graph, {m_junctions.lengths_mm, places_m, m_ends}, m_demand, m_radius,
                           m_context);
    m_weak = weak_points_of(m_data, m_junctions);
    m_result.demand = m_found.demand;
    write_junctions();
    write_lines();
    return std::move(m_result);
  }

 private:
  const Edges& edges() const { return m_data.edges; }
  std::uint32_t tail(std::uint32_t edge) const { return m_junctions.of_node[edges().tail[edge]]; }
  std::uint32_t head(std::uint32_t edge) const { return m_junctions.of_node[edges().head[edge]]; }
  bool is_open(std::uint32_t edge) const {
    return m_data.forward[edge] != unreachable || m_data.backward[edge] != unreachable;
  }
  template <class Visit>
  void for_each_open_edge(Visit&& visit) const {
    for (std::uint32_t edge = 0; edge < edges().size(); ++edge)
      if (is_open(edge)) visit(edge);
  }

  /// Nobody begins or ends a way on board.
  void close_trains() {
    for_each_open_edge([&](std::uint32_t edge) {
      if (edges().kind[edge] == EdgeKind::rail) m_ends[tail(edge)] = m_ends[head(edge)] = 0;
    });
  }

  void demand_of_streets() {
    for_each_open_edge([&](std::uint32_t edge) {
      if (edges().kind[edge] == EdgeKind::street) m_demand[tail(edge)] = m_demand[head(edge)] = 1;
    });
  }

  void take_demand(const Network::Demand& demand) {
    for (std::size_t i = 0; i < demand.places.size(); ++i)
      if (demand.places[i].snapped())
        m_demand[m_junctions.nearer(m_data, demand.places[i])] += demand.weights[i];
  }

  void write_junctions() {
    m_row.assign(m_junctions.graph.nodes(), NetworkCentrality::Line::no_junction);
    std::vector<std::size_t> lines(m_junctions.graph.nodes(), 0);
    for_each_open_edge([&](std::uint32_t edge) { ++lines[tail(edge)], ++lines[head(edge)]; });
    for (std::uint32_t node = 0; node < m_junctions.graph.nodes(); ++node) {
      if (m_ends[node] == 0) continue;
      m_row[node] = static_cast<std::uint32_t>(m_result.junctions.size());
      const std::uint32_t access = m_junctions.access[node];
      m_result.junctions.push_back({m_junctions.places[node], node >= m_junctions.first_station,
                                    access == Junctions::none ? Text{} : m_data.access_names[access],
                                    lines[node], m_demand[node], m_found.nodes[node],
                                    m_weak.is_articulation[node] != 0});
    }
  }

  void write_lines() {
    std::vector<double> betweenness(edges().size(), 0);
    for (std::uint32_t arc = 0; arc < m_junctions.graph.arcs(); ++arc)
      if (const std::uint32_t label = m_junctions.graph.labels[arc]; is_edge(label))
        betweenness[edge_of(label)] += m_found.arcs[arc];
    for_each_open_edge([&](std::uint32_t edge) {
      const EdgeKind kind = edges().kind[edge];
      const double length_m = edges().length_m(edge);
      m_result.lines.push_back({edge, m_row[tail(edge)], m_row[head(edge)], kind,
                                is_trunk(kind) ? "" : m_data.class_of(edge), m_data.name_of(edge), length_m,
                                betweenness[edge], m_weak.is_bridge[edge] != 0,
                                edges().part(edge, 0, length_m)});
    });
  }

  const NetworkData& m_data;
  Junctions m_junctions;
  Cost m_radius;
  Context& m_context;
  std::vector<std::uint8_t> m_ends;  // by junction
  std::vector<double> m_demand;
  Centralities m_found;
  JunctionWeakPoints m_weak;
  std::vector<std::uint32_t> m_row;  // of each junction, in the result
  NetworkCentrality m_result;
};

}  // namespace

NetworkCentrality network_centrality(const NetworkData& data, const std::optional<Network::Demand>& demand,
                                     Cost radius, Context& context) {
  return CentralityOfNetwork(data, radius, context).of(demand);
}

}  // namespace jingwei
