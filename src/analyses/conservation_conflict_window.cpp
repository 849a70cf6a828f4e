#include "analyses/conservation_conflict_window.hpp"

#include <array>

#include "analyses/conservation_conflict_zones.hpp"
#include "analyses/output_layer.hpp"
#include "geometry/buffer.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

/// The projects of one kind: their layer and the ground they take, whole.
struct Projects {
  ProjectKind kind{};
  const Layer& layer;
  GeometryColumn footprints;
};

/// What is added up for zones or counties, by strength.
struct SumsByStrength {
  std::array<double, 3> area_m2{};
  std::array<double, 3> length_m{};
};

/// One conflict question in one window. Every measure is of its core; `combine` adds and joins the windows.
class Conflict {
 public:
  Conflict(const Window& in, Context& context)
      : m_in(in),
        m_context(context),
        m_lines(in["trunk_lines"].take(rows_by_key(in["trunk_lines"]))),
        m_zones(in["conservation_zones"].take(rows_by_key(in["conservation_zones"]))),
        m_strengths(strengths_of(m_zones, m_result.issues)),
        m_faces(zone_faces(in, m_zones, m_strengths, context)),
        m_segments(output_layer("conservation_conflict_segments", in.crs())),
        m_areas(output_layer("conservation_conflict_areas", in.crs())),
        m_length_m(m_zones.rows()),
        m_area_m2(m_zones.rows()),
        m_zone_sources(m_zones.rows()) {
    if (in.has("admin_units")) {
      m_units = in["admin_units"].take(rows_by_key(in["admin_units"]));
      m_unit_sums.resize(m_units.rows());
      m_unit_sources.resize(m_units.rows());
    }
    if (in.has("micro_centers")) m_centers = in["micro_centers"].take(rows_by_key(in["micro_centers"]));
  }

  Result run(Length line_width, Length catchment) {
    cut_lines();
    const std::vector half{Length{line_width.m / 2}};
    cut_areas({ProjectKind::trunk_line, m_lines, footprints(m_lines, half)});
    std::vector<std::int64_t> centers(m_zones.rows());
    if (m_in.has("micro_centers")) {
      const Projects projects{ProjectKind::micro_center, m_centers, footprints(m_centers, {catchment})};
      cut_areas(projects);
      centers = centers_by_zone(projects);
    }
    set_provenance(m_segments, m_segment_sources);
    set_provenance(m_areas, m_area_sources);
    m_result.layers.emplace_back("segments", std::move(m_segments));
    m_result.layers.emplace_back("areas", std::move(m_areas));
    write_by_zone(centers);
    if (m_in.has("admin_units")) write_by_unit();
    return std::move(m_result);
  }

 private:
  static std::size_t place(ControlStrength strength) { return static_cast<std::size_t>(strength); }

  std::string verdict_text(ProjectKind kind, const std::vector<std::uint32_t>& zones) const {
    return std::string(to_text(verdict_of(kind, m_zones, zones, m_strengths)));
  }

  GeometryColumn footprints(const Layer& projects, const std::vector<Length>& distance) {
    return buffer(projects.geometry(), m_in.crs(), distance, m_in.grid_size(), m_context);
  }

