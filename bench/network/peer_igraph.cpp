#include <igraph/igraph.h>

#include <cmath>

#include "peers.hpp"

namespace jingwei {
namespace {

class IgraphPeer : public Peer {
 public:
  explicit IgraphPeer(const Graph& graph) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * graph.arcs()));
    igraph_vector_init(&m_weights, static_cast<igraph_integer_t>(graph.arcs()));
    igraph_integer_t arc = 0;
    for (std::uint32_t tail = 0; tail < graph.nodes(); ++tail) {
      for (const Graph::Target& target : graph.out(tail)) {
        VECTOR(ends)[2 * arc] = tail;
        VECTOR(ends)[2 * arc + 1] = target.head;
        VECTOR(m_weights)[arc++] = target.cost;
      }
    }
    igraph_create(&m_graph, &ends, static_cast<igraph_integer_t>(graph.nodes()), IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_matrix_init(&m_costs, 0, 0);
  }
  ~IgraphPeer() override {
    igraph_matrix_destroy(&m_costs);
    igraph_vector_destroy(&m_weights);
    igraph_destroy(&m_graph);
  }
  IgraphPeer(const IgraphPeer&) = delete;
  IgraphPeer& operator=(const IgraphPeer&) = delete;

  const char* name() const override { return "igraph Dijkstra"; }
  std::vector<Cost> costs_from(std::uint32_t source) override {
    igraph_distances_dijkstra(&m_graph, &m_costs, igraph_vss_1(source), igraph_vss_all(), &m_weights,
                              IGRAPH_OUT);
    std::vector<Cost> costs(static_cast<std::size_t>(igraph_matrix_ncol(&m_costs)));
    for (std::size_t node = 0; node < costs.size(); ++node) {
      const double cost = MATRIX(m_costs, 0, static_cast<igraph_integer_t>(node));
      costs[node] = std::isfinite(cost) ? static_cast<Cost>(cost) : unreachable;
    }
    return costs;
  }

 private:
  igraph_t m_graph{};
  igraph_vector_t m_weights{};
  igraph_matrix_t m_costs{};
};

}  // namespace

std::unique_ptr<Peer> igraph_peer(const Graph& graph) {
  return std::make_unique<IgraphPeer>(graph);
}

}  // namespace jingwei
