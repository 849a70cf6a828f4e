#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geometry/wkb.hpp"

struct GEOSGeom_t;
struct GEOSPrepGeom_t;

/// The one adaptor to GEOS. Each thread has a session of its own; every function works in that of the calling
/// thread and throws an Error (failed) with GEOS' words where GEOS fails.
namespace jingwei::geos {

class Geometry {
 public:
  Geometry() = default;
  explicit Geometry(GEOSGeom_t* owned) : m_geometry(owned) {}
  Geometry(Geometry&& other) noexcept : m_geometry(std::exchange(other.m_geometry, nullptr)) {}
  Geometry& operator=(Geometry&& other) noexcept {
    std::swap(m_geometry, other.m_geometry);
    return *this;
  }
  ~Geometry();

  GEOSGeom_t* get() const { return m_geometry; }
  GEOSGeom_t* release() { return std::exchange(m_geometry, nullptr); }
  explicit operator bool() const { return m_geometry != nullptr; }

 private:
  GEOSGeom_t* m_geometry = nullptr;
};

/// A geometry with what speeds up many questions about it; `geometry` has to outlive it.
class Prepared {
 public:
  explicit Prepared(const Geometry& geometry);
  Prepared(Prepared&& other) noexcept : m_prepared(std::exchange(other.m_prepared, nullptr)) {}
  Prepared& operator=(Prepared&&) = delete;
  ~Prepared();

  bool intersects(const Geometry& other) const;
  bool covers(const Geometry& other) const;
  bool covers(Point point) const;
  double distance(Point point) const;

 private:
  const GEOSPrepGeom_t* m_prepared;
};

Geometry read(Wkb wkb);
std::vector<std::uint8_t> write(const Geometry& geometry);
Geometry point(Point p);
Geometry line(const Path& path);
Geometry polygon(const Path& ring);
/// A collection of these, of whatever dimension.
Geometry collection(std::vector<Geometry> parts);

Geometry intersection(const Geometry& a, const Geometry& b, double grid_size);
Geometry difference(const Geometry& a, const Geometry& b, double grid_size);
Geometry unary_union(const Geometry& geometry, double grid_size);
/// Coordinates on the grid; valid, collapsed parts removed.
Geometry on_grid(const Geometry& geometry, double grid_size);
Geometry boundary(const Geometry& geometry);
/// The polygons that noded lines enclose.
Geometry polygonize(const Geometry& lines);
/// Lines joined end to end where two meet; `keep_direction` joins only those that run the same way.
enum class Direction { kept, ignored };
Geometry merge_lines(const Geometry& lines, Direction direction);
/// The smallest convex geometry around another: a polygon, or what is left of it where that has no area.
Geometry convex_hull(const Geometry& geometry);
/// A polygon that follows the corners: `ratio` 1 is convex, 0 as concave as can be.
enum class Holes { none, allowed };
Geometry concave_hull(const Geometry& geometry, double ratio, Holes holes);
/// The polygon that the linework of an invalid one describes (the "linework" method).
Geometry make_valid(const Geometry& geometry);
/// The same geometry with parts, rings and first points in one canonical order.
void normalize(Geometry& geometry);

bool is_empty(const Geometry& geometry);
double area(const Geometry& geometry);
double length(const Geometry& geometry);
double distance(const Geometry& a, const Geometry& b);
/// A point inside (of polygons).
std::optional<Point> interior_point(const Geometry& geometry);

/// The centre of mass of what has the highest dimension.
std::optional<Point> centroid(const Geometry& geometry);

/// Does a closed ring run counter-clockwise, as GEOS sees it: by the edges at its highest point?
bool counter_clockwise(const Path& ring);

/// What is wrong with a geometry by OGC Simple Features, and where; nothing where it is valid.
struct Invalid {
  std::string reason;
  Point place;
};
std::optional<Invalid> validity(const Geometry& geometry);

std::string version();

}  // namespace jingwei::geos
