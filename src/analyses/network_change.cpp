// What does a new or closed line change, for each place and each pair?
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/network_change_units.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/outside_units.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/travel_times.hpp"
#include "geometry/join.hpp"

namespace jingwei {

using namespace literals;

namespace {

Description network_change_description() {
  using Options = NetworkChangeOptions;
  return describe<Options>("network-change")
      .title({"路网变化", "Network change"})
      .summary({"一条新线或一处中断，使每个地点、每对地点的时间变化多少？",
                "What does a new or closed line change: for each place, and for each pair of places?"})
      .reads_network("before", {"变化之前的网络", "the network before"}, Presence::required)
      .reads_network("after", {"变化之后的网络", "the network after"}, Presence::required)
      .reads("places", {"地点（人口、车站、微中心等）", "places (people, stations, towns)"}, {},
             {GeometryForm::point, GeometryForm::polygon})
      .reads("destinations",
             {"目的地；没有则为各地点之间", "destinations; without them the places themselves"}, {},
             {GeometryForm::point, GeometryForm::polygon}, Presence::optional)
      .reads("admin_units", {"区县", "counties"}, {"admin_units"}, {}, Presence::optional)
      .option("limits", &Options::limits,
              {"出行时限，升序，含等于", "travel-time limits, ascending, inclusive"},
              between("0.1 min", "24 h"))
      .option("opportunities", &Options::opportunities,
              {"目的地的机会数字段；没有则每个目的地计 1",
               "field of what a destination offers; without one each destination counts 1"})
      .option(
          "people", &Options::people,
          {"地点的人口字段；没有此字段则不计人口", "people at a place; without the field nobody is counted"},
          field_of("places"))
      .option("threshold", &Options::threshold,
              {"时间变化达到多少才列出，含等于", "the least change of a time that is listed, inclusive"},
              between("0 s", "24 h"))
      .option("max-time", &Options::max_time,
              {"时间上限，含等于：更远的视为不可达",
               "time limit, inclusive: what is farther counts as out of reach"},
              between("1 min", "48 h"))
      .writes("places", owned)
      .writes("pairs", owned)
      .writes("by_unit", sum_by_key)
      .needs("admin_units")
      .sees_everything()  // a destination can be as far as the network carries
      .cites(
          "Gutiérrez, J. (2001). Location, economic potential and daily accessibility: an analysis of the "
          "accessibility impact of the high-speed line Madrid–Barcelona–French border. Journal of Transport "
          "Geography 9, 229–242 (accessibility with and without a line).");
}

std::string_view to_text(WayChange change) {
  switch (change) {
    case WayChange::faster:
      return "faster";
    case WayChange::slower:
      return "slower";
    case WayChange::newly_reached:
      return "newly_reached";
    case WayChange::no_longer_reached:
      return "no_longer_reached";
    case WayChange::unchanged:
    case WayChange::never_reached:
      break;
  }
  return {};
}

Value minutes_or_null(double cost_ms) {
  return std::isfinite(cost_ms) ? Value{cost_ms / 60000} : Value{};
}

/// The question in one window: for the places that it owns.
class NetworkChange {
 public:
  NetworkChange(const Window& in, const NetworkChangeOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_places(owned_rows(in, "places", context)),
        m_points(places_of(m_places, context)),
        m_among_themselves(!in.has("destinations")),
        m_destinations(destinations_of(in)),
        m_destination_points(places_of(m_destinations, context)),
        m_offers(weights_of(m_destinations, options.opportunities, m_result.issues)),
        m_pairs(output_layer("network_change_pairs", in.crs())),
        m_answers(m_places.rows()) {
    for (std::uint32_t row = 0; row < m_destinations.rows(); ++row)
      m_destination_of.emplace(m_destinations.key().as_text(row), row);
  }

  Result run() {
    if (m_places.has(m_options.people)) require_numbers(m_places, m_options.people);
    compare();
    const bool units = m_in.has("admin_units");
    if (units) locate();
    write_places();
    set_provenance(m_pairs, m_pair_sources);
    m_result.layers.emplace_back("pairs", std::move(m_pairs));
    if (units)
      m_result.layers.emplace_back("by_unit",
                                   network_change_by_unit(m_in, m_units, m_places, m_answers, m_options));
    return std::move(m_result);
  }

 private:
  static Layer destinations_of(const Window& in) {
    const Layer& all = in[in.has("destinations") ? "destinations" : "places"];
    return all.take(rows_by_key(all));
  }

  std::vector<NetworkPlace> snapped(const char* network, const Layer& layer, std::span<const Point> points) {
    return m_in.network(network).snap(layer, points, m_result.issues, m_context);
  }

  /// Some places at a time, so that memory does not grow with all pairs.
  void compare() {
    const auto from_before = snapped("before", m_places, m_points),
               from_after = snapped("after", m_places, m_points);
    const auto to_before = snapped("before", m_destinations, m_destination_points);
    const auto to_after = snapped("after", m_destinations, m_destination_points);
    constexpr std::size_t costs_at_once = std::size_t{1} << 23U;
    const std::size_t step =
        std::max<std::size_t>(16, costs_at_once / std::max<std::size_t>(1, to_before.size()));
    const Cost limit = to_cost(m_options.max_time);
    for (std::size_t first = 0; first < m_places.rows(); first += step) {
      const std::size_t count = std::min(step, m_places.rows() - first);
      const auto before = m_in.network("before").costs(std::span(from_before).subspan(first, count),
                                                       to_before, limit, m_context);
      const auto after = m_in.network("after").costs(std::span(from_after).subspan(first, count), to_after,
                                                     limit, m_context);
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = first + i, columns = to_before.size();
        m_answers[row].on_before = from_before[row].snapped();
        m_answers[row].on_after = from_after[row].snapped();
        answer(static_cast<std::uint32_t>(row),
               milliseconds(row, std::span(before).subspan(i * columns, columns)),
               milliseconds(row, std::span(after).subspan(i * columns, columns)));
      }
    }
  }

