#include "network/source_lines.hpp"

namespace jingwei {
namespace {

/// The road's own speed, where it states one and the profile goes by it.
std::optional<double> own_speed(const Layer& layer, std::size_t row, const Profile& profile) {
  const Column& own = layer["speed_kmh"];
  if (!profile.use_speed_field || own.is_null(row) || !(own.number(row) > 0)) return std::nullopt;
  return own.number(row) * profile.speed_factor;
}

}  // namespace

void read_streets(std::uint32_t source, const Layer& layer, const Profile& profile, NetworkLines& lines,
                  std::vector<Issue>& issues) {
  LeftOut not_used{"class_not_used",
                   {format("出行方式 {} 不使用的道路等级", profile.name),
                    format("Road classes that the profile {} does not use", profile.name)}};
  const Column& classes = layer["class"];
  const Column& oneways = layer["oneway"];
  const Column& levels = layer["level"];
  for (const std::uint32_t row : rows_by_key(layer)) {
    const auto speed = profile.speeds.find(classes.text_or(row, ""));
    if (speed == profile.speeds.end()) {
      not_used.keys.push_back(layer.key().as_text(row));
      continue;
    }
    LineOrigin origin{source, row, lines.classes.add(speed->first)};
    if (own_speed(layer, row, profile)) origin.speed = SpeedOrigin::signed_speed;
    origin.name = lines.names.add(street_name(layer, row));
    SourceLine line;
    line.kind = speed->first == "motorway" ? EdgeKind::motorway : EdgeKind::street;
    line.group = levels.is_null(row) ? 0 : levels.integer(row);
    const double kmh = own_speed(layer, row, profile).value_or(speed->second.km_per_h);
    const std::string oneway =
        profile.oneway == OnewayRule::respect ? oneways.text_or(row, "both") : std::string("both");
    line.forward_kmh = oneway == "backward" ? 0 : kmh;
    line.backward_kmh = oneway == "forward" ? 0 : kmh;
    for (Path& path : lines_of(layer.geometry().wkb(row))) {
      line.path = std::move(path);
      lines.add(line, origin);
    }
  }
  if (!not_used.keys.empty()) issues.push_back(note_of(not_used, layer));
}

}  // namespace jingwei
