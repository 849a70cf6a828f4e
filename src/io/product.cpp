#include "io/product.hpp"

#include <filesystem>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "io/content_hash.hpp"
#include "io/geopackage.hpp"
#include "io/output_file.hpp"
#include "io/package_tables.hpp"
#include "io/project.hpp"
#include "io/style.hpp"
#include "io/zip.hpp"

namespace jingwei {
namespace {

// The id becomes a file name.
void check_id(const std::string& id) {
  const bool dots = id.starts_with(".");
  if (id.empty() || dots || id.size() > 200 || id.find_first_of("/\\|:*?\"<>") != std::string::npos ||
      printable(id) != id)
    throw input_error("study id “{}”: cannot be a file name; use letters, digits, - and _", printable(id));
}

std::vector<std::string> styles_of(const std::vector<Table>& tables) {
  std::vector<std::string> styles;
  for (const Table& table : tables) styles.push_back(style_of(table));
  return styles;
}

/// Everything but the rows, in one transaction.
void write_package_tables(const std::string& file, const Product& product, const std::vector<Table>& tables,
                          const std::vector<std::string>& styles, const std::string& zip) {
  const std::string time = timestamp();
  Database package(file, Database::Mode::write);
  package.run("BEGIN IMMEDIATE");
  write_columns(package, tables);
  write_styles(package, tables, styles, time);
  write_metadata(package, tables, product.lineage, time);
  write_project(package, project_name(product), zip, time);
  write_times(package, tables, time);
  package.run("COMMIT");
  package.close();
}

}  // namespace

WrittenProduct write_product(const Product& product, const std::string& folder, Context& context) {
  check_id(product.id);
  make_folder(folder);
  const OutputLock lock(folder, product.id);
  const std::string stem = (std::filesystem::path(folder) / product.id).string();
  OutputFile package(stem + ".gpkg");
  OutputFile project(stem + ".qgz");

  const std::vector<Table> tables = tables_of(product);
  std::size_t rows = 0;
  for (const Table& table : tables) rows += table.rows.size();
  context.begin("write", rows);
  const std::vector<std::string> styles = styles_of(tables);
  const std::string zip = zip_of(product.id + ".qgs", project_of(product, tables, styles));
  write_tables(package.temporary(), tables, context);
  write_package_tables(package.temporary(), product, tables, styles, zip);
  write_file(project.temporary(), zip);
  const std::string hash = content_hash(package.temporary());
  context.check_cancelled();
  package.commit();
  project.commit();
  context.end();
  return {stem + ".gpkg", stem + ".qgz", hash};
}

}  // namespace jingwei
