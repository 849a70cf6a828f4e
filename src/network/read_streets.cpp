#include "network/source_lines.hpp"

namespace jingwei {
namespace {

/// What is driven on a road of a class: its own speed where the profile goes by it, else that of the class.
double speed_kmh(const Layer& layer, std::size_t row, Speed of_class, const Profile& profile) {
  const Column& own = layer["speed_kmh"];
  if (profile.use_speed_field && !own.is_null(row) && own.number(row) > 0)
    return own.number(row) * profile.speed_factor;
  return of_class.km_per_h;
}

}  // namespace

void read_streets(const Layer& layer, const Profile& profile, NetworkLines& lines,
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
    SourceLine line;
    line.kind = speed->first == "motorway" ? EdgeKind::motorway : EdgeKind::street;
    line.group = levels.is_null(row) ? 0 : levels.integer(row);
    const double kmh = speed_kmh(layer, row, speed->second, profile);
    const std::string oneway =
        profile.oneway == OnewayRule::respect ? oneways.text_or(row, "both") : std::string("both");
    line.forward_kmh = oneway == "backward" ? 0 : kmh;
    line.backward_kmh = oneway == "forward" ? 0 : kmh;
    for (Path& path : lines_of(layer.geometry().wkb(row))) {
      line.path = std::move(path);
      lines.lines.push_back(line);
    }
  }
  if (!not_used.keys.empty()) issues.push_back(note_of(not_used, layer));
}

}  // namespace jingwei
