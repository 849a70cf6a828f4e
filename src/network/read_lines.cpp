#include <algorithm>

#include "base/error.hpp"
#include "network/source_lines.hpp"

namespace jingwei {
namespace {

void check_layers(const NetworkSources& sources) {
  if (sources.lines.empty() && sources.osm.empty()) {
    throw input_error({"路网 `{}`：没有线；请在 sources 中至少写一个 `roads` 图层或 OpenStreetMap 文件",
                       "network `{}`: it has no lines; name at least one `roads` layer or OpenStreetMap file "
                       "in its sources"},
                      sources.name);
  }
  if (sources.lines.empty()) return;
  const Layer& first = *sources.lines.front();
  std::vector<const Layer*> layers = sources.lines;
  for (const Layer* extra : {sources.stations, sources.interchanges})
    if (extra) layers.push_back(extra);
  for (const Layer* layer : layers) {
    if (!layer->spatial())
      throw input_error({"路网 `{}`：`{}` 是没有几何的表", "network `{}`: `{}` is a table without geometry"},
                        sources.name, layer->name());
    if (!layer->crs().same_as(first.crs())) {
      throw input_error({"路网 `{}`：`{}` 的坐标系是 {}，而 `{}` 是 {}；必须一致",
                         "network `{}`: `{}` is in {}, but `{}` is in {}; all must be in one CRS"},
                        sources.name, layer->name(), layer->crs().name(), first.name(), first.crs().name());
    }
  }
}

bool is_street(const SourceLine& line) {
  return line.kind == EdgeKind::street;
}

[[noreturn]] void refuse(const NetworkSources& sources, const Profile& profile, const NetworkLines& lines) {
  if (!lines.trunks.empty()) {
    throw input_error(
        {"路网 `{}`：有干线而没有道路；铁路和高速公路只能从道路进入，请在 sources 中加入 `roads` 图层",
         "network `{}`: it has trunk lines but no street; railways and expressways are entered from streets "
         "only, so add a `roads` layer to its sources"},
        sources.name);
  }
  const bool only_trunk_layers =
      sources.osm.empty() && std::all_of(sources.lines.begin(), sources.lines.end(), [](const Layer* l) {
        return l->definition().name == "trunk_lines";
      });
  if (only_trunk_layers) {
    throw input_error(
        {"路网 `{}`：没有一条干线可用出行方式 `{}`；走廊和产业带中心线（routing 为 "
         "none）只用于叠加和里程，货运线不载客。请用 `roads` 图层，并配以客运铁路或高速公路",
         "network `{}`: none of its trunk lines can be travelled with the profile `{}`; centre lines of "
         "corridors and belts (routing none) are for overlay and chainage, never for routing, and freight "
         "lines carry no passengers. Use a `roads` layer, with passenger railways or expressways beside it"},
        sources.name, profile.name);
  }
  std::vector<std::string> classes;
  for (const auto& [road_class, speed] : profile.speeds) classes.push_back(road_class);
  throw input_error({"路网 `{}`：没有线可用出行方式 `{}`，它使用 {}",
                     "network `{}`: no line can be used with the profile `{}`, which travels on {}"},
                    sources.name, profile.name, join(classes));
}

}  // namespace

Issue note_of(const LeftOut& left_out, const Layer& layer) {
  constexpr std::size_t shown = 10;
  std::vector<std::string> first(
      left_out.keys.begin(),
      left_out.keys.begin() + static_cast<std::ptrdiff_t>(std::min(shown, left_out.keys.size())));
  const std::string keys = join(first) + (left_out.keys.size() > shown ? ", …" : "");
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = left_out.kind;
  issue.layer = layer.name();
  issue.reason = {format("{}：{} 条（{}）", left_out.reason.zh, left_out.keys.size(), keys),
                  format("{}: {} lines ({})", left_out.reason.en, left_out.keys.size(), keys)};
  issue.action = {"未纳入网络", "left out of the network"};
  return issue;
}

Crs network_crs(const NetworkSources& sources) {
  check_layers(sources);
  if (sources.lines.empty() && !sources.crs)
    throw input_error({"路网 `{}`：没有给出道路要投影到的坐标系",
                       "network `{}`: no CRS is stated to project its streets into"},
                      sources.name);
  const Crs& crs = sources.lines.empty() ? *sources.crs : sources.lines.front()->crs();
  if (crs.geographic()) {
    throw input_error({"路网 `{}`：{} 以度为单位；路网需要投影坐标系（crs: auto）",
                       "network `{}`: {} counts in degrees; a network needs a projected CRS (crs: auto)"},
                      sources.name, crs.name());
  }
  return crs;
}

NetworkLines read_lines(const NetworkSources& sources, const Profile& profile, const Crs& crs,
                        std::vector<Issue>& issues, Context& context) {
  NetworkLines lines;
  const auto number_of = [&](const Layer* layer) {
    return static_cast<std::uint32_t>(std::find(sources.lines.begin(), sources.lines.end(), layer) -
                                      sources.lines.begin());
  };
  for (const Layer* layer : sources.lines)
    if (layer->definition().name == "roads") read_streets(number_of(layer), *layer, profile, lines, issues);
  for (const Layer* layer : sources.lines)
    if (layer->definition().name == "links") read_links(number_of(layer), *layer, lines, issues);
  for (std::uint32_t i = 0; i < sources.osm.size(); ++i) {
    const auto source = static_cast<std::uint32_t>(sources.lines.size() + i);
    read_osm_streets(source, *sources.osm[i], profile, crs, lines, issues, context);
  }
  for (const Layer* layer : sources.lines) {
    const std::string& definition = layer->definition().name;
    if (definition == "trunk_lines") {
      read_trunk_lines(sources, number_of(layer), *layer, profile, lines, issues);
    } else if (definition != "roads" && definition != "links") {
      throw input_error(
          {"路网 `{}`：`{}` 是 `{}` 图层；路网由 `roads`、`links` 和 `trunk_lines` 构成",
           "network `{}`: `{}` is a `{}` layer; a network is built from `roads`, `links` and `trunk_lines`"},
          sources.name, layer->name(), definition);
    }
  }
  if (std::none_of(lines.lines.begin(), lines.lines.end(), is_street)) refuse(sources, profile, lines);
  return lines;
}

}  // namespace jingwei
