// Who and what lies within reach of a facility, county by county, and where are the gaps?
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/facility_reach.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "analyses/owned_rows.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct CoverageOptions {
  Length distance = 1_km;
  Duration time = 15_min;
  Length edge_width = 50_m;
};

Description coverage_description() {
  return describe<CoverageOptions>("coverage")
      .title({"设施覆盖", "Coverage"})
      .summary({"多少人口和面积在设施服务范围内，缺口在哪里？",
                "How many people and how much area do facilities cover, and where are the gaps?"})
      .reads("facilities", {"设施点", "facilities"}, {}, {GeometryForm::point})
      .reads("population", {"人口", "population"}, {"population"}, {}, Presence::optional)
      .reads("admin_units", {"区县", "counties"}, {"admin_units"})
      .reads("base",
             {"应覆盖的范围；没有则为整个区县", "area that should be covered; without it, the whole county"},
             {}, {GeometryForm::polygon}, Presence::optional)
      .reads_network("network", {"出行网络；没有则按直线距离", "network; without one, straight lines"},
                     Presence::optional)
      .option("distance", &CoverageOptions::distance,
              {"直线距离上限；没有网络时使用", "straight-line limit; used without a network"},
              between("1 m", "500 km"))
      .option("time", &CoverageOptions::time,
              {"出行时间上限；有网络时使用", "time limit; used with a network"}, between("1 s", "24 h"))
      .option("edge-width", &CoverageOptions::edge_width,
              {"可达道路向每侧绘制的宽度", "how far to each side reached streets are drawn"},
              between("1 m", "1 km"))
      .writes("by_unit", sum_by_key)
      .writes("gaps", owned)
      .needs("population")
      .writes("gap_areas", stitch)
      // The nearest facility of a cell that is not covered can be anywhere.
      .sees_everything()
      .cites(
          "Toregas, C., Swain, R., ReVelle, C., Bergman, L. (1971). The location of emergency service "
          "facilities. Operations Research 19, 1363–1373 (the covering standard).");
}

/// One coverage question in one window.
class Coverage {
 public:
  Coverage(const Window& in, const CoverageOptions& options, Context& context)
      : m_in(in),
        m_context(context),
        m_units(in["admin_units"]),
        m_facilities(in["facilities"]),
        m_reach(in, m_facilities, {options.distance, options.time, options.edge_width}, m_result.issues,
                context),
        m_sources(m_units.rows()) {}

  Result run() {
    locate_facilities();
    if (people_known()) cover_people();
    cover_area();
    write_by_unit();
    return std::move(m_result);
  }

 private:
  bool people_known() const { return m_in.has("population"); }

  void locate_facilities() {
    m_count.resize(m_units.rows());
    const std::vector<Point> points = representative_points(m_facilities.geometry(), m_context);
    const std::vector<std::uint32_t> unit = covering(points, m_units.geometry(), m_context);
    for (std::uint32_t row = 0; row < m_facilities.rows(); ++row) {
      if (!m_in.owns(points[row])) continue;
      if (unit[row] == no_row) {
        m_result.issues.push_back(outside_units(m_facilities, row, points[row]));
        continue;
      }
      ++m_count[unit[row]];
      m_sources[unit[row]].add(m_facilities, row, people_known() ? 0 : 1);
    }
  }

  void cover_people() {
    const Layer cells = owned_rows(m_in, "population", m_context);
    const std::vector<Point> points = representative_points(cells.geometry(), m_context);
    const std::vector<std::uint32_t> unit = covering(points, m_units.geometry(), m_context);
    const std::vector<NearestFacility> near = m_reach.nearest(cells, points, m_result.issues, m_context);
    Layer gaps = output_layer("coverage_gaps", m_in.crs());
    std::vector<Provenance> sources;
    for (std::uint32_t row = 0; row < cells.rows(); ++row) {
      if (unit[row] == no_row)
        m_result.issues.push_back(outside_units(cells, row, points[row]));
      else if (near[row].row != no_row)
        m_sources[unit[row]].add(m_facilities, near[row].row, 0);
      if (!m_reach.covers(near[row])) write_gap(cells, row, unit[row], near[row], gaps, sources);
    }
    m_people = people_in(cells);
    m_people_covered =
        people_in(cells.take(rows_where(cells, [&](auto row) { return m_reach.covers(near[row]); })));
    for (std::size_t row = 0; row < m_units.rows(); ++row) m_sources[row].add(m_people->provenance[row]);
    set_provenance(gaps, sources);
    m_result.layers.emplace_back("gaps", std::move(gaps));
  }

  Sums people_in(const Layer& cells) {
    return sum_within(cells, "people", m_units.geometry(), Overlap::first_zone, m_in.grid_size(), m_context);
  }

  void write_gap(const Layer& cells, std::uint32_t row, std::uint32_t unit, const NearestFacility& near,
                 Layer& gaps, std::vector<Provenance>& sources) {
    const auto number = [](std::optional<double> value) { return value ? Value{*value} : Value{}; };
    Provenance& source = sources.emplace_back();
    source.add(cells, row);
    if (near.row != no_row) source.add(m_facilities, near.row);
    gaps.append(cells.geometry().wkb(row),
                {{"cell_id", cells.key().as_text(row)},
                 {"people", cells["people"].value(row)},
                 {"nearest_m", number(near.distance_m)},
                 {"nearest_min", number(near.time_min)},
                 {"nearest_key", near.row == no_row ? Value{} : Value{m_facilities.key().as_text(near.row)}},
                 {"unit_code", unit == no_row ? Value{} : Value{m_units.key().as_text(unit)}}});
  }

