#include <algorithm>

#include "base/text.hpp"
#include "io/package_tables.hpp"

namespace jingwei {
namespace {

void make_tables(Database& package) {
  make_extensions_table(package);
  package.run(R"(
    CREATE TABLE IF NOT EXISTS gpkg_data_columns(table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT UNIQUE,
      title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY(table_name, column_name),
      CONSTRAINT fk_gdc_tn FOREIGN KEY(table_name) REFERENCES gpkg_contents(table_name));
    CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints(constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,
      value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE(constraint_name, constraint_type, value));
    DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_schema';
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
      ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema',
       'read-write');
  )");
}

/// One row of gpkg_data_column_constraints.
struct ConstraintRow {
  std::string type, value, description;
  double lowest = 0, highest = 0;
  bool operator==(const ConstraintRow&) const = default;
};

std::vector<ConstraintRow> constraint_of(const TableColumn& column) {
  std::vector<ConstraintRow> rows;
  const FieldDefinition* field = column.definition;
  if (field == nullptr || column.type != field->type) return rows;
  for (const AllowedValue& allowed : field->values)
    rows.push_back({"enum", allowed.value, printable(allowed.title.both()), 0, 0});
  // A range that is open at one end would become one that ends at zero in QGIS.
  const bool number = column.type == FieldType::real || column.type == FieldType::integer;
  if (rows.empty() && number && field->lowest && field->highest)
    rows.push_back({"range", {}, {}, *field->lowest, *field->highest});
  return rows;
}

std::vector<ConstraintRow> stored(Database& package, const std::string& name) {
  std::vector<ConstraintRow> rows;
  auto query = package.prepare(
      "SELECT constraint_type, coalesce(value, ''), coalesce(description, ''), coalesce(min, 0), "
      "coalesce(max, 0) FROM "
      "gpkg_data_column_constraints WHERE constraint_name = ?1 ORDER BY rowid");
  query.bind(1, name);
  while (query.step())
    rows.push_back({query.text(0), query.text(1), query.text(2), query.real(3), query.real(4)});
  return rows;
}

void store(Database& package, const std::string& name, const std::vector<ConstraintRow>& rows) {
  for (const ConstraintRow& row : rows) {
    auto insert =
        package.prepare("INSERT INTO gpkg_data_column_constraints VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    insert.bind(1, name).bind(2, row.type);
    if (row.type == "enum")
      insert.bind(3, row.value).bind(8, row.description);
    else
      insert.bind_real(4, row.lowest).bind(5, 1).bind_real(6, row.highest).bind(7, 1);
    insert.run();
  }
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

// Equal lists are one constraint, so that the land uses of ten layers are one domain for the user.
std::string constraint_name(Database& package, const std::string& wanted,
                            const std::vector<ConstraintRow>& rows) {
  auto known =
      package.prepare("SELECT DISTINCT constraint_name FROM gpkg_data_column_constraints ORDER BY rowid");
  std::vector<std::string> names;
  while (known.step()) names.push_back(known.text(0));
  for (const std::string& name : names)
    if (stored(package, name) == rows) return name;
  std::string name = wanted;
  for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n)
    name = wanted + "_" + std::to_string(n);
  store(package, name, rows);
  return name;
}

}  // namespace

void make_extensions_table(Database& package) {
  package.run(R"(
    CREATE TABLE IF NOT EXISTS gpkg_extensions(table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
      definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE(table_name, column_name, extension_name));
  )");
}

void write_columns(Database& package, const std::vector<Table>& tables) {
  make_tables(package);
  for (const Table& table : tables) {
    package.prepare("DELETE FROM gpkg_data_columns WHERE table_name = ?1").bind(1, table.name).run();
    for (const TableColumn& column : table.columns) {
      const auto rows = constraint_of(column);
      auto insert = package.prepare(
          "INSERT INTO gpkg_data_columns(table_name, column_name, name, title, constraint_name) VALUES(?1, "
          "?2, ?3, ?4, "
          "?5)");
      insert.bind(1, table.name)
          .bind(2, column.name)
          .bind(3, table.name + "." + column.name)
          .bind(4, column.alias);
      if (!rows.empty())
        insert.bind(
            5, constraint_name(package, lower(table.layer->definition().name + "_" + column.name), rows));
      insert.run();
    }
  }
}

}  // namespace jingwei
