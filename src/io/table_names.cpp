#include "io/table_names.hpp"

#include <algorithm>
#include <set>

namespace jingwei {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return result;
}

/// Names taken so far; SQLite compares them without regard to ASCII case.
class Names {
 public:
  explicit Names(std::set<std::string> taken = {}) : m_taken(std::move(taken)) {}
  std::string claim(const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; !m_taken.insert(lower(name)).second; ++n) name = wanted + "_" + std::to_string(n);
    return name;
  }

 private:
  std::set<std::string> m_taken;
};

bool reserved(const std::string& name) {
  const std::string small = lower(name);
  for (const char* prefix : {"gpkg_", "rtree_", "sqlite_", "layer_styles", "qgis_projects"})
    if (small.starts_with(prefix)) return true;
  return false;
}

// QGIS writes a source as path|layername=table; a bar ends the name there.
std::string table_name(const std::string& layer_name) {
  std::string name = printable(layer_name);
  std::replace(name.begin(), name.end(), '|', '_');
  if (name.empty()) return "layer";
  return reserved(name) ? "layer_" + name : name;
}

std::string alias_of(const Field& field) {
  const std::string title = printable(field.title.zh.empty() ? field.name : field.title.both());
  const std::string unit = shown_unit(field.unit);
  return unit.empty() ? title : title + " (" + unit + ")";
}

}  // namespace

std::vector<TableColumn> columns_of(const Layer& layer) {
  Names names({"fid", "geom", "ogc_fid", "rowid"});
  std::vector<TableColumn> columns;
  for (std::size_t i = 0; i < layer.fields().size(); ++i) {
    const Field& field = layer.fields()[i];
    const std::string name = printable(field.name);
    columns.push_back({names.claim(name.empty() ? "field" : name), i, field.type, alias_of(field),
                       layer.definition().field(field.name)});
  }
  return columns;
}

void name_tables(std::vector<Table>& tables) {
  Names names;
  Names identifiers;
  for (Table& table : tables) {
    table.name = names.claim(table_name(table.name));
    const std::string title = printable(table.title.both());
    table.identifier = identifiers.claim(title.empty() ? table.name : title);
    if (table.title.zh.empty()) table.title = {table.name, table.name};
  }
}

std::string shown_unit(std::string_view unit) {
  if (unit == "m2") return "m²";
  if (unit == "km2") return "km²";
  if (unit == "people") return "";
  return std::string(unit);
}

}  // namespace jingwei
