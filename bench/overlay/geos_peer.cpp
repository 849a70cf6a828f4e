#include "overlay/geos_peer.hpp"

#include <geos_c.h>

#include <map>
#include <memory>

namespace jingwei {
namespace {

/// One session of GEOS and what it reads and writes with.
class Session {
 public:
  Session()
      : m_geos(GEOS_init_r()),
        m_reader(GEOSWKBReader_create_r(m_geos)),
        m_writer(GEOSWKBWriter_create_r(m_geos)) {
    GEOSWKBWriter_setByteOrder_r(m_geos, m_writer, GEOS_WKB_NDR);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    GEOSWKBWriter_destroy_r(m_geos, m_writer);
    GEOSWKBReader_destroy_r(m_geos, m_reader);
    GEOS_finish_r(m_geos);
  }

  auto held(GEOSGeometry* geometry) const {
    const auto free = [geos = m_geos](GEOSGeometry* g) { GEOSGeom_destroy_r(geos, g); };
    return std::unique_ptr<GEOSGeometry, decltype(free)>(geometry, free);
  }
  auto prepared(const GEOSGeometry* geometry) const {
    const auto free = [geos = m_geos](const GEOSPreparedGeometry* g) { GEOSPreparedGeom_destroy_r(geos, g); };
    return std::unique_ptr<const GEOSPreparedGeometry, decltype(free)>(GEOSPrepare_r(m_geos, geometry), free);
  }
  auto read(Wkb wkb) const { return held(GEOSWKBReader_read_r(m_geos, m_reader, wkb.data(), wkb.size())); }
  /// Counts the polygons of a geometry as one piece.
  void write(const GEOSGeometry* geometry, Totals& totals) const {
    double area = 0;
    GEOSArea_r(m_geos, geometry, &area);
    if (!(area > 0)) return;
    std::size_t size = 0;
    unsigned char* const bytes = GEOSWKBWriter_write_r(m_geos, m_writer, geometry, &size);
    ++totals.pieces;
    totals.area += area;
    GEOSFree_r(m_geos, bytes);
  }
  // The functions of GEOS take it. NOLINTNEXTLINE(google-explicit-constructor)
  operator GEOSContextHandle_t() const { return m_geos; }

 private:
  GEOSContextHandle_t m_geos;
  GEOSWKBReader* m_reader;
  GEOSWKBWriter* m_writer;
};
using Geometry = decltype(std::declval<Session>().held(nullptr));

/// A column as geometries, and the tree over them.
class Side {
 public:
  Side(const Session& session, const GeometryColumn& column)
      : m_session(session), m_tree(GEOSSTRtree_create_r(session, 10)), m_rows(column.size()) {
    m_geometries.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
      m_geometries.push_back(session.read(column.wkb(row)));
      m_rows[row] = row;
      GEOSSTRtree_insert_r(session, m_tree, m_geometries[row].get(), &m_rows[row]);
    }
  }
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;
  ~Side() { GEOSSTRtree_destroy_r(m_session, m_tree); }

  std::size_t size() const { return m_geometries.size(); }
  const GEOSGeometry* operator[](std::size_t row) const { return m_geometries[row].get(); }
  std::vector<std::size_t> near(const GEOSGeometry* geometry) const {
    std::vector<std::size_t> rows;
    GEOSSTRtree_query_r(
        m_session, m_tree, geometry,
        [](void* row, void* found) {
          static_cast<std::vector<std::size_t>*>(found)->push_back(*static_cast<std::size_t*>(row));
        },
        &rows);
    return rows;
  }

