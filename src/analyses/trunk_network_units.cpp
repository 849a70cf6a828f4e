#include "analyses/trunk_network_units.hpp"

#include <algorithm>
#include <limits>

#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "analyses/travel_times.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"
#include "layer/provenance.hpp"

namespace jingwei {
namespace {

constexpr Length anywhere{3e7};  // farther than half around the earth

Layer by_key(const Window& in, std::string_view role) {
  return in.has(role) ? in[role].take(rows_by_key(in[role])) : Layer();
}

std::string km_column(std::string_view prefix, Length distance, std::string_view unit) {
  return format("{}line_{}_{}", prefix, to_text(distance.m / 1000), unit);
}
std::string min_column(std::string_view prefix, Duration time, std::string_view unit) {
  return format("{}_{}_{}", prefix, to_text(time.s / 60), unit);
}

/// The index of the most; of equals the first. Nothing where all are 0.
std::optional<std::size_t> most(const std::vector<double>& people) {
  const auto found = std::ranges::max_element(people);
  if (found == people.end() || *found == 0) return std::nullopt;
  return static_cast<std::size_t>(found - people.begin());
}

Value mean_of(double sum, double people) {
  return people > 0 ? Value{sum / people} : Value{};
}

}  // namespace

/// What the people of one county add up to.
struct TrunkCells::Sums {
  double people = 0, line_people_m = 0;
  double core_people = 0, core_people_min = 0;        // to the nearest core
  double station_people = 0, station_people_min = 0;  // to the nearest station
  std::vector<double> near_line, near_core;           // people, by line and core
  std::vector<double> to_core, to_core_min;           // people who reach each core, and their minutes
  std::vector<double> within_m, station_within, core_within;
};

TrunkCells::TrunkCells(const Window& in, const TrunkNetworkOptions& options, std::vector<Issue>& issues,
                       Context& context)
    : m_in(in),
      m_options(options),
      m_population(by_key(in, "population")),
      m_lines(by_key(in, "trunk_lines")),
      m_cores(by_key(in, "core_cities")),
      m_stations(by_key(in, "stations")),
      m_points(places_of(m_population, context)),
      m_cells(m_population.rows()) {
  measure_lines(context);
  measure_times(issues, context);
}

void TrunkCells::measure_lines(Context& context) {
  const std::vector<Nearest> near = nearest(m_points, m_lines.geometry(), m_in.crs(), anywhere, context);
  for (std::size_t row = 0; row < m_cells.size(); ++row) {
    m_cells[row].people = m_population["people"].number_or(row, 0);
    m_cells[row].line = near[row].row;
    m_cells[row].line_m = near[row].distance_m;
  }
}

void TrunkCells::measure_times(std::vector<Issue>& issues, Context& context) {
  const Network& network = m_in.network("network");
  const Cost limit = to_cost(m_options.max_time);
  const auto minutes = [](Cost cost) {
    return cost == unreachable ? std::nullopt : std::optional(to_minutes(cost));
  };
  const auto homes = network.snap(m_population, m_points, issues, context);
  const auto cores = network.snap(m_cores, places_of(m_cores, context), issues, context);
  const std::vector<Cost> costs = network.costs(homes, cores, limit, context);
  for (std::size_t row = 0; row < m_cells.size(); ++row)
    for (std::size_t core = 0; core < cores.size(); ++core)
      m_cells[row].core_min.push_back(minutes(costs[row * cores.size() + core]));
  if (!m_in.has("stations")) return;
  const auto stations = network.snap(m_stations, places_of(m_stations, context), issues, context);
  const auto near = network.nearest(homes, stations, limit, context);
  for (std::size_t row = 0; row < m_cells.size(); ++row) m_cells[row].station_min = minutes(near[row].cost);
}

std::vector<double> TrunkCells::people_within_distances() const {
  std::vector<double> people;
  for (const Length distance : m_options.distances) {
    double within = 0;
    for (const Cell& cell : m_cells)
      if (cell.line != no_row && cell.line_m <= distance.m) within += cell.people;
    people.push_back(within);
  }
  return people;
}

TrunkCells::Sums TrunkCells::sums_of(const std::vector<std::uint32_t>& cells) const {
  Sums sums;
  sums.near_line.resize(m_lines.rows());
  sums.near_core.resize(m_cores.rows());
  sums.to_core.resize(m_cores.rows());
  sums.to_core_min.resize(m_cores.rows());
  sums.within_m.resize(m_options.distances.size());
  sums.station_within.resize(m_options.times.size());
  sums.core_within.resize(m_options.times.size());
  const auto add_within = [&](double min, double people, std::vector<double>& within) {
    for (std::size_t i = 0; i < within.size(); ++i)
      if (min <= m_options.times[i].s / 60) within[i] += people;
  };
  for (const std::uint32_t row : cells) {
    const Cell& cell = m_cells[row];
    sums.people += cell.people;
    if (cell.line != no_row) {
      sums.line_people_m += cell.people * cell.line_m;
      sums.near_line[cell.line] += cell.people;
      for (std::size_t i = 0; i < sums.within_m.size(); ++i)
        if (cell.line_m <= m_options.distances[i].m) sums.within_m[i] += cell.people;
    }
    if (cell.station_min) {
      sums.station_people += cell.people;
      sums.station_people_min += cell.people * *cell.station_min;
      add_within(*cell.station_min, cell.people, sums.station_within);
    }
    std::optional<std::size_t> nearest_core;
    for (std::size_t core = 0; core < m_cores.rows(); ++core) {
      if (!cell.core_min[core]) continue;
      sums.to_core[core] += cell.people;
      sums.to_core_min[core] += cell.people * *cell.core_min[core];
      if (!nearest_core || *cell.core_min[core] < *cell.core_min[*nearest_core]) nearest_core = core;
    }
    if (!nearest_core) continue;
    sums.core_people += cell.people;
    sums.core_people_min += cell.people * *cell.core_min[*nearest_core];
    sums.near_core[*nearest_core] += cell.people;
    add_within(*cell.core_min[*nearest_core], cell.people, sums.core_within);
  }
  return sums;
}

void TrunkCells::write_units(Result& result, Context& context) const {
  const Layer units = by_key(m_in, "admin_units");
  const std::vector<std::uint32_t> unit = covering(m_points, units.geometry(), context);
  std::vector<std::vector<std::uint32_t>> cells(units.rows());
  for (std::uint32_t row = 0; row < unit.size(); ++row) {
    if (unit[row] == no_row)
      result.issues.push_back(outside_units(m_population, row, m_points[row]));
    else
      cells[unit[row]].push_back(row);
  }
  const std::vector<bool> own = m_in.owned(units, context);
  const std::vector<std::uint32_t> rows = rows_where(units, [&](auto row) { return own[row]; });
  const std::vector<Point> middles = representative_points(units.geometry(), context);
  const std::vector<Nearest> near = nearest(middles, m_lines.geometry(), m_in.crs(), anywhere, context);

  Layer by_unit = output_layer("trunk_network_by_unit", m_in.crs());
  Layer cores = output_layer("trunk_network_cores", m_in.crs());
  std::vector<std::pair<std::string, Column>> families;
  const auto family = [&](const std::string& name, const Value& value) {
    const auto found = std::ranges::find(families, name, [](const auto& entry) { return entry.first; });
    (found != families.end() ? *found : families.emplace_back(name, Column(FieldType::real)))
        .second.append(value);
  };
  std::vector<Provenance> unit_sources, core_sources;
  for (const std::uint32_t row : rows) {
    const Sums sums = sums_of(cells[row]);
    Provenance& source = unit_sources.emplace_back();
    source.add(units, row, 0);
    for (const std::uint32_t cell : cells[row]) source.add(m_population, cell, m_cells[cell].people);
    // Where nobody lives, the middle of the county tells its line.
    const auto line = sums.people > 0 ? most(sums.near_line) : std::optional<std::size_t>(near[row].row);
    const bool has_line = line && *line != no_row;
    if (has_line) source.add(m_lines, *line, 0);
    const auto core = most(sums.near_core);
    if (core) source.add(m_cores, *core, 0);
    const std::string key = units.key().as_text(row);
    by_unit.append(
        units.geometry().wkb(row),
        {{"unit_code", key},
         {"people", sums.people},
         {"nearest_line", has_line ? Value{m_lines.key().as_text(*line)} : Value{}},
         {"nearest_line_zh", has_line && m_lines.has("name_zh") ? m_lines["name_zh"].value(*line) : Value{}},
         {"line_km", sums.people > 0 ? Value{sums.line_people_m / sums.people / 1000}
                     : has_line      ? Value{near[row].distance_m / 1000}
                                     : Value{}},
         {"station_min", mean_of(sums.station_people_min, sums.station_people)},
         {"core_people", sums.core_people},
         {"core_min", mean_of(sums.core_people_min, sums.core_people)},
         {"nearest_core", core ? Value{m_cores.key().as_text(*core)} : Value{}}});
    const auto share = [&](double part) {
      return sums.people > 0 ? Value{share_pct(part, sums.people)} : Value{};
    };
    for (std::size_t i = 0; i < m_options.distances.size(); ++i) {
      family(km_column("people_", m_options.distances[i], "km"), sums.within_m[i]);
      family(km_column("", m_options.distances[i], "km_pct"), share(sums.within_m[i]));
    }
    for (std::size_t i = 0; i < m_options.times.size(); ++i) {
      family(min_column("people_core", m_options.times[i], "min"), sums.core_within[i]);
      family(min_column("core", m_options.times[i], "min_pct"), share(sums.core_within[i]));
      if (!m_in.has("stations")) continue;
      family(min_column("people_station", m_options.times[i], "min"), sums.station_within[i]);
      family(min_column("station", m_options.times[i], "min_pct"), share(sums.station_within[i]));
    }
    for (std::uint32_t to = 0; to < m_cores.rows(); ++to) {
      const std::string core_key = m_cores.key().as_text(to);
      cores.append({{"pair_id", joined_key(key, core_key, '|')},
                    {"unit_code", key},
                    {"core", core_key},
                    {"people_reaching", sums.to_core[to]},
                    {"mean_min", mean_of(sums.to_core_min[to], sums.to_core[to])}});
      core_sources.push_back(source);
      core_sources.back().add(m_cores, to, 0);
    }
  }
  copy_unit_names(units.take(rows), by_unit);
  for (auto& [name, column] : families) by_unit.add(name, std::move(column));
  set_provenance(by_unit, unit_sources);
  set_provenance(cores, core_sources);
  result.layers.emplace_back("by_unit", std::move(by_unit));
  result.layers.emplace_back("cores", std::move(cores));
}

}  // namespace jingwei
