#include <algorithm>
#include <cmath>
#include <tuple>

#include "network/source_lines.hpp"

namespace jingwei {
namespace {

struct LineEnd {
  std::int64_t x, y, level;
  Point place;
  auto key() const { return std::tie(x, y, level); }
};

}  // namespace

void note_level_gaps(const std::vector<SourceLine>& lines, double grid_size, const std::string& network,
                     std::vector<Issue>& issues) {
  std::vector<LineEnd> ends;
  for (const SourceLine& line : lines) {
    if (line.kind != EdgeKind::street && line.kind != EdgeKind::motorway) continue;
    if (line.path.empty() || !line.joints.empty()) continue;
    for (const Point p : {line.path.front(), line.path.back()})
      ends.push_back({std::llround(p.x / grid_size), std::llround(p.y / grid_size), line.group, p});
  }
  std::sort(ends.begin(), ends.end(), [](const LineEnd& a, const LineEnd& b) { return a.key() < b.key(); });
  std::vector<Point> gaps;
  for (std::size_t begin = 0, end = 0; begin < ends.size(); begin = end) {
    while (end < ends.size() && ends[end].x == ends[begin].x && ends[end].y == ends[begin].y) ++end;
    if (ends[begin].level != ends[end - 1].level) gaps.push_back(ends[begin].place);
  }
  if (gaps.empty()) return;
  Issue issue;
  issue.kind = "level_gap";
  issue.layer = network;
  issue.reason = {format("{} 处道路端点相接但层次（level）不同", gaps.size()),
                  format("streets of different levels end together at {} places", gaps.size())};
  issue.action = {"不相连", "they do not join there"};
  issue.geometry = wkb_of_points(gaps);
  issues.push_back(std::move(issue));
}

}  // namespace jingwei
