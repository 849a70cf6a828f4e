#include "geometry/cell_coverage.hpp"

#include <algorithm>
#include <cmath>

namespace jingwei {
namespace {

constexpr double none = 1e-12;  // of a cell: less is rounding

/// What edges do to one cell: `height`, the rows (of one) by which they descend in it, which everything to
/// the right gains; and the part of it that the cell itself gains.
struct Crossing {
  int row;
  int column;
  double height;
  double area;
};

/// Edges in units of cells, rows counted downwards: what descends (a western border, as shells run
/// counter-clockwise) adds what lies to its right, what rises takes it away.
class Walk {
 public:
  explicit Walk(const CellWindow& window)
      : m_left(window.column),
        m_right(window.column + window.columns),
        m_top(window.row),
        m_bottom(window.row + window.rows) {}

  void edge(Point p, Point q) {
    if (p.y == q.y || std::max(p.y, q.y) <= m_top || std::min(p.y, q.y) >= m_bottom) return;
    if (std::min(p.x, q.x) >= m_right) return;
    const double slope = (q.x - p.x) / (q.y - p.y);
    const auto x_at = [&](double y) { return y == q.y ? q.x : p.x + (y - p.y) * slope; };
    const double begin = std::clamp(p.y, m_top, m_bottom);
    const double end = std::clamp(q.y, m_top, m_bottom);
    double y = begin;
    double x = begin == p.y ? p.x : x_at(begin);
    // Row by row, downwards or upwards; a place on the line between two rows belongs to the one ahead.
    while (y != end) {
      const bool down = end > y;
      const int row = static_cast<int>(down ? std::floor(y) : std::ceil(y) - 1);
      const double next_y = down ? std::min(end, row + 1.0) : std::max(end, static_cast<double>(row));
      const double next_x = next_y == q.y ? q.x : x_at(next_y);
      in_row(row, {x, y}, {next_x, next_y});
      x = next_x;
      y = next_y;
    }
  }

  std::vector<Crossing> take() { return std::move(m_crossings); }

 private:
  /// A part of an edge that stays in a row, cut where it passes from column to column.
  void in_row(int row, Point p, Point q) {
    if (p.x > q.x) {  // walked eastwards; heights keep their sign
      in_row_eastwards(row, q, p, -1);
    } else {
      in_row_eastwards(row, p, q, 1);
    }
  }

  void in_row_eastwards(int row, Point p, Point q, int sign) {
    const double rise = q.y - p.y;
    const double width = q.x - p.x;
    Point at = p;
    if (at.x < m_left) {  // all of the window's row gains what descends to the left of it
      const double end_y = q.x <= m_left ? q.y : p.y + (m_left - p.x) / width * rise;
      add(row, static_cast<int>(m_left), sign * (end_y - at.y), 1);
      if (q.x <= m_left) return;
      at = {m_left, end_y};
    }
    while (at.x < m_right) {
      const int column = static_cast<int>(std::floor(at.x));
      const double end_x = std::min(q.x, column + 1.0);
      const double end_y = end_x == q.x ? q.y : p.y + (end_x - p.x) / width * rise;
      add(row, column, sign * (end_y - at.y), column + 1 - (at.x + end_x) / 2);
      if (end_x == q.x) return;
      at = {end_x, end_y};
    }
  }

  void add(int row, int column, double height, double share_to_the_right) {
    if (!m_crossings.empty() && m_crossings.back().row == row && m_crossings.back().column == column) {
      m_crossings.back().height += height;
      m_crossings.back().area += height * share_to_the_right;
      return;
    }
    m_crossings.push_back({row, column, height, height * share_to_the_right});
  }

  double m_left, m_right, m_top, m_bottom;
  std::vector<Crossing> m_crossings;
};

/// Where nothing crosses, shares are whole but for the rounding of the heights that came before.
double settled(double share) {
  const double whole = std::round(share);
  return std::abs(share - whole) < 1e-9 ? whole : share;
}

std::vector<CellRun> runs_of(std::vector<Crossing> crossings, const CellWindow& window) {
  std::ranges::stable_sort(crossings, {},
                           [](const Crossing& crossing) { return std::pair(crossing.row, crossing.column); });
  std::vector<CellRun> runs;
  runs.reserve(crossings.size());
  const int right = window.column + window.columns;
  double before = 0;  // what the cells to the right of all that was seen of the row are covered to
  for (std::size_t i = 0; i < crossings.size();) {
    const auto [row, column, first_height, first_area] = crossings[i];
    if (i == 0 || crossings[i - 1].row != row) before = 0;
    double height = 0, area = 0;
    for (; i < crossings.size() && crossings[i].row == row && crossings[i].column == column; ++i) {
      height += crossings[i].height;
      area += crossings[i].area;
    }
    if (const double share = before + area; share > none) runs.push_back({row, column, column + 1, share});
    before = settled(before + height);
    const bool more = i < crossings.size() && crossings[i].row == row;
    const int next = more ? crossings[i].column : right;
    if (before > none && column + 1 < next) runs.push_back({row, column + 1, next, before});
  }
  return runs;
}

}  // namespace

std::vector<CellRun> cell_coverage(std::span<const Rings> polygons, const RasterGrid& grid,
                                   const CellWindow& window) {
  if (window.empty()) return {};
  Walk walk(window);
  const auto in_cells = [&](Point p) {
    return Point{(p.x - grid.min_x) / grid.cell_width, (grid.max_y - p.y) / grid.cell_height};
  };
  for (const Rings& polygon : polygons)
    for (const Path& ring : polygon) {
      if (ring.empty()) continue;
      Point before = in_cells(ring.front());
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point after = in_cells(ring[i]);
        walk.edge(before, after);
        before = after;
      }
    }
  return runs_of(walk.take(), window);
}

}  // namespace jingwei
