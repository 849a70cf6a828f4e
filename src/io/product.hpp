#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "io/output_file.hpp"
#include "layer/layer.hpp"

namespace jingwei {

/// A layer of the output with all that readers see of it.
struct ProductLayer {
  const Layer* layer = nullptr;  ///< its name is the table's
  Text title;                    ///< QGIS layer name and gpkg_contents.identifier
  Text abstract;                 ///< what it is, its parameters and sources
  bool visible = true;           ///< in the map that the project opens on
};

/// A group of the project's layer tree: one analysis, the inputs, the quality of the data.
struct ProductGroup {
  std::string name;  ///< stable id
  Text title;
  std::vector<ProductLayer> layers;  ///< top first
};

/// All that goes into a GeoPackage, its project and the summary.
struct Product {
  std::string id;  ///< the study's id
  Text title;
  Language language = Language::zh;
  std::vector<ProductGroup> groups;
  Crs crs;  ///< of the map
  std::vector<std::pair<std::string, std::string>>
      lineage;  ///< study file hash, input hashes, versions: into the metadata
};

/// Builds `<id>.gpkg` and `<id>.qgz` with aliases, default styles, domains, metadata, spatial index, embedded
/// project. The content hash is SHA-256 over schema, rows, styles and project in canonical order. Errors:
/// locked (the output is in use), failed (not writable, disk full).
struct WrittenProduct {
  std::string geopackage;  ///< names in the folder
  std::string project;
  std::string content_hash;
};
WrittenProduct write_product(const Product& product, OutputFiles& outputs, Context& context);

/// Single layers, for the analyses of the command line: `.gpkg[:LAYER]` (styled; other layers of an existing
/// file are kept), `.fgb`, `.geojson`, `.csv`, `.xlsx` by extension. Several layers go to one GeoPackage, or
/// to files `<stem>_<thing>.<extension>`.
///
/// An input Error for an output of another format, before anything is computed:
void require_known_format(const std::string& output);
void write_layers(const std::vector<ProductLayer>& layers, const std::string& output, Context& context);

}  // namespace jingwei
