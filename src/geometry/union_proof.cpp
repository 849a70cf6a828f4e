#include "geometry/union_proof.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/inside_point.hpp"
#include "geometry/overlay_row.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_locator.hpp"
#include "geometry/spatial_index.hpp"

namespace jingwei {
namespace {

/// The rows of a union where places are looked for.
class Rows {
 public:
  explicit Rows(std::span<const Wkb> rows) : m_rows(rows), m_index(envelopes_of(rows)) {}

  bool any_near(Point place, double tolerance) const {
    return any(place, tolerance, [&](GridRow& row) { return row.near(place, tolerance); });
  }
  bool any_deep(Point place, double tolerance) const {
    return any(place, tolerance, [&](GridRow& row) { return row.deep_inside(place, tolerance); });
  }

 private:
  static std::vector<Envelope> envelopes_of(std::span<const Wkb> rows) {
    std::vector<Envelope> envelopes;
    envelopes.reserve(rows.size());
    for (const Wkb row : rows) envelopes.push_back(envelope_of(row));
    return envelopes;
  }

  template <class Holds>
  bool any(Point place, double tolerance, const Holds& holds) const {
    std::vector<std::uint32_t> candidates;
    m_index.query(place, tolerance, candidates);
    return std::ranges::any_of(candidates, [&](std::uint32_t row) {
      GridRow candidate(m_rows[row]);
      return holds(candidate);
    });
  }

  std::span<const Wkb> m_rows;
  SpatialIndex m_index;
};

/// Does `holds` accept every one of so many? Asked in parallel.
bool all_of(std::size_t count, Context& context, const std::function<bool(std::size_t)>& holds) {
  std::vector<std::uint8_t> held(count, 0);
  parallel_for(count, context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) held[i] = holds(i) ? 1 : 0;
  });
  return std::ranges::all_of(held, [](std::uint8_t yes) { return yes != 0; });
}

}  // namespace

void RowWitnesses::add(std::span<const Rings> row) {
  for (const Rings& polygon : row) {
    if (const auto inside = inside_point(polygon)) places.push_back(*inside);
    area += planar_area(polygon);
    for (const Path& ring : polygon) border += planar_length(ring);
  }
}

void RowWitnesses::add(const RowWitnesses& other) {
  places.insert(places.end(), other.places.begin(), other.places.end());
  area += other.area;
  border += other.border;
}

void prove_union(std::span<const Wkb> row_bytes, const RowWitnesses& witnesses, std::span<const Rings> united,
                 double grid_size, Context& context) {
  const double tolerance = witness_tolerance(grid_size);
  const Rows rows(row_bytes);
  const PolygonLocator locator(united);
  double area = 0;
  for (const Rings& polygon : united) area += planar_area(polygon);

  const bool no_larger = area <= witnesses.area * (1 + 1e-9) + tolerance * witnesses.border;
  const bool holds_only = all_of(united.size(), context, [&](std::size_t i) {
    const auto inside = inside_point(united[i]);
    return !inside || rows.any_near(*inside, tolerance);
  });
  const bool holds_all = all_of(witnesses.places.size(), context, [&](std::size_t i) {
    const Point place = witnesses.places[i];
    return locator.inside(place) || locator.border_within(place, tolerance) ||
           !rows.any_deep(place, tolerance);
  });
  if (no_larger && holds_only && holds_all) return;
  throw error(
      ErrorKind::failed,
      {"{} 行的并集在此精度网格上未能得到证明；请用更粗的 precision",
       "a union of {} rows could not be certified on this precision grid; choose a coarser precision"},
      row_bytes.size());
}

}  // namespace jingwei
