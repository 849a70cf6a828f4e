#include "io/project.hpp"

#include <algorithm>
#include <pugixml.hpp>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "io/package_tables.hpp"
#include "io/xml.hpp"

namespace jingwei {
namespace {

using pugi::xml_node;

// QGIS replaces ids of ten characters or fewer at random, which would break tree and themes.
std::string layer_id(const Product& product, const Table& table) {
  Sha256 hash;
  hash.add_text(product.id);
  hash.add_text(table.name);
  return "layer_" + hash.hex().substr(0, 16);
}

std::string source_of(const Product& product, const Table& table) {
  return "./" + product.id + ".gpkg|layername=" + table.name;
}

std::string shown_title(const Table& table) {
  return printable(table.title.both());
}

void add_crs(xml_node parent, const Crs& crs) {
  xml_node system = add(parent, "spatialrefsys");
  set(system, "nativeFormat", "Wkt");
  add(system, "wkt", crs.wkt());  // without it QGIS takes a CRS with a known authid as invalid
  add(system, "authid", crs.authority().value_or(""));
  add(system, "description", crs.name());
  add(system, "geographicflag", crs.geographic() ? "true" : "false");
}

void add_rectangle(xml_node parent, const char* name, const Envelope& extent) {
  xml_node node = add(parent, name);
  add(node, "xmin", to_text(extent.min_x));
  add(node, "ymin", to_text(extent.min_y));
  add(node, "xmax", to_text(extent.max_x));
  add(node, "ymax", to_text(extent.max_y));
}

const char* geometry_name(const Table& table) {
  switch (table.geometry) {
    case TableGeometry::none:
      return "No geometry";
    case TableGeometry::point:
    case TableGeometry::multi_point:
      return "Point";
    case TableGeometry::multi_line:
      return "Line";
    case TableGeometry::multi_polygon:
      return "Polygon";
  }
  return "";
}

void add_layer(xml_node layers, const Product& product, const Table& table, const std::string& style) {
  xml_node layer = add(layers, "maplayer");
  set(set(layer, "type", "vector"), "geometry", geometry_name(table));
  set(layer, "styleCategories", "AllStyleCategories");
  if (const Envelope extent = table.extent(); !extent.empty()) add_rectangle(layer, "extent", extent);
  add(layer, "id", layer_id(product, table));
  add(layer, "datasource", source_of(product, table));
  add(layer, "layername", shown_title(table));
  if (table.spatial()) add_crs(add(layer, "srs"), table.layer->crs());
  xml_node provider = add(layer, "provider", "ogr");
  set(provider, "encoding", "UTF-8");

  pugi::xml_document metadata;
  parse_xml(metadata, "metadata", layer_metadata(table));
  xml_node resource = add(layer, "resourceMetadata");
  for (const xml_node child : metadata.child("qgis").children()) resource.append_copy(child);

  pugi::xml_document qml;
  parse_xml(qml, table.name, style);
  const xml_node root = qml.child("qgis");
  set(layer, "labelsEnabled", root.attribute("labelsEnabled").as_string("0"));
  for (const xml_node child : root.children()) layer.append_copy(child);
}

void add_tree(xml_node root, const Product& product, const std::vector<Table>& tables) {
  xml_node tree = add(root, "layer-tree-group");
  for (std::size_t group = 0; group < product.groups.size(); ++group) {
    const auto in_group = [&](const Table& table) { return table.group == group; };
    if (std::none_of(tables.begin(), tables.end(), in_group)) continue;
    xml_node branch = add(tree, "layer-tree-group");
    set(branch, "name", printable(product.groups[group].title.both()));
    set(set(branch, "checked", "Qt::Checked"), "expanded", group == 0 ? "1" : "0");
    for (const Table& table : tables) {
      if (!in_group(table)) continue;
      xml_node leaf = add(branch, "layer-tree-layer");
      set(set(leaf, "id", layer_id(product, table)), "name", shown_title(table));
      set(set(leaf, "source", source_of(product, table)), "providerKey", "ogr");
      set(leaf, "checked", table.visible ? "Qt::Checked" : "Qt::Unchecked");
      set(leaf, "expanded", "0");
    }
  }
}

void add_theme(xml_node presets, const Product& product, const Text& title,
               const std::vector<const Table*>& tables) {
  if (tables.empty()) return;
  xml_node preset = add(presets, "visibility-preset");
  set(set(preset, "name", printable(title.both())), "has-expanded-info", "1");
  for (const Table* table : tables) {
    xml_node layer = add(preset, "layer");
    set(set(layer, "id", layer_id(product, *table)), "visible", "1");
    set(set(layer, "style", "default"), "expanded", "0");
  }
}

enum class Shown { visible, all };

void add_themes(xml_node root, const Product& product, const std::vector<Table>& tables) {
  xml_node presets = add(root, "visibility-presets");
  const auto is_result = [&](std::size_t group) {
    return product.groups[group].name != inputs_group && product.groups[group].name != quality_group;
  };
  const auto chosen = [&](auto&& in_theme, Shown shown) {
    std::vector<const Table*> layers;
    for (const Table& table : tables)
      if (table.spatial() && in_theme(table.group) && (shown == Shown::all || table.visible))
        layers.push_back(&table);
    return layers;
  };
  add_theme(presets, product, {"结果", "Results"}, chosen(is_result, Shown::visible));
  const auto results = std::count_if(
      product.groups.begin(), product.groups.end(),
      [&](const ProductGroup& group) { return group.name != inputs_group && group.name != quality_group; });
  for (std::size_t group = 0; group < product.groups.size(); ++group) {
    const ProductGroup& shown = product.groups[group];
    if (is_result(group) && results == 1) continue;
    Text title = shown.title;
    if (shown.name == inputs_group) title = {"输入", "Inputs"};
    if (shown.name == quality_group) title = {"数据质量", "Data quality"};
    add_theme(presets, product, title, chosen([&](std::size_t g) { return g == group; }, Shown::all));
  }
}

void typed(xml_node parent, const char* name, const char* type, const std::string& value) {
  set(add(parent, name, value), "type", type);
}

void add_properties(xml_node root, const Crs& crs) {
  xml_node properties = add(root, "properties");
  typed(add(properties, "Paths"), "Absolute", "bool", "false");
  typed(add(properties, "SpatialRefSys"), "ProjectionsEnabled", "int", "1");
  const double minor_m = crs.semi_major_m() * (1 - crs.flattening());
  typed(add(properties, "Measure"), "Ellipsoid", "QString",
        "PARAMETER:" + to_text(crs.semi_major_m()) + ":" + to_text(minor_m));
  xml_node units = add(properties, "Measurement");
  typed(units, "DistanceUnits", "QString", "meters");
  typed(units, "AreaUnits", "QString", "km2");
}

void add_canvas(xml_node root, const Crs& crs, const Envelope& extent) {
  xml_node canvas = add(root, "mapcanvas");
  set(set(canvas, "name", "theMapCanvas"), "annotationsVisible", "1");
  add(canvas, "units", crs.geographic() ? "degrees" : "meters");
  if (!extent.empty()) add_rectangle(canvas, "extent", extent);
  add(canvas, "rotation", "0");
  add_crs(add(canvas, "destinationsrs"), crs);
  if (extent.empty()) return;
  xml_node view = add(add(root, "ProjectViewSettings"), "DefaultViewExtent");
  set(set(view, "xmin", to_text(extent.min_x)), "ymin", to_text(extent.min_y));
  set(set(view, "xmax", to_text(extent.max_x)), "ymax", to_text(extent.max_y));
  add_crs(view, crs);
}

}  // namespace

std::string project_name(const Product& product) {
  const std::string title = printable(product.title.in(product.language));
  return title.empty() ? product.id : title;
}

Envelope map_extent(const Product& product, const std::vector<Table>& tables) {
  Envelope extent;
  const bool some = std::any_of(tables.begin(), tables.end(),
                                [](const Table& table) { return table.visible && !table.extent().empty(); });
  for (const Table& table : tables) {
    if (some && !table.visible) continue;
    const Envelope own = table.extent();
    if (own.empty()) continue;
    extent.expand(table.layer->crs().same_as(product.crs) ? own
                                                          : project(own, table.layer->crs(), product.crs));
  }
  if (extent.empty()) return extent;
  const double unit = product.crs.geographic() ? 0.01 : 1000;
  return extent.grown(std::max(std::max(extent.width(), extent.height()) * 0.03, unit / 100));
}

std::string project_of(const Product& product, const std::vector<Table>& tables,
                       const std::vector<std::string>& styles) {
  pugi::xml_document document;
  xml_node root = document.append_child("qgis");
  const std::string title = printable(product.title.both());
  set(set(root, "projectname", title), "version", qgis_version);
  set(add(root, "homePath"), "path", "");
  add(root, "title", title);
  const bool spatial = std::any_of(tables.begin(), tables.end(), [](const Table& t) { return t.spatial(); });
  if (spatial) add_crs(add(root, "projectCrs"), product.crs);
  add_tree(root, product, tables);
  if (spatial) add_canvas(root, product.crs, map_extent(product, tables));
  xml_node layers = add(root, "projectlayers");
  for (std::size_t i = 0; i < tables.size(); ++i) add_layer(layers, product, tables[i], styles[i]);
  if (spatial)
    add_properties(root, product.crs);
  else
    typed(add(add(root, "properties"), "Paths"), "Absolute", "bool", "false");
  add_themes(root, product, tables);
  return std::string(qgis_doctype) + xml_text(document);
}

}  // namespace jingwei
