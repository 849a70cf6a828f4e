#include "geometry/geos.hpp"

#include <geos_c.h>

#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/text.hpp"

namespace jingwei::geos {
namespace {

/// GEOS' handle of one thread with its reader and writer, and the last words of GEOS about a failure.
class Session {
 public:
  Session() : m_handle(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(
        m_handle, [](const char* text, void* self) { static_cast<Session*>(self)->m_message = text; }, this);
    m_reader = GEOSWKBReader_create_r(m_handle);
    m_writer = GEOSWKBWriter_create_r(m_handle);
    GEOSWKBWriter_setByteOrder_r(m_handle, m_writer, GEOS_WKB_NDR);
    GEOSWKBWriter_setOutputDimension_r(m_handle, m_writer, 2);
    GEOSWKBWriter_setFlavor_r(m_handle, m_writer, GEOS_WKB_ISO);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    GEOSWKBWriter_destroy_r(m_handle, m_writer);
    GEOSWKBReader_destroy_r(m_handle, m_reader);
    GEOS_finish_r(m_handle);
  }

  GEOSContextHandle_t handle() const { return m_handle; }
  GEOSWKBReader* reader() const { return m_reader; }
  GEOSWKBWriter* writer() const { return m_writer; }
  const std::string& message() const { return m_message; }

