#include "study/data.hpp"

namespace jingwei {
namespace {

NetworkSources sources_of(const StudyNetwork& network, const StudyData& data) {
  const auto layer = [&data](const std::optional<Reference>& name) {
    return name ? &data.layers.at(name->name) : nullptr;
  };
  NetworkSources sources;
  sources.name = network.name;
  for (const Reference& source : network.sources) sources.lines.push_back(layer(source));
  sources.stations = layer(network.stations);
  sources.transfers = layer(network.transfers);
  sources.interchanges = layer(network.interchanges);
  sources.snap_limit = network.snap_limit;
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
      Network built(sources_of(network, data), *network.profile, grid_size, data.issues, context);
      record.add_network(built);
      data.networks.emplace(network.name, std::move(built));
      context.advance();
    }
    context.end();
  });
}

}  // namespace jingwei
