#include "io/source.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/csv.hpp"
#include "io/encoding.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

// Drivers that read one local format. VRT, WFS, WMS, HTTP, SQLite's virtual tables and the like are not here:
// a file must not be able to point elsewhere or to run code.
constexpr const char* vector_drivers[] = {"GPKG", "ESRI Shapefile", "GeoJSON", "GeoJSONSeq",  "FlatGeobuf",
                                          "CSV",  "XLSX",           "ODS",     "OpenFileGDB", "KML",
                                          "DXF",  "MapInfo File",   nullptr};
constexpr const char* raster_drivers[] = {"GTiff", "AAIGrid", "HFA", "GPKG", nullptr};

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(fs::path(path), ignored);
}

void refuse_remote(const std::string& file) {
  for (const char* prefix : {"/vsi", "http:", "https:", "ftp:", "PG:", "pg:", "MYSQL:", "WFS:"})
    if (std::string_view(file).starts_with(prefix))
      throw input_error({"{}：只读取本地文件；请先下载或导出为 GeoPackage",
                         "{}: only local files are read; fetch or export it to a GeoPackage first"},
                        printable(file));
}

// A device or pipe may never end.
void require_ordinary(const std::string& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored) && !fs::is_directory(file, ignored))
    throw input_error({"{}：既不是普通文件也不是文件夹", "{}: is neither an ordinary file nor a folder"},
                      printable(file));
}

Text file_beside(const std::string& file) {
  const auto folder = fs::path(file).has_parent_path() ? fs::path(file).parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  return suggestion(fs::path(file).filename().string(), names);
}

std::string upper_extension(const std::string& file) {
  std::string extension = fs::path(file).extension().string();
  for (char& c : extension) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return extension;
}

}  // namespace

OpenedSource::~OpenedSource() {
  dataset.reset();
  if (!copy.empty()) VSIRmdirRecursive(fs::path(copy).parent_path().c_str());
}

DataSource parse_data_source(std::string_view text) {
  DataSource whole{std::string(text), {}};
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || exists(whole.file)) return whole;
  DataSource parts{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
  return exists(parts.file) ? parts : whole;
}

std::vector<std::string> layer_names(GDALDataset& dataset) {
  std::vector<std::string> names;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    const std::string name = dataset.GetLayer(i)->GetName();
    if (name != "layer_styles" && name != "qgis_projects") names.push_back(name);
  }
  return names;
}

OpenedSource open_file(const DataSource& source, const std::string& encoding) {
  register_drivers();
  refuse_remote(source.file);
  if (!exists(source.file))
    throw input_error({"{}：没有该文件{}", "{}: no such file{}"}, printable(source.file),
                      file_beside(source.file));

  require_ordinary(source.file);

  const GdalOffline offline;
  GdalErrors errors;
  OpenedSource opened;
  // An absolute path cannot be mistaken for the name of a service or for GeoJSON text.
  std::string path = fs::absolute(source.file).string();
  CPLStringList options;
  const std::string extension = upper_extension(source.file);
  if (extension == ".SHP" || extension == ".DBF") {
    if (const auto stated = shapefile_encoding(path, encoding))
      options.SetNameValue("ENCODING", stated->c_str());
  } else if (extension == ".CSV" || extension == ".TSV" || extension == ".TXT") {
    path = opened.copy =
        csv_copy(path, encoding, format("jingwei_{:x}", reinterpret_cast<std::uintptr_t>(&opened)));
  }
  opened.dataset = open_dataset(path, GDAL_OF_VECTOR, vector_drivers, options.List());
  if (opened.dataset && opened.dataset->GetLayerCount() == 0 && opened.dataset->GetRasterCount() > 0)
    opened.dataset.reset();
  if (!opened.dataset) {
    const Text reason = errors.reason();
    errors.clear();
    opened.dataset = open_dataset(path, GDAL_OF_RASTER, raster_drivers, nullptr);
    if (!opened.dataset)
      throw input_error({"{}"
                         "：不是可读取的数据集（GeoPackage、Shapefile、GeoJSON、FlatGeobuf、CSV、XLSX、ODS、"
                         "文件地理数据库、KML、DXF、MapInfo、GeoTIFF、ASCII 栅格）：{}",
                         "{}: not a data set that is read here (GeoPackage, Shapefile, GeoJSON, FlatGeobuf, "
                         "CSV, XLSX, ODS, file geodatabase, KML, DXF, MapInfo, GeoTIFF, ASCII grid): {}"},
                        printable(source.file), reason);
    opened.raster = true;
  }
  opened.driver = opened.dataset->GetDriverName();
  return opened;
}

OpenedSource open_source(const DataSource& source, const std::string& encoding) {
  OpenedSource opened = open_file(source, encoding);
  if (opened.raster) {
    if (!source.layer.empty())
      throw input_error({"{}：是栅格，没有图层“{}”", "{}: is a raster and has no layer “{}”"},
                        printable(source.file), printable(source.layer));
    opened.layer_name = fs::path(source.file).stem().string();
    return opened;
  }
  const std::vector<std::string> names = layer_names(*opened.dataset);
  opened.layer_name = source.layer;
  if (source.layer.empty()) {
    if (names.empty()) throw input_error({"{}：没有图层", "{}: holds no layer"}, printable(source.file));
    if (names.size() > 1)
      throw input_error(
          {"{}：有多个图层（{}）；请写成 文件:图层", "{}: holds several layers ({}); name one as FILE:LAYER"},
          printable(source.file), printable(join(names)));
    opened.layer_name = names.front();
  }
  if (std::find(names.begin(), names.end(), opened.layer_name) == names.end())
    throw input_error({"{}：没有图层“{}”；有：{}{}", "{}: no layer “{}”; there are: {}{}"},
                      printable(source.file), printable(source.layer), printable(join(names)),
                      suggestion(source.layer, names));
  opened.layer = opened.dataset->GetLayerByName(opened.layer_name.c_str());
  if (opened.layer == nullptr)
    throw input_error({"{}：无法打开图层“{}”", "{}: layer “{}” cannot be opened"}, printable(source.file),
                      printable(opened.layer_name));
  return opened;
}

}  // namespace jingwei
