#include <algorithm>
#include <cmath>

#include "geometry/linear_reference.hpp"

namespace jingwei {
namespace {

Point on(const Segment& s, double t) {
  if (t <= 0) return s.a;
  if (t >= 1) return s.b;
  return {s.a.x + t * (s.b.x - s.a.x), s.a.y + t * (s.b.y - s.a.y)};
}

}  // namespace

MeasuredLine::MeasuredLine(Wkb line, const Crs& crs, const CrsGeodesic& truth) : m_truth(truth) {
  std::uint32_t part = 0;
  for (const Path& path : lines_of(line)) {
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (path[i] == path[i - 1]) continue;
      add_path({path[i - 1], path[i]}, part, crs.metres_per_unit(), m_segments);
      m_ends_edge.resize(m_segments.size(), false);
      m_ends_edge.back() = true;
    }
    ++part;
  }
  measure_along(m_segments, truth);
  if (!m_segments.empty())
    m_length_m = m_segments.back().before_m + truth.length_m({m_segments.back().a, m_segments.back().b});
}

bool MeasuredLine::starts_part(std::size_t segment) const {
  return segment == 0 || m_segments[segment].row != m_segments[segment - 1].row;
}

MeasuredLine::Position MeasuredLine::position_at(double chainage_m) const {
  const auto after = std::lower_bound(m_segments.begin() + 1, m_segments.end(), chainage_m,
                                      [](const Segment& s, double m) { return s.before_m < m; });
  const auto segment = static_cast<std::size_t>(after - m_segments.begin()) - 1;
  const Segment& s = m_segments[segment];
  const double length_m = end_m(segment) - s.before_m;
  const double wanted_m = chainage_m - s.before_m;
  if (!(length_m > 0) || wanted_m >= length_m) return {segment, wanted_m <= 0 ? s.a : s.b};
  // The scale of the CRS changes little along a segment: each step leaves that share of the error.
  double t = wanted_m / length_m;
  for (int step = 0; step < 20; ++step) {
    const double error_m = wanted_m - m_truth.length_m({s.a, on(s, t)});
    t = std::clamp(t + error_m / length_m, 0.0, 1.0);
    if (std::fabs(error_m) < 1e-7) break;
  }
  return {segment, on(s, t)};
}

std::optional<MeasuredLine::Station> MeasuredLine::at(double chainage_m) const {
  if (m_segments.empty() || !(chainage_m >= 0) || chainage_m > m_length_m) return std::nullopt;
  const auto [segment, place] = position_at(chainage_m);
  const Segment& s = m_segments[segment];
  // The direction of the edge, which is no geodesic, over a metre around the place.
  const double length_m = end_m(segment) - s.before_m;
  Station station{place, 0};
  if (!(length_m > 0)) return station;
  const double t = (chainage_m - s.before_m) / length_m;
  const double half = 0.5 / length_m;
  station.azimuth =
      m_truth.geodesic().inverse(m_truth.lon_lat(on(s, t - half)), m_truth.lon_lat(on(s, t + half))).azimuth;
  if (station.azimuth < 0) station.azimuth += 360;
  return station;
}

std::optional<Point> MeasuredLine::beside(double chainage_m, double left_m) const {
  const auto station = at(chainage_m);
  if (!station) return std::nullopt;
  if (left_m == 0) return station->place;
  return m_truth.of_lon_lat(
      m_truth.geodesic().direct(m_truth.lon_lat(station->place), station->azimuth - 90, left_m));
}

std::vector<Path> MeasuredLine::between(double from_m, double to_m) const {
  const double low_m = std::max(0.0, std::min(from_m, to_m));
  const double high_m = std::min(m_length_m, std::max(from_m, to_m));
  std::vector<Path> stretch;
  if (m_segments.empty() || !(low_m < high_m)) return stretch;
  for (std::size_t i = position_at(low_m).segment; i < m_segments.size(); ++i) {
    const Segment& s = m_segments[i];
    if (s.before_m >= high_m) break;
    if (end_m(i) <= low_m) continue;
    const Point begin = s.before_m >= low_m ? s.a : position_at(low_m).place;
    const Point end = end_m(i) <= high_m ? s.b : position_at(high_m).place;
    if (stretch.empty() || starts_part(i)) stretch.push_back({begin});
    if (!(stretch.back().back() == end) && (m_ends_edge[i] || end_m(i) >= high_m))
      stretch.back().push_back(end);
  }
  std::erase_if(stretch, [](const Path& path) { return path.size() < 2; });
  if (from_m > to_m) {
    std::ranges::reverse(stretch);
    for (Path& path : stretch) std::ranges::reverse(path);
  }
  return stretch;
}

}  // namespace jingwei
