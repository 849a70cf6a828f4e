#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layer/issue.hpp"
#include "network/edges.hpp"
#include "network/osm_data.hpp"
#include "network/profile.hpp"

namespace jingwei {

/// The streets of one OpenStreetMap data as edges.
struct OsmEdges {
  const OsmData& data;
  const Edges& edges;
  std::span<const Cost> costs;             ///< of each label; unreachable: closed
  std::span<const std::uint32_t> node_of;  ///< of each node of the data, or Joints::no_node
  std::vector<std::size_t> first_edge;     ///< of each way: its edges are [first_edge[w], first_edge[w + 1])
};

struct Restrictions {
  std::vector<std::vector<std::uint32_t>> forbidden;  ///< ways of labels, as turns.hpp takes them
  std::size_t known = 0, applied = 0, rejected = 0;   ///< known: of type restriction; the rest is not for us
};

/// The turn restrictions of the data for a profile: via a node or via ways; `no_…` forbids, `only_…` forbids
/// all else, at each step of the way that it prescribes. Those for other vehicles, those that except this
/// one, and those on ways that the profile does not use are counted in one note each. Conditional
/// restrictions, and those whose members are missing, do not meet or leave it open which turn they mean, are
/// Issues and not applied.
Restrictions find_restrictions(const OsmEdges& streets, const Profile& profile, std::vector<Issue>& issues);

}  // namespace jingwei
