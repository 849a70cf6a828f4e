#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "base/quantity.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

/// A coordinate reference system. A value; copies share what PROJ knows of it. Axis order is always east,
/// north (longitude, latitude), as GIS data have it, whatever the authority says.
class Crs {
 public:
  /// "EPSG:4490", a PROJ string ("+proj=aea …") or WKT; an input Error where PROJ does not know it, or where
  /// it has no horizontal part. Never touches the network.
  static Crs parse(std::string_view definition);

  std::string name() const;                      ///< "CGCS2000"
  std::string wkt() const;                       ///< WKT2:2019
  std::string wkt1() const;                      ///< WKT1 in GDAL's dialect, for files that want it
  std::optional<std::string> authority() const;  ///< "EPSG:4490", where it has one
  bool geographic() const;                       ///< coordinates are degrees
  bool equal_area() const;                       ///< areas in the plane are true areas (of its ellipsoid)
  double metres_per_unit()
      const;  ///< of a projected CRS; of a geographic one: metres in a degree of latitude
  double semi_major_m() const;
  double flattening() const;
  /// The geographic CRS that this one projects (itself where it is geographic): degrees on its own datum.
  Crs geographic_base() const;
  /// Equal as PROJ sees it (axis order aside).
  bool same_as(const Crs& other) const;
  /// The side of a precision grid's cell in this CRS' units.
  double grid_size(Length precision) const { return precision.m / metres_per_unit(); }

  struct Data;

 private:
  std::shared_ptr<const Data> m_data;
};

/// The CRS that `crs: auto` means: Albers equal-area on GRS80 with standard parallels at 1/6 and 5/6 of the
/// extent's latitudes (in degrees, rounded to 0.1°) and its middle as origin, named for it. \pre extent in
/// degrees, not empty.
Crs equal_area_for(const Envelope& lon_lat_extent);

/// Straight edges in the source become the curves they are: edges are densified so that the error stays under
/// `precision` before their points are projected. Rows that cannot be projected become null and are told in
/// `failed`. Datum shifts between WGS 84 and CGCS2000 are null (they agree to centimetres).
struct Projected {
  GeometryColumn geometry;
  std::vector<std::uint32_t> failed;
};
Projected project(const GeometryColumn& column, const Crs& from, const Crs& to, Length precision,
                  Context& context);
/// Single points, without densifying; a point that cannot be projected becomes NaN.
std::vector<Point> project(std::span<const Point> points, const Crs& from, const Crs& to);
/// The envelope in `to` of a rectangle in `from`, its edges followed.
Envelope project(const Envelope& envelope, const Crs& from, const Crs& to);

}  // namespace jingwei
