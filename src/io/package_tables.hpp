#pragma once
#include <string>
#include <utility>
#include <vector>

#include "io/sqlite.hpp"
#include "io/tables.hpp"

namespace jingwei {

/// What GDAL does not write into a GeoPackage for us. `time` is as timestamp() gives it. All of these replace
/// what the file holds for the tables given and leave other tables' rows.

/// gpkg_extensions, where there is none.
void make_extensions_table(Database& package);
/// Titles of columns (gpkg_data_columns) and allowed values and ranges (gpkg_data_column_constraints), which
/// GDAL and QGIS read as field domains. Equal lists share one constraint.
void write_columns(Database& package, const std::vector<Table>& tables);
/// The style of each table as its default (layer_styles). \pre as many styles as tables.
void write_styles(Database& package, const std::vector<Table>& tables, const std::vector<std::string>& styles,
                  const std::string& time);
/// Title and abstract of each table as QGIS' layer metadata, and the lineage as JSON for the whole file.
void write_metadata(Database& package, const std::vector<Table>& tables,
                    const std::vector<std::pair<std::string, std::string>>& lineage, const std::string& time);
/// A QGIS project, zipped, under its name.
void write_project(Database& package, const std::string& name, const std::string& zip,
                   const std::string& time);
/// When the tables were changed last (gpkg_contents).
void write_times(Database& package, const std::vector<Table>& tables, const std::string& time);

/// The QGIS layer metadata of a table: the children of its root element are also those of <resourceMetadata>.
std::string layer_metadata(const Table& table);
/// "2026-01-31T08:00:00.000Z", as GeoPackage wants times, from what timestamp() gives.
std::string package_time(const std::string& time);

}  // namespace jingwei
