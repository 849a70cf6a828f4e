#include "geometry/simplify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "geometry/border_arcs.hpp"
#include "geometry/planar.hpp"
#include "geometry/spatial_index.hpp"
#include "geometry/visvalingam.hpp"

namespace jingwei {
namespace {

/// Part of an arc, from one of its vertices to another.
struct Stretch {
  std::uint32_t arc, first, last;
};

class Simplification {
 public:
  Simplification(const BorderArcs& borders, double tolerance_cells)
      : m_borders(borders),
        m_tolerance(tolerance_cells),
        m_index(boxes_of(borders.cells)),
        m_kept(borders.cells.size(), false) {}

  /// One flag a vertex: is it kept?
  std::vector<bool> kept() && {
    for (std::uint32_t arc = 0; arc < m_borders.arcs.size(); ++arc) simplify(arc);
    while (part_what_falls_together()) {
    }
    return std::move(m_kept);
  }

 private:
  static std::vector<Envelope> boxes_of(std::span<const Cell> cells) {
    std::vector<Envelope> boxes;
    for (const Cell cell : cells) {
      const Point point = as_point(cell);
      boxes.push_back({point.x, point.y, point.x, point.y});
    }
    return boxes;
  }
  static Point as_point(Cell cell) { return {static_cast<double>(cell.x), static_cast<double>(cell.y)}; }

  std::uint32_t vertex(const Stretch& part, std::uint32_t position) const {
    return m_borders.arcs[part.arc][position];
  }
  Cell cell(const Stretch& part, std::uint32_t position) const {
    return m_borders.cells[vertex(part, position)];
  }

  void simplify(std::uint32_t arc) {
    const std::vector<std::uint32_t>& vertices = m_borders.arcs[arc];
    const auto last = static_cast<std::uint32_t>(vertices.size()) - 1;
    m_kept[vertices.front()] = m_kept[vertices.back()] = true;
    const Stretch whole{arc, 0, last};
    if (vertices.front() != vertices.back()) return reduce(whole);
    // A ring by itself keeps three vertices, which have an inside.
    const std::uint32_t far = farthest(whole).position;
    const std::array halves{farthest({arc, 0, far}), farthest({arc, far, last})};
    const std::uint32_t third = halves[halves[1].distance > halves[0].distance ? 1 : 0].position;
    keep(arc, far);
    keep(arc, third);
    const std::uint32_t low = std::min(far, third), high = std::max(far, third);
    reduce({arc, 0, low});
    reduce({arc, low, high});
    reduce({arc, high, last});
  }

  void keep(std::uint32_t arc, std::uint32_t position) { m_kept[m_borders.arcs[arc][position]] = true; }

  /// Keeps what must be kept between the ends, which are.
  void reduce(const Stretch& whole) {
    std::vector<Stretch> open{whole};
    while (!open.empty()) {
      const Stretch part = open.back();
      open.pop_back();
      if (part.last <= part.first + 1) continue;
      const Far far = farthest(part);
      if (far.distance <= m_tolerance && !parts_others(part)) continue;
      keep(part.arc, far.position);
      open.push_back({part.arc, part.first, far.position});
      open.push_back({part.arc, far.position, part.last});
    }
  }

  struct Far {
    std::uint32_t position;
    double distance;
  };
  /// The vertex farthest from the straight way between the ends (the first of several).
  Far farthest(const Stretch& part) const {
    const Point a = as_point(cell(part, part.first)), b = as_point(cell(part, part.last));
    Far far{part.first, -1};
    for (std::uint32_t i = part.first + 1; i < part.last; ++i)
      if (const double distance = distance_to_segment(as_point(cell(part, i)), a, b); distance > far.distance)
        far = {i, distance};
    return far;
  }

  /// Does a vertex of another border, or of the same elsewhere, lie between the part and the straight way?
  bool parts_others(const Stretch& part) {
    Envelope box;
    for (std::uint32_t i = part.first; i <= part.last; ++i) box.expand(as_point(cell(part, i)));
    m_index.query(box, m_found);
    return std::ranges::any_of(m_found, [&](std::uint32_t other) {
      return !m_borders.within(other, part.arc, part.first, part.last) && encloses(part, other);
    });
  }

