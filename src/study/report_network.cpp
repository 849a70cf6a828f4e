#include "study/report_network.hpp"

#include <cmath>
#include <map>

#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "io/osm_file.hpp"
#include "io/product.hpp"
#include "io/read.hpp"
#include "io/read_osm.hpp"
#include "layer/prepare.hpp"
#include "network/network.hpp"

namespace jingwei {
namespace {

const Profile& profile_of(const NetworkRequest& request) {
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

}  // namespace

std::string report_network(const NetworkRequest& request, Context& context) {
  const Profile& profile = profile_of(request);
  const Length snap_limit = snap_limit_of(request);
  if (!request.report.empty()) require_known_format(request.report);
  std::vector<Issue> issues;
  const Streets streets = read_streets(request, profile, issues, context);
  NetworkSources sources;
  sources.name = "network";
  if (streets.osm) sources.osm = {&*streets.osm};
  if (streets.roads) sources.lines = {&*streets.roads};
  sources.crs = streets.crs;
  sources.snap_limit = snap_limit;
  const Network network(sources, profile, streets.crs.grid_size(Length{0.001}), issues, context);
  std::optional<Layer> points;
  if (!request.points.empty())
    points = prepared(read_raw(request.points, context), "points", any_layer_definition(), streets.crs,
                      issues, context);
  std::vector<Layer> layers = network.acceptance(sources, points ? &*points : nullptr, issues, context);
  std::string text = summary_text(layers.back(), request.language);
  std::map<std::string, std::size_t> kinds;
  for (const Issue& issue : issues) ++kinds[issue.kind];
  for (const auto& [kind, count] : kinds)
    text += format("{}{} {}\n", kind, request.language == Language::zh ? "：" : ":", count);
  if (!request.report.empty())
    write_report(request, std::move(layers), std::move(issues), streets.crs, context);
  return text;
}

}  // namespace jingwei
