#pragma once
#include <vector>

#include "layer/fault.hpp"
#include "layer/prepare.hpp"

namespace jingwei {

/// The geometry of a source in the study's CRS, a row for every source row.
struct PreparedGeometry {
  GeometryColumn
      geometry;  ///< valid where it can be used; of rows set aside: what there is, to locate issues
  std::vector<Fault> faults;  ///< by row
};

/// Whether the prepared layer has geometry: its definition asks for it, or allows it and the source has some.
bool spatial(const LayerDefinition& definition, const RawLayer& raw);

/// Datum undone, repaired, reprojected, checked against the forms that the definition allows. Faults:
/// null_geometry, empty_geometry, invalid_geometry, wrong_geometry_type, not_projectable (and others that the
/// repair kernel names). A collection keeps its parts of the highest dimension that is allowed. Input Errors:
/// no geometry, no CRS, a displaced datum on a CRS that is not geographic.
PreparedGeometry prepare_geometry(const RawLayer& raw, const Preparation& how, const Crs& study_crs,
                                  Context& context);

}  // namespace jingwei
