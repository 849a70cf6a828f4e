#include "network/dangling_ends.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "geometry/planar.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

/// A piece of a line, from a vertex to the next one, with the length of the line before it.
struct Piece {
  std::uint32_t line, vertex;
  double before;
};

struct End {
  std::uint32_t line;
  bool last;  ///< of the line, else its first vertex
  Cell cell;
};

/// Where an end is led to: the cell, and the piece that gets a vertex there.
struct Target {
  double distance;
  Cell cell;
  std::uint32_t piece;
  auto rank() const { return std::tie(distance, cell); }
};

class Joining {
 public:
  Joining(NetworkLines& lines, const std::vector<std::uint32_t>& level, const EndCells& ends,
          double tolerance, const Grid& grid)
      : m_lines(lines),
        m_level(level),
        m_tolerance(tolerance),
        m_grid(grid),
        m_pieces(pieces()),
        m_index(boxes()) {
    find_dangling(ends);
  }

  std::vector<JoinedEnd> run() {
    for (const End& end : m_dangling)
      if (const auto target = target_of(end)) m_targets.emplace(end.cell, *target);
    std::map<std::uint32_t, std::vector<std::pair<double, Insertion>>> insertions;
    std::vector<JoinedEnd> joined;
    for (const End& end : m_dangling) {
      const auto target = m_targets.find(end.cell);
      if (target == m_targets.end() || comes_here(target->second.cell, end.cell)) continue;
      const Piece& piece = m_pieces[target->second.piece];
      const Cell cell = target->second.cell;
      const Point place = m_grid.point(cell);
      if (cell != m_grid.cell(from(piece)) && cell != m_grid.cell(to(piece)))  // else it has its vertex there
        insertions[piece.line].push_back({share_of(piece, place), {piece.vertex, place}});
      joined.push_back({end.line, point_of(end), target->second.distance});
    }
    insert_all(insertions);
    for (const End& end : m_dangling) {
      const auto target = m_targets.find(end.cell);
      if (target == m_targets.end() || comes_here(target->second.cell, end.cell)) continue;
      Path& path = path_of(end.line);
      path.insert(end.last ? path.end() : path.begin(), m_grid.point(target->second.cell));
    }
    return joined;
  }

 private:
  Path& path_of(std::uint32_t line) const { return m_lines.lines[line].path; }
  Point point_of(const End& end) const {
    return end.last ? path_of(end.line).back() : path_of(end.line).front();
  }
  Point from(const Piece& piece) const { return path_of(piece.line)[piece.vertex]; }
  Point to(const Piece& piece) const { return path_of(piece.line)[piece.vertex + 1]; }
  double share_of(const Piece& piece, Point place) const {
    return nearest_share(place, from(piece), to(piece));
  }

  /// Seen from the lesser end, so that it does not depend on the way the line runs.
  Point nearest_on(const Piece& piece, Point place) const {
    Point a = from(piece), b = to(piece);
    if (std::tie(b.x, b.y) < std::tie(a.x, a.y)) std::swap(a, b);
    const double share = nearest_share(place, a, b);
    return share >= 1 ? b : Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
  }

  std::vector<Piece> pieces() {
    std::vector<Piece> all;
    for (const std::uint32_t line : m_level) {
      const Path& path = path_of(line);
      double before = 0;
      for (std::uint32_t v = 0; v + 1 < path.size(); ++v) {
        all.push_back({line, v, before});
        before += std::hypot(path[v + 1].x - path[v].x, path[v + 1].y - path[v].y);
      }
      m_lengths[line] = before;
    }
    return all;
  }

