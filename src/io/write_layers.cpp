#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <filesystem>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "io/gdal.hpp"
#include "io/geopackage.hpp"
#include "io/output_file.hpp"
#include "io/package_tables.hpp"
#include "io/product.hpp"
#include "io/style.hpp"
#include "io/write_omx.hpp"
#include "io/write_rows.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

/// A format of one layer a file.
struct FileFormat {
  const char* extension;
  const char* driver;  ///< of GDAL; nothing: a matrix
  std::vector<std::string> options;
  enum class Geometry { own_crs, wgs84, coordinates_or_wkt, none } geometry;
};

const std::vector<FileFormat>& file_formats() {
  using Geometry = FileFormat::Geometry;
  static const std::vector<FileFormat> formats{
      {".fgb", "FlatGeobuf", {}, Geometry::own_crs},
      {".geojson", "GeoJSON", {"RFC7946=YES", "COORDINATE_PRECISION=9"}, Geometry::wgs84},
      {".csv", "CSV", {"WRITE_BOM=YES", "LINEFORMAT=LF"}, Geometry::coordinates_or_wkt},
      {".xlsx", "XLSX", {}, Geometry::none},
      {".omx", nullptr, {}, Geometry::none}};
  return formats;
}

struct Target {
  fs::path file;
  std::string table;                   ///< after a colon
  const FileFormat* format = nullptr;  ///< nothing: GeoPackage
};

Target target_of(const std::string& output) {
  Target target{output, {}, nullptr};
  if (const auto at = output.rfind(".gpkg:"); at != std::string::npos)
    target = {output.substr(0, at + 5), output.substr(at + 6), nullptr};
  const std::string extension = target.file.extension().string();
  if (extension == ".gpkg") return target;
  for (const FileFormat& format : file_formats())
    if (extension == format.extension) target.format = &format;
  if (target.format == nullptr)
    throw input_error(
        {"{}：无法判断格式；输出可为 .gpkg[:图层]、.fgb、.geojson、.csv、.xlsx 和 .omx",
         "{}: cannot tell the format; outputs are .gpkg[:LAYER], .fgb, .geojson, .csv, .xlsx and .omx"},
        printable(output));
  return target;
}

/// What tells the layers' names apart: "gaps" and "by_unit" of coverage_gaps and coverage_by_unit.
std::vector<std::string> things_of(const std::vector<ProductLayer>& layers) {
  std::string common = layers.front().layer->name();
  for (const ProductLayer& shown : layers) {
    const std::string& name = shown.layer->name();
    std::size_t same = 0;
    while (same < common.size() && same < name.size() && common[same] == name[same]) ++same;
    common.resize(same);
  }
  const auto end = common.rfind('_');
  const std::size_t cut = end == std::string::npos ? 0 : end + 1;
  std::vector<std::string> things;
  for (const ProductLayer& shown : layers) things.push_back(shown.layer->name().substr(cut));
  return things;
}

OutputLock lock_of(const fs::path& file) {
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  make_folder(folder);
  return OutputLock(folder, file.filename().string());
}

void write_package(const Target& target, const std::vector<Table>& tables, Context& context) {
  const OutputLock lock = lock_of(target.file);
  OutputFile out(target.file.string());
  std::error_code failed;
  if (fs::exists(target.file)) fs::copy_file(target.file, out.temporary(), failed);
  if (failed)
    throw error(ErrorKind::failed, {"{}：无法复制：{}", "{}: cannot be copied: {}"}, target.file.string(),
                failed.message());
  std::vector<std::string> styles;
  for (const Table& table : tables) styles.push_back(style_of(table));
  write_tables(out.temporary(), tables, context);
  const std::string time = timestamp();
  Database package(out.temporary(), Database::Mode::write);
  package.run("BEGIN IMMEDIATE");
  write_columns(package, tables);
  write_styles(package, tables, styles, time);
  write_metadata(package, tables, {}, time);
  write_times(package, tables, time);
  package.run("COMMIT");
  package.close();
  out.commit();
}

