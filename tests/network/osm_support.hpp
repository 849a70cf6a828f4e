#pragma once
// OpenStreetMap data made by hand for the tests of the network room; nodes are placed in the metre plane.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "network/osm_data.hpp"
#include "network/support.hpp"

namespace jingwei::testing {

using StatedTags = std::vector<std::pair<std::string, std::string>>;

class OsmMaker {
 public:
  OsmMaker() { m_data.source = "made.osm"; }

  void node(std::int64_t id, Point place, const StatedTags& tags = {}) { m_nodes[id] = {place, tags}; }
  void way(std::int64_t id, const std::vector<std::int64_t>& nodes, const StatedTags& tags) {
    m_ways[id] = {nodes, tags};
  }
  /// Members as "from way 1".
  void restriction(std::int64_t id,
                   const std::vector<std::tuple<std::string, OsmType, std::int64_t>>& members,
                   const StatedTags& tags) {
    m_restrictions[id] = {members, tags};
  }
  void no(std::int64_t id, const std::string& what, std::int64_t from, std::int64_t via, std::int64_t to) {
    restriction(id, {{"from", OsmType::way, from}, {"via", OsmType::node, via}, {"to", OsmType::way, to}},
                {{"type", "restriction"}, {"restriction", what}});
  }

  const OsmData& data() {
    std::map<std::int64_t, std::uint32_t> number;
    for (const auto& [id, node] : m_nodes) {
      const auto& [place, tags] = node;
      number[id] = static_cast<std::uint32_t>(m_data.node_ids.size());
      m_data.node_ids.push_back(id);
      const Point degrees = project(std::span(&place, 1), metre_plane(), Crs::parse("EPSG:4326")).front();
      m_data.longitude_e7.push_back(static_cast<std::int32_t>(std::lround(degrees.x * 1e7)));
      m_data.latitude_e7.push_back(static_cast<std::int32_t>(std::lround(degrees.y * 1e7)));
      if (tags.empty()) continue;
      m_data.tagged_nodes.push_back(number[id]);
      add(tags, m_data.node_tags, m_data.first_node_tag);
    }
    for (const auto& [id, way] : m_ways) {
      m_data.way_ids.push_back(id);
      for (const std::int64_t node : way.first)
        m_data.way_nodes.push_back(number.count(node) ? number[node] : OsmData::missing_node);
      m_data.first_way_node.push_back(m_data.way_nodes.size());
      add(way.second, m_data.way_tags, m_data.first_way_tag);
    }
    for (const auto& [id, restriction] : m_restrictions) {
      m_data.restriction_ids.push_back(id);
      for (const auto& [role, type, member] : restriction.first)
        m_data.members.push_back({type, member, m_data.texts.add(role)});
      m_data.first_member.push_back(m_data.members.size());
      add(restriction.second, m_data.restriction_tags, m_data.first_restriction_tag);
    }
    return m_data;
  }

 private:
  void add(const StatedTags& stated, std::vector<OsmTag>& tags, std::vector<std::size_t>& first) {
    for (const auto& [key, value] : stated) tags.push_back({m_data.texts.add(key), m_data.texts.add(value)});
    first.push_back(tags.size());
  }

  OsmData m_data;
  std::map<std::int64_t, std::pair<Point, StatedTags>> m_nodes;
  std::map<std::int64_t, std::pair<std::vector<std::int64_t>, StatedTags>> m_ways;
  std::map<std::int64_t, std::pair<std::vector<std::tuple<std::string, OsmType, std::int64_t>>, StatedTags>>
      m_restrictions;
};

inline NetworkSources osm_sources(const OsmData& data) {
  NetworkSources sources;
  sources.name = "net";
  sources.osm = {&data};
  sources.crs = metre_plane();
  return sources;
}

}  // namespace jingwei::testing
