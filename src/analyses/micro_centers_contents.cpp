#include "analyses/micro_centers_contents.hpp"

#include <algorithm>

#include "analyses/conservation_conflict_zones.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"

namespace jingwei {
namespace {

/// Where catchments meet the rows of a layer; these become sources of the catchments.
Pieces meet(const Window& in, const GeometryColumn& catchments, const Layer& layer,
            std::vector<Provenance>& sources, Result& result, Context& context) {
  Pieces pieces = intersection(catchments, layer.geometry(), in.grid_size(), context);
  result.certificate.add(pieces.certificate);
  for (std::size_t i = 0; i < pieces.source_a.size(); ++i)
    sources[pieces.source_a[i]].add(layer, pieces.source_b[i], 0);
  return pieces;
}

/// The area that each catchment has in the rows that count, each place once.
std::vector<double> area_in(const Window& in, const Pieces& pieces, std::size_t catchments,
                            const std::vector<bool>& counts, Context& context) {
  std::vector<std::uint32_t> groups;
  for (std::size_t i = 0; i < pieces.source_a.size(); ++i)
    groups.push_back(counts[pieces.source_b[i]] ? pieces.source_a[i] : no_row);
  const GeometryColumn joined =
      dissolve(pieces.geometry, groups, static_cast<std::uint32_t>(catchments), in.grid_size(), context);
  return areas_m2(joined, in.crs(), context);
}

/// Strictest wins: what lies in a restricted zone but in no prohibited one is restricted.
void add_zones(const Window& in, const GeometryColumn& catchments, Result& result,
               CatchmentContents& contents, Context& context) {
  const Layer zones = in["conservation_zones"].take(rows_by_key(in["conservation_zones"]));
  const std::vector<ControlStrength> strengths = strengths_of(zones, result.issues);
  const Pieces pieces = meet(in, catchments, zones, contents.others, result, context);
  const auto at_least = [&](ControlStrength least) {
    std::vector<bool> counts;
    for (const ControlStrength strength : strengths) counts.push_back(strength >= least);
    return area_in(in, pieces, catchments.size(), counts, context);
  };
  const auto without = [](std::vector<double> all, const std::vector<double>& stricter) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::max(0.0, all[i] - stricter[i]);
    return all;
  };
  using enum ControlStrength;
  const std::vector<double> restricting = at_least(restricted);
  contents.prohibited_m2 = at_least(prohibited);
  contents.protected_m2 = at_least(advisory);
  contents.restricted_m2 = without(restricting, contents.prohibited_m2);
  contents.advisory_m2 = without(contents.protected_m2, restricting);
}

}  // namespace

CatchmentContents contents_of(const Window& in, const GeometryColumn& catchments, Result& result,
                              Context& context) {
  CatchmentContents contents;
  contents.others.resize(catchments.size());
  const auto sum = [&](const Layer& layer, std::string_view field) {
    return sum_within(layer, field, catchments, Overlap::every_zone, in.grid_size(), context);
  };
  contents.people = sum(in["population"], "people");
  if (in.has("jobs")) {
    contents.jobs = sum(in["jobs"], "jobs").values;
    add_job_sources(in["jobs"], catchments, contents.others, context);
  }
  if (in.has("parks")) {
    const Layer& parks = in["parks"];
    const Pieces pieces = meet(in, catchments, parks, contents.others, result, context);
    contents.park_m2 = area_in(in, pieces, catchments.size(), std::vector<bool>(parks.rows(), true), context);
  }
  if (in.has("conservation_zones")) add_zones(in, catchments, result, contents, context);
  return contents;
}

Layer countable(const Window& in, const Layer& layer, Context& context) {
  const std::vector<bool> own = in.owned(layer, context);
  return layer.take(rows_where(layer, [&](auto row) {
    return own[row] || kind_of(layer.geometry().wkb(row)) == GeometryKind::polygon;
  }));
}

void add_job_sources(const Layer& jobs, const GeometryColumn& areas, std::vector<Provenance>& sources,
                     Context& context) {
  const auto inside = covered(areas, representative_points(jobs.geometry(), context), context);
  for (std::size_t area = 0; area < inside.size(); ++area)
    for (const std::uint32_t row : inside[area]) sources[area].add(jobs, row, 0);
}

}  // namespace jingwei
