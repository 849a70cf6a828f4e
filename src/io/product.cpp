#include "io/product.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "io/content_hash.hpp"
#include "io/geopackage.hpp"
#include "io/package_tables.hpp"
#include "io/project.hpp"
#include "io/style.hpp"
#include "io/zip.hpp"

namespace jingwei {

namespace {

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

WrittenProduct write_product(const Product& product, OutputFiles& outputs, Context& context) {
  const WrittenProduct names{product.id + ".gpkg", product.id + ".qgz", {}};
  const std::string& package = outputs.add(names.geopackage);
  const std::string& project = outputs.add(names.project);

  const std::vector<Table> tables = tables_of(product);
  std::size_t rows = 0;
  for (const Table& table : tables) rows += table.rows.size();
  context.begin({"写出", "write"}, rows);
  const std::vector<std::string> styles = styles_of(tables);
  const std::string zip = zip_of(product.id + ".qgs", project_of(product, tables, styles));
  write_tables(package, tables, context);
  write_package_tables(package, product, tables, styles, zip);
  write_file(project, zip);
  std::string hash = content_hash(package);
  context.check_cancelled();
  context.end();
  return {names.geopackage, names.project, std::move(hash)};
}

}  // namespace jingwei
