#include "network/noding.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "geometry/snap_rounding.hpp"
#include "network/dangling_ends.hpp"

namespace jingwei {
namespace {

/// The lines that are noded, by level.
std::map<std::int64_t, std::vector<std::uint32_t>> noded_lines(const NetworkLines& lines,
                                                               const NetworkSources& sources) {
  std::map<std::int64_t, std::vector<std::uint32_t>> levels;
  for (std::uint32_t i = 0; i < lines.lines.size(); ++i) {
    const std::uint32_t source = lines.origins[i].source;
    if (source < sources.lines.size() && sources.lines[source]->definition().name == "roads")
      levels[lines.lines[i].group].push_back(i);
  }
  return levels;
}

/// Gives the lines of a level a vertex wherever another passes, and returns in how many places that was so.
std::size_t node_level(NetworkLines& lines, const std::vector<std::uint32_t>& level, const Grid& grid) {
  struct Piece {
    std::uint32_t line, vertex;  ///< from this vertex to the next one
    bool upward;                 ///< from low to high
  };
  std::vector<GridEdge> edges;
  std::vector<Piece> pieces;
  for (const std::uint32_t line : level) {
    const Path& path = lines.lines[line].path;
    for (std::uint32_t v = 0; v + 1 < path.size(); ++v) {
      const Cell from = grid.cell(path[v]), to = grid.cell(path[v + 1]);
      if (from == to) continue;
      edges.push_back(edge_between(from, to, {}));
      pieces.push_back({line, v, from < to});
    }
  }
  const std::vector<Passage> passages = passages_of(edges);
  std::vector<Cell> places;
  for (const Passage& passage : passages) places.push_back(passage.cell);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());

  std::map<std::uint32_t, std::vector<Insertion>> insertions;
  for (std::size_t begin = 0, end = 0; begin < passages.size(); begin = end) {
    const Piece& piece = pieces[passages[begin].edge];
    while (end < passages.size() && passages[end].edge == passages[begin].edge) ++end;
    std::vector<Insertion>& into = insertions[piece.line];
    for (std::size_t i = begin; i < end; ++i) {
      const Passage& passage = passages[piece.upward ? i : end - 1 - (i - begin)];
      into.push_back({piece.vertex, grid.point(passage.cell)});
    }
  }
  for (const auto& [line, points] : insertions) insert(points, lines.lines[line].path);
  return places.size();
}

/// Joints by cell and level, those of ends that lie in one cell made one.
class LevelJoints {
 public:
  LevelJoints(NetworkLines& lines, const Grid& grid) : m_lines(lines), m_grid(grid) {}

  void add(std::uint32_t line) {
    SourceLine& added = m_lines.lines[line];
    added.joints.clear();
    for (const Point p : added.path) added.joints.push_back(joint_of(m_grid.cell(p), added.group));
    if (added.path.empty()) return;
    for (const std::size_t end : {std::size_t{0}, added.path.size() - 1}) {
      const auto [first, fresh] = m_ends.try_emplace(m_grid.cell(added.path[end]), added.joints[end]);
      if (!fresh) unite(first->second, added.joints[end]);
    }
  }
  void settle(const std::vector<std::uint32_t>& lines) {
    for (const std::uint32_t line : lines)
      for (std::uint32_t& joint : m_lines.lines[line].joints) joint = m_first + root(joint - m_first);
    m_lines.joints.wanted.resize(m_first + m_parent.size(), 0);
  }

 private:
  std::uint32_t joint_of(Cell cell, std::int64_t group) {
    const auto [found, fresh] =
        m_joints[group].try_emplace(cell, m_first + static_cast<std::uint32_t>(m_parent.size()));
    if (fresh) m_parent.push_back(static_cast<std::uint32_t>(m_parent.size()));
    return found->second;
  }
  std::uint32_t root(std::uint32_t number) {
    while (m_parent[number] != number) number = m_parent[number] = m_parent[m_parent[number]];
    return number;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t i = root(a - m_first), j = root(b - m_first);
    m_parent[std::max(i, j)] = std::min(i, j);
  }

  NetworkLines& m_lines;
  const Grid& m_grid;
  std::uint32_t m_first = static_cast<std::uint32_t>(m_lines.joints.wanted.size());
  std::map<std::int64_t, std::unordered_map<Cell, std::uint32_t, CellHash>> m_joints;
  std::unordered_map<Cell, std::uint32_t, CellHash> m_ends;
  std::vector<std::uint32_t> m_parent;
};

Issue issue_of(const JoinedEnd& joined, const NetworkLines& lines, const NetworkSources& sources) {
  const LineOrigin& from = lines.origins[joined.line];
  const Layer& layer = *sources.lines[from.source];
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = "joined_end";
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(from.number);
  issue.reason = {format("端点与最近的道路相距 {:.3f} m", joined.distance_m),
                  format("an end is {:.3f} m from the nearest road", joined.distance_m)};
  issue.action = {format("在路网 {} 中相连", sources.name), format("joined in the network {}", sources.name)};
  issue.geometry = wkb_of(joined.place);
  return issue;
}

}  // namespace

Noded node_crossings(NetworkLines& lines, const NetworkSources& sources, double grid_size, const Crs& crs,
                     std::vector<Issue>& issues) {
  const Grid grid{grid_size};
  const auto levels = noded_lines(lines, sources);
  Noded noded;
  for (const auto& [group, level] : levels) noded.crossings += node_level(lines, level, grid);
  if (sources.join_tolerance.m > 0) {
    const double tolerance = sources.join_tolerance.m / crs.metres_per_unit();
    const EndCells ends = end_cells(lines, levels, grid);
    for (const auto& [group, level] : levels) {
      for (JoinedEnd& joined : join_dangling_ends(lines, level, ends, tolerance, grid)) {
        joined.distance_m *= crs.metres_per_unit();
        issues.push_back(issue_of(joined, lines, sources));
        ++noded.joined_ends;
      }
      node_level(lines, level, grid);  // what was led on may cross others
    }
  }
  LevelJoints joints(lines, grid);
  for (const auto& [group, level] : levels)
    for (const std::uint32_t line : level) joints.add(line);
  for (const auto& [group, level] : levels) joints.settle(level);
  return noded;
}

}  // namespace jingwei
