#include "analyses/window.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "network/transit.hpp"

namespace jingwei {

const Layer& Window::operator[](std::string_view role) const {
  const auto found = m_layers.find(role);
  if (found == m_layers.end()) throw error(ErrorKind::failed, "window: no layer takes the role “{}”", role);
  return *found->second.front();
}

std::vector<const Layer*> Window::layers(std::string_view role) const {
  std::vector<const Layer*> layers;
  if (const auto found = m_layers.find(role); found != m_layers.end())
    for (const auto& layer : found->second) layers.push_back(layer.get());
  return layers;
}

bool Window::has(std::string_view role) const {
  return m_layers.find(role) != m_layers.end() || m_networks.find(role) != m_networks.end();
}

const Network& Window::network(std::string_view role) const {
  const auto found = networks(role);
  if (found.empty()) throw error(ErrorKind::failed, "window: no network takes the role “{}”", role);
  return *found.front();
}

std::span<const Network* const> Window::networks(std::string_view role) const {
  const auto found = m_networks.find(role);
  return found == m_networks.end() ? std::span<const Network* const>() : found->second;
}

const Raster& Window::raster(std::string_view role) const {
  const auto found = m_rasters.find(role);
  if (found == m_rasters.end()) throw error(ErrorKind::failed, "window: no raster takes the role “{}”", role);
  return *found->second;
}

const TransitNetwork* Window::timetable(std::string_view role) const {
  return has(role) ? timetable(network(role)) : nullptr;
}

const TransitNetwork* Window::timetable(const Network& network) const {
  const auto carried = [&](const TransitNetwork* timetable) { return &timetable->streets() == &network; };
  const auto found = std::ranges::find_if(m_timetables, carried);
  return found == m_timetables.end() ? nullptr : *found;
}

bool Window::owns(Point representative) const {
  if (whole()) return true;
  if (std::isnan(representative.x) || std::isnan(representative.y)) return m_first;
  return m_core.min_x <= representative.x && representative.x < m_core.max_x &&
         m_core.min_y <= representative.y && representative.y < m_core.max_y;
}

std::vector<bool> Window::owned(const Layer& layer, Context& context) const {
  if (whole()) return std::vector<bool>(layer.rows(), true);
  if (!layer.spatial()) return std::vector<bool>(layer.rows(), m_first);
  std::vector<bool> owned(layer.rows());
  const std::vector<Point> points = representative_points(layer.geometry(), context);
  for (std::size_t row = 0; row < layer.rows(); ++row) owned[row] = owns(points[row]);
  return owned;
}

GeometryColumn Window::in_core(const GeometryColumn& column, Context& context) const {
  if (whole() || column.extent().empty()) return column;
  // The outer cores reach far beyond all data; a rectangle near the data keeps the clip's numbers small.
  Envelope rectangle = column.extent().grown(std::ceil(grid_size()) + 1);
  rectangle.min_x = std::max(std::floor(rectangle.min_x), m_core.min_x);
  rectangle.min_y = std::max(std::floor(rectangle.min_y), m_core.min_y);
  rectangle.max_x = std::min(std::ceil(rectangle.max_x), m_core.max_x);
  rectangle.max_y = std::min(std::ceil(rectangle.max_y), m_core.max_y);
  if (rectangle.empty()) {
    GeometryColumn nothing;
    for (std::size_t row = 0; row < column.size(); ++row) nothing.append_null();
    return nothing;
  }
  return clip(column, rectangle, grid_size(), context);
}

std::vector<std::uint32_t> Window::near_core(const GeometryColumn& column, Length reach) const {
  const Envelope seen = whole() ? Envelope{} : m_core.grown(planar_reach(reach, m_crs, column.extent()));
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < column.size(); ++row)
    if (whole() || (column.envelope(row).empty() ? m_first : column.envelope(row).intersects(seen)))
      rows.push_back(row);
  return rows;
}

namespace {

/// How many units of a CRS a true metre is near an extent: the fewest and the most.
struct Scale {
  double least, most;
};

Scale scale_of(const Crs& crs, const Envelope& extent) {
  // A short step east and north at nine places of the extent shows how long a metre is there.
  const double step = 100 / crs.metres_per_unit();
  Scale scale{1 / crs.metres_per_unit(), 1 / crs.metres_per_unit()};
  for (int column = 0; column < 3; ++column)
    for (int row = 0; row < 3; ++row) {
      const Point place{extent.min_x + extent.width() * column / 2, extent.min_y + extent.height() * row / 2};
      for (const Point next : {Point{place.x + step, place.y}, Point{place.x, place.y + step}}) {
        const double true_m = distance_m(place, next, crs);
        if (!std::isfinite(true_m) || true_m <= 0) continue;
        scale.least = std::min(scale.least, step / true_m);
        scale.most = std::max(scale.most, step / true_m);
      }
    }
  return scale;
}

}  // namespace

double planar_reach(Length distance, const Crs& crs, const Envelope& extent) {
  return distance.m <= 0 || extent.empty() ? 0 : distance.m * scale_of(crs, extent).most * 1.02;
}

double planar_bound(Length distance, const Crs& crs, const Envelope& extent) {
  return distance.m <= 0 || extent.empty() ? 0 : distance.m * scale_of(crs, extent).least * 0.98;
}

}  // namespace jingwei
