#include "analyses/network_change_units.hpp"

#include <map>

#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"

namespace jingwei {
namespace {

/// "within_30_min_before": the column of a limit.
std::string column_of(std::string_view prefix, Duration limit, std::string_view when) {
  return format("{}within_{}_min_{}", prefix, to_text(limit.s / 60), when);
}

Value minutes(const std::optional<double>& ms) {
  return ms ? Value{*ms / 60000} : Value{};
}
std::optional<double> cost_of(const std::optional<Minimum>& minimum) {
  return minimum ? std::optional(minimum->cost) : std::nullopt;
}
std::optional<double> change(const std::optional<double>& before, const std::optional<double>& after) {
  return before && after ? std::optional(*after - *before) : std::nullopt;
}

double people_at(const Layer& places, std::size_t row, const NetworkChangeOptions& options) {
  return places.has(options.people) ? places[options.people].number_or(row, 0) : 0;
}

/// A column of one figure by limit, for each row.
class LimitColumns {
 public:
  LimitColumns(std::string_view prefix, const std::vector<Duration>& limits) {
    for (const Duration limit : limits)
      for (const char* when : {"before", "after", "change"})
        m_columns.emplace_back(column_of(prefix, limit, when), Column(FieldType::real));
  }
  void append(const std::vector<double>& before, const std::vector<double>& after) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      m_columns[3 * i].second.append(before[i]);
      m_columns[3 * i + 1].second.append(after[i]);
      m_columns[3 * i + 2].second.append(after[i] - before[i]);
    }
  }
  void append_nulls() {
    for (auto& [name, column] : m_columns) column.append_null();
  }
  void add_to(Layer& layer) {
    for (auto& [name, column] : m_columns) layer.add(name, std::move(column));
  }

 private:
  std::vector<std::pair<std::string, Column>> m_columns;
};

/// What the places of one county add up to.
struct Sums {
  double people = 0, compared = 0, before = 0, after = 0;  // people, and people times milliseconds
  double faster = 0, slower = 0;                           // people whose mean time changes
  std::int64_t pairs[4] = {0, 0, 0, 0};
  std::vector<double> within_before, within_after;  // people times opportunities
  Provenance sources;

  void add(const PlaceChange& answer, double here, double threshold_ms) {
    people += here;
    sources.add(answer.reached);
    const TimeChange& times = answer.times;
    const std::size_t counts[] = {times.faster, times.slower, times.newly_reached, times.no_longer_reached};
    for (std::size_t i = 0; i < 4; ++i) pairs[i] += static_cast<std::int64_t>(counts[i]);
    for (std::size_t i = 0; i < within_before.size(); ++i) {
      within_before[i] += here * answer.within_before[i];
      within_after[i] += here * answer.within_after[i];
    }
    if (!times.mean_before) return;
    compared += here;
    before += here * *times.mean_before;
    after += here * *times.mean_after;
    const WayChange change = way_change(*times.mean_before, *times.mean_after, threshold_ms);
    faster += change == WayChange::faster ? here : 0;
    slower += change == WayChange::slower ? here : 0;
  }
};

constexpr const char* pair_counts[] = {"pairs_faster", "pairs_slower", "pairs_newly_reached",
                                       "pairs_no_longer_reached"};

}  // namespace

Layer network_change_places(const Window& in, const Layer& units, const Layer& places,
                            const Layer& destinations, std::span<const PlaceChange> answers,
                            const NetworkChangeOptions& options) {
  Layer layer = output_layer("network_change_places", in.crs());
  LimitColumns within("", options.limits);
  std::vector<Provenance> sources;
  for (std::size_t row = 0; row < answers.size(); ++row) {
    const auto& [on_before, on_after, times, within_before, within_after, reached, unit] = answers[row];
    const auto key = [&](const std::optional<Minimum>& nearest) {
      return nearest ? Value{destinations.key().as_text(nearest->index)} : Value{};
    };
    const auto count = [](bool on, std::size_t number) {
      return on ? Value{static_cast<std::int64_t>(number)} : Value{};
    };
    const bool on = on_before || on_after;
    const auto nearest_before = cost_of(times.nearest_before), nearest_after = cost_of(times.nearest_after);
    layer.append(places.geometry().wkb(row),
                 {{"place", places.key().as_text(row)},
                  {"people", places.has(options.people) ? places[options.people].value(row) : Value{}},
                  {"minimum_before_min", minutes(nearest_before)},
                  {"minimum_after_min", minutes(nearest_after)},
                  {"minimum_change_min", minutes(change(nearest_before, nearest_after))},
                  {"nearest_before", key(times.nearest_before)},
                  {"nearest_after", key(times.nearest_after)},
                  {"mean_before_min", minutes(times.mean_before)},
                  {"mean_after_min", minutes(times.mean_after)},
                  {"mean_change_min", minutes(change(times.mean_before, times.mean_after))},
                  {"reached_before", count(on_before, times.reached_before)},
                  {"reached_after", count(on_after, times.reached_after)},
                  {"faster", count(on, times.faster)},
                  {"slower", count(on, times.slower)},
                  {"newly_reached", count(on, times.newly_reached)},
                  {"no_longer_reached", count(on, times.no_longer_reached)},
                  {"unit_code", unit == no_row ? Value{} : Value{units.key().as_text(unit)}}});
    if (on)
      within.append(within_before, within_after);
    else
      within.append_nulls();
    sources.emplace_back(reached).add(places, row);
  }
  within.add_to(layer);
  set_provenance(layer, sources);
  return layer;
}

