#include "io/tables.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "io/table_names.hpp"

namespace jingwei {
namespace {

struct Part {
  GeometryKind kind{};
  const char* suffix = "";
  Text title;
};
const std::array<Part, 3>& parts() {
  static const std::array<Part, 3> all{{{GeometryKind::point, "_points", {"（点）", "(points)"}},
                                        {GeometryKind::line, "_lines", {"（线）", "(lines)"}},
                                        {GeometryKind::polygon, "_polygons", {"（面）", "(polygons)"}}}};
  return all;
}

std::optional<GeometryKind> first_kind(const LayerDefinition& definition) {
  for (const GeometryForm form : definition.geometry) {
    if (form == GeometryForm::point || form == GeometryForm::raster) return GeometryKind::point;
    if (form == GeometryForm::line) return GeometryKind::line;
    if (form == GeometryForm::polygon) return GeometryKind::polygon;
  }
  return std::nullopt;
}

bool has_kind(Wkb wkb, GeometryKind kind) {
  const GeometryKind whole = kind_of(wkb);
  if (whole != GeometryKind::mixed) return whole == kind;
  if (kind == GeometryKind::point) return !points_of(wkb).empty();
  if (kind == GeometryKind::line) return !lines_of(wkb).empty();
  return !polygons_of(wkb).empty();
}

// A single point is written as WKB type 1 (bytes 1–4).
bool single_point(Wkb wkb) {
  return wkb.size() >= 5 && wkb[1] == 1;
}

std::vector<std::uint8_t> multi_point(std::span<const Point> points) {
  std::vector<std::uint8_t> wkb = wkb_of_points(points);
  if (!single_point(wkb)) return wkb;
  std::vector<std::uint8_t> multi{1, 4, 0, 0, 0, 1, 0, 0, 0};  // little-endian MULTIPOINT of one
  multi.insert(multi.end(), wkb.begin(), wkb.end());
  return multi;
}

TableGeometry declared(const Layer& layer, GeometryKind kind, std::span<const std::uint32_t> rows) {
  if (kind == GeometryKind::line) return TableGeometry::multi_line;
  if (kind == GeometryKind::polygon) return TableGeometry::multi_polygon;
  for (const std::uint32_t row : rows)
    if (!layer.geometry().is_null(row) && !single_point(layer.geometry().wkb(row)))
      return TableGeometry::multi_point;
  return TableGeometry::point;
}

std::vector<std::uint32_t> rows_of_kind(const Layer& layer, GeometryKind kind) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < layer.rows(); ++row)
    if (!layer.geometry().is_null(row) && has_kind(layer.geometry().wkb(row), kind)) rows.push_back(row);
  return rows;
}

std::vector<std::uint32_t> all_rows(const Layer& layer) {
  std::vector<std::uint32_t> rows(layer.rows());
  for (std::uint32_t row = 0; row < layer.rows(); ++row) rows[row] = row;
  return rows;
}

/// The tables of one layer: one, or one for each kind of geometry. Rows without geometry stay with the first.
std::vector<Table> tables_of_layer(const ProductLayer& shown) {
  const Layer& layer = *shown.layer;
  Table whole;
  whole.name = layer.name();
  whole.title = shown.title;
  whole.abstract = shown.abstract;
  whole.layer = &layer;
  whole.visible = shown.visible;
  whole.columns = columns_of(layer);
  if (!layer.spatial()) {
    whole.rows = all_rows(layer);
    return {whole};
  }
  std::vector<std::pair<const Part*, std::vector<std::uint32_t>>> found;
  for (const Part& part : parts())
    if (auto rows = rows_of_kind(layer, part.kind); !rows.empty()) found.emplace_back(&part, std::move(rows));
  if (found.size() < 2) {
    whole.rows = all_rows(layer);
    const GeometryKind kind =
        found.empty() ? first_kind(layer.definition()).value_or(GeometryKind::polygon) : found[0].first->kind;
    whole.geometry = declared(layer, kind, whole.rows);
    if (!found.empty())  // an empty or collected geometry of another form leaves rows of no kind
      whole.mixed = std::any_of(whole.rows.begin(), whole.rows.end(), [&](std::uint32_t row) {
        return kind_of(layer.geometry().wkb(row)) == GeometryKind::mixed;
      });
    return {whole};
  }
  std::vector<Table> tables;
  const auto first = first_kind(layer.definition());
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return (a.first->kind == first) > (b.first->kind == first);
  });
  for (auto& [part, rows] : found) {
    Table table = whole;
    table.mixed = true;
    if (tables.empty()) {  // rows of no kind are kept as rows without geometry
      std::set<std::uint32_t> here(rows.begin(), rows.end());
      for (std::uint32_t row = 0; row < layer.rows(); ++row) {
        const Wkb wkb = layer.geometry().wkb(row);
        const bool somewhere = std::any_of(parts().begin(), parts().end(), [&](const Part& p) {
          return !wkb.empty() && has_kind(wkb, p.kind);
        });
        if (!somewhere) here.insert(row);
      }
      rows.assign(here.begin(), here.end());
    } else {
      table.name += part->suffix;
    }
    table.title.zh += part->title.zh;
    table.title.en += " " + part->title.en;
    table.geometry = declared(layer, part->kind, rows);
    table.rows = std::move(rows);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

std::vector<std::uint8_t> Table::geometry_of(std::uint32_t row) const {
  const Wkb wkb = layer->geometry().wkb(row);
  if (wkb.empty() || is_empty(wkb)) return {};
  switch (geometry) {
    case TableGeometry::none:
      return {};
    case TableGeometry::point:
      return {wkb.begin(), wkb.end()};
    case TableGeometry::multi_point:
      return multi_point(points_of(wkb));
    case TableGeometry::multi_line: {
      if (!mixed || kind_of(wkb) == GeometryKind::line) return to_multi(wkb);
      const auto lines = lines_of(wkb);
      return lines.empty() ? std::vector<std::uint8_t>{} : to_multi(wkb_of_lines(lines));
    }
    case TableGeometry::multi_polygon: {
      if (!mixed || kind_of(wkb) == GeometryKind::polygon) return to_multi(wkb);
      const auto polygons = polygons_of(wkb);
      return polygons.empty() ? std::vector<std::uint8_t>{} : to_multi(wkb_of_polygons(polygons));
    }
  }
  return {};
}

Envelope Table::extent() const {
  Envelope extent;
  if (spatial())
    for (const std::uint32_t row : rows) extent.expand(layer->geometry().envelope(row));
  return extent;
}

const TableColumn* Table::column_of(std::string_view field) const {
  for (const TableColumn& column : columns)
    if (layer->fields()[column.source].name == field) return &column;
  return nullptr;
}

std::vector<Table> tables_of(std::span<const ProductLayer> layers) {
  std::vector<Table> tables;
  for (const ProductLayer& shown : layers)
    for (Table& table : tables_of_layer(shown)) tables.push_back(std::move(table));
  name_tables(tables);
  return tables;
}

std::vector<Table> tables_of(const Product& product) {
  std::vector<Table> tables;
  for (std::size_t group = 0; group < product.groups.size(); ++group)
    for (const ProductLayer& shown : product.groups[group].layers)
      for (Table& table : tables_of_layer(shown)) {
        table.group = group;
        tables.push_back(std::move(table));
      }
  name_tables(tables);
  return tables;
}

}  // namespace jingwei
