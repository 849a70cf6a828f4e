#include "io/map_tip.hpp"

namespace jingwei {

std::string field_reference(const std::string& column) {
  std::string reference = "\"";
  for (const char c : column) {
    if (c == '"') reference += '"';
    reference += c;
  }
  return reference + "\"";
}

const TableColumn* name_column(const Table& table) {
  const LayerDefinition& definition = table.layer->definition();
  if (const TableColumn* label = table.column_of(definition.label)) return label;
  return table.column_of(definition.key);
}

namespace {

std::string html(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '[')
      escaped += "&#91;";  // QGIS evaluates what stands between [% and %]
    else
      escaped += c;
  }
  return escaped;
}

// The value of a column as HTML text: what stands in the data must not become mark-up in the map tip.
std::string value_expression(const std::string& column) {
  return "[% coalesce(replace(replace(to_string(" + field_reference(column) +
         "), '&', '&amp;'), '<', '&lt;'), '–') %]";
}

// The first "%]" ends an expression, even within a quoted name.
bool can_stand_in_tip(const TableColumn& column) {
  return column.name.find("%]") == std::string::npos;
}

}  // namespace

std::string map_tip(const Table& table) {
  constexpr std::size_t most_lines = 10;
  const TableColumn* name = name_column(table);
  std::string tip = name && can_stand_in_tip(*name) ? "<b>" + value_expression(name->name) + "</b>" : "";
  std::size_t lines = 0;
  for (const TableColumn& column : table.columns) {
    if (&column == name || !can_stand_in_tip(column)) continue;
    if (lines++ == most_lines) break;
    tip += "<br>" + html(column.alias) + ": " + value_expression(column.name);
  }
  return tip;
}

}  // namespace jingwei
