#include <cmath>
#include <map>

#include "network/access.hpp"

namespace jingwei {
namespace {

Issue off_line_issue(const Layer& layer, std::uint32_t row, Point place, const std::string& line,
                     Length limit) {
  Issue issue;
  issue.kind = "interchange_off_line";
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason = {format("距线路 {} 超过 {}", line, to_text(limit)),
                  format("farther than {} from its line {}", to_text(limit), line)};
  issue.action = {"不作为互通立交", "not used as an interchange"};
  issue.geometry = wkb_of(place);
  return issue;
}

Issue no_interchanges_issue(const NetworkSources& sources) {
  Issue issue;
  issue.kind = "no_interchanges";
  issue.layer = sources.name;
  issue.reason = {"未给出互通立交（trunk_waypoints），高速公路无法进入",
                  "No interchanges (trunk_waypoints) are given, so expressways cannot be entered"};
  issue.action = {"高速公路未纳入网络", "expressways are left out of the network"};
  return issue;
}

}  // namespace

std::vector<Access> find_interchanges(const NetworkSources& sources, const std::vector<TrunkLine>& trunks,
                                      double grid_size, TrunkCuts& trunk_cuts, std::vector<Issue>& issues) {
  std::vector<Access> interchanges;
  std::multimap<std::string, std::size_t> by_key;
  for (std::size_t trunk = 0; trunk < trunks.size(); ++trunk)
    if (trunks[trunk].kind == EdgeKind::expressway) by_key.emplace(trunks[trunk].key, trunk);
  if (by_key.empty()) return interchanges;
  if (!sources.interchanges) {
    issues.push_back(no_interchanges_issue(sources));
    return interchanges;
  }
  const Layer& layer = *sources.interchanges;
  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> by_place;
  for (const std::uint32_t row : rows_by_key(layer)) {
    const auto [begin, end] = by_key.equal_range(layer["line_id"].text_or(row, ""));
    const auto points = points_of(layer.geometry().wkb(row));
    if (begin == end || points.empty()) continue;
    const Point place = points.front();
    for (auto line = begin; line != end; ++line) {
      const auto cut = trunk_cuts.cut(line->second, place, sources.snap_limit);
      if (!cut) {
        issues.push_back(off_line_issue(layer, row, place, line->first, sources.snap_limit));
        continue;
      }
      const std::pair on_grid{std::llround(place.x / grid_size), std::llround(place.y / grid_size)};
      const auto [known, is_new] = by_place.try_emplace(on_grid, interchanges.size());
      if (is_new) {
        const std::string key = layer.key().as_text(row), name = layer["name_zh"].text_or(row, key);
        interchanges.push_back({&layer, key, {name, name}, place, {}, {}, 0});
      }
      interchanges[known->second].trunk_cuts.push_back(*cut);
    }
  }
  return interchanges;
}

}  // namespace jingwei
