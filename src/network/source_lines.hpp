#pragma once
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "network/edges.hpp"
#include "network/network.hpp"

namespace jingwei {

/// A trunk line that the profile uses: an expressway or a passenger railway.
struct TrunkLine {
  const Layer* layer = nullptr;
  std::string key;
  std::string name_zh, name_en;
  EdgeKind kind = EdgeKind::rail;
};

/// The lines that a network is built from, streets before trunk lines, rows in the order of their keys.
struct NetworkLines {
  std::vector<SourceLine> lines;
  std::vector<TrunkLine> trunks;
};

/// What of the layers the profile can use. The rest is counted in one note for each layer and reason. Errors
/// (input): layers that are no lines of a network, or of several CRSs, or of a geographic one; two schemes in
/// one trunk layer; no usable line, or none but trunk lines, as those are entered from streets.
NetworkLines read_lines(const NetworkSources& sources, const Profile& profile, std::vector<Issue>& issues);

/// One layer's part of it.
void read_streets(const Layer& layer, const Profile& profile, NetworkLines& lines,
                  std::vector<Issue>& issues);
void read_trunk_lines(const std::string& network, const Layer& layer, const Profile& profile,
                      NetworkLines& lines, std::vector<Issue>& issues);

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
