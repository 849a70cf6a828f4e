#include "io/style.hpp"

#include <array>
#include <pugixml.hpp>
#include <span>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "io/map_tip.hpp"
#include "io/xml.hpp"

namespace jingwei {

std::span<const EmbeddedText> embedded_io();

namespace {

const EmbeddedText* embedded_style(const std::string& name) {
  for (const EmbeddedText& text : embedded_io())
    if (text.name == name) return &text;
  return nullptr;
}

const char* form_name(TableGeometry geometry) {
  switch (geometry) {
    case TableGeometry::none:
      return "table";
    case TableGeometry::point:
    case TableGeometry::multi_point:
      return "point";
    case TableGeometry::multi_line:
      return "line";
    case TableGeometry::multi_polygon:
      return "polygon";
  }
  return "";
}

const char* symbol_type(TableGeometry geometry) {
  if (geometry == TableGeometry::multi_line) return "line";
  return geometry == TableGeometry::multi_polygon ? "fill" : "marker";
}

void option(pugi::xml_node map, const char* name, const std::string& value) {
  set(set(set(add(map, "Option"), "type", "QString"), "name", name), "value", value);
}

void plain_renderer(pugi::xml_node root, const Table& table) {
  pugi::xml_node renderer = set(add(root, "renderer-v2"), "type", "singleSymbol");
  pugi::xml_node symbol = add(add(renderer, "symbols"), "symbol");
  set(set(set(symbol, "type", symbol_type(table.geometry)), "name", "0"), "alpha", "1");
  pugi::xml_node layer = add(symbol, "layer");
  set(set(set(layer, "enabled", "1"), "locked", "0"), "pass", "0");
  pugi::xml_node map = set(add(layer, "Option"), "type", "Map");
  const std::string color = plain_color(table);
  if (table.geometry == TableGeometry::multi_line) {
    set(layer, "class", "SimpleLine");
    option(map, "line_color", color + ",255");
    option(map, "line_width", "0.5");
  } else if (table.geometry == TableGeometry::multi_polygon) {
    set(layer, "class", "SimpleFill");
    option(map, "color", color + ",140");
    option(map, "outline_color", "90,90,90,255");
    option(map, "outline_width", "0.2");
  } else {
    set(layer, "class", "SimpleMarker");
    option(map, "name", "circle");
    option(map, "color", color + ",255");
    option(map, "size", "2");
    option(map, "outline_color", "255,255,255,255");
  }
}

bool plain_name(std::string_view text) {
  for (const char c : text)
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') return false;
  return !text.empty();
}

// A renderer can be used when its symbols are for this form of geometry and the field it classifies is there
// (columns of a family depend on the study's parameters).
bool usable(pugi::xml_node renderer, const Table& table) {
  if (!renderer) return false;
  for (const pugi::xml_node symbol : renderer.child("symbols").children("symbol"))
    if (std::string_view(symbol.attribute("type").value()) != symbol_type(table.geometry)) return false;
  const std::string attribute = renderer.attribute("attr").value();
  if (plain_name(attribute) && table.column_of(attribute) == nullptr) return false;
  return true;
}

void add_aliases(pugi::xml_node root, const Table& table) {
  pugi::xml_node aliases = add(root, "aliases");
  int index = 0;
  const auto alias = [&](const std::string& column, const std::string& title) {
    set(set(set(add(aliases, "alias"), "index", std::to_string(index++)), "field", column), "name", title);
  };
  alias("fid", "序号 Row");
  for (const TableColumn& column : table.columns) alias(column.name, column.alias);
}

// Coded values get their widget from the file's domain; a range widget made from a domain would round to
// whole numbers, so that it is given here.
void add_widgets(pugi::xml_node root, const Table& table) {
  pugi::xml_node configuration = add(root, "fieldConfiguration");
  for (const TableColumn& column : table.columns) {
    const FieldDefinition* field = column.definition;
    if (field == nullptr || !field->lowest || !field->highest || !field->values.empty()) continue;
    if (column.type != FieldType::real && column.type != FieldType::integer) continue;
    pugi::xml_node node =
        set(set(add(configuration, "field"), "name", column.name), "configurationFlags", "None");
    pugi::xml_node widget = set(add(node, "editWidget"), "type", "Range");
    pugi::xml_node map = set(add(add(widget, "config"), "Option"), "type", "Map");
    const auto entry = [&](const char* type, const char* name, const std::string& value) {
      set(set(set(add(map, "Option"), "type", type), "name", name), "value", value);
    };
    const bool whole = column.type == FieldType::integer;
    entry("bool", "AllowNull", "true");
    entry(whole ? "int" : "double", "Min", to_text(*field->lowest));
    entry(whole ? "int" : "double", "Max", to_text(*field->highest));
    entry("int", "Precision", whole ? "0" : "6");
    entry("double", "Step", "1");
    entry("QString", "Style", "SpinBox");
  }
}

void replace_attribute(pugi::xml_node node, const char* name, const std::string& value) {
  node.remove_attribute(name);
  set(node, name, value);
}

}  // namespace

std::string plain_color(const Table& table) {
  // ColorBrewer Set2 and Dark2, muted enough to lie beneath others.
  static constexpr std::array<const char*, 8> colors{"102,166,30", "117,112,179", "217,95,2",   "27,158,119",
                                                     "231,41,138", "166,118,29",  "78,121,167", "230,171,2"};
  std::uint32_t sum = 2166136261U;  // FNV-1a
  for (const char c : table.layer->definition().name) sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
  return colors[sum % colors.size()];
}

std::string style_of(const Table& table) {
  pugi::xml_document document;
  const std::string& name = table.layer->definition().name;
  const EmbeddedText* authored = embedded_style(name + "." + form_name(table.geometry));
  if (authored == nullptr) authored = embedded_style(name);
  if (authored != nullptr) parse_xml(document, std::string(authored->name) + ".qml", authored->text);
  pugi::xml_node root = document.child("qgis");
  if (!root) root = set(set(document.append_child("qgis"), "version", qgis_version), "labelsEnabled", "0");
  replace_attribute(root, "styleCategories", "AllStyleCategories");

  const bool keep = table.spatial() && usable(root.child("renderer-v2"), table);
  if (!keep) {
    root.remove_child("renderer-v2");
    if (!table.spatial() || authored == nullptr) root.remove_child("labeling");
    if (table.spatial()) plain_renderer(root, table);
  }
  for (const char* generated : {"aliases", "fieldConfiguration"}) root.remove_child(generated);
  add_widgets(root, table);
  add_aliases(root, table);
  const TableColumn* shown = name_column(table);
  if (!root.child("previewExpression") && shown != nullptr)
    add(root, "previewExpression", field_reference(shown->name));
  if (!root.child("mapTip") && table.spatial()) add(root, "mapTip", map_tip(table));
  return std::string(qgis_doctype) + xml_text(document);
}

}  // namespace jingwei