  /// The area that facilities serve inside the core, as one row.
  GeometryColumn served() {
    if (m_in.has("network")) return m_reach.streets(m_context);
    const auto within = m_reach.within_distance(m_base, m_context);
    for (std::size_t unit = 0; unit < within.size(); ++unit)
      for (const std::uint32_t row : within[unit]) m_sources[unit].add(m_facilities, row, 0);
    return m_reach.disks(m_context);
  }

  /// What of each unit should be covered, inside the core: one row a unit.
  GeometryColumn base() {
    GeometryColumn units = m_in.in_core(m_units.geometry(), m_context);
    if (!m_in.has("base")) return units;
    const Layer& layer = m_in["base"];
    const Pieces pieces =
        intersection(units, m_in.in_core(layer.geometry(), m_context), m_in.grid_size(), m_context);
    for (std::size_t i = 0; i < pieces.source_a.size(); ++i)
      m_sources[pieces.source_a[i]].add(layer, pieces.source_b[i], 0);
    m_result.certificate.add(pieces.certificate);
    return dissolve(pieces.geometry, pieces.source_a, static_cast<std::uint32_t>(m_units.rows()),
                    m_in.grid_size(), m_context);
  }

  /// Both what is covered and what should be are summed over the same pieces, so that a share never exceeds
  /// 100 % by their rounding to the grid.
  void cover_area() {
    m_base = base();
    const GeometryColumn area = served();
    const Pieces pieces = identity(m_base, area, m_in.grid_size(), m_context);
    m_result.certificate.add(pieces.certificate);
    const std::vector<double> areas = areas_m2(pieces.geometry, m_in.crs(), m_context);
    m_base_m2.resize(m_units.rows());
    m_covered_m2.resize(m_units.rows());
    Layer gap_areas = output_layer("coverage_gap_areas", m_in.crs());
    std::vector<Provenance> sources;
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const std::uint32_t unit = pieces.source_a[i];
      m_base_m2[unit] += areas[i];
      if (pieces.source_b[i] != no_row) {
        m_covered_m2[unit] += areas[i];
        continue;
      }
      gap_areas.append(pieces.geometry.wkb(i), {{"unit_code", m_units.key().as_text(unit)},
                                                {"name_zh", m_units["name_zh"].value(unit)}});
      sources.emplace_back().add(m_units, unit);
    }
    set_provenance(gap_areas, sources);
    m_result.layers.emplace_back("gap_areas", std::move(gap_areas));
  }

  void write_by_unit() {
    Layer by_unit = output_layer("coverage_by_unit", m_in.crs());
    const std::vector<bool> own = m_in.owned(m_units, m_context);
    for (std::uint32_t row = 0; row < m_units.rows(); ++row) {
      m_sources[row].add(m_units, row, !people_known() && own[row] ? 1 : 0);
      by_unit.append(m_units.geometry().wkb(row),
                     {{"unit_code", m_units.key().as_text(row)},
                      {"facilities", m_count[row]},
                      {"people", m_people ? Value{m_people->values[row]} : Value{}},
                      {"people_covered", m_people ? Value{m_people_covered->values[row]} : Value{}},
                      {"base_m2", m_base_m2[row]},
                      {"covered_m2", m_covered_m2[row]}});
    }
    copy_unit_names(m_units, by_unit);
    set_provenance(by_unit, m_sources);
    m_result.layers.emplace_back("by_unit", std::move(by_unit));
  }

  const Window& m_in;
  Context& m_context;
  const Layer& m_units;
  const Layer& m_facilities;
  Result m_result;
  FacilityReach m_reach;
  std::vector<std::int64_t> m_count;  // the facilities of each unit
  std::optional<Sums> m_people, m_people_covered;
  GeometryColumn m_base;
  std::vector<double> m_base_m2, m_covered_m2;
  std::vector<Provenance> m_sources;  // of each unit
};

Result coverage_run(const Window& in, const CoverageOptions& options, Context& context) {
  return Coverage(in, options, context).run();
}

void coverage_finish(Result& whole, const CoverageOptions&, Context& context) {
  measure(whole.layer("gap_areas"), context);
  Layer& units = whole.layer("by_unit");
  add_share(units, "people_covered", "people", "people_covered_pct");
  add_share(units, "covered_m2", "base_m2", "covered_pct");

  whole.figures.push_back({"units", static_cast<double>(units.rows())});
  for (const char* field : {"facilities", "base_m2", "covered_m2"})
    whole.figures.push_back({field, total(units, field)});
  add_share(whole, "covered_pct", total(units, "covered_m2"), total(units, "base_m2"));
  if (!whole.has("gaps")) return;  // no population
  for (const char* field : {"people", "people_covered"})
    whole.figures.push_back({field, total(units, field)});
  add_share(whole, "people_covered_pct", total(units, "people_covered"), total(units, "people"));
}

}  // namespace

Analysis coverage_analysis() {
  return make_analysis(&coverage_description, &coverage_run, &coverage_finish);
}

}  // namespace jingwei
