#include "study/report_network.hpp"

#include <cmath>
#include <map>
#include <set>

#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "io/osm_file.hpp"
#include "io/product.hpp"
#include "io/read.hpp"
#include "io/read_osm.hpp"
#include "layer/prepare.hpp"
#include "network/network.hpp"
#include "study/check.hpp"
#include "study/network_sources.hpp"

namespace jingwei {
namespace {

const Profile& profile_of(const NetworkRequest& request) {
  if (request.profile.empty())
    throw input_error({"缺少 --profile；有：{}", "--profile is missing; there are {}"},
                      join(profile_names()));
  if (const Profile* found = find_profile(request.profile)) return *found;
  const std::vector<std::string> names = profile_names();
  throw input_error(
      {"--profile {}：没有这种出行方式；有：{}{}", "--profile {}: there is no such profile; there are {}{}"},
      printable(request.profile), join(names), suggestion(request.profile, names));
}

Length snap_limit_of(const NetworkRequest& request) {
  const Length limit = parse_length(request.snap_limit);
  if (limit.m <= 0)
    throw input_error({"--snap-limit {}：必须大于 0", "--snap-limit {}: it must be more than 0"},
                      request.snap_limit);
  return limit;
}

RawLayer read_raw(const std::string& source, Context& context) {
  ReadRequest read;
  read.source = parse_data_source(source);
  return read_layer(read, context);
}

/// The CRS stated, or an equal-area one for the extent of the streets.
Crs working_crs(const NetworkRequest& request, const Envelope& lon_lat) {
  return request.crs == "auto" ? equal_area_for(lon_lat) : Crs::parse(request.crs);
}

/// The network's streets as read.
struct Streets {
  std::optional<OsmData> osm;
  std::optional<Layer> roads;
  Crs crs;
};

Layer prepared(RawLayer raw, const std::string& name, const LayerDefinition& definition, const Crs& crs,
               std::vector<Issue>& issues, Context& context) {
  Preparation how;
  how.name = name;
  how.definition = &definition;
  how.precision = Length{0.001};
  Prepared result = prepare(std::move(raw), how, crs, context);
  issues.insert(issues.end(), result.issues.begin(), result.issues.end());
  return std::move(result.layer);
}

Streets read_streets(const NetworkRequest& request, const Profile& profile, std::vector<Issue>& issues,
                     Context& context) {
  if (is_osm_file(request.source)) {
    require_osm_profile(profile, request.source);
    OsmData data = read_osm(request.source, osm_keys(profile), context);
    const Crs crs = working_crs(request, data.extent());
    return {std::move(data), std::nullopt, crs};
  }
  RawLayer raw = read_raw(request.source, context);
  if (!raw.geometry || !raw.crs)
    throw input_error({"{}：路网需要线；这是一张表", "{}: a network needs lines; this is a table"},
                      request.source);
  const Crs crs = working_crs(request, project(raw.geometry->extent(), *raw.crs, Crs::parse("EPSG:4490")));
  return {std::nullopt,
          prepared(std::move(raw), "roads", *find_layer_definition("roads"), crs, issues, context), crs};
}

void write_report(const NetworkRequest& request, std::vector<Layer> layers, std::vector<Issue> issues,
                  const Crs& crs, Context& context) {
  layers.push_back(layer_of(std::move(issues), crs));
  std::vector<ProductLayer> shown;
  for (const Layer& layer : layers)
    shown.push_back({&layer, layer.definition().title, layer.definition().description, true});
  write_layers(shown, request.report, context);
}

std::string summary_text(const Layer& summary, Language language) {
  const Column& titles = summary[language == Language::zh ? "title_zh" : "title_en"];
  std::string text;
  for (std::size_t row = 0; row < summary.rows(); ++row)
    text += format("{}{} {}\n", titles.text(row), language == Language::zh ? "：" : ":",
                   to_text(std::round(summary["value"].number(row))));
  return text;
}

/// The points to snap, the layers of the report and the summary, of a network that was built.
std::string report_of(const Network& network, const NetworkSources& sources, const NetworkRequest& request,
                      std::vector<Issue> issues, Context& context) {
  std::optional<Layer> points;
  if (!request.points.empty())
    points = prepared(read_raw(request.points, context), "points", any_layer_definition(), network.crs(),
                      issues, context);
  std::vector<Layer> layers = network.acceptance(sources, points ? &*points : nullptr, issues, context);
  std::string text = summary_text(layers.back(), request.language);
  std::map<std::string, std::size_t> kinds;
  for (const Issue& issue : issues) ++kinds[issue.kind];
  for (const auto& [kind, count] : kinds)
    text += format("{}{} {}\n", kind, request.language == Language::zh ? "：" : ":", count);
  if (!request.report.empty())
    write_report(request, std::move(layers), std::move(issues), network.crs(), context);
  return text;
}

std::string report_on_file(const NetworkRequest& request, Context& context) {
  const Profile& profile = profile_of(request);
  const Length snap_limit = snap_limit_of(request);
  std::vector<Issue> issues;
  const Streets streets = read_streets(request, profile, issues, context);
  NetworkSources sources;
  sources.name = "network";
  if (streets.osm) sources.osm = {&*streets.osm};
  if (streets.roads) sources.lines = {&*streets.roads};
  sources.crs = streets.crs;
  sources.snap_limit = snap_limit;
  const Network network(sources, profile, streets.crs.grid_size(Length{0.001}), issues, context);
  return report_of(network, sources, request, std::move(issues), context);
}

const StudyNetwork& chosen_network(const Study& study, const NetworkRequest& request) {
  std::vector<std::string> names;
  for (const StudyNetwork& network : study.networks) names.push_back(network.name);
  if (names.empty())
    throw input_error({"{}：其中没有路网（networks）", "{}: it has no networks"}, request.source);
  if (request.network.empty() && names.size() == 1) return study.networks.front();
  if (request.network.empty())
    throw input_error({"{}：有多个路网；请用 --network 指明 {}",
                       "{}: it has several networks; name one with --network: {}"},
                      request.source, join(names));
  if (const StudyNetwork* network = study.network(request.network)) return *network;
  throw input_error(
      {"--network {}：没有这个路网；有：{}{}", "--network {}: there is no such network; there are {}{}"},
      printable(request.network), join(names), suggestion(request.network, names));
}

/// The study with this one network, and no input but those that it needs.
void keep_network(Study& study, StudyNetwork network) {
  std::set<std::string> needed;
  for (const Reference& source : network.sources) needed.insert(source.name);
  for (const auto* part : {&network.stations, &network.transfers, &network.interchanges})
    if (*part) needed.insert((*part)->name);
  std::erase_if(study.inputs, [&](const StudyInput& input) { return !needed.contains(input.name); });
  study.analyses.clear();
  study.networks = {std::move(network)};
}

std::string report_on_study(const NetworkRequest& request, Context& context) {
  if (!request.profile.empty())
    throw input_error(
        {"--profile：研究文件中的路网自带出行方式", "--profile: a network of a study has its own"});
  Study study = load_study(request.source, request.scenario, context);
  keep_network(study, chosen_network(study, request));
  const StudyNetwork& chosen = study.networks.front();
  RunRecord record(context.threads());
  StudyData data = read_inputs(study, record, context);
  NetworkParts parts = network_parts(study, chosen, data);
  std::list<OsmData> osm;
  read_osm_parts(parts, *chosen.profile, osm, context);
  const Network network(parts.sources, *chosen.profile, data.crs.grid_size(study.precision), data.issues,
                        context);
  return report_of(network, parts.sources, request, std::move(data.issues), context);
}

bool is_study_file(const std::string& source) {
  return source.ends_with(".yaml") || source.ends_with(".yml");
}

}  // namespace

std::string report_network(const NetworkRequest& request, Context& context) {
  if (!request.report.empty()) require_known_format(request.report);
  if (is_study_file(request.source)) return report_on_study(request, context);
  if (!request.network.empty() || !request.scenario.empty())
    throw input_error(
        {"--network 和 --scenario 只用于研究文件", "--network and --scenario are for study files only"});
  return report_on_file(request, context);
}

}  // namespace jingwei
