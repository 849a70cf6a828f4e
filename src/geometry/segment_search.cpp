#include "geometry/segment_search.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/parallel.hpp"
#include "geometry/planar.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

constexpr double longest_piece_m = 5000;

std::vector<Segment> segments_of(const GeometryColumn& column, const Crs& crs, Context& context) {
  std::vector<std::vector<Segment>> rows(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    const CrsGeodesic truth(crs);
    for (std::size_t row = begin; row < end; ++row) {
      const auto id = static_cast<std::uint32_t>(row);
      const wkb::Parts parts = wkb::parts_of(column.wkb(row));
      for (const Path& line : parts.lines) add_path(line, id, crs.metres_per_unit(), rows[row]);
      measure_along(rows[row], truth);
      for (const Point p : parts.points) rows[row].push_back({p, p, id, 0});
      for (const Rings& rings : parts.polygons)
        for (const Path& ring : rings) add_path(ring, id, crs.metres_per_unit(), rows[row]);
    }
  });
  std::vector<Segment> segments;
  for (const auto& row : rows) segments.insert(segments.end(), row.begin(), row.end());
  return segments;
}

std::vector<Envelope> envelopes_of(const std::vector<Segment>& segments) {
  std::vector<Envelope> boxes(segments.size());
  for (std::size_t i = 0; i < boxes.size(); ++i)
    boxes[i].expand(segments[i].a), boxes[i].expand(segments[i].b);
  return boxes;
}

/// Metres east and north of a place, exact in length: the azimuthal equidistant plane around it.
Point from_here(const CrsGeodesic& truth, Point here, Point lon_lat) {
  const Geodesic::Way way = truth.geodesic().inverse(here, lon_lat);
  const double azimuth = way.azimuth * 3.14159265358979323846 / 180;
  return {way.distance_m * std::sin(azimuth), way.distance_m * std::cos(azimuth)};
}

struct Found {
  double distance_m = 0;
  Point place;
};

/// The nearest place of a segment: the chord's foot in the plane around `here`, then the foot on the chords
/// to both sides of that, until it stays where it is. Seen from the lesser end, so that two rows that share a
/// segment are equally near.
Found nearest_on(const Segment& s, const CrsGeodesic& truth, Point here) {
  const bool forward = std::tie(s.a.x, s.a.y) <= std::tie(s.b.x, s.b.y);
  const Point a = forward ? s.a : s.b;
  const Point b = forward ? s.b : s.a;
  const auto at = [&](double t) { return t >= 1 ? b : Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; };
  const auto seen = [&](double t) { return from_here(truth, here, truth.lon_lat(at(t))); };
  double low = 0;
  double high = 1;
  Point low_seen = seen(0);
  if (a == b) return {std::hypot(low_seen.x, low_seen.y), a};
  Point high_seen = seen(1);
  double t = nearest_share({}, low_seen, high_seen);
  Point t_seen = t <= 0 ? low_seen : t >= 1 ? high_seen : seen(t);
  for (int step = 0; step < 30 && t > low && t < high; ++step) {
    const double left = nearest_share({}, low_seen, t_seen);
    const double right = nearest_share({}, t_seen, high_seen);
    const double next = left < 1 ? low + left * (t - low) : t + right * (high - t);
    if (left < 1)
      high = t, high_seen = t_seen;
    else if (right > 0)
      low = t, low_seen = t_seen;
    else
      break;
    const double moved_m =
        std::fabs(next - t) / (high - low) * std::hypot(high_seen.x - low_seen.x, high_seen.y - low_seen.y);
    t = next;
    t_seen = seen(t);
    if (moved_m < 1e-6) break;
  }
  return {std::hypot(t_seen.x, t_seen.y), at(t)};
}

/// Roughly how far things lie, by the scales of the CRS at one place: good to a tenth within 100 km.
class LocalScale {
 public:
  LocalScale(const CrsGeodesic& truth, Point point, Point here, double unit_m) : m_point(point) {
    const double step = 100 / unit_m;
    const Point x = from_here(truth, here, truth.lon_lat({point.x + step, point.y}));
    const Point y = from_here(truth, here, truth.lon_lat({point.x, point.y + step}));
    m_x = {x.x / step, x.y / step};
    m_y = {y.x / step, y.y / step};
  }
  double distance_m(const Segment& s) const { return distance_to_segment({}, seen(s.a), seen(s.b)); }
  /// What is roughly so far away can't be nearer than this.
  static double least_m(double rough_m) { return rough_m < 100'000 ? 0.9 * rough_m - 1 : 0; }

 private:
  Point seen(Point p) const {
    const double x = p.x - m_point.x;
    const double y = p.y - m_point.y;
    return {x * m_x.x + y * m_y.x, x * m_x.y + y * m_y.y};
  }
  Point m_point, m_x, m_y;
};

}  // namespace

