#include "geometry/linear_reference.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

/// How far apart places may lie that count as equally near.
constexpr double tie_m = 1e-5;

Point direction(const Segment& s) {
  return {s.b.x - s.a.x, s.b.y - s.a.y};
}
double cross(Point u, Point v) {
  return u.x * v.y - u.y * v.x;
}
LineSide side_of(double cross) {
  return cross > 0 ? LineSide::left : cross < 0 ? LineSide::right : LineSide::on;
}

/// Lines of a column, searched, with what comes before and after each segment.
class Lines {
 public:
  Lines(const GeometryColumn& column, const Crs& crs, Context& context)
      : m_search(lines_alone(column), crs, context) {
    const std::span<const Segment> all = m_search.segments();
    m_before.resize(all.size());
    m_after.resize(all.size());
    for (std::size_t first = 0, last = 0; first < all.size(); first = last + 1) {
      // A chain of segments, each beginning where the one before it ends.
      for (last = first;
           last + 1 < all.size() && all[last + 1].row == all[first].row && all[last + 1].a == all[last].b;)
        ++last;
      const bool closed = all[last].b == all[first].a;
      for (std::size_t i = first; i <= last; ++i) {
        m_before[i] = i > first ? i - 1 : closed ? last : i;
        m_after[i] = i < last ? i + 1 : closed ? first : i;
      }
    }
  }

  const SegmentSearch& search() const { return m_search; }

  LinePlace line_place(const CrsGeodesic& truth, Point point, const SegmentPlace& found) const {
    const Segment& segment = m_search.segments()[found.segment];
    LinePlace place{segment.row, m_search.chainage_m(truth, found), found.distance_m, LineSide::on,
                    found.place};
    if (found.distance_m > tie_m) place.side = side(point, found);
    return place;
  }

 private:
  static GeometryColumn lines_alone(const GeometryColumn& column) {
    GeometryColumn lines;
    for (std::size_t row = 0; row < column.size(); ++row)
      lines.append(wkb::dimension_of(column.wkb(row)) == 1 ? column.wkb(row) : Wkb{});
    return lines;
  }

  LineSide side(Point point, const SegmentPlace& found) const {
    const std::span<const Segment> all = m_search.segments();
    const Segment& segment = all[found.segment];
    const Point away{point.x - found.place.x, point.y - found.place.y};
    if (!(segment.a == segment.b)) {
      const bool at_end = found.place == segment.b;
      if (at_end || found.place == segment.a) {
        const std::size_t before = at_end ? found.segment : m_before[found.segment];
        const std::size_t after = at_end ? m_after[found.segment] : found.segment;
        const double turn = cross(direction(all[before]), direction(all[after]));
        if (before != after && turn != 0) return turn > 0 ? LineSide::right : LineSide::left;
      }
    }
    return side_of(cross(direction(segment), away));
  }

  SegmentSearch m_search;
  std::vector<std::size_t> m_before, m_after;  // the segment itself at an end of its line
};

/// The nearest place on each line of these places, which are in the order of segments.
std::vector<SegmentPlace> nearest_of_rows(const std::vector<SegmentPlace>& places,
                                          std::span<const Segment> segments) {
  std::vector<SegmentPlace> nearest;
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const std::uint32_t row = segments[places[begin].segment].row;
    double least_m = places[begin].distance_m;
    for (end = begin; end < places.size() && segments[places[end].segment].row == row; ++end)
      least_m = std::min(least_m, places[end].distance_m);
    nearest.push_back(*std::find_if(places.begin() + static_cast<std::ptrdiff_t>(begin), places.end(),
                                    [&](const auto& p) { return p.distance_m <= least_m + tie_m; }));
  }
  return nearest;
}

/// place(truth, point) for every point.
template <class Place>
auto for_each(std::span<const Point> points, const Crs& crs, Context& context, const Place& place) {
  std::vector<decltype(place(std::declval<CrsGeodesic>(), Point{}))> places(points.size());
  parallel_for(points.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    for (std::size_t i = begin; i < end; ++i) places[i] = place(truth, points[i]);
  });
  return places;
}

}  // namespace

std::vector<std::vector<LinePlace>> along_lines(std::span<const Point> points, const GeometryColumn& lines,
                                                const Crs& crs, Length limit, Context& context) {
  const Lines chains(lines, crs, context);
  return for_each(points, crs, context, [&](const CrsGeodesic& truth, Point point) {
    std::vector<LinePlace> found;
    for (const SegmentPlace& place :
         nearest_of_rows(chains.search().within(truth, point, limit.m), chains.search().segments()))
      found.push_back(chains.line_place(truth, point, place));
    return found;
  });
}

std::vector<std::optional<LinePlace>> along_nearest_line(std::span<const Point> points,
                                                         const GeometryColumn& lines, const Crs& crs,
                                                         Length limit, Context& context) {
  const Lines chains(lines, crs, context);
  return for_each(points, crs, context, [&](const CrsGeodesic& truth, Point point) {
    std::optional<LinePlace> found;
    const auto nearest = chains.search().nearest(truth, point, limit.m);
    if (!nearest) return found;
    const double enough_m = std::min(limit.m, nearest->distance_m + tie_m);
    const std::vector<SegmentPlace> ties = chains.search().within(truth, point, enough_m);
    found = chains.line_place(truth, point, ties.empty() ? *nearest : ties.front());
    return found;
  });
}

}  // namespace jingwei
