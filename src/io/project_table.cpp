#include "base/json.hpp"
#include "io/package_tables.hpp"
#include "io/zip.hpp"

namespace jingwei {

void write_project(Database& package, const std::string& name, const std::string& zip,
                   const std::string& time) {
  package.run("CREATE TABLE IF NOT EXISTS qgis_projects(name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
  Json metadata;
  // QGIS writes these times without zone.
  metadata.set("last_modified_time", time.substr(0, time.find('Z')));
  metadata.set("last_modified_user", "jingwei");
  package.prepare("INSERT OR REPLACE INTO qgis_projects VALUES(?1, ?2, ?3)")
      .bind(1, name)
      .bind(2, to_text(metadata, -1))
      .bind(3, hex_of(zip))  // QGIS opens hexadecimal text only
      .run();
}

}  // namespace jingwei
