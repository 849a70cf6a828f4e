#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geometry/crs.hpp"

class GDALDataset;
class OGRLayer;
class OGRSpatialReference;

namespace jingwei {

/// A data set of GDAL, closed at the end of its scope.
struct DatasetCloser {
  void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Opens a data set to be read, of the first of these drivers that can; null where none can, of which GDAL's
/// errors then tell. Data sets may be opened, read and closed by several threads at the same time.
Dataset open_dataset(const std::string& path, unsigned kind, const char* const* drivers,
                     const char* const* options);

/// Closes a data set that was written; what GDAL could only tell then (a full disk) is an Error (failed).
void close_written(Dataset& dataset, const std::string& file);

/// Collects what GDAL reports while it is in scope, instead of letting it reach stderr.
class GdalErrors {
 public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(const GdalErrors&) = delete;
  GdalErrors& operator=(const GdalErrors&) = delete;

  bool failed() const { return m_failed; }
  /// The first error as one printable line, as GDAL words it, or "no reason given".
  Text reason() const;
  void clear();
  void report(int error_class, const char* message);

 private:
  std::string m_reason;
  bool m_failed = false;
};

/// Settings of GDAL while it is in scope, of this thread alone: no fetching of any kind.
class GdalOffline {
 public:
  GdalOffline();
  ~GdalOffline();
  GdalOffline(const GdalOffline&) = delete;
  GdalOffline& operator=(const GdalOffline&) = delete;

 private:
  std::vector<std::pair<std::string, std::optional<std::string>>> m_before;
};

/// Makes GDAL's drivers known; cheap after the first call.
void register_drivers();

/// The horizontal CRS that GDAL found in a source; nothing where there is none or an undefined one.
std::optional<Crs> crs_of(const OGRSpatialReference* reference);

struct ReferenceRelease {
  void operator()(OGRSpatialReference* reference) const;
};
using Reference = std::unique_ptr<OGRSpatialReference, ReferenceRelease>;
/// For GDAL, with its authority where it has one, east before north.
Reference reference_of(const Crs& crs);

}  // namespace jingwei
