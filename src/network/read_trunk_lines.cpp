#include <set>

#include "base/error.hpp"
#include "network/source_lines.hpp"

namespace jingwei {
namespace {

/// A trunk line meets no other by itself, nor any street: it is a group of its own, far from street levels.
constexpr std::int64_t first_trunk_group = std::int64_t{1} << 32;

void check_scheme(const std::string& network, const Layer& layer) {
  std::set<std::string> schemes;
  const Column& scheme = layer["scheme"];
  for (std::size_t row = 0; row < layer.rows(); ++row)
    if (!scheme.is_null(row)) schemes.insert(scheme.text(row));
  if (schemes.size() < 2) return;
  const std::vector<std::string> names(schemes.begin(), schemes.end());
  throw input_error({"路网 `{}`：干线图层 `{}` 混有体系 {}；它们是干线网的不同表述。请各建一个输入，并写 "
                     "filter: scheme = '{}'",
                     "network `{}`: the trunk layer `{}` mixes the schemes {}; they are different readings "
                     "of the trunk network. Make one input of each, with filter: scheme = '{}'"},
                    network, layer.name(), join(names), names.front());
}

/// How a trunk line is used, or why it takes no part.
enum class Use { road, rail, centre_line, freight, not_in_service, other_mode, no_speed };

Use use_of(const Layer& layer, std::size_t row, const InService& in_service, const Profile& profile) {
  const std::string routing = layer["routing"].text_or(row, "none");
  if (routing == "freight") return Use::freight;
  if (routing != "road" && routing != "rail") return Use::centre_line;
  if (!in_service(layer, row)) return Use::not_in_service;
  if (routing == "road") return profile.drives_expressways() ? Use::road : Use::other_mode;
  if (!profile.rides_rail()) return Use::other_mode;
  const Column& passenger = layer["passenger"];
  const bool running_today = InService{}(layer, row);  // the others carry nobody yet
  if (running_today && !passenger.is_null(row) && !passenger.boolean(row)) return Use::not_in_service;
  return layer["speed_kmh"].number_or(row, 0) > 0 ? Use::rail : Use::no_speed;
}

double speed_kmh(const Layer& layer, std::size_t row, Use use, const Profile& profile) {
  const double own = layer["speed_kmh"].number_or(row, 0);
  if (use == Use::rail) return own * *profile.speed_share;
  return profile.use_speed_field && own > 0 ? own * profile.speed_factor : profile.expressway_speed->km_per_h;
}

}  // namespace

void read_trunk_lines(const NetworkSources& sources, std::uint32_t source, const Layer& layer,
                      const Profile& profile, NetworkLines& lines, std::vector<Issue>& issues) {
  check_scheme(sources.name, layer);
  LeftOut centre_lines{"not_for_routing",
                       {"仅供叠加与里程的中心线", "Centre lines for overlay and chainage only"}};
  LeftOut freight{"freight_line", {"货运线路，不载客", "Freight lines, without passengers"}};
  LeftOut not_in_service{"not_in_service",
                         {"未载客或未开通的线路", "Lines without passengers, or not in service"}};
  LeftOut other_mode{"mode_not_used",
                     {format("出行方式 {} 不使用的线路", profile.name),
                      format("Lines that the profile {} does not use", profile.name)}};
  LeftOut no_speed{"no_speed", {"缺少设计速度的铁路", "Railways without a design speed"}};
  for (const std::uint32_t row : rows_by_key(layer)) {
    const std::string key = layer.key().as_text(row);
    const Use use = use_of(layer, row, sources.in_service, profile);
    switch (use) {
      case Use::centre_line:
        centre_lines.keys.push_back(key);
        continue;
      case Use::freight:
        freight.keys.push_back(key);
        continue;
      case Use::not_in_service:
        not_in_service.keys.push_back(key);
        continue;
      case Use::other_mode:
        other_mode.keys.push_back(key);
        continue;
      case Use::no_speed:
        no_speed.keys.push_back(key);
        continue;
      case Use::road:
      case Use::rail:
        break;
    }
    SourceLine line;
    line.kind = use == Use::rail ? EdgeKind::rail : EdgeKind::expressway;
    line.trunk = static_cast<std::uint32_t>(lines.trunks.size());
    line.group = first_trunk_group + line.trunk;
    line.forward_kmh = line.backward_kmh = speed_kmh(layer, row, use, profile);
    lines.trunks.push_back(
        {&layer, key, layer["name_zh"].text_or(row, ""), layer["name_en"].text_or(row, ""), line.kind});
    for (Path& path : lines_of(layer.geometry().wkb(row))) {
      line.path = std::move(path);
      lines.add(line, {source, row, lines.classes.add(use == Use::rail ? "rail" : "expressway")});
    }
  }
  for (const LeftOut* left_out : {&centre_lines, &freight, &not_in_service, &other_mode, &no_speed}) {
    if (!left_out->keys.empty()) {
      issues.push_back(note_of(*left_out, layer));
      if (left_out == &no_speed) issues.back().severity = Severity::warning;
    }
  }
}

}  // namespace jingwei
