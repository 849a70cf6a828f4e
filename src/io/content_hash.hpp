#pragma once
#include <string>

namespace jingwei {

/// SHA-256 over what a GeoPackage says: for each table of gpkg_contents, by name, its columns, CRS, rows in
/// the order of their ids, titles and allowed values, default style; then the projects. Times of writing, the
/// layout of the file and the lineage (which names versions) are left out. Errors: failed where it is no
/// GeoPackage.
std::string content_hash(const std::string& geopackage);

}  // namespace jingwei
