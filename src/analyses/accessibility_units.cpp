#include "analyses/accessibility_units.hpp"

#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"

namespace jingwei {
namespace {

/// People of one county, and how far the nearest destination is from them.
struct Sums {
  double people = 0, reached = 0, minutes = 0;
  std::vector<double> within;  // by limit
  Provenance sources;

  void add(const AccessibilityAnswer& answer, double here, const AccessibilityOptions& options) {
    people += here;
    if (!answer.nearest_min) return;
    sources.add(answer.reached);
    reached += here;
    minutes += here * *answer.nearest_min;
    for (std::size_t i = 0; i < within.size(); ++i)
      if (*answer.nearest_min <= options.limits[i].s / 60) within[i] += here;
  }
};

}  // namespace

Layer accessibility_by_unit(const Window& in, const Layer& units, const Layer& origins,
                            std::span<const AccessibilityAnswer> answers,
                            const AccessibilityOptions& options) {
  std::vector<Sums> sums(units.rows());
  for (Sums& of_unit : sums) of_unit.within.resize(options.limits.size());
  for (std::size_t row = 0; row < answers.size(); ++row) {
    if (answers[row].unit == no_row) continue;
    Sums& of_unit = sums[answers[row].unit];
    const double people = origins.has(options.people) ? origins[options.people].number_or(row, 0) : 0;
    of_unit.add(answers[row], people, options);
    of_unit.sources.add(origins, row, people);
  }

  Layer by_unit = output_layer("accessibility_by_unit", in.crs());
  std::vector<Column> within(options.limits.size(), Column(FieldType::real));
  std::vector<Provenance> sources;
  for (std::uint32_t row = 0; row < units.rows(); ++row) {
    sources.push_back(sums[row].sources);
    sources.back().add(units, row, 0);
    by_unit.append(units.geometry().wkb(row), {{"unit_code", units.key().as_text(row)},
                                               {"people", sums[row].people},
                                               {"people_reached", sums[row].reached},
                                               {"people_minutes", sums[row].minutes}});
    for (std::size_t i = 0; i < within.size(); ++i) within[i].append(sums[row].within[i]);
  }
  copy_unit_names(units, by_unit);
  for (std::size_t i = 0; i < within.size(); ++i)
    by_unit.add(within_min("people_", options.limits[i]), std::move(within[i]));
  set_provenance(by_unit, sources);
  return by_unit;
}

void finish_accessibility_by_unit(Layer& units, const AccessibilityOptions& options) {
  for (std::size_t row = 0; row < units.rows(); ++row) {
    const double reached = units["people_reached"].number_or(row, 0);
    if (reached > 0)
      units.column("mean_minimum_min").set(row, units["people_minutes"].number_or(row, 0) / reached);
  }
  for (const Duration limit : options.limits) {
    Column empty(FieldType::real);
    for (std::size_t row = 0; row < units.rows(); ++row) empty.append_null();
    units.add(within_pct(limit), std::move(empty));
    add_share(units, within_min("people_", limit), "people", within_pct(limit));
  }
}

void add_accessibility_figures(Result& whole, const AccessibilityOptions& options) {
  const Layer& origins = whole.layer("origins");
  double reached = 0, people_minutes = 0;
  std::vector<double> within(options.limits.size());
  for (std::size_t row = 0; row < origins.rows(); ++row) {
    if (origins["minimum_min"].is_null(row)) continue;
    const double people = origins["people"].number_or(row, 0);
    const double minutes = origins["minimum_min"].number(row);
    reached += people;
    people_minutes += people * minutes;
    for (std::size_t i = 0; i < within.size(); ++i)
      if (minutes <= options.limits[i].s / 60) within[i] += people;
  }
  const double people = total(origins, "people");
  whole.figures.push_back({"origins", static_cast<double>(origins.rows())});
  whole.figures.push_back({"people", people});
  whole.figures.push_back({"people_reached", reached});
  if (reached > 0) whole.figures.push_back({"mean_minimum_min", people_minutes / reached});
  for (std::size_t i = 0; i < within.size(); ++i) {
    whole.figures.push_back({within_min("people_", options.limits[i]), within[i]});
    add_share(whole, within_pct(options.limits[i]), within[i], people);
  }
}

}  // namespace jingwei
