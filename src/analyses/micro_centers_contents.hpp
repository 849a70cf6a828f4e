#pragma once
#include <vector>

#include "analyses/window.hpp"
#include "layer/operations.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// What catchments hold, one value for each; empty where the layer is not given. Overlapping parks and zones
/// count each place once, in zones the strictest wins.
struct CatchmentContents {
  Sums people;
  std::vector<double> jobs;
  std::vector<double> park_m2;
  std::vector<double> protected_m2, prohibited_m2, restricted_m2, advisory_m2;
  std::vector<Provenance> others;  ///< of jobs, parks and zones, without weight
};
/// Reads the roles population, jobs, parks and conservation_zones; adds to issues and certificate of
/// `result`.
CatchmentContents contents_of(const Window& in, const GeometryColumn& catchments, Result& result,
                              Context& context);

/// The rows of a layer that count in this window's core: its own points, and all polygons, of which the part
/// in the core counts.
Layer countable(const Window& in, const Layer& layer, Context& context);

/// Adds the job sites inside each area to its sources, without weight.
void add_job_sources(const Layer& jobs, const GeometryColumn& areas, std::vector<Provenance>& sources,
                     Context& context);

}  // namespace jingwei
