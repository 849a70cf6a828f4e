#pragma once
#include "base/context.hpp"
#include "geometry/certificate.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

struct Repaired {
  GeometryColumn geometry;      ///< as many rows as before; null where a row was dropped
  std::vector<Defect> defects;  ///< by row
};

/// Valid geometry for every row, by the OGC Simple Features rules. Invalid polygons are made valid where that
/// is unambiguous (the "linework" method of GEOS, kept parts of the row's own dimension only); repeated
/// points are removed; NaN and infinite coordinates, empty geometry and rows that collapse are dropped. Every
/// change is a Defect with its place. Null rows stay null and are a Defect ("null_geometry").
Repaired repair(const GeometryColumn& column, Context& context);

bool is_valid(Wkb wkb);

}  // namespace jingwei
