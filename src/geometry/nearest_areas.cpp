#include "geometry/nearest_areas.hpp"

#include <algorithm>
#include <boost/polygon/point_data.hpp>
#include <boost/polygon/segment_data.hpp>
#include <boost/polygon/voronoi.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "base/error.hpp"
#include "geometry/geos.hpp"
#include "geometry/planar.hpp"
#include "geometry/ring_nesting.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

using GridPoint = boost::polygon::point_data<std::int32_t>;
using GridSegment = boost::polygon::segment_data<std::int32_t>;
using Voronoi = boost::polygon::voronoi_diagram<double>;
using Edge = Voronoi::edge_type;
using Cell = Voronoi::cell_type;

constexpr std::uint32_t no_label = std::numeric_limits<std::uint32_t>::max();

/// Finds the label of a place that lies on labelled lines: the lowest within the tolerance.
class LabelFinder {
 public:
  LabelFinder(const LabelledLines& lines, double tolerance)
      : m_tolerance(tolerance), m_segments(segments_of(lines)), m_index(envelopes_of(m_segments)) {}

  std::uint32_t at(Point place) {
    m_index.query(place, m_tolerance, m_rows);
    std::uint32_t lowest = no_label, nearest = no_label;
    double least = std::numeric_limits<double>::infinity();
    for (const std::uint32_t row : m_rows) {
      const Segment& segment = m_segments[row];
      const double distance = distance_to_segment(place, segment.a, segment.b);
      if (distance <= m_tolerance) lowest = std::min(lowest, segment.label);
      if (distance < least) least = distance, nearest = segment.label;
    }
    return lowest != no_label ? lowest : nearest;
  }

 private:
  struct Segment {
    Point a, b;
    std::uint32_t label;
  };
  static std::vector<Segment> segments_of(const LabelledLines& lines) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      for (std::size_t v = 1; v < lines.lines[i].size(); ++v)
        segments.push_back({lines.lines[i][v - 1], lines.lines[i][v], lines.labels[i]});
    return segments;
  }
  static std::vector<Envelope> envelopes_of(const std::vector<Segment>& segments) {
    std::vector<Envelope> envelopes(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i)
      envelopes[i].expand(segments[i].a), envelopes[i].expand(segments[i].b);
    return envelopes;
  }

  double m_tolerance;
  std::vector<Segment> m_segments;
  SpatialIndex m_index;
  std::vector<std::uint32_t> m_rows;
};

/// The lines cut where they meet, on the grid, each stretch once.
std::vector<Path> noded(const LabelledLines& lines, double grid_size) {
  std::vector<geos::Geometry> parts;
  for (const Path& line : lines.lines)
    if (line.size() > 1) parts.push_back(geos::line(line));
  if (parts.empty()) return {};
  return lines_of(geos::write(geos::unary_union(geos::collection(std::move(parts)), grid_size)));
}

std::uint64_t key_of(const GridPoint& point) {
  return std::uint64_t{static_cast<std::uint32_t>(point.x())} << 32 | static_cast<std::uint32_t>(point.y());
}

bool is_start(const Cell& cell) {
  return cell.source_category() == boost::polygon::SOURCE_CATEGORY_SEGMENT_START_POINT;
}

}  // namespace

struct NearestAreas::Diagram {
  Point origin;
  double grid_size = 1;
  double tolerance = 1;  // of arcs, in grid cells
  std::vector<GridSegment> segments;
  std::vector<std::uint32_t> cell_labels;
  Voronoi voronoi;

  GridPoint on_grid(Point p) const {
    return {static_cast<std::int32_t>(std::llround((p.x - origin.x) / grid_size)),
            static_cast<std::int32_t>(std::llround((p.y - origin.y) / grid_size))};
  }
  Point in_plane(double x, double y) const {
    return {origin.x + std::round(x) * grid_size, origin.y + std::round(y) * grid_size};
  }
  void add_segments(const LabelledLines& lines, std::vector<std::uint32_t>& labels);
  void add_frame(const Envelope& frame, std::vector<std::uint32_t>& labels);
  void label_cells(const std::vector<std::uint32_t>& labels);
  GridPoint site_of(const Cell& cell) const {
    const GridSegment& segment = segments[cell.source_index()];
    return is_start(cell) ? segment.low() : segment.high();
  }
  void append(const Edge& edge, Path& ring) const;
  void append_arc(const Edge& edge, Path& ring) const;
  Path ring_from(const Edge& start, const std::vector<std::uint8_t>& border,
                 std::vector<std::uint8_t>& done) const;
};

