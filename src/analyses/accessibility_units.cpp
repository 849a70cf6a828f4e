#include "analyses/accessibility_units.hpp"

#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"

namespace jingwei {
namespace {

/// People of one county, and how far the nearest destination is from them by one mode.
struct Sums {
  double reached = 0, minutes = 0;
  std::vector<double> within;  // by limit

  void add(double nearest_min, double here, const AccessibilityOptions& options) {
    reached += here;
    minutes += here * nearest_min;
    for (std::size_t i = 0; i < within.size(); ++i)
      if (nearest_min <= options.limits[i].s / 60) within[i] += here;
  }
};

double people_of(const Layer& origins, std::size_t row, const AccessibilityOptions& options) {
  return origins.has(options.people) ? origins[options.people].number_or(row, 0) : 0;
}

Column column_of(std::span<const Sums> sums, auto&& value) {
  Column column(FieldType::real);
  for (const Sums& of_unit : sums) column.append(value(of_unit));
  return column;
}

/// What is found by one mode, as columns of its suffix.
void add_columns(std::span<const Sums> sums, std::string_view suffix, const AccessibilityOptions& options,
                 Layer& by_unit) {
  by_unit.add(format("people_reached{}", suffix),
              column_of(sums, [](const Sums& of_unit) { return of_unit.reached; }));
  by_unit.add(format("people_minutes{}", suffix),
              column_of(sums, [](const Sums& of_unit) { return of_unit.minutes; }));
  for (std::size_t i = 0; i < options.limits.size(); ++i)
    by_unit.add(within_min("people_", options.limits[i], suffix),
                column_of(sums, [i](const Sums& of_unit) { return of_unit.within[i]; }));
}

/// The suffixes of the modes by which a layer has the column `name`, in its order.
std::vector<std::string> suffixes(const Layer& layer, std::string_view name) {
  std::vector<std::string> found;
  for (const Field& field : layer.fields())
    if (field.name == name || field.name.starts_with(format("{}_", name)))
      found.push_back(field.name.substr(name.size()));
  return found;
}

}  // namespace

Layer accessibility_by_unit(const Window& in, const Layer& units, std::span<const std::uint32_t> unit,
                            const Layer& origins, std::span<const AccessibilityMode> modes,
                            const AccessibilityOptions& options) {
  std::vector<double> people(units.rows());
  std::vector<Provenance> sources(units.rows());
  for (std::size_t row = 0; row < unit.size(); ++row) {
    if (unit[row] == no_row) continue;
    const double here = people_of(origins, row, options);
    people[unit[row]] += here;
    for (const AccessibilityMode& mode : modes)
      if (mode.answers[row].nearest_min) sources[unit[row]].add(mode.answers[row].reached);
    sources[unit[row]].add(origins, row, here);
  }
  Layer by_unit = output_layer("accessibility_by_unit", in.crs());
  for (std::uint32_t row = 0; row < units.rows(); ++row) {
    sources[row].add(units, row, 0);
    by_unit.append(units.geometry().wkb(row),
                   {{"unit_code", units.key().as_text(row)}, {"people", people[row]}});
  }
  copy_unit_names(units, by_unit);
  for (const AccessibilityMode& mode : modes) {
    if (mode.mean) continue;
    std::vector<Sums> sums(units.rows(), Sums{0, 0, std::vector<double>(options.limits.size())});
    for (std::size_t row = 0; row < unit.size(); ++row)
      if (unit[row] != no_row && mode.answers[row].nearest_min)
        sums[unit[row]].add(*mode.answers[row].nearest_min, people_of(origins, row, options), options);
    add_columns(sums, mode.suffix, options, by_unit);
  }
  set_provenance(by_unit, sources);
  return by_unit;
}

void finish_accessibility_by_unit(Layer& units, const AccessibilityOptions& options) {
  for (const std::string& suffix : suffixes(units, "people_reached")) {
    Column means(FieldType::real);
    for (std::size_t row = 0; row < units.rows(); ++row) {
      const double reached = units["people_reached" + suffix].number_or(row, 0);
      means.append(reached > 0 ? Value{units["people_minutes" + suffix].number_or(row, 0) / reached}
                               : Value{});
    }
    units.add("mean_minimum_min" + suffix, std::move(means));
    for (const Duration limit : options.limits) {
      Column empty(FieldType::real);
      for (std::size_t row = 0; row < units.rows(); ++row) empty.append_null();
      units.add(within_pct(limit, suffix), std::move(empty));
      add_share(units, within_min("people_", limit, suffix), "people", within_pct(limit, suffix));
    }
  }
}

void add_accessibility_figures(Result& whole, const AccessibilityOptions& options) {
  const Layer& origins = whole.layer("origins");
  const double people = total(origins, "people");
  whole.figures.push_back({"origins", static_cast<double>(origins.rows())});
  whole.figures.push_back({"people", people});
  for (const std::string& suffix : suffixes(origins, "minimum_min")) {
    Sums sums{0, 0, std::vector<double>(options.limits.size())};
    const Column& minimum = origins["minimum_min" + suffix];
    for (std::size_t row = 0; row < origins.rows(); ++row)
      if (!minimum.is_null(row)) sums.add(minimum.number(row), origins["people"].number_or(row, 0), options);
    whole.figures.push_back({"people_reached" + suffix, sums.reached});
    if (sums.reached > 0) whole.figures.push_back({"mean_minimum_min" + suffix, sums.minutes / sums.reached});
    for (std::size_t i = 0; i < options.limits.size(); ++i) {
      whole.figures.push_back({within_min("people_", options.limits[i], suffix), sums.within[i]});
      add_share(whole, within_pct(options.limits[i], suffix), sums.within[i], people);
    }
  }
}

}  // namespace jingwei
