#pragma once
#include <cstdint>

#include "network/graph.hpp"

namespace jingwei {

/// A generated city of blocks × blocks: streets on a grid of about 100 m, local ones with gaps and some of
/// them one-way, collectors every 8 blocks, arterials every 16, motorways every 128; the largest strong
/// component, integer milliseconds. Seeded: the same size gives the same graph.
Graph generated_network(std::uint32_t blocks);

}  // namespace jingwei
