#include "analyses/travel_times.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>

#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {
namespace {

std::unordered_map<std::string, std::uint32_t> rows_of_keys(const Layer& layer) {
  std::unordered_map<std::string, std::uint32_t> rows;
  for (std::uint32_t row = 0; row < layer.rows(); ++row) rows.emplace(layer.key().as_text(row), row);
  return rows;
}

Issue table_note(const Layer& table, const std::string& kind, Text reason, Text action) {
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = kind;
  issue.layer = table.name();
  issue.reason = std::move(reason);
  issue.action = std::move(action);
  return issue;
}

Issue not_in_table(const Layer& layer, std::size_t row, const Layer& table) {
  return row_issue(layer, row, "no_travel_times",
                   {format("出行时间表 {} 中没有此地点", table.name()),
                    format("the table of travel times {} does not name it", table.name())},
                   {"视为不可达", "counts as out of reach"});
}

std::vector<NetworkPlace> snapped(const Network& network, const Layer& layer, std::vector<Issue>& issues,
                                  Context& context) {
  if (!layer.spatial())
    throw input_error({"图层“{}”是没有位置的表：网络出行时间需要几何",
                       "layer “{}” is a table without places: travel times on a network need geometry"},
                      layer.name());
  return network.snap(layer, places_of(layer, context), issues, context);
}

/// A pair as the table states it.
struct Pair {
  std::uint32_t row, other;
  Cost cost;
};

}  // namespace

std::vector<Point> places_of(const Layer& layer, Context& context) {
  constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
  if (!layer.spatial()) return std::vector<Point>(layer.rows(), Point{nowhere, nowhere});
  return representative_points(layer.geometry(), context);
}

std::vector<const Network*> travel_sources(const Window& in) {
  if (in.has("network") == in.has("travel_times"))
    throw input_error({"请给出 network 或 travel_times 之一（现在{}）",
                       "give either a network or a table of travel times (travel_times), not {}"},
                      in.has("network") ? Text{"两者都有", "both"} : Text{"两者都没有", "neither"});
  const auto networks = in.networks("network");
  if (networks.empty()) return {nullptr};
  return {networks.begin(), networks.end()};
}

TravelTimes::TravelTimes(const Window& in, const Network* source, std::string_view role, const Layer& rows,
                         const Layer& others, Network::Direction direction, const DepartureWindow& when,
                         std::vector<double> percentiles, std::vector<Issue>& issues, Context& context)
    : m_direction(direction),
      m_known(rows.rows(), 0),
      m_network(source),
      m_timetable(source == nullptr ? nullptr : in.timetable(*source)),
      m_transit(transit_options(when)),
      m_percentiles(std::move(percentiles)),
      m_columns(others.rows()) {
  if (m_timetable == nullptr) m_percentiles.resize(1);
  if (m_network == nullptr)
    read_table(in["travel_times"], in[role], rows, others, issues);
  else
    read_network(rows, others, issues, context);
}

void TravelTimes::read_network(const Layer& rows, const Layer& others, std::vector<Issue>& issues,
                               Context& context) {
  m_places = snapped(*m_network, rows, issues, context);
  m_others = snapped(*m_network, others, issues, context);
  for (std::size_t row = 0; row < m_places.size(); ++row) m_known[row] = m_places[row].snapped() ? 1 : 0;
}

