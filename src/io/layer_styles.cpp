#include "base/text.hpp"
#include "io/package_tables.hpp"

namespace jingwei {
namespace {

// QGIS' column has room for 30 characters.
std::string style_name(const Table& table) {
  std::string name;
  const std::string whole = printable(table.title.both());
  std::size_t characters = 0;
  for (const char c : whole) {
    const bool starts = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (starts && ++characters > 30) break;
    name += c;
  }
  return name;
}

void make_table(Database& package, const std::string& time) {
  package.run(R"(
    CREATE TABLE IF NOT EXISTS layer_styles(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
      styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
  )");
  // Without this row GDAL hides the table and QGIS finds no style.
  package
      .prepare(
          "INSERT OR IGNORE INTO gpkg_contents(table_name, data_type, identifier, last_change, srs_id) "
          "VALUES('layer_styles', 'attributes', 'layer_styles', ?1, 0)")
      .bind(1, package_time(time))
      .run();
}

}  // namespace

void write_styles(Database& package, const std::vector<Table>& tables, const std::vector<std::string>& styles,
                  const std::string& time) {
  make_table(package, time);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& table = tables[i];
    package.prepare("DELETE FROM layer_styles WHERE f_table_name = ?1").bind(1, table.name).run();
    package
        .prepare(
            "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
            "styleName, "
            "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
            "VALUES('', '', ?1, ?2, ?3, ?4, '', 1, ?5, 'jingwei', ?6)")
        .bind(1, table.name)
        .bind(2, table.spatial() ? "geom" : "")
        .bind(3, style_name(table))
        .bind(4, styles[i])
        .bind(5, printable(table.title.both()))
        .bind(6, package_time(time))
        .run();
  }
}

}  // namespace jingwei
