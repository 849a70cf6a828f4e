#ifndef __clang__  // g++ 12 errs on what Boost builds
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#endif
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include "peers.hpp"

namespace jingwei {
namespace {

struct Weight {
  Cost cost;
};
using BoostGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight>;

class BoostPeer : public Peer {
 public:
  explicit BoostPeer(const Graph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Weight> weights;
    for (std::uint32_t tail = 0; tail < graph.nodes(); ++tail) {
      for (const Graph::Target& arc : graph.out(tail)) {
        ends.emplace_back(tail, arc.head);
        weights.push_back({arc.cost});
      }
    }
    m_graph = BoostGraph(boost::edges_are_sorted, ends.begin(), ends.end(), weights.begin(), graph.nodes());
  }
  const char* name() const override { return "Boost.Graph Dijkstra"; }
  std::vector<Cost> costs_from(std::uint32_t source) override {
    std::vector<Cost> costs(boost::num_vertices(m_graph));
    const auto index = boost::get(boost::vertex_index, m_graph);
    boost::dijkstra_shortest_paths_no_color_map(
        m_graph, source,
        boost::weight_map(boost::get(&Weight::cost, m_graph))
            .distance_map(boost::make_iterator_property_map(costs.begin(), index))
            .distance_inf(unreachable));
    return costs;
  }

 private:
  BoostGraph m_graph;
};

}  // namespace

std::unique_ptr<Peer> boost_peer(const Graph& graph) {
  return std::make_unique<BoostPeer>(graph);
}

}  // namespace jingwei
