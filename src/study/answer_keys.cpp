#include "study/answer_keys.hpp"

#include "base/hash.hpp"
#include "base/key_hash.hpp"
#include "io/read.hpp"
#include "layer/layer_hash.hpp"
#include "study/network_key.hpp"
#include "study/network_sources.hpp"
#include "study/osm_sources.hpp"
#include "study/target.hpp"
#include "study/timetables.hpp"

namespace jingwei {
namespace {

std::string common_to_all(const Study& study, const StudyData& data) {
  KeyHash hash;
  for (const std::string& text : {sha256_of_file("/proc/self/exe"), versions_text(), data.crs.wkt()})
    hash.text(text);
  hash.number(study.precision.m);
  return hash.hex();
}

class KeyMaker {
 public:
  KeyMaker(const Study& study, const StudyData& data)
      : m_study(study), m_data(data), m_common(common_to_all(study, data)) {}

  AnswerKeys keys() && {
    for (const StudyNetwork& network : m_study.networks) m_keys.networks[network.name] = key_of(network);
    for (const StudyAnalysis& entry : m_study.analyses)  // planned: what it reads stands before
      m_keys.analyses[entry.name] = key_of(entry);
    return std::move(m_keys);
  }

 private:
  std::string key_of(const StudyNetwork& network) {
    KeyHash hash;
    for (const std::string& text : {m_common, network.name}) hash.text(text);
    const NetworkParts parts = network_parts(m_study, network, m_data);
    hash.text(network_key(parts.sources, parts.osm_files, *network.profile,
                          m_data.crs.grid_size(m_study.precision), m_layer_hashes));
    for (const StudyTimetable& timetable : network.timetables) add(timetable, hash);
    return hash.hex();
  }

  void add(const StudyTimetable& timetable, KeyHash& hash) {
    hash.text("timetable");
    if (timetable.gtfs) {
      const std::string feed = file_of(m_study, timetable.gtfs->name);
      hash.text(feed);  // which issues name
      hash.text(hash_of_source({feed, {}}));
    }
    if (timetable.date)
      hash.number(
          static_cast<std::uint64_t>(std::chrono::sys_days(*timetable.date).time_since_epoch().count()));
    for (const auto& table : {timetable.services, timetable.stops, timetable.stations})
      hash.text(table ? m_layer_hashes(m_data.layers.at(table->name)) : "none");
  }

  std::string key_of(const StudyAnalysis& entry) {
    KeyHash hash;
    for (const std::string& text : {m_common, entry.name, entry.analysis->description.name}) hash.text(text);
    for (const auto& [parameter, texts] : settings_of(entry)) {
      hash.text(parameter);
      hash.number(std::uint64_t{texts.size()});
      for (const std::string& text : texts) hash.text(text);
    }
    for (const auto& binding : entry.inputs) {
      hash.text(binding.role.name);
      hash.text(binding_kind(entry, binding.role.name) == RoleKind::raster
                    ? key_of_raster(*m_study.input(binding.target.name))
                    : key_of_target(binding.target.name));
    }
    return hash.hex();
  }

  /// Its file, and the CRS that may be declared for it.
  std::string key_of_raster(const StudyInput& input) {
    return format("raster {} {}", hash_of_source(input.source), m_data.rasters.at(input.name)->crs().wkt());
  }

  std::string key_of_target(const std::string& name) {
    if (const auto layer = m_data.layers.find(name); layer != m_data.layers.end())
      return m_layer_hashes(layer->second);
    if (const auto network = m_keys.networks.find(name); network != m_keys.networks.end())
      return network->second;
    for (const StudyAnalysis& other : m_study.analyses)
      if (const Output* output = output_named(other, name))
        return format("{} of {}", output->thing, m_keys.analyses.at(other.name));
    return {};  // which answering it tells
  }

  const Study& m_study;
  const StudyData& m_data;
  const std::string m_common;
  LayerHashes m_layer_hashes;
  AnswerKeys m_keys;
};

}  // namespace

AnswerKeys answer_keys(const Study& study, const StudyData& data) {
  return KeyMaker(study, data).keys();
}

}  // namespace jingwei
