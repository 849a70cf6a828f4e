#pragma once
#include <string>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/issue.hpp"
#include "layer/provenance.hpp"
#include "methods/conservation_rule.hpp"

namespace jingwei {

/// How strongly each zone controls. A functional zone (made of whole counties) is advisory whatever it says,
/// which is told in `issues` where it says something else.
std::vector<ControlStrength> strengths_of(const Layer& zones, std::vector<Issue>& issues);

/// What the zones of a face mean for a project: the strictest of their verdicts. \pre at least one zone
ControlStrength verdict_of(ProjectKind project, const Layer& zones, std::span<const std::uint32_t> rows,
                           const std::vector<ControlStrength>& strengths);

/// Every place of the zones that a window sees, once: whole, so that what lies on a border of the core is
/// seen from both its sides. Faces and the zones of each: strictest first.
struct ZoneFaces {
  GeometryColumn geometry;
  std::vector<std::vector<std::uint32_t>> zones;  ///< of each face; equally strict ones by key
  std::vector<ControlStrength> strength;          ///< of the first
};
ZoneFaces zone_faces(const Window& in, const Layer& zones, const std::vector<ControlStrength>& strengths,
                     Context& context);

/// The ids of the zones of a face, joined by ";".
std::string zone_ids(const Layer& zones, const std::vector<std::uint32_t>& rows);

/// "trunk_line|line 1|zone 1;zone 2|": the parts of a key, each ended by a bar.
std::string key_of(std::initializer_list<std::string_view> parts);

/// Adds several rows that stand behind one place to its sources: they share its area.
void add_sources(Provenance& sources, const Layer& layer, const std::vector<std::uint32_t>& rows,
                 double area_m2);

/// The parts of lines inside polygons, each place of a line once: along a border that polygons share it falls
/// to the lowest row.
Pieces lines_inside(const GeometryColumn& lines, const GeometryColumn& polygons, double grid_size,
                    Context& context);

/// Lines cut to a window's core. What runs along a border of two cores is in one of them only, so that
/// lengths add up over windows.
GeometryColumn lines_in_core(const Window& in, const GeometryColumn& lines, Context& context);

/// How often lines pass through each zone: the stretches of whole lines inside whole zones, counted by the
/// window whose core holds the lowest vertex of the stretch.
std::vector<std::int64_t> crossings(const Window& in, const GeometryColumn& lines,
                                    const GeometryColumn& zones, Context& context);

}  // namespace jingwei
