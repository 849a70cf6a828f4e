#include "io/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogr_srs_api.h>

#include <fstream>
#include <mutex>

#include "base/error.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

void CPL_STDCALL collect(CPLErr error_class, CPLErrorNum, const char* message) {
  static_cast<GdalErrors*>(CPLGetErrorHandlerUserData())->report(error_class, message);
}

// A null result would let GDAL fetch by itself.
CPLHTTPResult* refuse_to_fetch(const char* /*address*/, CSLConstList /*options*/,
                               GDALProgressFunc /*progress*/, void* /*progress_data*/,
                               CPLHTTPFetchWriteFunc /*write*/, void* /*write_data*/, void* /*user_data*/) {
  auto* refused = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
  refused->nStatus = 1;
  refused->pszErrBuf = CPLStrdup("nothing is fetched");
  return refused;
}

// Drivers that fetch are not used; these keep the others from being talked into it by a file or the
// environment.
constexpr std::pair<const char*, const char*> offline_settings[] = {
    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}"},
    {"OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO"},
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
};

/// SpatiaLite, which GDAL begins and ends with every SQLite file, ends libxml2 for all threads at once (GDAL
/// up to 3.9.2).
std::mutex& spatialite() {
  static std::mutex mutex;
  return mutex;
}

bool is_sqlite(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string start(15, ' ');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == "SQLite format 3";
}

}  // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const {
  const std::lock_guard lock(spatialite());
  GDALClose(dataset);
}

Dataset open_dataset(const std::string& path, unsigned kind, const char* const* drivers,
                     const char* const* options) {
  std::unique_lock lock(spatialite(), std::defer_lock);
  if (is_sqlite(path)) lock.lock();  // others may be read whole when they are opened
  return Dataset(
      GDALDataset::Open(path.c_str(), kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options));
}

void close_written(Dataset& dataset, const std::string& file) {
  GdalErrors errors;
  dataset->FlushCache(false);
  dataset.reset();
  if (errors.failed())
    throw error(ErrorKind::failed, {"{}：无法写入：{}", "{}: cannot be written: {}"}, file, errors.reason());
}

GdalErrors::GdalErrors() {
  CPLPushErrorHandlerEx(collect, this);
}

GdalErrors::~GdalErrors() {
  CPLPopErrorHandler();
}

Text GdalErrors::reason() const {
  return m_reason.empty() ? Text{"未说明原因", "no reason given"} : Text{m_reason, m_reason};
}

void GdalErrors::clear() {
  m_reason.clear();
  m_failed = false;
}

void GdalErrors::report(int error_class, const char* message) {
  if (error_class < CE_Failure) return;
  if (!m_failed) m_reason = printable(message);
  m_failed = true;
}

GdalOffline::GdalOffline() {
  for (const auto& [key, value] : offline_settings) {
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    m_before.emplace_back(key, before ? std::optional<std::string>(before) : std::nullopt);
    CPLSetThreadLocalConfigOption(key, value);
  }
}

GdalOffline::~GdalOffline() {
  for (const auto& [key, value] : m_before)
    CPLSetThreadLocalConfigOption(key.c_str(), value ? value->c_str() : nullptr);
}

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");  // only drivers that are part of GDAL itself
    // A GeoJSON file, for one, can give the address of its CRS.
    CPLHTTPSetFetchCallback(refuse_to_fetch, nullptr);
    GDALAllRegister();
    OSRSetPROJEnableNetwork(0);
  });
}

std::optional<Crs> crs_of(const OGRSpatialReference* reference) {
  if (reference == nullptr || reference->IsEmpty() || reference->IsLocal()) return std::nullopt;
  const char* name = reference->GetName();
  // GeoPackage's srs_id 0 and -1.
  if (name != nullptr && std::string_view(name).starts_with("Undefined ")) return std::nullopt;
  OGRSpatialReference horizontal(*reference);
  if (horizontal.IsCompound()) horizontal.StripVertical();
  const char* options[] = {"FORMAT=WKT2_2019", nullptr};
  char* wkt = nullptr;
  const bool exported = horizontal.exportToWkt(&wkt, options) == OGRERR_NONE && wkt != nullptr;
  const std::string text = exported ? wkt : "";
  CPLFree(wkt);
  if (text.empty()) return std::nullopt;
  return Crs::parse(text);
}

void ReferenceRelease::operator()(OGRSpatialReference* reference) const {
  reference->Release();
}

Reference reference_of(const Crs& crs) {
  Reference reference(new OGRSpatialReference);
  const std::string definition = crs.authority().value_or(crs.wkt());
  if (reference->SetFromUserInput(definition.c_str()) != OGRERR_NONE &&
      reference->SetFromUserInput(crs.wkt1().c_str()) != OGRERR_NONE)
    throw error(ErrorKind::failed, {"GDAL 不认识坐标系“{}”", "GDAL does not know the coordinate system “{}”"},
                crs.name());
  reference->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

}  // namespace jingwei
