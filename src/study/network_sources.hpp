#pragma once
#include <list>
#include <string>
#include <vector>

#include "network/osm_data.hpp"
#include "study/data.hpp"

namespace jingwei {

/// What a network of a study is built from: its layers, and the files of OpenStreetMap, which are read later.
struct NetworkParts {
  NetworkSources sources;
  std::vector<std::string> osm_files;
};
NetworkParts network_parts(const Study& study, const StudyNetwork& network, const StudyData& data);

/// Reads the files of OpenStreetMap into `osm`, which holds them while the sources are used.
void read_osm_parts(NetworkParts& parts, const Profile& profile, std::list<OsmData>& osm, Context& context);

}  // namespace jingwei