  /// A place is no destination of its own.
  std::vector<double> milliseconds(std::size_t row, std::span<const Cost> costs) const {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> ms(costs.size());
    std::ranges::transform(costs, ms.begin(), [](Cost cost) { return cost == unreachable ? never : cost; });
    if (m_among_themselves) ms[m_destination_of.at(m_places.key().as_text(row))] = never;
    return ms;
  }

  void answer(std::uint32_t row, const std::vector<double>& before, const std::vector<double>& after) {
    PlaceChange& answer = m_answers[row];
    const double threshold_ms = m_options.threshold.s * 1000;
    answer.times = time_change(before, after, m_offers, threshold_ms);
    std::vector<double> limits_ms;
    for (const Duration limit : m_options.limits) limits_ms.push_back(limit.s * 1000);
    answer.within_before = cumulative(before, m_offers, limits_ms);
    answer.within_after = cumulative(after, m_offers, limits_ms);
    for (std::uint32_t other = 0; other < before.size(); ++other) {
      if (!std::isfinite(before[other]) && !std::isfinite(after[other])) continue;
      answer.reached.add(m_destinations, other, 0);
      const std::string_view change = to_text(way_change(before[other], after[other], threshold_ms));
      if (!change.empty()) append_pair(row, other, before[other], after[other], change);
    }
  }

  void append_pair(std::uint32_t row, std::uint32_t other, double before, double after,
                   std::string_view change) {
    const std::string a = m_places.key().as_text(row), b = m_destinations.key().as_text(other);
    const Point from = m_points[row], to = m_destination_points[other];
    const std::vector<std::uint8_t> line =
        from == to ? std::vector<std::uint8_t>{} : wkb_of_lines(std::vector<Path>{{from, to}});
    m_pairs.append(line, {{"pair_id", joined_key(a, b, '|')},
                          {"origin", a},
                          {"destination", b},
                          {"change", std::string(change)},
                          {"before_min", minutes_or_null(before)},
                          {"after_min", minutes_or_null(after)},
                          {"change_min", minutes_or_null(after - before)}});
    Provenance& source = m_pair_sources.emplace_back();
    source.add(m_places, row);
    source.add(m_destinations, other);
  }

  void locate() {
    m_units = m_in["admin_units"].take(rows_by_key(m_in["admin_units"]));
    const std::vector<std::uint32_t> unit = covering(m_points, m_units.geometry(), m_context);
    for (std::uint32_t row = 0; row < m_places.rows(); ++row) {
      m_answers[row].unit = unit[row];
      if (unit[row] == no_row) m_result.issues.push_back(outside_units(m_places, row, m_points[row]));
    }
  }

  void write_places() {
    m_result.layers.emplace_back(
        "places", network_change_places(m_in, m_units, m_places, m_destinations, m_answers, m_options));
  }

  const Window& m_in;
  const NetworkChangeOptions& m_options;
  Context& m_context;
  Result m_result;
  Layer m_places;
  std::vector<Point> m_points;
  bool m_among_themselves;
  Layer m_destinations;
  std::vector<Point> m_destination_points;
  std::vector<double> m_offers;  // by destination
  std::map<std::string, std::uint32_t, std::less<>> m_destination_of;
  Layer m_pairs;
  std::vector<Provenance> m_pair_sources;
  std::vector<PlaceChange> m_answers;  // by place
  Layer m_units;
};

Result network_change_run(const Window& in, const NetworkChangeOptions& options, Context& context) {
  return NetworkChange(in, options, context).run();
}

void network_change_finish(Result& whole, const NetworkChangeOptions& options, Context&) {
  if (whole.has("by_unit")) finish_network_change_by_unit(whole.layer("by_unit"), options);
  add_network_change_figures(whole);
}

}  // namespace

Analysis network_change_analysis() {
  return make_analysis(&network_change_description, &network_change_run, &network_change_finish);
}

}  // namespace jingwei
