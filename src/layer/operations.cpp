#include "layer/operations.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {
namespace {

/// A part of a row's value and the zone it falls to (no_row: to none).
struct Share {
  std::uint32_t row;
  std::uint32_t zone;
  double amount;
};

bool polygon(const GeometryColumn& column, std::size_t row) {
  return kind_of(column.wkb(row)) == GeometryKind::polygon;
}

/// Rows with one place each: the whole value falls to the zones that cover the place.
std::vector<Share> shares_of_places(const Layer& layer, const Column& values,
                                    std::span<const std::uint32_t> rows, const GeometryColumn& zones,
                                    Overlap overlap, Context& context) {
  const auto places = representative_points(take(layer.geometry(), rows), context);
  std::vector<Share> shares;
  if (overlap == Overlap::first_zone) {
    const auto zone = covering(places, zones, context);
    for (std::size_t i = 0; i < rows.size(); ++i)
      shares.push_back({rows[i], zone[i], values.number(rows[i])});
    return shares;
  }
  const auto inside = covered(zones, places, context);
  std::vector<std::uint8_t> found(rows.size(), 0);
  for (std::uint32_t zone = 0; zone < inside.size(); ++zone)
    for (const std::uint32_t i : inside[zone]) {
      found[i] = 1;
      shares.push_back({rows[i], zone, values.number(rows[i])});
    }
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (found[i] == 0) shares.push_back({rows[i], no_row, values.number(rows[i])});
  return shares;
}

/// Zones as disjoint pieces, each with the lowest row that covers it, or the zones themselves.
struct Targets {
  GeometryColumn geometry;
  std::vector<std::uint32_t> zone;
};

Targets targets_of(const GeometryColumn& zones, Overlap overlap, double grid_size, Context& context) {
  Targets targets;
  if (overlap == Overlap::every_zone) {
    targets.geometry = zones;
    for (std::uint32_t zone = 0; zone < zones.size(); ++zone) targets.zone.push_back(zone);
    return targets;
  }
  Faces faces = faces_of(zones, grid_size, context);
  for (const auto& rows : faces.rows) targets.zone.push_back(rows.front());
  targets.geometry = std::move(faces.geometry);
  return targets;
}

/// Rows of polygons: the value is spread evenly over the area and falls to zones by area. The parts of a row
/// in disjoint zones and outside add up to its value.
std::vector<Share> shares_of_areas(const Layer& layer, const Column& values,
                                   std::span<const std::uint32_t> rows, const GeometryColumn& zones,
                                   Overlap overlap, double grid_size, Context& context) {
  if (rows.empty()) return {};
  const GeometryColumn sources = take(layer.geometry(), rows);
  const Targets targets = targets_of(zones, overlap, grid_size, context);
  const Pieces inside = intersection(sources, targets.geometry, grid_size, context);
  const Pieces outside = difference(sources, targets.geometry, grid_size, context);
  const auto inside_m2 = areas_m2(inside.geometry, layer.crs(), context);
  const auto outside_m2 = areas_m2(outside.geometry, layer.crs(), context);

  auto whole_m2 = areas_m2(sources, layer.crs(), context);
  if (overlap == Overlap::first_zone) {  // exactly what the pieces add up to, so that nothing is lost
    std::fill(whole_m2.begin(), whole_m2.end(), 0.0);
    for (std::size_t i = 0; i < inside_m2.size(); ++i) whole_m2[inside.source_a[i]] += inside_m2[i];
    for (std::size_t i = 0; i < outside_m2.size(); ++i) whole_m2[outside.source_a[i]] += outside_m2[i];
  }
  std::vector<Share> shares;
  const auto add = [&](std::uint32_t source, std::uint32_t zone, double area_m2) {
    if (whole_m2[source] > 0)
      shares.push_back({rows[source], zone, values.number(rows[source]) * (area_m2 / whole_m2[source])});
  };
  for (std::size_t i = 0; i < inside_m2.size(); ++i)
    add(inside.source_a[i], targets.zone[inside.source_b[i]], inside_m2[i]);
  for (std::size_t i = 0; i < outside_m2.size(); ++i) add(outside.source_a[i], no_row, outside_m2[i]);
  return shares;
}

}  // namespace

Sums sum_within(const Layer& layer, std::string_view field, const GeometryColumn& zones, Overlap overlap,
                double grid_size, Context& context) {
  const Column& values = layer[field];
  const auto usable = [&](std::uint32_t row) {
    return !values.is_null(row) && !layer.geometry().is_null(row) && !is_empty(layer.geometry().wkb(row));
  };
  const auto areas =
      rows_where(layer, [&](auto row) { return usable(row) && polygon(layer.geometry(), row); });
  const auto places =
      rows_where(layer, [&](auto row) { return usable(row) && !polygon(layer.geometry(), row); });

  auto shares = shares_of_places(layer, values, places, zones, overlap, context);
  const auto by_area = shares_of_areas(layer, values, areas, zones, overlap, grid_size, context);
  shares.insert(shares.end(), by_area.begin(), by_area.end());
  // summed in the order of rows, so that sums do not depend on how they were found
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Share& a, const Share& b) { return a.row < b.row; });

  Sums sums;
  sums.values.assign(zones.size(), 0.0);
  sums.provenance.resize(zones.size());
  for (const Share& share : shares) {
    if (share.zone == no_row) {
      sums.outside += share.amount;
      continue;
    }
    sums.values[share.zone] += share.amount;
    sums.provenance[share.zone].add(layer, share.row, share.amount);
  }
  return sums;
}

void pass_through(const Layer& source, std::span<const std::uint32_t> rows, std::string_view prefix,
                  Layer& target) {
  for (const Field& field : source.fields()) {
    const std::string name = std::string(prefix) + field.name;
    if (is_provenance_field(field.name) || target.has(name)) continue;
    target.add(Field{name, field.type, field.title, field.unit}, source[field.name].take(rows));
  }
}

void measure(Layer& layer, Context& context) {
  assert(layer.spatial());
  const auto fill = [&](std::string_view field, GeometryKind kind, const std::vector<double>& measures) {
    Column& column = layer.column(field);
    for (std::size_t row = 0; row < layer.rows(); ++row)
      column.set(row, kind_of(layer.geometry().wkb(row)) == kind ? Value(measures[row]) : Value{});
  };
  if (layer.has("area_m2"))
    fill("area_m2", GeometryKind::polygon, areas_m2(layer.geometry(), layer.crs(), context));
  if (layer.has("length_m"))
    fill("length_m", GeometryKind::line, lengths_m(layer.geometry(), layer.crs(), context));
}

Value percent(double part, double whole) {
  if (whole == 0 || !std::isfinite(part) || !std::isfinite(whole)) return {};
  return 100 * part / whole;
}

}  // namespace jingwei
