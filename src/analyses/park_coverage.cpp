// Which homes have a park within the radius that the standard asks for, and which within a walk?
#include <algorithm>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/park_coverage_homes.hpp"
#include "analyses/park_coverage_services.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "geometry/spatial_index.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

template <>
std::vector<Choice> choices_of<ParkRule>() {
  std::vector<Choice> choices;
  for (const ParkRule rule : park_rules) choices.push_back({std::string(to_text(rule)), title_of(rule)});
  return choices;
}

namespace {

struct ParkCoverageOptions {
  ParkRule rule = ParkRule::gbt_50563_2010;
  Length walking_limit = 500_m;
};

std::optional<Length> reach(const ParkCoverageOptions& options) {
  return std::max(largest_service_radius(), entrance_reach(options.walking_limit));
}

Description park_coverage_description() {
  return describe<ParkCoverageOptions>("park-coverage")
      .title({"公园绿地服务半径覆盖率", "Park service-radius coverage"})
      .summary({"各区县建成区内有多少居住用地在公园服务半径内，多少步行可达，盲区在哪里？",
                "How much of the homes in built-up areas has a park within the statutory radius or a walk, "
                "and where are the gaps?"})
      .reads("parks", {"公园绿地", "parks"}, {"parks"})
      .reads("land_use", {"用地（居住）", "land use (homes)"}, {"land_use"})
      .reads("built_up_areas", {"建成区", "built-up areas"}, {"built_up_areas"})
      .reads("admin_units", {"区县", "counties"}, {"admin_units"})
      .reads("population",
             {"人口；没有则用建成区自带的人口", "population; without it that of built-up areas"},
             {"population"}, {}, Presence::optional)
      .reads("park_entrances", {"公园出入口", "park entrances"}, {"park_entrances"}, {}, Presence::optional)
      .reads_network("network", {"步行网络", "walking network"}, Presence::optional)
      .option("rule", &ParkCoverageOptions::rule,
              {"采用的标准：覆盖率下限", "the standard whose floor the coverage must meet"})
      .option("walking-limit", &ParkCoverageOptions::walking_limit,
              {"沿路网到公园出入口的步行距离上限", "longest walk along the network to an entrance"},
              between("100 m", "3 km"))
      .writes("by_unit", sum_by_key)
      .writes("gaps", stitch)
      .writes("service_areas", stitch)
      .halo(&reach)
      .cites("GB/T 50563-2010 城市园林绿化评价标准 (service radius of park green space)")
      .cites("GB 55014-2021 园林绿化工程项目规范 (mandatory floors: coverage above 80 %, 8.0 m² per head)");
}

/// One park question in one window; every measure is of its core.
class ParkCoverage {
 public:
  ParkCoverage(const Window& in, const ParkCoverageOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_units(in["admin_units"].take(rows_by_key(in["admin_units"]))),
        m_homes(homes_of(in, m_units, context)),
        m_sources(m_units.rows()) {
    m_result.certificate.add(m_homes.certificate);
    for (std::size_t i = 0; i < m_homes.rows.size(); ++i) {
      const auto [parcel, built_up_area, unit] = m_homes.rows[i];
      m_sources[unit].add(in["land_use"], parcel, m_homes.areas_m2[i]);
      m_sources[unit].add(in["built_up_areas"], built_up_area, 0);
    }
  }

  Result run() {
    serve_by_radius();
    if (m_in.has("network") && m_in.has("park_entrances")) serve_by_walk();
    count_parks();
    const std::vector<double> people = urban_people(m_in, m_units, m_homes, m_sources, m_context);
    write_by_unit(people);
    return std::move(m_result);
  }

 private:
  void serve_by_radius() {
    const ParkServices services = services_by_radius(m_in, m_context);
    const ServiceAreas areas = service_areas(m_in, services, m_context);
    const Pieces pieces = identity(m_homes.by_unit, areas.geometry, m_in.grid_size(), m_context);
    m_served_m2 = joined_m2(
        pieces, [&](std::size_t i) { return pieces.source_b[i] == no_row ? no_row : pieces.source_a[i]; });
    write_gaps(pieces);
    m_result.layers.emplace_back("service_areas", layer_of(areas, m_in));
    note_parks(services);
  }

  /// The parks that a unit's figures stand on, by envelopes: one just beyond its homes may be among them,
  /// which can only make the confidence lower.
  void note_parks(const ParkServices& services) {
    const SpatialIndex homes(m_homes.parts.envelopes());
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < services.rows.size(); ++i) {
      homes.query(services.geometry.envelope(i), near);
      for (const std::uint32_t home : near)
        m_sources[m_homes.rows[home].unit].add(m_in["parks"], services.rows[i], 0);
    }
  }

  /// The area of the pieces of each unit, each place once.
  template <class UnitOf>
  std::vector<double> joined_m2(const Pieces& pieces, UnitOf&& unit_of) {
    m_result.certificate.add(pieces.certificate);
    std::vector<std::uint32_t> unit;
    for (std::size_t i = 0; i < pieces.source_a.size(); ++i) unit.push_back(unit_of(i));
    const auto units = static_cast<std::uint32_t>(m_units.rows());
    return areas_m2(dissolve(pieces.geometry, unit, units, m_in.grid_size(), m_context), m_in.crs(),
                    m_context);
  }

