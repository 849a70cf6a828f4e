#pragma once
#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace jingwei {

/// The nodes in the order in which a hierarchy contracts them: order[0] first. Nested dissection of the
/// undirected simple graph (George 1973) by METIS (Karypis & Kumar 1998) with a fixed seed: small separators
/// come last, so that a hierarchy over it is flat and has few arcs. Depends on the graph alone.
std::vector<std::uint32_t> nested_dissection(const Graph& graph);

}  // namespace jingwei
