#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "analyses/window.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// What of a source lies in a target (no_row: in none), inside the core of a window: m² of polygons, m of
/// lines, 1 of what has a place only. `weight`: its area times the densities there, where densities are
/// given.
struct ApportionPart {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double measure = 0;
  std::optional<double> weight;
};

/// A source inside the core, whatever targets there are.
struct ApportionWhole {
  double measure = 0;
  std::optional<double> weight;
  double tolerance = 0;  ///< how far rounding to the grid may move the measure of the whole source
  bool place() const { return measure > 0 && tolerance == 0; }
};

/// How the sources of a window are divided among its targets; of one kind, or null where there are none.
struct Apportionment {
  GeometryKind kind = GeometryKind::null;
  std::vector<ApportionPart> parts;    ///< by source, then target
  std::vector<ApportionWhole> wholes;  ///< one for each source
};

/// Divides the rows of `input` among the polygons of `target`. A point belongs to the first target that
/// covers it; so does a polygon or line that vanishes on the grid, with its representative point; a source
/// without geometry lies in no target (both are told). `densities`: one for each row of `weights`, where that
/// role is given and the sources are polygons. Errors (input): sources of several kinds.
Apportionment apportioned(const Window& in, const std::vector<double>& densities, Result& result,
                          Context& context);

}  // namespace jingwei