  void write_gaps(const Pieces& pieces) {
    Layer gaps = output_layer("park_coverage_gaps", m_in.crs());
    std::vector<Provenance> sources;
    for (std::size_t i = 0; i < pieces.source_a.size(); ++i) {
      if (pieces.source_b[i] != no_row) continue;
      const std::uint32_t unit = pieces.source_a[i];
      gaps.append(pieces.geometry.wkb(i),
                  {{"unit_code", m_units.key().as_text(unit)}, {"name_zh", m_units["name_zh"].value(unit)}});
      sources.push_back(m_sources[unit]);
    }
    set_provenance(gaps, sources);
    m_result.layers.emplace_back("gaps", std::move(gaps));
  }

  void serve_by_walk() {
    const WalkServices services =
        services_by_walk(m_in, m_units.geometry(), m_options.walking_limit, m_result.issues, m_context);
    const Pieces inside = intersection(m_homes.by_unit, services.geometry, m_in.grid_size(), m_context);
    for (std::size_t i = 0; i < inside.source_a.size(); ++i)
      for (const std::uint32_t entrance : services.entrances[inside.source_b[i]])
        m_sources[inside.source_a[i]].add(m_in["park_entrances"], entrance, 0);
    m_walking_served_m2 = joined_m2(inside, [&](std::size_t i) { return inside.source_a[i]; });
  }

  /// The park area of each unit inside built-up areas, whatever the size of the park, each place once.
  void count_parks() {
    const Layer& parks = m_in["parks"];
    const Pieces pieces =
        intersection(m_in.in_core(parks.geometry(), m_context), m_homes.urban, m_in.grid_size(), m_context);
    const std::vector<double> areas = areas_m2(pieces.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < areas.size(); ++i)
      m_sources[pieces.source_b[i]].add(parks, pieces.source_a[i], areas[i]);
    m_park_m2 = joined_m2(pieces, [&](std::size_t i) { return pieces.source_b[i]; });
  }

  void write_by_unit(const std::vector<double>& people) {
    const std::vector<double> homes_m2 = areas_m2(m_homes.by_unit, m_in.crs(), m_context);
    Layer by_unit = output_layer("park_coverage_by_unit", m_in.crs());
    for (std::uint32_t row = 0; row < m_units.rows(); ++row) {
      m_sources[row].add(m_units, row, 0);
      by_unit.append(
          m_units.geometry().wkb(row),
          {{"unit_code", m_units.key().as_text(row)},
           {"rule", std::string(to_text(m_options.rule))},
           {"homes_m2", homes_m2[row]},
           {"served_m2", m_served_m2[row]},
           {"walking_served_m2", m_walking_served_m2.empty() ? Value{} : Value{m_walking_served_m2[row]}},
           {"park_m2", m_park_m2[row]},
           {"people", people[row]}});
    }
    copy_unit_names(m_units, by_unit);
    set_provenance(by_unit, m_sources);
    m_result.layers.emplace_back("by_unit", std::move(by_unit));
  }

  const Window& m_in;
  const ParkCoverageOptions& m_options;
  Context& m_context;
  Layer m_units;
  Homes m_homes;
  std::vector<Provenance> m_sources;  // of each unit
  std::vector<double> m_served_m2, m_walking_served_m2, m_park_m2;
  Result m_result;
};

Result park_coverage_run(const Window& in, const ParkCoverageOptions& options, Context& context) {
  return ParkCoverage(in, options, context).run();
}

void park_coverage_finish(Result& whole, const ParkCoverageOptions& options, Context& context) {
  measure(whole.layer("gaps"), context);
  measure(whole.layer("service_areas"), context);
  Layer& units = whole.layer("by_unit");
  add_share(units, "served_m2", "homes_m2", "coverage_pct");
  const bool walking = [&] {
    for (std::size_t row = 0; row < units.rows(); ++row)
      if (!units["walking_served_m2"].is_null(row)) return true;
    return false;
  }();
  if (walking) add_share(units, "walking_served_m2", "homes_m2", "walking_pct");
  double meeting = 0;
  double with_homes = 0;
  for (std::size_t row = 0; row < units.rows(); ++row) {
    if (const double people = units["people"].number_or(row, 0); people > 0)
      units.column("park_m2_per_person").set(row, units["park_m2"].number_or(row, 0) / people);
    if (units["coverage_pct"].is_null(row)) continue;
    const bool meets = meets_floor(options.rule, units["coverage_pct"].number(row));
    units.column("meets_floor").set(row, meets);
    ++with_homes;
    if (meets) ++meeting;
  }

  const auto figure = [&](std::string name, double value) {
    whole.figures.push_back({std::move(name), value});
  };
  const double homes_m2 = total(units, "homes_m2");
  const double people = total(units, "people");
  figure("homes_m2", homes_m2);
  figure("served_m2", total(units, "served_m2"));
  add_share(whole, "coverage_pct", total(units, "served_m2"), homes_m2);
  if (walking) {
    figure("walking_served_m2", total(units, "walking_served_m2"));
    add_share(whole, "walking_pct", total(units, "walking_served_m2"), homes_m2);
  }
  figure("gap_m2", total(whole.layer("gaps"), "area_m2"));
  figure("park_m2", total(units, "park_m2"));
  figure("people", people);
  if (people > 0) figure("park_m2_per_person", total(units, "park_m2") / people);
  figure("units_with_homes", with_homes);
  figure("units_meeting_floor", meeting);
}

}  // namespace

Analysis park_coverage_analysis() {
  return make_analysis(&park_coverage_description, &park_coverage_run, &park_coverage_finish);
}

}  // namespace jingwei