 private:
  const Session& m_session;
  GEOSSTRtree* m_tree;
  std::vector<std::size_t> m_rows;
  std::vector<Geometry> m_geometries;
};

GEOSGeometry* common(const Session& session, const GEOSGeometry* a, const GEOSGeometry* b, double grid_size) {
  return grid_size > 0 ? GEOSIntersectionPrec_r(session, a, b, grid_size) : GEOSIntersection_r(session, a, b);
}

/// The fewer rows of the two sides are prepared, as they are asked most.
void add_intersections(const Session& session, const Side& many, const Side& few, double grid_size,
                       Totals& totals) {
  for (std::size_t row = 0; row < few.size(); ++row) {
    const auto prepared = session.prepared(few[row]);
    for (const std::size_t other : many.near(few[row])) {
      if (GEOSPreparedContainsProperly_r(session, prepared.get(), many[other]) == 1)
        session.write(many[other], totals);
      else if (GEOSPreparedIntersects_r(session, prepared.get(), many[other]) == 1)
        session.write(session.held(common(session, many[other], few[row], grid_size)).get(), totals);
    }
  }
}

void add_rests(const Session& session, const Side& of, const Side& others, double grid_size, Totals& totals) {
  for (std::size_t row = 0; row < of.size(); ++row) {
    std::vector<GEOSGeometry*> met;
    const auto prepared = session.prepared(of[row]);
    for (const std::size_t other : others.near(of[row]))
      if (GEOSPreparedIntersects_r(session, prepared.get(), others[other]) == 1)
        met.push_back(GEOSGeom_clone_r(session, others[other]));
    if (met.empty()) {
      session.write(of[row], totals);
      continue;
    }
    const auto all = session.held(GEOSGeom_createCollection_r(session, GEOS_GEOMETRYCOLLECTION, met.data(),
                                                              static_cast<unsigned>(met.size())));
    const auto cover = session.held(grid_size > 0 ? GEOSUnaryUnionPrec_r(session, all.get(), grid_size)
                                                  : GEOSUnaryUnion_r(session, all.get()));
    session.write(session
                      .held(grid_size > 0 ? GEOSDifferencePrec_r(session, of[row], cover.get(), grid_size)
                                          : GEOSDifference_r(session, of[row], cover.get()))
                      .get(),
                  totals);
  }
}

}  // namespace

Totals geos_intersection(const GeometryColumn& a, const GeometryColumn& b, double grid_size) {
  const Session session;
  const Side many(session, a), few(session, b);
  Totals totals;
  add_intersections(session, many, few, grid_size, totals);
  return totals;
}

Totals geos_identity(const GeometryColumn& a, const GeometryColumn& b, double grid_size) {
  const Session session;
  const Side many(session, a), few(session, b);
  Totals totals;
  add_intersections(session, many, few, grid_size, totals);
  add_rests(session, many, few, grid_size, totals);
  return totals;
}

Totals geos_union(const GeometryColumn& a, const GeometryColumn& b, double grid_size) {
  const Session session;
  const Side many(session, a), few(session, b);
  Totals totals;
  add_intersections(session, many, few, grid_size, totals);
  add_rests(session, many, few, grid_size, totals);
  add_rests(session, few, many, grid_size, totals);
  return totals;
}

Totals geos_dissolve(const GeometryColumn& column, const std::vector<std::uint32_t>& groups,
                     double grid_size) {
  const Session session;
  std::map<std::uint32_t, std::vector<GEOSGeometry*>> members;
  for (std::size_t row = 0; row < column.size(); ++row)
    members[groups[row]].push_back(session.read(column.wkb(row)).release());
  Totals totals;
  for (auto& [group, rows] : members) {
    const auto all = session.held(GEOSGeom_createCollection_r(session, GEOS_GEOMETRYCOLLECTION, rows.data(),
                                                              static_cast<unsigned>(rows.size())));
    session.write(session
                      .held(grid_size > 0 ? GEOSUnaryUnionPrec_r(session, all.get(), grid_size)
                                          : GEOSUnaryUnion_r(session, all.get()))
                      .get(),
                  totals);
  }
  return totals;
}

Totals geos_dissolved_buffer(const GeometryColumn& column, double distance) {
  const Session session;
  std::vector<GEOSGeometry*> buffers;
  for (std::size_t row = 0; row < column.size(); ++row)
    buffers.push_back(GEOSBuffer_r(session, session.read(column.wkb(row)).get(), distance, 8));
  const auto all = session.held(GEOSGeom_createCollection_r(session, GEOS_GEOMETRYCOLLECTION, buffers.data(),
                                                            static_cast<unsigned>(buffers.size())));
  Totals totals;
  session.write(session.held(GEOSUnaryUnion_r(session, all.get())).get(), totals);
  return totals;
}

}  // namespace jingwei
