#include "io/read_osm.hpp"
#include "study/data.hpp"
#include "study/network_key.hpp"
#include "study/network_sources.hpp"
#include "study/osm_sources.hpp"
#include "study/stored_networks.hpp"
#include "study/timetables.hpp"

namespace jingwei {
NetworkParts network_parts(const Study& study, const StudyNetwork& network, const StudyData& data) {
  const auto layer = [&data](const std::optional<Reference>& name) {
    return name ? &data.layers.at(name->name) : nullptr;
  };
  NetworkParts parts;
  NetworkSources& sources = parts.sources;
  sources.name = network.name;
  sources.crs = data.crs;
  for (const Reference& source : network.sources) {
    if (const auto file = osm_file_of(study, source))
      parts.osm_files.push_back(*file);
    else
      sources.lines.push_back(layer(source));
  }
  sources.stations = layer(network.stations);
  sources.transfers = layer(network.transfers);
  sources.interchanges = layer(network.interchanges);
  sources.snap_limit = network.snap_limit;
  sources.in_service = network.in_service;
  sources.noding = network.noding;
  sources.join_tolerance = network.tolerance;
  return parts;
}

void read_osm_parts(NetworkParts& parts, const Profile& profile, std::list<OsmData>& osm, Context& context) {
  for (const std::string& file : parts.osm_files)
    parts.sources.osm.push_back(&osm.emplace_back(read_osm(file, osm_keys(profile), context)));
}

namespace {

Network network_of(const Study& study, const StudyNetwork& network, StudyData& data, RunRecord& record,
                   Context& context) {
  const double grid_size = data.crs.grid_size(study.precision);
  const Profile& profile = *network.profile;
  NetworkParts parts = network_parts(study, network, data);
  const auto build = [&](std::vector<Issue>& issues) {
    std::list<OsmData> osm;
    read_osm_parts(parts, profile, osm, context);
    return Network(parts.sources, profile, grid_size, issues, context);
  };
  Network made =
      network.stored.empty()
          ? build(data.issues)
          : stored_or_built(network.stored, network_key(parts.sources, parts.osm_files, profile, grid_size),
                            parts.sources, build, data.issues, context);
  record.add_network(made, parts.osm_files);
  return made;
}

}  // namespace

void build_networks(const Study& study, StudyData& data, RunRecord& record, Context& context) {
  const Text stage{"路网", "networks"};
  record.phase(stage, [&] {
    context.begin(stage, study.networks.size());
    for (const StudyNetwork& network : study.networks) {
      context.check_cancelled();
      const auto placed =
          data.networks.emplace(network.name, network_of(study, network, data, record, context)).first;
      add_timetable(study, network, placed->second, data, record, context);
      context.advance();
    }
    context.end();
  });
}

}  // namespace jingwei
