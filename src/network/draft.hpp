#pragma once
#include <vector>

#include "network/access.hpp"
#include "network/edges.hpp"
#include "network/noding.hpp"
#include "network/source_lines.hpp"

namespace jingwei {

/// A network on its way: edges split where something is entered, and what enters them; no arcs yet.
struct Draft {
  Noded noded;
  NetworkLines lines;
  Edges edges;
  Stations rail;
  std::vector<Access> interchanges;
  std::vector<std::uint32_t> cut_nodes;  ///< the node of each cut that stations and interchanges number
};

Draft draft_of(const NetworkSources& sources, const Profile& profile, double grid_size, const Crs& crs,
               std::vector<Issue>& issues, Context& context);

/// The nodes of one interchange on the expressways that share it become one, the lowest.
void merge_interchanges(Draft& draft);

/// Trunk lines that nobody can travel are dropped, and so are their ends beyond the last station, or beyond
/// the last interchange that leads to a street or another expressway.
void prune_trunk_lines(Draft& draft, const NetworkSources& sources, std::vector<Issue>& issues);

}  // namespace jingwei