void TravelTimes::read_table(const Layer& table, const Layer& whole, const Layer& rows, const Layer& others,
                             std::vector<Issue>& issues) {
  const bool from = m_direction == Network::Direction::from_place;
  const Column& row_keys = table[from ? "origin" : "destination"];
  const Column& other_keys = table[from ? "destination" : "origin"];
  // Notes count over the whole layer, so that every window tells the same.
  const auto whole_of = rows_of_keys(whole), row_of = rows_of_keys(rows), other_of = rows_of_keys(others);
  std::vector<std::uint32_t> owned(whole.rows(), no_row);
  for (const auto& [key, row] : whole_of)
    if (const auto own = row_of.find(key); own != row_of.end()) owned[row] = own->second;
  std::vector<Pair> pairs;
  std::vector<std::uint8_t> named(others.rows(), 0);
  std::size_t unknown = 0;
  for (std::uint32_t line = 0; line < table.rows(); ++line) {
    m_table_sources.add(table, line, 0);
    const auto row = whole_of.find(row_keys.as_text(line));
    const auto other = other_of.find(other_keys.as_text(line));
    if (row != whole_of.end() && owned[row->second] != no_row) m_known[owned[row->second]] = 1;
    if (other != other_of.end()) named[other->second] = 1;
    if (row == whole_of.end() || other == other_of.end()) {
      ++unknown;
    } else if (!table["time_s"].is_null(line)) {
      pairs.push_back({row->second, other->second, to_cost(Duration{table["time_s"].number(line)})});
    }
  }
  const auto order = [](const Pair& pair) { return std::tie(pair.row, pair.other, pair.cost); };
  std::ranges::sort(pairs, {}, order);
  const auto same = [](const Pair& a, const Pair& b) { return a.row == b.row && a.other == b.other; };
  const auto first_repeated = std::unique(pairs.begin(), pairs.end(), same);
  if (const auto repeated = pairs.end() - first_repeated; repeated > 0)
    issues.push_back(
        table_note(table, "duplicate_pair",
                   {format("{} 对地点重复出现", repeated), format("{} pairs are there twice", repeated)},
                   {"取较短的时间", "the shorter time counts"}));
  pairs.erase(first_repeated, pairs.end());
  if (unknown > 0)
    issues.push_back(table_note(
        table, "unknown_place",
        {format("{} 对地点不在 {} 或 {} 中", unknown, whole.name(), others.name()),
         format("{} pairs name places that are not in {} and {}", unknown, whole.name(), others.name())},
        {"未使用", "not used"}));
  for (std::size_t row = 0; row < rows.rows(); ++row)
    if (m_known[row] == 0) issues.push_back(not_in_table(rows, row, table));
  for (std::size_t row = 0; row < others.rows(); ++row)
    if (named[row] == 0) issues.push_back(not_in_table(others, row, table));
  m_first.assign(rows.rows() + 1, 0);
  std::erase_if(pairs, [&](const Pair& pair) { return owned[pair.row] == no_row; });
  for (Pair& pair : pairs) pair.row = owned[pair.row];  // which keeps their order
  for (const Pair& pair : pairs) ++m_first[pair.row + 1];
  for (std::size_t row = 0; row < rows.rows(); ++row) m_first[row + 1] += m_first[row];
  for (const Pair& pair : pairs) m_entries.push_back({pair.other, pair.cost});
}

std::optional<double> TravelTimes::snap_m(std::size_t row) const {
  return m_network != nullptr && known(row) ? std::optional(m_places[row].snap_m) : std::nullopt;
}

void TravelTimes::for_each_row(Cost limit, Context& context, const Visit& visit) const {
  if (m_timetable != nullptr) return ride(limit, context, visit);
  if (m_network != nullptr) {
    m_network->for_each_place(m_places, m_others, limit, m_direction, context,
                              [&](std::size_t row, std::span<const Cost> costs) {
                                visit(row, {costs, {}});
                              });
    return;
  }
  parallel_for(m_known.size(), context, [&](std::size_t begin, std::size_t end) {
    std::vector<Cost> costs(m_columns, unreachable);
    for (std::size_t row = begin; row < end; ++row) {
      const auto entries = std::span(m_entries).subspan(m_first[row], m_first[row + 1] - m_first[row]);
      for (const Entry& entry : entries)
        if (entry.cost <= limit) costs[entry.other] = entry.cost;
      visit(row, {costs, {}});
      for (const Entry& entry : entries) costs[entry.other] = unreachable;
    }
  });
}

/// Towards the rows: the journeys of all others, turned round.
void TravelTimes::ride(Cost limit, Context& context, const Visit& visit) const {
  if (m_direction == Network::Direction::from_place)
    return m_timetable->for_each_origin(m_places, m_others, m_transit, limit, context,
                                        [&](std::size_t row, std::span<const Cost> times) {
                                          visit(row, {costs_at(times, m_columns, m_percentiles), times});
                                        });
  std::vector<Cost> costs(m_places.size() * m_percentiles.size() * m_columns);
  const auto of_row = [&](std::size_t row) {
    const std::size_t size = m_percentiles.size() * m_columns;
    return std::span(costs).subspan(row * size, size);
  };
  m_timetable->for_each_origin(
      m_others, m_places, m_transit, limit, context, [&](std::size_t other, std::span<const Cost> times) {
        const auto found = costs_at(times, m_places.size(), m_percentiles);
        for (std::size_t i = 0; i < found.size(); ++i)
          of_row(i % m_places.size())[i / m_places.size() * m_columns + other] = found[i];
      });
  parallel_for(m_places.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) visit(row, {of_row(row), {}});
  });
}

std::vector<std::vector<Network::NearestPlace>> TravelTimes::nearest(std::size_t count, Cost limit,
                                                                     Context& context) const {
  if (m_network != nullptr && m_timetable == nullptr)
    return m_network->nearest(m_places, m_others, count, limit, m_direction, context);
  std::vector<std::vector<Network::NearestPlace>> result(m_known.size());
  for_each_row(limit, context, [&](std::size_t row, const Times& times) {
    const std::span<const Cost> costs = times.costs.first(m_columns);
    for (std::uint32_t other = 0; other < costs.size(); ++other)
      if (costs[other] != unreachable) result[row].push_back({other, costs[other]});
    std::ranges::sort(result[row], {}, [](const Network::NearestPlace& place) {
      return std::pair(place.cost, place.destination);
    });
    result[row].resize(std::min(count, result[row].size()));
  });
  return result;
}

}  // namespace jingwei
