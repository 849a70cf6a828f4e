#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "network/arc_label.hpp"
#include "network/components.hpp"
#include "network/dijkstra.hpp"
#include "network/edge_index.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"
#include "network/source_lines.hpp"
#include "network/sweep.hpp"
#include "network/turns.hpp"

namespace jingwei {

/// Searches that wait for a thread that wants one, so that their memory is used again.
class SearchPool {
 public:
  explicit SearchPool(std::size_t nodes) : m_nodes(nodes) {}

  class Lease {
   public:
    Lease(SearchPool& pool, std::unique_ptr<Search> search) : m_pool(pool), m_search(std::move(search)) {}
    ~Lease() { m_pool.give_back(std::move(m_search)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Search& operator*() { return *m_search; }
    Search* operator->() { return m_search.get(); }

   private:
    SearchPool& m_pool;
    std::unique_ptr<Search> m_search;
  };
  Lease lease() {
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty()) return {*this, std::make_unique<Search>(m_nodes)};
    auto search = std::move(m_idle.back());
    m_idle.pop_back();
    return {*this, std::move(search)};
  }

 private:
  void give_back(std::unique_ptr<Search> search) {
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(search));
  }
  std::size_t m_nodes;
  std::mutex m_mutex;
  std::vector<std::unique_ptr<Search>> m_idle;
};

/// A network as built. The arcs of lines are labelled with their edges, those of turns bear no label, all
/// others those of links (arc_label.hpp). The nodes of the graph are the states of turns.hpp: the arc of a
/// label runs from states.start to states.end, and so do those of its copies; without turns these are the
/// nodes where its edge begins and ends.
struct NetworkData {
  std::string name;
  Crs crs;
  Length snap_limit;
  NetworkReport report;
  Edges edges;
  std::vector<Link> links;          ///< what arcs are that lie on no line
  std::vector<Text> line_names;     ///< of the trunk lines that edges and links number
  std::vector<Text> access_names;   ///< of stations, then interchanges, that links number
  std::vector<LineOrigin> origins;  ///< of each line that edges are pieces of
  TextPool classes;
  std::vector<Cost> forward, backward;  ///< of each edge; unreachable: closed
  TurnStates states;                    ///< its turns are in the graph
  Graph graph;
  Graph reverse;
  std::vector<std::uint32_t> arc_lengths_mm;  ///< of the graph's arcs, along the true shape
  std::unique_ptr<EdgeIndex> streets;         ///< on the largest component
  std::unique_ptr<SearchPool> searches;
  std::unique_ptr<Hierarchy> hierarchy;  ///< of the graph
  std::unique_ptr<Metric> metric;        ///< its costs
  std::unique_ptr<Sweeps> sweeps;        ///< over these
};

/// Fills `data`, which must stay where it is (its index refers to its edges).
void build_network(const NetworkSources& sources, const Profile& profile, double grid_size, NetworkData& data,
                   std::vector<Issue>& issues, Context& context);

/// Whether a place on an edge can be left for the rest of a component, and reached from there.
bool connects(const NetworkData& data, std::uint32_t edge, const Components& components,
              std::uint32_t component);
/// Where a search from (or, reversed, to) a place starts: the ends of its edge that may be driven to. To a
/// place on the middle of a forbidden way several states lead.
void add_seeds(const NetworkData& data, const NetworkPlace& place, Network::Direction direction,
               std::vector<Seed>& seeds);
/// From one place to another on the same edge, without leaving it.
Cost along_edge(const NetworkData& data, const NetworkPlace& from, const NetworkPlace& to);

/// The parts reached from (or that reach) the places, as paths in the order of the edges.
std::vector<Path> reached_paths(const NetworkData& data, std::span<const NetworkPlace> places, Cost limit,
                                Network::Direction direction);

}  // namespace jingwei
