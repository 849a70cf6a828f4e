#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "network/graph.hpp"

namespace jingwei {

/// Another library's Dijkstra on the same graph.
class Peer {
 public:
  virtual ~Peer() = default;
  virtual const char* name() const = 0;
  /// The cost of each node from the source, `unreachable` where there is no way.
  virtual std::vector<Cost> costs_from(std::uint32_t source) = 0;
};

std::unique_ptr<Peer> boost_peer(const Graph& graph);
std::unique_ptr<Peer> igraph_peer(const Graph& graph);

}  // namespace jingwei