void add_path(const Path& path, std::uint32_t row, double unit_m, std::vector<Segment>& segments) {
  const std::size_t before = segments.size();
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Point p = path[i - 1];
    const Point q = path[i];
    if (p == q) continue;
    const double parts =
        std::max(1.0, std::ceil(std::hypot(q.x - p.x, q.y - p.y) * unit_m / longest_piece_m));
    const auto at = [&](double k) {
      return k == parts ? q : Point{p.x + k / parts * (q.x - p.x), p.y + k / parts * (q.y - p.y)};
    };
    for (double k = 0; k < parts; ++k) segments.push_back({at(k), at(k + 1), row, 0});
  }
  if (segments.size() == before && !path.empty()) segments.push_back({path[0], path[0], row, 0});
}

void measure_along(std::span<Segment> of_row, const CrsGeodesic& truth) {
  double before_m = 0;
  for (Segment& segment : of_row) {
    segment.before_m = before_m;
    before_m += truth.length_m({segment.a, segment.b});
  }
}

SegmentSearch::SegmentSearch(const GeometryColumn& column, const Crs& crs, Context& context)
    : m_segments(segments_of(column, crs, context)),
      m_index(envelopes_of(m_segments)),
      m_unit_m(crs.metres_per_unit()) {}

std::optional<SegmentPlace> SegmentSearch::nearest(const CrsGeodesic& truth, Point point,
                                                   double limit_m) const {
  const Point here = truth.lon_lat(point);
  if (!std::isfinite(here.x) || m_segments.empty()) return std::nullopt;
  const LocalScale scale(truth, point, here, m_unit_m);
  std::vector<std::uint32_t> candidates;
  std::vector<double> rough_m;
  std::optional<SegmentPlace> best;
  for (double radius_m = std::min(limit_m, 250.0);; radius_m = std::min(limit_m, radius_m * 4)) {
    m_index.query(truth.around(here, radius_m), candidates);
    // What looks nearest is measured first; nothing farther than that is looked at.
    double enough_m = limit_m;
    if (!candidates.empty()) {
      const auto roughly = [&](std::uint32_t i) { return scale.distance_m(m_segments[i]); };
      const std::uint32_t first = *std::ranges::min_element(candidates, {}, roughly);
      enough_m = std::min(limit_m, nearest_on(m_segments[first], truth, here).distance_m);
      m_index.query(truth.around(here, enough_m + 1), candidates);  // 1 m: more than rounding
      rough_m.clear();
      for (const std::uint32_t i : candidates) rough_m.push_back(roughly(i));
    }
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const std::uint32_t i = candidates[c];
      if (LocalScale::least_m(rough_m[c]) > enough_m) continue;
      const Found found = nearest_on(m_segments[i], truth, here);
      const bool nearer = best ? found.distance_m < best->distance_m : found.distance_m <= limit_m;
      if (nearer) best = {i, found.distance_m, found.place};
    }
    if (best || radius_m >= limit_m || !(radius_m < 4e7)) return best;
  }
}

std::vector<SegmentPlace> SegmentSearch::within(const CrsGeodesic& truth, Point point, double limit_m) const {
  std::vector<SegmentPlace> places;
  const Point here = truth.lon_lat(point);
  if (!std::isfinite(here.x) || m_segments.empty()) return places;
  const LocalScale scale(truth, point, here, m_unit_m);
  std::vector<std::uint32_t> candidates;
  m_index.query(truth.around(here, limit_m + 1), candidates);
  for (const std::uint32_t i : candidates) {
    if (LocalScale::least_m(scale.distance_m(m_segments[i])) > limit_m) continue;
    const Found found = nearest_on(m_segments[i], truth, here);
    if (found.distance_m <= limit_m) places.push_back({i, found.distance_m, found.place});
  }
  return places;
}

double SegmentSearch::chainage_m(const CrsGeodesic& truth, const SegmentPlace& found) const {
  const Segment& segment = m_segments[found.segment];
  return segment.before_m + truth.length_m({segment.a, found.place});
}

}  // namespace jingwei