  void cut_lines() {
    const GeometryColumn lines = lines_in_core(m_in, m_lines.geometry(), m_context);
    const Pieces pieces = lines_inside(lines, m_faces.geometry, m_in.grid_size(), m_context);
    m_result.certificate.add(pieces.certificate);
    const std::vector<double> lengths = lengths_m(pieces.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      const std::uint32_t line = pieces.source_a[i];
      const std::vector<std::uint32_t>& zones = m_faces.zones[pieces.source_b[i]];
      const std::string strength(to_text(m_faces.strength[pieces.source_b[i]]));
      const std::string ids = zone_ids(m_zones, zones);
      m_segments.append(pieces.geometry.wkb(i),
                        {{"segment_key", key_of({m_lines.key().as_text(line), ids}) + strength},
                         {"line_id", m_lines.key().as_text(line)},
                         {"line_name_zh", m_lines["name_zh"].value(line)},
                         {"zone_id", m_zones.key().as_text(zones.front())},
                         {"zone_name_zh", m_zones["name_zh"].value(zones.front())},
                         {"zones", ids},
                         {"control_strength", strength},
                         {"verdict", verdict_text(ProjectKind::trunk_line, zones)}});
      Provenance& source = m_segment_sources.emplace_back();
      source.add(m_lines, line, lengths[i]);
      for (const std::uint32_t zone : zones) {
        source.add(m_zones, zone, lengths[i]);
        m_length_m[zone] += lengths[i];
        m_zone_sources[zone].add(m_lines, line, 0);
      }
    }
    if (!m_in.has("admin_units")) return;
    const Pieces by_unit = lines_inside(pieces.geometry, m_units.geometry(), m_in.grid_size(), m_context);
    m_result.certificate.add(by_unit.certificate);
    const std::vector<double> parts = lengths_m(by_unit.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::uint32_t unit = by_unit.source_b[i];
      const std::uint32_t face = pieces.source_b[by_unit.source_a[i]];
      m_unit_sums[unit].length_m[place(m_faces.strength[face])] += parts[i];
      m_unit_sources[unit].add(m_lines, pieces.source_a[by_unit.source_a[i]], 0);
      for (const std::uint32_t zone : m_faces.zones[face]) m_unit_sources[unit].add(m_zones, zone, 0);
    }
  }

  /// Footprints of one kind against the faces of zones. Where footprints overlap each project has its row,
  /// and the sums count the place once.
  void cut_areas(const Projects& projects) {
    const Faces ground = faces_of(m_in.in_core(projects.footprints, m_context), m_in.grid_size(), m_context);
    const Pieces pieces = intersection(ground.geometry, m_faces.geometry, m_in.grid_size(), m_context);
    m_result.certificate.add(pieces.certificate);
    const std::vector<double> areas = areas_m2(pieces.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const std::vector<std::uint32_t>& owners = ground.rows[pieces.source_a[i]];
      const std::uint32_t face = pieces.source_b[i];
      for (const std::uint32_t owner : owners)
        write_area(pieces.geometry.wkb(i), projects, owner, face, areas[i]);
      for (const std::uint32_t zone : m_faces.zones[face]) {
        m_area_m2[zone] += areas[i];
        add_sources(m_zone_sources[zone], projects.layer, owners, areas[i]);
        m_zone_sources[zone].add(m_zones, zone, areas[i]);
      }
    }
    if (!m_in.has("admin_units")) return;
    const Pieces by_unit = intersection(pieces.geometry, m_units.geometry(), m_in.grid_size(), m_context);
    m_result.certificate.add(by_unit.certificate);
    const std::vector<double> parts = areas_m2(by_unit.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::uint32_t unit = by_unit.source_b[i];
      const std::uint32_t face = pieces.source_b[by_unit.source_a[i]];
      m_unit_sums[unit].area_m2[place(m_faces.strength[face])] += parts[i];
      add_sources(m_unit_sources[unit], projects.layer, ground.rows[pieces.source_a[by_unit.source_a[i]]],
                  parts[i]);
      add_sources(m_unit_sources[unit], m_zones, m_faces.zones[face], parts[i]);
    }
  }

  void write_area(Wkb wkb, const Projects& projects, std::uint32_t owner, std::uint32_t face,
                  double area_m2) {
    const std::vector<std::uint32_t>& zones = m_faces.zones[face];
    const std::string kind(to_text(projects.kind));
    const std::string id = projects.layer.key().as_text(owner);
    const std::string ids = zone_ids(m_zones, zones);
    const std::string strength(to_text(m_faces.strength[face]));
    m_areas.append(wkb, {{"area_key", key_of({kind, id, ids}) + strength},
                         {"project_kind", kind},
                         {"project_id", id},
                         {"project_name_zh", projects.layer["name_zh"].value(owner)},
                         {"zone_id", m_zones.key().as_text(zones.front())},
                         {"zone_name_zh", m_zones["name_zh"].value(zones.front())},
                         {"zones", ids},
                         {"control_strength", strength},
                         {"verdict", verdict_text(projects.kind, zones)}});
    Provenance& source = m_area_sources.emplace_back();
    source.add(projects.layer, owner, area_m2);
    add_sources(source, m_zones, zones, area_m2);
  }