/// Rows that came from a table stand in no place: columns of coordinates would all be empty.
bool nothing_placed(const Table& table) {
  return !table.rows.empty() && table.extent().empty();
}

void write_file_of(const fs::path& file, const FileFormat& format, const Table& table, Context& context) {
  const OutputLock lock = lock_of(file);
  OutputFile out(file.string());
  if (format.driver == nullptr) {
    write_omx(out.temporary(), *table.layer);
    return out.commit();
  }
  register_drivers();
  GdalErrors errors;
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
  if (driver == nullptr)
    throw error(ErrorKind::failed, {"{}：本机的 GDAL 不能写 {}", "{}: this GDAL cannot write {}"},
                file.string(), format.driver);
  Dataset dataset(driver->Create(out.temporary().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file.string(),
                errors.reason());

  const bool without_geometry =
      format.geometry == FileFormat::Geometry::none ||
      (format.geometry == FileFormat::Geometry::coordinates_or_wkt && nothing_placed(table));
  CPLStringList options;
  for (const std::string& option : format.options) options.AddString(option.c_str());
  if (format.geometry == FileFormat::Geometry::coordinates_or_wkt && table.spatial() && !without_geometry)
    options.SetNameValue("GEOMETRY", table.geometry == TableGeometry::point ? "AS_XY" : "AS_WKT");
  const OGRwkbGeometryType type =
      without_geometry ? wkbNone : static_cast<OGRwkbGeometryType>(ogr_type(table.geometry));
  std::optional<Crs> crs;
  if (type != wkbNone) crs = table.layer->crs();
  GeometryColumn geometry;
  if (crs) {
    for (const std::uint32_t row : table.rows) geometry.append(table.geometry_of(row));
    if (format.geometry == FileFormat::Geometry::wgs84) {
      const Crs degrees = Crs::parse("EPSG:4326");
      geometry = project(geometry, *crs, degrees, Length{0.001}, context).geometry;
      crs = degrees;
    }
  }
  const Reference reference = crs ? reference_of(*crs) : Reference();
  OGRLayer* layer = dataset->CreateLayer(table.name.c_str(), reference.get(), type, options.List());
  if (layer == nullptr)
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file.string(),
                errors.reason());
  const auto shape = [&](std::size_t i) {
    if (!crs) return std::vector<std::uint8_t>{};
    const Wkb wkb = geometry.wkb(i);
    return std::vector<std::uint8_t>(wkb.begin(), wkb.end());
  };
  create_fields(*layer, table, errors);
  write_rows(*layer, table, shape, errors, context);
  close_written(dataset, file.string());
  out.commit();
}

}  // namespace

void require_known_format(const std::string& output) {
  target_of(output);
}

void write_layers(const std::vector<ProductLayer>& layers, const std::string& output, Context& context) {
  if (layers.empty()) return;
  const Target target = target_of(output);
  const std::vector<std::string> things = things_of(layers);
  const bool one = layers.size() == 1;
  if (target.format == nullptr) {
    std::vector<Layer> named;
    std::vector<ProductLayer> shown = layers;
    named.reserve(layers.size());
    for (std::size_t i = 0; !target.table.empty() && i < layers.size(); ++i) {
      named.push_back(*layers[i].layer);
      named.back().set_name(one ? target.table : target.table + "_" + things[i]);
      shown[i].layer = &named.back();
    }
    return write_package(target, tables_of(shown), context);
  }
  const std::vector<Table> tables = tables_of(layers);
  if (tables.size() == 1) return write_file_of(target.file, *target.format, tables.front(), context);
  for (const Table& table : tables) {
    const auto shown =
        std::find_if(layers.begin(), layers.end(), [&](const auto& l) { return l.layer == table.layer; });
    std::string thing = things[static_cast<std::size_t>(shown - layers.begin())];
    if (table.name.starts_with(shown->layer->name())) thing += table.name.substr(shown->layer->name().size());
    fs::path file = target.file;
    file.replace_filename(format("{}_{}{}", file.stem().string(), thing, file.extension().string()));
    write_file_of(file, *target.format, table, context);
  }
}

}  // namespace jingwei
