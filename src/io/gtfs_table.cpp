#include "io/gtfs_table.hpp"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/gdal.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

/// Where GDAL finds the table. An absolute path cannot be mistaken for the name of a service.
std::string path_of(const std::string& feed, const std::string& table) {
  const std::string absolute = fs::absolute(feed).lexically_normal().string();
  std::error_code ignored;
  if (fs::is_directory(feed, ignored)) return format("{}/{}", absolute, table);
  return format("/vsizip/{{{}}}/{}", absolute, table);
}

Dataset open_table(const std::string& feed, const std::string& table) {
  register_drivers();
  GtfsTable::require(feed, table);
  const GdalErrors errors;
  const char* drivers[] = {"CSV", nullptr};
  Dataset dataset(
      GDALDataset::Open(("CSV:" + path_of(feed, table)).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
  if (!dataset || dataset->GetLayerCount() != 1)
    throw input_error({"{}：{}：无法读取：{}", "{}: {}: cannot be read: {}"}, printable(feed), table,
                      errors.reason());
  return dataset;
}

}  // namespace

bool GtfsTable::exists(const std::string& feed, const std::string& table) {
  // What is no file or folder of this machine is not asked of GDAL, whose paths may be addresses.
  std::error_code ignored;
  if (!fs::is_regular_file(feed, ignored) && !fs::is_directory(feed, ignored)) return false;
  const GdalOffline offline;
  VSIStatBufL status;
  return VSIStatL(path_of(feed, table).c_str(), &status) == 0 && status.st_size > 0;
}

void GtfsTable::require(const std::string& feed, const std::string& table) {
  std::error_code ignored;
  if (!fs::exists(feed, ignored)) throw input_error({"{}：没有该文件", "{}: no such file"}, printable(feed));
  if (!exists(feed, table))
    throw input_error({"{}：不是完整的 GTFS 数据：缺少 {}；应为 ZIP 文件或文件夹，含 "
                       "agency.txt、stops.txt、routes.txt、trips.txt、stop_times.txt 和 calendar.txt",
                       "{}: not a complete GTFS feed: {} is missing; a feed is a ZIP file or a folder with "
                       "agency.txt, stops.txt, routes.txt, trips.txt, stop_times.txt and calendar.txt"},
                      printable(feed), table);
}

GtfsTable::GtfsTable(const std::string& feed, const std::string& table, std::vector<std::string> required,
                     std::vector<std::string> optional)
    : m_feed(feed), m_table(table), m_columns(std::move(required)), m_required(m_columns.size()) {
  m_columns.insert(m_columns.end(), optional.begin(), optional.end());
}

void GtfsTable::for_each(const std::function<void(std::size_t, std::span<const std::string>)>& visit) const {
  const GdalOffline offline;
  const Dataset dataset = open_table(m_feed, m_table);
  OGRLayer& layer = *dataset->GetLayer(0);
  std::vector<int> fields;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    fields.push_back(layer.GetLayerDefn()->GetFieldIndex(m_columns[i].c_str()));
    if (i < m_required && fields.back() < 0)
      throw input_error({"{}：{}：缺少字段 {}", "{}: {}: the column {} is missing"}, printable(m_feed),
                        m_table, m_columns[i]);
  }
  std::vector<std::string> values(m_columns.size());
  std::size_t row = 0;
  const GdalErrors errors;
  for (OGRFeatureUniquePtr feature(layer.GetNextFeature()); feature; feature.reset(layer.GetNextFeature())) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      values[i] = fields[i] < 0 ? std::string_view{} : stripped(feature->GetFieldAsString(fields[i]));
    visit(++row, values);
  }
  if (errors.failed())  // a damaged archive looks like the end of the table
    throw input_error({"{}：{}：无法读取：{}", "{}: {}: cannot be read: {}"}, printable(m_feed), m_table,
                      errors.reason());
}

}  // namespace jingwei
