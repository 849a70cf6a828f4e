#include <algorithm>
#include <pugixml.hpp>

#include "base/format.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "io/package_tables.hpp"
#include "io/xml.hpp"

namespace jingwei {
namespace {

void make_tables(Database& package) {
  package.run(R"(
    CREATE TABLE IF NOT EXISTS gpkg_metadata(id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
      md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
      mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE IF NOT EXISTS gpkg_metadata_reference(reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
      row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY(md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY(md_parent_id) REFERENCES gpkg_metadata(id));
    DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_metadata';
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write'),
      ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata',
       'read-write');
  )");
}

void insert(Database& package, const std::string& standard, const std::string& mime_type,
            const std::string& text, const std::string& table, const std::string& time) {
  package
      .prepare(
          "INSERT INTO gpkg_metadata(md_scope, md_standard_uri, mime_type, metadata) VALUES('dataset', ?1, "
          "?2, ?3)")
      .bind(1, standard)
      .bind(2, mime_type)
      .bind(3, text)
      .run();
  auto reference = package.prepare(
      "INSERT INTO gpkg_metadata_reference(reference_scope, table_name, timestamp, md_file_id) VALUES(?1, "
      "?2, ?3, "
      "last_insert_rowid())");
  reference.bind(1, table.empty() ? "geopackage" : "table").bind(3, package_time(time));
  if (!table.empty()) reference.bind(2, table);
  reference.run();
}

void remove_old(Database& package, const std::string& table) {
  package.prepare("DELETE FROM gpkg_metadata_reference WHERE lower(table_name) = lower(?1)")
      .bind(1, table)
      .run();
  package.run("DELETE FROM gpkg_metadata WHERE id NOT IN (SELECT md_file_id FROM gpkg_metadata_reference)");
}

// QGIS shows an abstract as HTML: a "<" that could begin mark-up becomes its full-width twin.
std::string without_markup(const std::string& line) {
  std::string result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char next = i + 1 < line.size() ? line[i + 1] : ' ';
    const bool opens = line[i] == '<' && (next == '/' || next == '!' || next == '?' || (next | 32) >= 'a');
    if (opens)
      result += "＜";
    else
      result += line[i];
  }
  return result;
}

// Line breaks are kept, other control characters not.
std::string printable_lines(const std::string& text) {
  std::string result;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (start > 0) result += '\n';
    result += without_markup(printable(text.substr(start, end - start)));
    start = end + 1;
  }
  return result;
}

}  // namespace

std::string layer_metadata(const Table& table) {
  pugi::xml_document document;
  pugi::xml_node root = set(document.append_child("qgis"), "version", qgis_version);
  add(root, "identifier", table.name);
  add(root, "parentidentifier", "");
  add(root, "language", "ZHO");
  add(root, "type", "dataset");
  add(root, "title", table.identifier);
  std::string abstract = printable_lines(table.abstract.zh);
  if (table.abstract.en != table.abstract.zh)
    abstract.append("\n").append(printable_lines(table.abstract.en));
  add(root, "abstract", abstract);
  return xml_text(document);
}

void write_metadata(Database& package, const std::vector<Table>& tables,
                    const std::vector<std::pair<std::string, std::string>>& lineage,
                    const std::string& time) {
  make_tables(package);
  for (const Table& table : tables) {
    remove_old(package, table.name);
    insert(package, "http://mrcc.com/qgis.dtd", "text/xml",
           format("{}{}", qgis_doctype, layer_metadata(table)), table.name, time);
  }
  if (lineage.empty()) return;
  Json::Object members;
  for (const auto& [key, value] : lineage) members.emplace_back(key, value);
  insert(package, "https://www.rfc-editor.org/rfc/rfc8259", "application/json",
         to_text(Json(std::move(members))), {}, time);
}

std::string package_time(const std::string& time) {
  const auto zone = time.rfind('Z');
  return zone == std::string::npos ? time : format("{}.000Z", time.substr(0, zone));
}

void write_times(Database& package, const std::vector<Table>& tables, const std::string& time) {
  for (const Table& table : tables)
    package.prepare("UPDATE gpkg_contents SET last_change = ?1 WHERE table_name = ?2")
        .bind(1, package_time(time))
        .bind(2, table.name)
        .run();
}

}  // namespace jingwei
