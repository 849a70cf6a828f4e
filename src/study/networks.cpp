#include <list>

#include "io/read_osm.hpp"
#include "study/data.hpp"
#include "study/osm_sources.hpp"
#include "study/timetables.hpp"

namespace jingwei {
namespace {

/// Data of OpenStreetMap are held by `osm` while the network is built.
NetworkSources sources_of(const Study& study, const StudyNetwork& network, const StudyData& data,
                          std::list<OsmData>& osm, Context& context) {
  const auto layer = [&data](const std::optional<Reference>& name) {
    return name ? &data.layers.at(name->name) : nullptr;
  };
  NetworkSources sources;
  sources.name = network.name;
  sources.crs = data.crs;
  for (const Reference& source : network.sources) {
    if (const auto file = osm_file_of(study, source))
      sources.osm.push_back(&osm.emplace_back(read_osm(*file, osm_keys(*network.profile), context)));
    else
      sources.lines.push_back(layer(source));
  }
  sources.stations = layer(network.stations);
  sources.transfers = layer(network.transfers);
  sources.interchanges = layer(network.interchanges);
  sources.snap_limit = network.snap_limit;
  sources.in_service = network.in_service;
  return sources;
}

}  // namespace

void build_networks(const Study& study, StudyData& data, RunRecord& record, Context& context) {
  const double grid_size = data.crs.grid_size(study.precision);
  const Text stage{"路网", "networks"};
  record.phase(stage, [&] {
    context.begin(stage, study.networks.size());
    for (const StudyNetwork& network : study.networks) {
      context.check_cancelled();
      std::list<OsmData> osm;
      Network built(sources_of(study, network, data, osm, context), *network.profile, grid_size, data.issues,
                    context);
      record.add_network(built, osm);
      const auto placed = data.networks.emplace(network.name, std::move(built)).first;
      add_timetable(study, network, placed->second, data, record, context);
      context.advance();
    }
    context.end();
  });
}

}  // namespace jingwei
