#include "study/record.hpp"

#include <map>

#include "base/hash.hpp"
#include "geometry/versions.hpp"
#include "io/summary.hpp"

namespace jingwei {
namespace {

Json certificate_json(const Certificate& certificate) {
  Json json;
  json.set("pieces", certificate.pieces);
  json.set("witnesses", certificate.witnesses);
  json.set("witness_failures", certificate.witness_failures);
  json.set("input_measure", certificate.input_measure);
  json.set("output_measure", certificate.output_measure);
  json.set("outside_measure", certificate.outside_measure);
  json.set("balance", certificate.balance());
  return json;
}

Json parameters_json(const StudyAnalysis& entry) {
  Json json(Json::Object{});
  for (const auto& [parameter, texts] : settings_of(entry)) json.set(parameter, join(texts));
  return json;
}

/// The name that takes each role; a list where several do.
Json inputs_json(const StudyAnalysis& entry) {
  std::map<std::string, std::vector<std::string>> names;
  for (const auto& binding : entry.inputs) names[binding.role.name].push_back(binding.target.name);
  Json json(Json::Object{});
  for (const auto& [role, targets] : names)
    if (targets.size() == 1)
      json.set(role, targets.front());
    else
      json.set(role, Json(Json::Array(targets.begin(), targets.end())));
  return json;
}

void set_origin(Json& json, const Origin& origin) {
  if (origin.key.empty()) return;
  json.set("taken", origin.taken);
  json.set("key", origin.key);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> versions() {
  std::vector<std::pair<std::string, std::string>> all{{"jingwei", JINGWEI_VERSION}};
  for (const auto& room : {geometry_versions(), io_versions()})
    all.insert(all.end(), room.begin(), room.end());
  return all;
}

std::string versions_text() {
  std::string text;
  for (const auto& [name, version] : versions()) text += format("{} {}\n", name, version);
  return text;
}

Json figures_json(const Result& result) {
  Json json(Json::Object{});
  for (const Figure& figure : result.figures) json.set(figure.name, figure.value);
  if (result.certificate.pieces > 0) json.set("certificate", certificate_json(result.certificate));
  return json;
}

RunRecord::RunRecord(int threads) {
  Json libraries;
  for (const auto& [name, version] : versions()) {
    libraries.set(name, version);
    m_lineage.emplace_back(name, version);
  }
  m_json.set("started", timestamp());
  m_json.set("threads", threads);
  m_json.set("versions", std::move(libraries));
}

Json& RunRecord::list(const std::string& name) {
  if (m_json.find(name) == nullptr) m_json.set(name, Json::Array{});
  for (auto& [key, value] : *m_json.as<Json::Object>())
    if (key == name) return value;
  return m_json;
}

void RunRecord::end_phase(const Text& title, double seconds) {
  m_phases.emplace_back(title, seconds);
  Json phase;
  phase.set("name", title.en);
  phase.set("seconds", seconds);
  phase.set("peak_memory_mb", static_cast<double>(peak_memory_bytes()) / 1e6);
  list("phases").push(std::move(phase));
}

void RunRecord::add_study(const Study& study, const Crs& crs) {
  Json json;
  json.set("id", study.id);
  if (!study.scenario.empty()) json.set("scenario", study.scenario);
  json.set("title_zh", study.title.zh);
  json.set("title_en", study.title.en);
  json.set("file", study.file);
  const std::string hash = sha256_of_file(study.file);
  json.set("sha256", hash);
  json.set("crs", crs.authority().value_or(crs.name()));
  json.set("crs_wkt", crs.wkt());
  json.set("precision", to_text(study.precision));
  m_json.set("study", std::move(json));
  m_lineage.emplace_back("study", format("{} sha256:{}", study.output_id(), hash));
}

void RunRecord::add_input(const StudyInput& input, std::size_t read, const Layer& layer, std::size_t issues) {
  Json json;
  const std::string hash = hash_of_source(input.source);
  json.set("name", input.name);
  json.set("definition", layer.definition().name);
  json.set("source", input.source.text());
  json.set("sha256", hash);
  json.set("filter", input.filter);
  json.set("features_read", read);
  json.set("features_kept", layer.rows());
  json.set("issues", issues);
  list("inputs").push(std::move(json));
  m_lineage.emplace_back(input.name, input.source.text() + " sha256:" + hash);
}

void RunRecord::add_raster(const StudyInput& input, const Raster& raster) {
  Json json;
  const std::string hash = hash_of_source(input.source);
  json.set("name", input.name);
  json.set("source", input.source.text());
  json.set("sha256", hash);
  json.set("columns", raster.grid().columns);
  json.set("rows", raster.grid().rows);
  json.set("crs", raster.crs().name());
  list("inputs").push(std::move(json));
  m_lineage.emplace_back(input.name, input.source.text() + " sha256:" + hash);
}

void RunRecord::add_network(const std::string& name, const NetworkReport& report,
                            const std::vector<std::string>& osm_files, const Origin& origin) {
  Json files(Json::Array{});
  for (const std::string& source : osm_files) {
    const std::string hash = sha256_of_file(source);
    Json file;
    file.set("source", source);
    file.set("sha256", hash);
    files.push(std::move(file));
    m_lineage.emplace_back(name, format("{} sha256:{}", source, hash));
  }
  Json json;
  json.set("name", name);
  set_origin(json, origin);
  json.set("osm", std::move(files));
  json.set("crossings_noded", report.crossings_noded);
  json.set("ends_joined", report.ends_joined);
  json.set("nodes", report.nodes);
  json.set("edges", report.edges);
  json.set("street_edges", report.street_edges);
  json.set("expressway_edges", report.expressway_edges);
  json.set("rail_edges", report.rail_edges);
  json.set("transfer_edges", report.transfer_edges);
  json.set("strong_components", report.strong_components);
  json.set("largest_component_nodes", report.largest_component_nodes);
  json.set("stations_connected", report.stations_connected);
  json.set("interchanges_connected", report.interchanges_connected);
  json.set("street_length_m", report.street_length_m);
  json.set("expressway_length_m", report.expressway_length_m);
  json.set("rail_length_m", report.rail_length_m);
  list("networks").push(std::move(json));
}

void RunRecord::add_timetable(const std::string& network, const TimetableCounts& timetable,
                              const std::vector<std::string>& feeds) {
  Json sources(Json::Array{}), json;
  for (const std::string& feed : feeds) {
    const std::string hash = hash_of_source({feed, {}});
    Json source;
    source.set("source", feed);
    source.set("sha256", hash);
    sources.push(std::move(source));
    m_lineage.emplace_back(network, format("{} sha256:{}", feed, hash));
  }
  json.set("network", network);
  json.set("gtfs", std::move(sources));
  json.set("trips", timetable.trips);
  json.set("stops", timetable.stops);
  json.set("stops_connected", timetable.stops_connected);
  list("timetables").push(std::move(json));
}

void RunRecord::add_analysis(const StudyAnalysis& entry, const Result& result, double seconds,
                             const Origin& origin) {
  Json layers(Json::Object{}), json;
  for (const auto& [thing, layer] : result.layers) layers.set(layer.name(), layer.rows());
  json.set("name", entry.name);
  json.set("analysis", entry.analysis->description.name);
  set_origin(json, origin);
  json.set("inputs", inputs_json(entry));
  json.set("parameters", parameters_json(entry));
  json.set("figures", figures_json(result));
  json.set("layers", std::move(layers));
  json.set("issues", result.issues.size());
  json.set("seconds", seconds);
  list("analyses").push(std::move(json));
}

void RunRecord::add_issues(const std::vector<Issue>& issues) {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const Issue& issue : issues) ++counts[{issue.layer, issue.kind}];
  for (const auto& [what, count] : counts) {
    Json json;
    json.set("layer", what.first);
    json.set("kind", what.second);
    json.set("count", count);
    list("issues").push(std::move(json));
  }
}

void RunRecord::add_outputs(const std::vector<std::pair<std::string, std::string>>& files,
                            const std::string& content_hash) {
  Json json;
  for (const auto& [what, file] : files) json.set(what, file);
  json.set("content_hash", content_hash);
  m_json.set("outputs", std::move(json));
}

}  // namespace jingwei