  /// The micro-centers that this window owns and whose footprint reaches into each zone.
  std::vector<std::int64_t> centers_by_zone(const Projects& projects) {
    const std::vector<bool> own = m_in.owned(projects.layer, m_context);
    const Pieces pieces = intersection(projects.footprints, m_zones.geometry(), m_in.grid_size(), m_context);
    std::vector<std::int64_t> counts(m_zones.rows());
    for (std::size_t i = 0; i < pieces.source_a.size(); ++i)
      if (own[pieces.source_a[i]]) ++counts[pieces.source_b[i]];
    return counts;
  }

  void write_by_zone(const std::vector<std::int64_t>& centers) {
    const std::vector<std::int64_t> counts =
        crossings(m_in, m_lines.geometry(), m_zones.geometry(), m_context);
    Layer by_zone = output_layer("conservation_conflict_by_zone", m_in.crs());
    for (std::uint32_t row = 0; row < m_zones.rows(); ++row) {
      m_zone_sources[row].add(m_zones, row, 0);
      by_zone.append(m_zones.geometry().wkb(row),
                     {{"zone_id", m_zones.key().as_text(row)},
                      {"name_zh", m_zones["name_zh"].value(row)},
                      {"name_en", m_zones["name_en"].value(row)},
                      {"kind", m_zones["kind"].value(row)},
                      {"control_strength", std::string(to_text(m_strengths[row]))},
                      {"crossings", counts[row]},
                      {"length_m", m_length_m[row]},
                      {"area_m2", m_area_m2[row]},
                      {"micro_centers", centers[row]}});
    }
    set_provenance(by_zone, m_zone_sources);
    m_result.layers.emplace_back("by_zone", std::move(by_zone));
  }

  void write_by_unit() {
    Layer by_unit = output_layer("conservation_conflict_by_unit", m_in.crs());
    const auto at = [](const std::array<double, 3>& sums, ControlStrength strength) {
      return Value{sums[place(strength)]};
    };
    using enum ControlStrength;
    for (std::uint32_t row = 0; row < m_units.rows(); ++row) {
      m_unit_sources[row].add(m_units, row, 0);
      const SumsByStrength& sums = m_unit_sums[row];
      by_unit.append(m_units.geometry().wkb(row), {{"unit_code", m_units.key().as_text(row)},
                                                   {"prohibited_m2", at(sums.area_m2, prohibited)},
                                                   {"restricted_m2", at(sums.area_m2, restricted)},
                                                   {"advisory_m2", at(sums.area_m2, advisory)},
                                                   {"prohibited_length_m", at(sums.length_m, prohibited)},
                                                   {"restricted_length_m", at(sums.length_m, restricted)},
                                                   {"advisory_length_m", at(sums.length_m, advisory)}});
    }
    copy_unit_names(m_units, by_unit);
    set_provenance(by_unit, m_unit_sources);
    m_result.layers.emplace_back("by_unit", std::move(by_unit));
  }

  const Window& m_in;
  Context& m_context;
  Result m_result;
  Layer m_lines;
  Layer m_zones;
  std::vector<ControlStrength> m_strengths;  // of the zones
  ZoneFaces m_faces;
  Layer m_segments, m_areas;
  std::vector<Provenance> m_segment_sources, m_area_sources;
  std::vector<double> m_length_m, m_area_m2;  // in each zone
  std::vector<Provenance> m_zone_sources;
  Layer m_centers;
  Layer m_units;
  std::vector<SumsByStrength> m_unit_sums;
  std::vector<Provenance> m_unit_sources;
};

}  // namespace

Result conflict_in(const Window& in, Length line_width, Length catchment, Context& context) {
  return Conflict(in, context).run(line_width, catchment);
}

}  // namespace jingwei