void NearestAreas::Diagram::add_segments(const LabelledLines& lines, std::vector<std::uint32_t>& labels) {
  LabelFinder finder(lines, 2 * grid_size);
  for (const Path& path : noded(lines, grid_size))
    for (std::size_t v = 1; v < path.size(); ++v) {
      const GridPoint a = on_grid(path[v - 1]), b = on_grid(path[v]);
      if (a == b) continue;
      segments.emplace_back(a, b);
      labels.push_back(finder.at({(path[v - 1].x + path[v].x) / 2, (path[v - 1].y + path[v].y) / 2}));
    }
}

/// Sides far away, so that every cell of a line is closed.
void NearestAreas::Diagram::add_frame(const Envelope& frame, std::vector<std::uint32_t>& labels) {
  const GridPoint a = on_grid({frame.min_x, frame.min_y}), b = on_grid({frame.max_x, frame.min_y}),
                  c = on_grid({frame.max_x, frame.max_y}), d = on_grid({frame.min_x, frame.max_y});
  for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, d}, {d, a}}) {
    segments.emplace_back(from, to);
    labels.push_back(no_label);
  }
}

/// The cell of a point where segments meet is the nearest of all of them: of the lowest label.
void NearestAreas::Diagram::label_cells(const std::vector<std::uint32_t>& labels) {
  std::unordered_map<std::uint64_t, std::uint32_t> at_point;
  for (std::size_t i = 0; i < segments.size(); ++i)
    for (const GridPoint& end : {segments[i].low(), segments[i].high()}) {
      std::uint32_t& label = at_point.try_emplace(key_of(end), no_label).first->second;
      label = std::min(label, labels[i]);
    }
  for (const Cell& cell : voronoi.cells())
    cell_labels.push_back(cell.contains_segment() ? labels[cell.source_index()]
                                                  : at_point.at(key_of(site_of(cell))));
}

NearestAreas::NearestAreas(const LabelledLines& lines, double grid_size, double reach, double tolerance)
    : m_diagram(std::make_unique<Diagram>()) {
  assert(grid_size > 0 && reach > 0 && tolerance > 0 && lines.lines.size() == lines.labels.size());
  Envelope extent;
  for (const Path& line : lines.lines)
    for (const Point point : line) extent.expand(point);
  if (extent.empty()) return;
  const Envelope frame = extent.grown(4 * reach + 8 * grid_size);
  constexpr double most_cells = 0x1p31;  // 2³⁰ to each side: the sites of the diagram have 32 bits
  if (std::max(frame.max_x - frame.min_x, frame.max_y - frame.min_y) > most_cells * grid_size)
    throw input_error(
        {"可达道路的范围对精度网格 {} 来说过大；请用更粗的 precision，或缩短时限",
         "the streets reached extend too far for a precision grid of {}; choose a coarser precision "
         "or shorter times"},
        grid_size);
  Diagram& diagram = *m_diagram;
  const Point center = extent.center();
  diagram.origin = {std::round(center.x / grid_size) * grid_size,
                    std::round(center.y / grid_size) * grid_size};
  diagram.grid_size = grid_size;
  diagram.tolerance = tolerance / grid_size;
  std::vector<std::uint32_t> labels;
  diagram.add_segments(lines, labels);
  diagram.add_frame(frame, labels);
  boost::polygon::construct_voronoi(diagram.segments.begin(), diagram.segments.end(), &diagram.voronoi);
  diagram.label_cells(labels);
}
NearestAreas::NearestAreas(NearestAreas&&) noexcept = default;
NearestAreas& NearestAreas::operator=(NearestAreas&&) noexcept = default;
NearestAreas::~NearestAreas() = default;

