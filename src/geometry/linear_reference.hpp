#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/segment_search.hpp"

namespace jingwei {

// Linear referencing (ISO 19148): places told by how far along a line they lie. Chainages are true metres
// (geodesic, edges followed as straight in the CRS) from the line's first point; the parts of a multi-line
// follow each other as they stand, and the gaps between them have no length.

/// Which side of a line, in its direction; `on`: on it, or straight beyond an end.
enum class LineSide { left, right, on };

/// Where a place lies by a line.
struct LinePlace {
  std::uint32_t row = 0;
  double chainage_m = 0;
  double distance_m = 0;  ///< from the line, geodesic
  LineSide side = LineSide::on;
  Point place;  ///< the nearest place of the line
};

/// For each point the nearest place of every line within the limit (inclusive), by row; of places of a line
/// that are equally near (to 0.01 mm) that of the lowest chainage. Rows that are no lines are never found. A
/// point whose nearest place is a corner lies on the outer side of the corner's turn.
std::vector<std::vector<LinePlace>> along_lines(std::span<const Point> points, const GeometryColumn& lines,
                                                const Crs& crs, Length limit, Context& context);
/// For each point only the nearest of these; of lines that are equally near that of the lowest row.
std::vector<std::optional<LinePlace>> along_nearest_line(std::span<const Point> points,
                                                         const GeometryColumn& lines, const Crs& crs,
                                                         Length limit, Context& context);

/// One line with its chainages; of the thread that `truth` belongs to.
class MeasuredLine {
 public:
  /// \pre a line
  MeasuredLine(Wkb line, const Crs& crs, const CrsGeodesic& truth);

  double length_m() const { return m_length_m; }

  /// A place of the line and the line's direction there (degrees clockwise from north; at a corner that of
  /// the edge before it).
  struct Station {
    Point place;
    double azimuth = 0;
  };
  /// Where a chainage lies, to 1e-6 m; where a part ends and the next begins, the end of the former. Nothing
  /// outside of the line.
  std::optional<Station> at(double chainage_m) const;
  /// The same, moved so far to the left of the line's direction (negative: to the right).
  std::optional<Point> beside(double chainage_m, double left_m) const;
  /// The stretch between two chainages, the corners between them included, a path for each part; backwards
  /// where `from_m` is the greater. Only what lies on the line, nothing where that has no length.
  std::vector<Path> between(double from_m, double to_m) const;

 private:
  struct Position {
    std::size_t segment = 0;
    Point place;
  };
  Position position_at(double chainage_m) const;
  double end_m(std::size_t segment) const {
    return segment + 1 < m_segments.size() ? m_segments[segment + 1].before_m : m_length_m;
  }
  bool starts_part(std::size_t segment) const;

  const CrsGeodesic& m_truth;
  std::vector<Segment> m_segments;  // `row`: the part
  std::vector<bool> m_ends_edge;    // long edges are several segments
  double m_length_m = 0;
};

}  // namespace jingwei
