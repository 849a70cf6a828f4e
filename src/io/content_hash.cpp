#include "io/content_hash.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <vector>

#include "base/hash.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

void add_number(Sha256& hash, std::uint64_t number) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  hash.add(bytes);
}

void add_value(Sha256& hash, const Statement& row, int column) {
  const Statement::Kind kind = row.kind(column);
  add_number(hash, static_cast<std::uint64_t>(kind));
  if (kind == Statement::Kind::integer) add_number(hash, static_cast<std::uint64_t>(row.integer(column)));
  if (kind == Statement::Kind::real) add_number(hash, std::bit_cast<std::uint64_t>(row.real(column)));
  if (kind == Statement::Kind::text || kind == Statement::Kind::blob) hash.add_text(row.text(column));
}

/// All rows of a query, each value with its type, and how many rows there were.
void add_rows(Sha256& hash, Statement query) {
  std::uint64_t rows = 0;
  for (; query.step(); ++rows)
    for (int column = 0; column < query.columns(); ++column) add_value(hash, query, column);
  add_number(hash, rows);
}

void add_named(Sha256& hash, Database& package, std::string_view sql, const std::string& table) {
  Statement query = package.prepare(sql);
  query.bind(1, table);
  add_rows(hash, std::move(query));
}

}  // namespace

std::string content_hash(const std::string& geopackage) {
  Database package(geopackage, Database::Mode::read);
  std::vector<std::string> tables;
  for (auto query = package.prepare("SELECT table_name FROM gpkg_contents ORDER BY table_name");
       query.step();)
    if (query.text(0) != "layer_styles") tables.push_back(query.text(0));

  Sha256 hash;
  const bool styles = package.has_table("layer_styles");
  const bool columns = package.has_table("gpkg_data_columns");
  for (const std::string& table : tables) {
    hash.add_text(table);
    add_named(hash, package,
              "SELECT data_type, identifier, c.description, organization, organization_coordsys_id, "
              "definition FROM "
              "gpkg_contents c LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id WHERE table_name = ?1",
              table);
    add_named(hash, package,
              "SELECT column_name, geometry_type_name, z, m FROM gpkg_geometry_columns WHERE table_name = ?1",
              table);
    add_named(hash, package, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid",
              table);
    add_rows(hash, package.prepare("SELECT * FROM " + sql_name(table) + " ORDER BY 1"));
    if (columns)
      add_named(hash, package,
                "SELECT column_name, title, constraint_type, value, min, max, k.description FROM "
                "gpkg_data_columns d "
                "LEFT JOIN gpkg_data_column_constraints k ON k.constraint_name = d.constraint_name WHERE "
                "table_name = "
                "?1 ORDER BY column_name, k.rowid",
                table);
    if (styles)
      add_named(
          hash, package,
          "SELECT styleName, styleQML, useAsDefault FROM layer_styles WHERE f_table_name = ?1 ORDER BY id",
          table);
  }
  if (package.has_table("qgis_projects"))
    add_rows(hash, package.prepare("SELECT name, content FROM qgis_projects ORDER BY name"));
  return hash.hex();
}

}  // namespace jingwei