/// Between a point and a line the border is a parabola: in the frame of the line, with the point above the
/// origin at height h, y = (x² + h²) / 2h. A chord over a width w leaves it by at most w²/8h.
void NearestAreas::Diagram::append_arc(const Edge& edge, Path& ring) const {
  const Cell& of_point = edge.cell()->contains_point() ? *edge.cell() : *edge.twin()->cell();
  const Cell& of_line = edge.cell()->contains_point() ? *edge.twin()->cell() : *edge.cell();
  const GridPoint focus = site_of(of_point);
  const GridSegment& line = segments[of_line.source_index()];
  const double ax = line.low().x(), ay = line.low().y();
  double ux = line.high().x() - ax, uy = line.high().y() - ay;
  const double length = std::hypot(ux, uy);
  ux /= length, uy /= length;
  const double focus_along = (focus.x() - ax) * ux + (focus.y() - ay) * uy;
  const double h = (focus.y() - ay) * ux - (focus.x() - ax) * uy;  // signed
  const auto along = [&](double x, double y) { return (x - ax) * ux + (y - ay) * uy - focus_along; };
  const double from = along(edge.vertex0()->x(), edge.vertex0()->y());
  const double to = along(edge.vertex1()->x(), edge.vertex1()->y());
  const double widest = std::sqrt(8 * std::abs(h) * tolerance);
  const int chords =
      std::clamp(static_cast<int>(std::ceil(std::abs(to - from) / std::max(widest, 1e-9))), 1, 1000);
  for (int i = 1; i < chords; ++i) {
    const double x = from + (to - from) * i / chords, y = (x * x + h * h) / (2 * h);
    const double s = x + focus_along;
    ring.push_back(in_plane(ax + s * ux - y * uy, ay + s * uy + y * ux));
  }
}

void NearestAreas::Diagram::append(const Edge& edge, Path& ring) const {
  ring.push_back(in_plane(edge.vertex0()->x(), edge.vertex0()->y()));
  if (edge.is_curved()) append_arc(edge, ring);
}

/// Along the border with the members on the left: at each corner the next edge of the same cell, or of the
/// member cells next to it, that has no member on its other side.
Path NearestAreas::Diagram::ring_from(const Edge& start, const std::vector<std::uint8_t>& border,
                                      std::vector<std::uint8_t>& done) const {
  const auto number = [&](const Edge* edge) {
    return static_cast<std::size_t>(edge - voronoi.edges().data());
  };
  Path ring;
  const Edge* edge = &start;
  do {
    done[number(edge)] = 1;
    append(*edge, ring);
    edge = edge->next();
    while (border[number(edge)] == 0) edge = edge->twin()->next();
  } while (edge != &start);
  ring.push_back(ring.front());
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  return ring;
}

std::vector<Rings> NearestAreas::areas(const std::function<bool(std::uint32_t)>& member) const {
  return std::move(areas_of_groups(1, [&](std::uint32_t label) { return member(label) ? 0U : 1U; }).front());
}

std::vector<std::vector<Rings>> NearestAreas::areas_of_groups(
    std::uint32_t groups, const std::function<std::uint32_t(std::uint32_t)>& group_of) const {
  const Diagram& diagram = *m_diagram;
  const auto& edges = diagram.voronoi.edges();
  std::vector<std::uint32_t> group_of_cell;
  for (const std::uint32_t label : diagram.cell_labels)
    group_of_cell.push_back(label == no_label ? groups : group_of(label));
  const auto group = [&](const Edge& edge) {
    return group_of_cell[static_cast<std::size_t>(edge.cell() - diagram.voronoi.cells().data())];
  };
  std::vector<std::uint8_t> border(edges.size(), 0), done(edges.size(), 0);
  for (std::size_t i = 0; i < edges.size(); ++i)
    border[i] = group(edges[i]) != groups && group(edges[i]) != group(*edges[i].twin());
  std::vector<std::vector<Path>> rings(groups);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (border[i] == 0 || done[i] != 0) continue;
    Path ring = diagram.ring_from(edges[i], border, done);
    if (ring.size() > 3) rings[group(edges[i])].push_back(std::move(ring));
  }
  std::vector<std::vector<Rings>> areas;
  for (std::vector<Path>& of_group : rings) areas.push_back(nested(std::move(of_group)));
  return areas;
}

}  // namespace jingwei