 private:
  GEOSContextHandle_t m_handle;
  GEOSWKBReader* m_reader = nullptr;
  GEOSWKBWriter* m_writer = nullptr;
  std::string m_message;
};

Session& session() {
  thread_local Session of_this_thread;
  return of_this_thread;
}

GEOSContextHandle_t handle() {
  return session().handle();
}

[[noreturn]] void fail(const char* operation) {
  throw error(ErrorKind::failed, "GEOS could not {}: {}", operation, printable(session().message()));
}

Geometry checked(GEOSGeometry* made, const char* operation) {
  if (!made) fail(operation);
  return Geometry(made);
}

bool checked(char answer, const char* operation) {
  if (answer == 2) fail(operation);
  return answer == 1;
}

GEOSCoordSequence* sequence(const Path& path) {
  static_assert(sizeof(Point) == 2 * sizeof(double));
  GEOSCoordSequence* const made = GEOSCoordSeq_copyFromBuffer_r(
      handle(), reinterpret_cast<const double*>(path.data()), static_cast<unsigned>(path.size()), 0, 0);
  if (!made) fail("copy coordinates");
  return made;
}

/// Where a point lies; nothing of an empty one.
std::optional<Point> place_of(const Geometry& point) {
  if (is_empty(point)) return std::nullopt;
  Point p;
  if (!GEOSGeomGetX_r(handle(), point.get(), &p.x) || !GEOSGeomGetY_r(handle(), point.get(), &p.y))
    fail("read a point");
  return p;
}

}  // namespace

Geometry::~Geometry() {
  if (m_geometry) GEOSGeom_destroy_r(handle(), m_geometry);
}

Prepared::Prepared(const Geometry& geometry) : m_prepared(GEOSPrepare_r(handle(), geometry.get())) {
  if (!m_prepared) fail("prepare a geometry");
}
Prepared::~Prepared() {
  if (m_prepared) GEOSPreparedGeom_destroy_r(handle(), m_prepared);
}
bool Prepared::intersects(const Geometry& other) const {
  return checked(GEOSPreparedIntersects_r(handle(), m_prepared, other.get()), "test an intersection");
}
bool Prepared::covers(const Geometry& other) const {
  return checked(GEOSPreparedCovers_r(handle(), m_prepared, other.get()), "test a cover");
}
bool Prepared::covers(Point p) const {
  return intersects(point(p));
}
double Prepared::distance(Point p) const {
  double found = 0;
  if (!GEOSPreparedDistance_r(handle(), m_prepared, point(p).get(), &found)) fail("measure a distance");
  return found;
}

Geometry read(Wkb wkb) {
  return checked(GEOSWKBReader_read_r(handle(), session().reader(), wkb.data(), wkb.size()),
                 "read a geometry");
}

std::vector<std::uint8_t> write(const Geometry& geometry) {
  std::size_t size = 0;
  unsigned char* const bytes = GEOSWKBWriter_write_r(handle(), session().writer(), geometry.get(), &size);
  if (!bytes) fail("write a geometry");
  std::vector<std::uint8_t> wkb(bytes, bytes + size);
  GEOSFree_r(handle(), bytes);
  return wkb;
}

Geometry point(Point p) {
  return checked(GEOSGeom_createPointFromXY_r(handle(), p.x, p.y), "make a point");
}
Geometry line(const Path& path) {
  return checked(GEOSGeom_createLineString_r(handle(), sequence(path)), "make a line");
}
Geometry polygon(const Path& ring) {
  Geometry shell = checked(GEOSGeom_createLinearRing_r(handle(), sequence(ring)), "make a ring");
  return checked(GEOSGeom_createPolygon_r(handle(), shell.release(), nullptr, 0), "make a polygon");
}
Geometry collection(std::vector<Geometry> parts) {
  std::vector<GEOSGeometry*> pointers;
  pointers.reserve(parts.size());
  for (Geometry& part : parts) pointers.push_back(part.release());
  return checked(GEOSGeom_createCollection_r(handle(), GEOS_GEOMETRYCOLLECTION, pointers.data(),
                                             static_cast<unsigned>(pointers.size())),
                 "collect geometries");
}

Geometry intersection(const Geometry& a, const Geometry& b, double grid_size) {
  return checked(GEOSIntersectionPrec_r(handle(), a.get(), b.get(), grid_size), "intersect");
}
Geometry difference(const Geometry& a, const Geometry& b, double grid_size) {
  return checked(GEOSDifferencePrec_r(handle(), a.get(), b.get(), grid_size), "subtract");
}
Geometry unary_union(const Geometry& geometry, double grid_size) {
  return checked(GEOSUnaryUnionPrec_r(handle(), geometry.get(), grid_size), "unite");
}
Geometry on_grid(const Geometry& geometry, double grid_size) {
  return checked(GEOSGeom_setPrecision_r(handle(), geometry.get(), grid_size, 0), "round to the grid");
}
Geometry boundary(const Geometry& geometry) {
  return checked(GEOSBoundary_r(handle(), geometry.get()), "take a boundary");
}
Geometry polygonize(const Geometry& lines) {
  const GEOSGeometry* const given = lines.get();
  return checked(GEOSPolygonize_r(handle(), &given, 1), "polygonize");
}
Geometry merge_lines(const Geometry& lines, Direction direction) {
  return checked(direction == Direction::kept ? GEOSLineMergeDirected_r(handle(), lines.get())
                                              : GEOSLineMerge_r(handle(), lines.get()),
                 "merge lines");
}

Geometry convex_hull(const Geometry& geometry) {
  return checked(GEOSConvexHull_r(handle(), geometry.get()), "find a convex hull");
}
Geometry concave_hull(const Geometry& geometry, double ratio, Holes holes) {
  return checked(GEOSConcaveHull_r(handle(), geometry.get(), ratio, holes == Holes::allowed ? 1U : 0U),
                 "find a concave hull");
}

Geometry make_valid(const Geometry& geometry) {
  GEOSMakeValidParams* const how = GEOSMakeValidParams_create_r(handle());
  GEOSMakeValidParams_setMethod_r(handle(), how, GEOS_MAKE_VALID_LINEWORK);
  GEOSMakeValidParams_setKeepCollapsed_r(handle(), how, 0);
  GEOSGeometry* const made = GEOSMakeValidWithParams_r(handle(), geometry.get(), how);
  GEOSMakeValidParams_destroy_r(handle(), how);
  return checked(made, "make a geometry valid");
}

void normalize(Geometry& geometry) {
  if (GEOSNormalize_r(handle(), geometry.get()) != 0) fail("normalize");
}

bool is_empty(const Geometry& geometry) {
  return checked(GEOSisEmpty_r(handle(), geometry.get()), "test for emptiness");
}
double area(const Geometry& geometry) {
  double found = 0;
  if (!GEOSArea_r(handle(), geometry.get(), &found)) fail("measure an area");
  return found;
}
double length(const Geometry& geometry) {
  double found = 0;
  if (!GEOSLength_r(handle(), geometry.get(), &found)) fail("measure a length");
  return found;
}
double distance(const Geometry& a, const Geometry& b) {
  double found = 0;
  if (!GEOSDistance_r(handle(), a.get(), b.get(), &found)) fail("measure a distance");
  return found;
}

std::optional<Point> interior_point(const Geometry& geometry) {
  return place_of(checked(GEOSPointOnSurface_r(handle(), geometry.get()), "find an interior point"));
}
std::optional<Point> centroid(const Geometry& geometry) {
  return place_of(checked(GEOSGetCentroid_r(handle(), geometry.get()), "find a centroid"));
}

bool counter_clockwise(const Path& ring) {
  GEOSCoordSequence* const points = sequence(ring);
  char answer = 0;
  const int done = GEOSCoordSeq_isCCW_r(handle(), points, &answer);
  GEOSCoordSeq_destroy_r(handle(), points);
  if (done == 0) fail("find how a ring turns");
  return answer != 0;
}

std::optional<Invalid> validity(const Geometry& geometry) {
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  const char answer = GEOSisValidDetail_r(handle(), geometry.get(), 0, &reason, &place);
  const Geometry where(place);
  const std::string why = reason ? reason : "";
  if (reason) GEOSFree_r(handle(), reason);
  if (checked(answer, "test validity")) return std::nullopt;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Invalid invalid{why, {nan, nan}};
  if (where && !is_empty(where)) {
    GEOSGeomGetX_r(handle(), where.get(), &invalid.place.x);
    GEOSGeomGetY_r(handle(), where.get(), &invalid.place.y);
  }
  return invalid;
}

std::string version() {
  return GEOSversion();
}

}  // namespace jingwei::geos
