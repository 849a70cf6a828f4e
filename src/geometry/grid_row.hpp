#pragma once
#include <memory>
#include <mutex>
#include <optional>

#include "base/context.hpp"
#include "geometry/geos.hpp"
#include "geometry/polygon_locator.hpp"

namespace jingwei {

/// The area (2), length (1) or 0 of a geometry's parts of that dimension, in the plane.
double measure_of(Wkb wkb, int dimension);

Point middle_of_longest_edge(const Path& path);

/// Points inside: one for each polygon, the middle of each line's longest edge, each point.
std::vector<Point> witnesses_of(Wkb wkb, int dimension);

/// Every coordinate as the one number that stands for its place on the grid, as overlays write it (rounding
/// to the grid alone leaves some off in the last bit).
std::vector<std::uint8_t> rounded(Wkb wkb, double grid_size);

/// A geometry's parts of the highest dimension on the grid, valid, lines noded; no bytes where nothing is
/// left.
std::vector<std::uint8_t> on_grid(Wkb wkb, double grid_size);
GeometryColumn on_grid(const GeometryColumn& column, double grid_size, Context& context);

/// A row on the grid as an overlay needs it. What is costly is made when it is first asked for. Of one thread
/// at a time; the bytes have to outlive it.
class GridRow {
 public:
  explicit GridRow(Wkb on_grid) : GridRow(on_grid, envelope_of(on_grid)) {}
  GridRow(Wkb on_grid, const Envelope& envelope);

  bool empty() const { return m_wkb.empty(); }
  int dimension() const { return m_dimension; }
  Wkb wkb() const { return m_wkb; }
  const Envelope& envelope() const { return m_envelope; }
  const geos::Geometry& geometry();
  const std::vector<Rings>& polygons();  ///< oriented (planar.hpp)
  double measure() const { return measure_of(m_wkb, m_dimension); }

  /// For an overlay that looks at nothing outside a rectangle: the row itself, or of a large polygon what is
  /// near it (near_part.hpp). Lives until it is asked again.
  const geos::Geometry& near_geometry(const Envelope& rectangle);
  /// The rings of a polygon as a window sees them.
  NearRings near_rings(const Envelope& window) { return locator().near(window); }
  /// The rectangle and all edges that may meet it (of a row that is not large: all).
  Envelope with_edges_at(const Envelope& rectangle);
  bool large() const { return m_dimension == 2 && m_wkb.size() > large_bytes; }

  const geos::Prepared& prepared();
  const std::vector<Point>& witnesses();
  /// Does the place lie in this row, or not farther off than `tolerance`?
  bool near(Point place, double tolerance);
  /// Does the place lie inside this polygon?
  bool inside(Point place) { return locator().inside(place); }
  /// Does it so, farther from the border than `tolerance`?
  bool deep_inside(Point place, double tolerance);

 private:
  const PolygonLocator& locator();
  static constexpr std::size_t large_bytes = 16 << 10;

  Wkb m_wkb;
  Envelope m_envelope;
  int m_dimension = -1;
  geos::Geometry m_geometry;
  std::optional<geos::Prepared> m_prepared;
  std::optional<PolygonLocator> m_locator;
  std::optional<std::vector<Point>> m_witnesses;
  std::vector<Rings> m_polygons;
  geos::Geometry m_near;
};

/// The rows of a column on the grid, each read once, until they take too much memory.
class GridRows {
 public:
  explicit GridRows(const GeometryColumn& on_grid) : m_column(on_grid), m_rows(on_grid.size()) {}
  GridRow& operator[](std::uint32_t row);
  /// Forgets what was read if it is much. References die.
  void trim();

 private:
  const GeometryColumn& m_column;
  std::vector<std::unique_ptr<GridRow>> m_rows;
  std::vector<std::uint32_t> m_read;
  std::size_t m_bytes = 0;
};

/// The readers of a column's rows, one for each worker at a time: what one range has read and prepared, the
/// next one finds.
class GridRowsPool {
 public:
  explicit GridRowsPool(const GeometryColumn& on_grid) : m_column(on_grid) {}

  class Lease {
   public:
    explicit Lease(GridRowsPool& pool);
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    GridRows& operator*() { return *m_rows; }

   private:
    GridRowsPool& m_pool;
    std::unique_ptr<GridRows> m_rows;
  };

 private:
  const GeometryColumn& m_column;
  std::mutex m_mutex;
  std::vector<std::unique_ptr<GridRows>> m_idle;
};

}  // namespace jingwei