  /// Does the part, closed by the straight way, wind around the vertex, or pass through it?
  bool encloses(const Stretch& part, std::uint32_t other) const {
    const Cell place = m_borders.cells[other];
    int winding = 0;
    const auto pass = [&](Cell from, Cell to) {
      const int side = orientation(from, to, place);
      if (side == 0 && std::min(from.x, to.x) <= place.x && place.x <= std::max(from.x, to.x) &&
          std::min(from.y, to.y) <= place.y && place.y <= std::max(from.y, to.y))
        return true;
      if (from.y <= place.y && place.y < to.y && side > 0) ++winding;
      if (to.y <= place.y && place.y < from.y && side < 0) --winding;
      return false;
    };
    for (std::uint32_t i = part.first; i < part.last; ++i)
      if (pass(cell(part, i), cell(part, i + 1))) return true;
    return pass(cell(part, part.last), cell(part, part.first)) || winding != 0;
  }

  /// Where several stretches have become the same straight way, nothing is left between them: each that had
  /// vertices gets its farthest back. Whether there were any.
  bool part_what_falls_together() {
    struct Way {
      std::uint32_t low, high;
      Stretch part;
    };
    std::vector<Way> ways;
    for (std::uint32_t arc = 0; arc < m_borders.arcs.size(); ++arc) {
      std::uint32_t first = 0;
      const std::vector<std::uint32_t>& vertices = m_borders.arcs[arc];
      for (std::uint32_t i = 1; i < vertices.size(); ++i) {
        if (!m_kept[vertices[i]]) continue;
        const auto [low, high] = std::minmax(vertices[first], vertices[i]);
        ways.push_back({low, high, {arc, first, i}});
        first = i;
      }
    }
    const auto ends = [](const Way& way) { return std::pair(way.low, way.high); };
    std::ranges::sort(ways, {}, ends);
    bool any = false;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      const bool alone = (i == 0 || ends(ways[i - 1]) != ends(ways[i])) &&
                         (i + 1 == ways.size() || ends(ways[i + 1]) != ends(ways[i]));
      const Stretch& part = ways[i].part;
      if (alone || part.last == part.first + 1) continue;
      any = true;
      const std::uint32_t far = farthest(part).position;
      keep(part.arc, far);
      reduce({part.arc, part.first, far});
      reduce({part.arc, far, part.last});
    }
    return any;
  }

  const BorderArcs& m_borders;
  double m_tolerance;
  SpatialIndex m_index;
  std::vector<bool> m_kept;
  std::vector<std::uint32_t> m_found;
};

}  // namespace

GeometryColumn simplify(const GeometryColumn& rows, double tolerance, double grid_size,
                        SimplifyMethod method) {
  const BorderArcs borders(rows, grid_size);
  const double cells = tolerance / grid_size;
  const std::vector<bool> kept = method == SimplifyMethod::douglas_peucker
                                     ? Simplification(borders, cells).kept()
                                     : kept_by_area(borders, cells * cells);
  const auto reduced = [&](const Path& path, bool ring) {
    Path left;
    for (std::size_t i = 0; i + (ring ? 1 : 0) < path.size(); ++i)
      if (kept[borders.vertex_at(path[i])]) left.push_back(path[i]);
    if (ring) left.push_back(left.front());
    return left;
  };
  GeometryColumn column;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::vector<Rings> polygons = polygons_of(rows.wkb(row));
    std::vector<Path> lines = lines_of(rows.wkb(row));
    for (Rings& rings : polygons)
      for (Path& ring : rings) ring = reduced(ring, true);
    for (Path& line : lines) line = reduced(line, false);
    if (!polygons.empty())
      column.append(wkb_of_polygons(polygons));
    else if (!lines.empty())
      column.append(wkb_of_lines(lines));
    else
      column.append(rows.wkb(row), rows.envelope(row));
  }
  return column;
}

}  // namespace jingwei
