#pragma once
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"
#include "network/osm_data.hpp"
#include "network/osm_rules.hpp"
#include "network/street_names.hpp"

namespace jingwei {

/// A trunk line that the profile uses: an expressway or a passenger railway.
struct TrunkLine {
  const Layer* layer = nullptr;
  std::string key;
  std::string name_zh, name_en;
  EdgeKind kind = EdgeKind::rail;
};

/// Where a line comes from.
struct LineOrigin {
  std::uint32_t source = 0;      ///< number of the layer, then of the OpenStreetMap data
  std::uint32_t number = 0;      ///< row of the layer, way of the data
  std::uint32_t road_class = 0;  ///< number among the classes
  SpeedOrigin speed = SpeedOrigin::road_class;
  std::uint32_t name = 0;  ///< number among the names of streets
};

/// What holds at a joint.
struct JointUse {
  std::uint32_t joint = 0;
  NodeUse use;
};

/// The lines that a network is built from, streets before trunk lines, rows in the order of their keys.
struct NetworkLines {
  std::vector<SourceLine> lines;
  std::vector<LineOrigin> origins;  ///< of each line
  std::vector<TrunkLine> trunks;
  TextPool classes;
  StreetNames names;
  Joints joints;
  std::vector<std::uint32_t> first_joint;  ///< of each OpenStreetMap data: the joint of its first node
  std::vector<JointUse> joint_uses;

  void add(SourceLine line, const LineOrigin& origin) {
    lines.push_back(std::move(line));
    origins.push_back(origin);
  }
};

/// What of the layers the profile can use. The rest is counted in one note for each layer and reason. Errors
/// (input): layers that are no lines of a network, or of several CRSs, or of a geographic one; two schemes in
/// one trunk layer; no usable line, or none but trunk lines, as those are entered from streets.
NetworkLines read_lines(const NetworkSources& sources, const Profile& profile, const Crs& crs,
                        std::vector<Issue>& issues, Context& context);
/// The CRS of the layers, or the one stated. The errors of read_lines about it.
Crs network_crs(const NetworkSources& sources);

/// One source's part of it.
void read_streets(std::uint32_t source, const Layer& layer, const Profile& profile, NetworkLines& lines,
                  std::vector<Issue>& issues);
/// Directed links with times of their own; two that run against each other on one path become one street.
void read_links(std::uint32_t source, const Layer& layer, NetworkLines& lines, std::vector<Issue>& issues);
void read_osm_streets(std::uint32_t source, const OsmData& data, const Profile& profile, const Crs& crs,
                      NetworkLines& lines, std::vector<Issue>& issues, Context& context);
void read_trunk_lines(const NetworkSources& sources, std::uint32_t source, const Layer& layer,
                      const Profile& profile, NetworkLines& lines, std::vector<Issue>& issues);

/// A warning with the number of places where streets of different levels end together, and so do not join.
void note_level_gaps(const std::vector<SourceLine>& lines, double grid_size, const std::string& network,
                     std::vector<Issue>& issues);

/// Rows of a layer left out for one reason, as one note.
struct LeftOut {
  std::string kind;
  Text reason;  ///< what they are
  std::vector<std::string> keys = {};
};
Issue note_of(const LeftOut& left_out, const Layer& layer);

}  // namespace jingwei
