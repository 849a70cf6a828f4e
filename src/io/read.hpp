#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "layer/prepare.hpp"

namespace jingwei {

/// A data set as users name it: "FILE", "FILE:LAYER", "PG:…". The layer is what follows the last colon, if a
/// file of the part before it exists (so that paths with colons work).
struct DataSource {
  std::string file;
  std::string layer;  ///< empty: the only one

  std::string text() const { return layer.empty() ? file : file + ":" + layer; }
};
DataSource parse_data_source(std::string_view text);

/// How a source is read.
struct ReadRequest {
  DataSource source;
  std::string filter;      ///< OGR WHERE expression; never a SELECT
  std::string encoding;    ///< of shapefiles and CSV that do not say it: "GBK"; empty: as the source says
  std::optional<Crs> crs;  ///< only where the source states none; stating another than the source is an Error
  std::optional<std::string> x, y;  ///< coordinate columns of a table
  std::size_t most_features = 0;    ///< 0: no limit; more is an Error of kind limit
  /// Which fields' values are read; absent: all. Coordinate columns and what the filter looks at always are.
  std::function<bool(const std::string& field)> wanted = nullptr;
};

/// Reads a vector layer, a layer of OpenStreetMap data (named as the definition that its objects are mapped
/// to by layers/mappings/osm.yaml), or a raster of one band whose cells (no-data and zero left out) become
/// points with the value as field `value`; raw geometry is linearised, two-dimensional. A null geometry stays
/// null. A vector layer's columns of fields that are not wanted stay empty. Errors (input): no such file
/// or layer (with the layers that there are, and a suggestion), unreadable, a filter that is not an
/// expression (with OGR's reason), no CRS, coordinates that are not columns. Only local files are opened, no
/// network driver or /vsi path; drivers that run code or fetch (VRT, WFS …) are refused.
RawLayer read_layer(const ReadRequest& request, Context& context);

/// What can be known of a source without reading its features, for checks and `describe`.
struct SourceField {
  std::string name;
  FieldType type;
};
struct SourceLayer {
  std::string name;
  std::size_t features = 0;
  std::string geometry;  ///< as OGR names it: "Multi Polygon"; "None"; "Raster"
  std::optional<Crs> crs;
  Envelope extent;
  std::vector<SourceField> fields;
};
struct SourceInfo {
  std::string driver;
  std::vector<SourceLayer> layers;
};
SourceInfo inspect_source(const DataSource& source);
/// The same, with the features counted even where that takes a pass over the data (OpenStreetMap).
SourceInfo examine_source(const DataSource& source, Context& context);
/// SHA-256 over all files of a source (a Shapefile has several, a file geodatabase is a folder): of the one
/// file, or of the names and hashes of several, in the order of the names.
std::string hash_of_source(const DataSource& source);
/// What is wrong with an OGR WHERE expression on this layer; nothing where it is right.
std::optional<Text> filter_problem(const DataSource& source, const std::string& filter);

}  // namespace jingwei