Layer network_change_by_unit(const Window& in, const Layer& units, const Layer& places,
                             std::span<const PlaceChange> answers, const NetworkChangeOptions& options) {
  std::vector<Sums> sums(units.rows());
  for (Sums& of_unit : sums) {
    of_unit.within_before.resize(options.limits.size());
    of_unit.within_after.resize(options.limits.size());
  }
  for (std::size_t row = 0; row < answers.size(); ++row) {
    if (answers[row].unit == no_row) continue;
    const double here = people_at(places, row, options);
    sums[answers[row].unit].add(answers[row], here, options.threshold.s * 1000);
    sums[answers[row].unit].sources.add(places, row, here);
  }
  Layer layer = output_layer("network_change_by_unit", in.crs());
  LimitColumns within("people_", options.limits);
  std::vector<Provenance> sources;
  for (std::uint32_t row = 0; row < units.rows(); ++row) {
    const Sums& of_unit = sums[row];
    sources.emplace_back(of_unit.sources).add(units, row, 0);
    layer.append(units.geometry().wkb(row), {{"unit_code", units.key().as_text(row)},
                                             {"people", of_unit.people},
                                             {"people_compared", of_unit.compared},
                                             {"people_minutes_before", of_unit.before / 60000},
                                             {"people_minutes_after", of_unit.after / 60000},
                                             {"people_faster", of_unit.faster},
                                             {"people_slower", of_unit.slower},
                                             {pair_counts[0], of_unit.pairs[0]},
                                             {pair_counts[1], of_unit.pairs[1]},
                                             {pair_counts[2], of_unit.pairs[2]},
                                             {pair_counts[3], of_unit.pairs[3]}});
    within.append(of_unit.within_before, of_unit.within_after);
  }
  copy_unit_names(units, layer);
  within.add_to(layer);
  set_provenance(layer, sources);
  return layer;
}

void finish_network_change_by_unit(Layer& units, const NetworkChangeOptions& options) {
  LimitColumns within("", options.limits);
  for (std::size_t row = 0; row < units.rows(); ++row) {
    const double compared = units["people_compared"].number_or(row, 0);
    const double people = units["people"].number_or(row, 0);
    if (compared > 0) {
      const double before = units["people_minutes_before"].number(row) / compared;
      const double after = units["people_minutes_after"].number(row) / compared;
      units.column("mean_before_min").set(row, before);
      units.column("mean_after_min").set(row, after);
      units.column("mean_change_min").set(row, after - before);
    }
    if (people == 0) {
      within.append_nulls();
      continue;
    }
    std::vector<double> before, after;
    for (const Duration limit : options.limits) {
      before.push_back(units[column_of("people_", limit, "before")].number(row) / people);
      after.push_back(units[column_of("people_", limit, "after")].number(row) / people);
    }
    within.append(before, after);
  }
  within.add_to(units);
}

void add_network_change_figures(Result& whole) {
  const auto add = [&](const char* name, double value) { whole.figures.push_back({name, value}); };
  const Layer& places = whole.layer("places");
  const Layer& pairs = whole.layer("pairs");
  std::map<std::string, double> counts;
  for (std::size_t row = 0; row < pairs.rows(); ++row) ++counts[pairs["change"].text(row)];
  add("places", static_cast<double>(places.rows()));
  for (const char* change : {"faster", "slower", "newly_reached", "no_longer_reached"})
    whole.figures.push_back({format("pairs_{}", change), counts[change]});
  double most_saved = 0, most_lost = 0, people = 0, change_people_min = 0;
  for (std::size_t row = 0; row < places.rows(); ++row) {
    if (places["mean_change_min"].is_null(row)) continue;
    const double change_min = places["mean_change_min"].number(row);
    const double here = places["people"].number_or(row, 0);
    most_saved = std::max(most_saved, -change_min);
    most_lost = std::max(most_lost, change_min);
    people += here;
    change_people_min += here * change_min;
  }
  add("largest_saving_min", most_saved);
  add("largest_loss_min", most_lost);
  if (people > 0) add("mean_change_min", change_people_min / people);
}

}  // namespace jingwei