  std::vector<Envelope> boxes() const {
    std::vector<Envelope> all(m_pieces.size());
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
      all[i].expand(from(m_pieces[i]));
      all[i].expand(to(m_pieces[i]));
    }
    return all;
  }

  /// Ends in whose cell no other vertex of the level and no end of another one lies.
  void find_dangling(const EndCells& ends) {
    std::unordered_map<Cell, std::uint32_t, CellHash> vertices;
    for (const std::uint32_t line : m_level)
      for (const Point p : path_of(line)) ++vertices[m_grid.cell(p)];
    for (const std::uint32_t line : m_level) {
      const Path& path = path_of(line);
      if (path.size() < 2 || m_lengths[line] < m_grid.size) continue;
      for (const bool last : {false, true}) {
        const Cell cell = m_grid.cell(last ? path.back() : path.front());
        if (vertices.at(cell) == 1 && ends.at(cell) == 1) m_dangling.push_back({line, last, cell});
      }
    }
  }

  std::optional<Target> target_of(const End& end) const {
    const Point place = point_of(end);
    std::vector<std::uint32_t> near;
    m_index.query(place, m_tolerance, near);
    std::optional<Target> best;
    for (const std::uint32_t number : near) {
      const Piece& piece = m_pieces[number];
      const Point foot = nearest_on(piece, place);
      const double distance = std::hypot(foot.x - place.x, foot.y - place.y);
      if (distance > m_tolerance || too_close_along(end, piece, foot)) continue;
      const Target target{distance, m_grid.cell(foot), number};
      if (!best || target.rank() < best->rank()) best = target;
    }
    return best;
  }

  /// Whether a place of the end's own line is one from which the line only just comes.
  bool too_close_along(const End& end, const Piece& piece, Point foot) const {
    if (piece.line != end.line) return false;
    const double along = piece.before + std::hypot(foot.x - from(piece).x, foot.y - from(piece).y);
    return (end.last ? m_lengths.at(end.line) - along : along) <= 2 * m_tolerance;
  }

  /// Whether the end at `other` is led to the one in `cell`, which then stays: of a pair the greater is
  /// moved.
  bool comes_here(const Cell& other, const Cell& cell) const {
    const auto back = m_targets.find(other);
    return back != m_targets.end() && back->second.cell == cell && cell < other;
  }

  void insert_all(std::map<std::uint32_t, std::vector<std::pair<double, Insertion>>>& all) {
    for (auto& [line, points] : all) {
      std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return std::tie(a.second.vertex, a.first) < std::tie(b.second.vertex, b.first);
      });
      std::vector<Insertion> insertions;
      for (const auto& [share, insertion] : points) insertions.push_back(insertion);
      insert(insertions, path_of(line));
    }
  }

  NetworkLines& m_lines;
  const std::vector<std::uint32_t>& m_level;
  double m_tolerance;
  const Grid& m_grid;
  std::unordered_map<std::uint32_t, double> m_lengths;  ///< of each line
  std::vector<Piece> m_pieces;
  SpatialIndex m_index;
  std::vector<End> m_dangling;
  std::unordered_map<Cell, Target, CellHash> m_targets;  ///< by the cell of the end
};

}  // namespace

void insert(const std::vector<Insertion>& insertions, Path& path) {
  Path longer;
  longer.reserve(path.size() + insertions.size());
  auto next = insertions.begin();
  for (std::uint32_t v = 0; v < path.size(); ++v) {
    longer.push_back(path[v]);
    for (; next != insertions.end() && next->vertex == v; ++next) longer.push_back(next->point);
  }
  path = std::move(longer);
}

EndCells end_cells(const NetworkLines& lines,
                   const std::map<std::int64_t, std::vector<std::uint32_t>>& levels, const Grid& grid) {
  EndCells ends;
  for (const auto& [group, level] : levels)
    for (const std::uint32_t line : level) {
      const Path& path = lines.lines[line].path;
      if (path.empty()) continue;
      ++ends[grid.cell(path.front())];
      ++ends[grid.cell(path.back())];
    }
  return ends;
}

std::vector<JoinedEnd> join_dangling_ends(NetworkLines& lines, const std::vector<std::uint32_t>& level,
                                          const EndCells& ends, double tolerance, const Grid& grid) {
  return Joining(lines, level, ends, tolerance, grid).run();
}

}  // namespace jingwei
