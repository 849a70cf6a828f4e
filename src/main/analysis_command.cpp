#include "main/analysis_command.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "study/command.hpp"
#include "study/record.hpp"

namespace jingwei {
namespace {

/// A role that takes several layers has them between commas.
std::vector<std::string> sources_of(const Role& role, const std::string& text) {
  if (text.empty()) return {};
  return role.several ? split(text, ',') : std::vector{text};
}

/// What the options of one analysis command were given.
struct CommandOptions : RunningOptions {
  const Analysis* analysis = nullptr;
  std::map<std::string, std::string> sources, filters;
  std::map<std::string, CommandRequest::NetworkFiles> networks;
  std::map<std::string, std::string> parameters;
  std::string crs, precision, output, params_file, figures;

  CommandRequest request() const {
    CommandRequest request;
    request.analysis = analysis;
    if (!params_file.empty()) read_params(params_file, request);
    for (const auto& [role, source] : sources)
      for (const std::string& one : sources_of(*analysis->description.role(role), source))
        request.inputs.push_back({role, one, filters.at(role)});
    for (const auto& [role, network] : networks)
      if (!network.roads.empty() || !network.profile.empty()) request.networks.push_back(network);
    for (const auto& [name, text] : parameters)
      if (!text.empty())
        request.parameters.emplace_back(
            name, takes_list(*analysis->description.parameter(name)) ? split(text, ',') : std::vector{text});
    if (!crs.empty()) request.crs = crs;
    if (!precision.empty()) request.precision = precision;
    if (!output.empty()) request.output = output;
    return request;
  }
};

void add_role(CLI::App& command, const CommandLine& line, const Role& role, CommandOptions& options) {
  const std::string flag = option_of(role);
  const Text optional{"（可选）", " (optional)"};
  const std::string help =
      line.say(role.title) + (role.presence == Presence::optional ? line.say(optional) : "");
  if (role.kind == RoleKind::layer) {
    const Text several{"（逗号分隔可多个）", " (several between commas)"};
    command.add_option(flag, options.sources[role.name], role.several ? help + line.say(several) : help)
        ->type_name("FILE[:LAYER]");
    command
        .add_option(
            flag + "-filter", options.filters[role.name],
            line.say({"取其中哪些要素（OGR WHERE 表达式）", "Which of its features (OGR WHERE expression)"}))
        ->type_name("WHERE");
    return;
  }
  if (role.kind == RoleKind::raster) {
    options.filters[role.name];
    command.add_option(flag, options.sources[role.name], help)->type_name("FILE");
    return;
  }
  CommandRequest::NetworkFiles& network = options.networks[role.name];
  network.role = role.name;
  const auto file = [&](const std::string& suffix, std::string& target, const std::string& what) {
    command.add_option(flag + suffix, target, what)->type_name("FILE[:LAYER]");
  };
  const auto value = [&](const std::string& suffix, std::string& target, const Text& what) {
    command.add_option(flag + suffix, target, line.say(what))->type_name("VALUE");
  };
  file("", network.roads,
       help + line.say({"：其道路，图层或 OpenStreetMap 数据（.osm.pbf）",
                        ": its roads, a layer or OpenStreetMap data (.osm.pbf)"}));
  const std::string modes = join(profile_names());
  const Text several{"（逗号分隔可多种，各成一个路网）", " (several between commas: a network each)"};
  value("-profile", network.profile,
        {"出行方式：" + modes + (role.several ? several.zh : ""),
         "How one travels on it: " + modes + (role.several ? several.en : "")});
  value("-from-field", network.from_field,
        {"自带时间的弧段（代替道路）：其起点节点字段",
         "Links with times of their own in place of roads: the field of their first node"});
  value("-to-field", network.to_field, {"弧段的终点节点字段", "Of links: the field of their last node"});
  value("-time-field", network.time_field,
        {"弧段的时间字段（秒）", "Of links: the field of their time in seconds"});
  value("-length-field", network.length_field,
        {"弧段的长度字段（米）", "Of links: the field of their length in metres"});
  value("-snap-limit", network.snap_limit, {"地点离道路最远多少", "How far places may lie from its streets"});
  value("-noding", network.noding,
        {"道路在何处相接：共有的折点（vertices）或一切交叉处（crossings）",
         "Where roads meet: at shared vertices, or at all crossings"});
  value("-tolerance", network.tolerance,
        {"crossings 时，悬空端点延伸到多远的道路", "Of crossings: how far loose ends are led on to a road"});
  value("-stored", network.stored,
        {"保存建好的路网的文件（.jwnet），来源不变则重用",
         "File (.jwnet) that keeps the built network, used again while its sources are the same"});
  file("-lines", network.lines, line.say({"铁路线或高速公路", "Rail lines or expressways"}));
  value("-scheme", network.scheme,
        {"这些线的体系：main-rail、intercity-2015、expressway",
         "Which scheme of those lines: main-rail, intercity-2015, expressway"});
  file("-stations", network.stations, line.say({"进入轨道的车站", "Stations where rail is entered"}));
  file("-transfers", network.transfers, line.say({"车站之间的换乘", "Walks between stations"}));
  file("-interchanges", network.interchanges,
       line.say({"进入高速公路的互通", "Waypoints where expressways are entered"}));
  if (!options.analysis->description.takes_timetable()) return;
  command
      .add_option(
          flag + "-gtfs", network.gtfs,
          line.say({"时刻表：GTFS 数据（ZIP 文件或文件夹），出行方式应为 walk 或 bike",
                    "Its timetable: a GTFS feed (ZIP file or folder); the profile must be walk or bike"}))
      ->type_name("FEED");
  value("-date", network.date, {"时刻表取哪一天，例如 2026-03-02", "Which day of it, such as 2026-03-02"});
  file("-services", network.services,
       line.say(
           {"线路表代替 GTFS：班次（transit_services），停于 stations",
            "Tables of lines in place of GTFS: services (transit_services), which stop at its stations"}));
  file("-stops", network.stops,
       line.say({"线路表：停站（transit_stops）", "Tables of lines: stops (transit_stops)"}));
}

void add_parameter(CLI::App& command, const CommandLine& line, const Parameter& parameter,
                   CommandOptions& options) {
  std::string help = line.say(parameter.title);
  std::vector<std::string> choices;
  for (const Choice& choice : parameter.choices) choices.push_back(choice.value);
  if (!choices.empty()) help += ": " + join(choices, " | ");
  if (!parameter.lowest.empty() || !parameter.highest.empty())
    help += format(" ({} – {})", parameter.lowest, parameter.highest);
  if (!parameter.default_text.empty()) help += format(" [{}]", parameter.default_text);
  command.add_option("--" + parameter.name, options.parameters[parameter.name], help)
      ->type_name(takes_list(parameter) ? "VALUE,…" : "VALUE");
}

void answer(const CommandOptions& options, Context& context) {
  const Result result = run_command(options.request(), context);
  for (const Issue& issue : result.issues)
    context.warn(
        told({"{} {}：{}；{}", "{} {}: {}; {}"}, issue.layer, issue.feature, issue.reason, issue.action));
  const std::string figures = to_text(figures_json(result)) + "\n";
  if (options.figures == "-")
    print(figures);
  else if (!options.figures.empty())
    write_file(options.figures, figures);
}

}  // namespace

void add_analysis(CommandLine& line, const Analysis& analysis) {
  auto options = std::make_shared<CommandOptions>();
  options->analysis = &analysis;
  const Description& description = analysis.description;
  CLI::App& command = line.add(description.name, description.title, {"分析", "Analyses"});
  for (const Role& role : description.roles) add_role(command, line, role, *options);
  for (const Parameter& parameter : description.parameters) add_parameter(command, line, parameter, *options);
  const auto option = [&](const std::string& flag, std::string& target, const std::string& type,
                          const Text& what) {
    command.add_option(flag, target, line.say(what))->type_name(type);
  };
  option("--crs", options->crs, "CRS",
         {"工作坐标系：EPSG 代码、PROJ 字符串或 auto（按范围选等积投影）",
          "Working CRS: EPSG code, PROJ string or auto (equal-area for the extent)"});
  option("--precision", options->precision, "VALUE",
         {"叠加的精度网格 [1 mm]", "Precision grid of overlays [1 mm]"});
  option("--output", options->output, "FILE",
         {"FILE.gpkg[:LAYER]、.fgb、.geojson、.csv、.xlsx 或（地点对）.omx",
          "FILE.gpkg[:LAYER], .fgb, .geojson, .csv, .xlsx or (pairs) .omx"});
  option("--params", options->params_file, "FILE",
         {"从 JSON 文件读取输入、参数和输出", "Inputs, parameters and output from a JSON file"});
  option("--figures", options->figures, "FILE",
         {"把主要数字写成 JSON 文件，- 为标准输出",
          "Write the headline figures as JSON to a file, or - for stdout"});
  options->add_to(command, line);
  command.callback(
      [options] { options->with_context([&](Context& context) { answer(*options, context); }); });
}

}  // namespace jingwei
