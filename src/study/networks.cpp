#include "io/read_osm.hpp"
#include "study/data.hpp"
#include "study/earlier_answers.hpp"
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

Network built(const Study& study, const StudyNetwork& network, NetworkParts& parts, const Crs& crs,
              std::vector<Issue>& issues, Context& context) {
  const double grid_size = crs.grid_size(study.precision);
  const Profile& profile = *network.profile;
  const auto build = [&](std::vector<Issue>& own) {
    std::list<OsmData> osm;
    read_osm_parts(parts, profile, osm, context);
    return Network(parts.sources, profile, grid_size, own, context);
  };
  if (network.stored.empty()) return build(issues);
  LayerHashes hashes;
  return stored_or_built(network.stored,
                         network_key(parts.sources, parts.osm_files, profile, grid_size, hashes),
                         parts.sources, build, issues, context);
}

/// Builds a network with its timetable into `data`.
NetworkFindings add_network(const Study& study, const StudyNetwork& network, NetworkParts& parts,
                            StudyData& data, Context& context) {
  NetworkFindings findings;
  const Network& made =
      data.networks.emplace(network.name, built(study, network, parts, data.crs, findings.issues, context))
          .first->second;
  findings.report = made.report();
  if (network.timetables.empty()) return findings;
  const TransitNetwork& timetable =
      data.timetables
          .emplace(network.name, timetable_of(study, network, made, data, findings.issues, context))
          .first->second;
  findings.timetable = {timetable.trips(), timetable.stops(), timetable.stops_reached()};
  return findings;
}

/// What building a network shows, by this run or an earlier one.
NetworkFindings findings_of(const Study& study, const StudyNetwork& network, StudyData& data,
                            EarlierAnswers& earlier, RunRecord& record, Context& context) {
  NetworkParts parts = network_parts(study, network, data);
  std::optional<NetworkFindings> findings = earlier.take(network);
  const Origin origin{earlier.key(network), findings.has_value()};
  if (!findings) {
    findings = add_network(study, network, parts, data, context);
    earlier.keep(network, *findings, context);
  }
  record.add_network(network.name, findings->report, parts.osm_files, origin);
  if (!network.timetables.empty())
    record.add_timetable(network.name, findings->timetable, feeds_of(study, network));
  return std::move(*findings);
}

}  // namespace

void build_networks(const Study& study, StudyData& data, EarlierAnswers& earlier, RunRecord& record,
                    Context& context) {
  const Text stage{"路网", "networks"};
  record.phase(stage, [&] {
    context.begin(stage, study.networks.size());
    for (const StudyNetwork& network : study.networks) {
      context.check_cancelled();
      const NetworkFindings findings = findings_of(study, network, data, earlier, record, context);
      data.issues.insert(data.issues.end(), findings.issues.begin(), findings.issues.end());
      context.advance();
    }
    context.end();
  });
}

}  // namespace jingwei
