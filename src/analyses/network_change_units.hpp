#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"
#include "layer/result.hpp"
#include "methods/time_change.hpp"

namespace jingwei {

struct NetworkChangeOptions {
  std::vector<Duration> limits{Duration{30 * 60}, Duration{60 * 60}};
  std::optional<std::string> opportunities;
  std::string people = "people";
  Duration threshold{60};
  Duration max_time{2 * 3600};
};

/// What was found of one place; times in milliseconds.
struct PlaceChange {
  bool on_before = false, on_after = false;  ///< whether the networks have a street near it
  TimeChange times;
  std::vector<double> within_before, within_after;  ///< opportunities, by limit
  Provenance reached;                               ///< the destinations that count in it, without weight
  std::uint32_t unit = no_row;                      ///< the county
};

/// One row for each place.
Layer network_change_places(const Window& in, const Layer& units, const Layer& places,
                            const Layer& destinations, std::span<const PlaceChange> answers,
                            const NetworkChangeOptions& options);

/// Counties with sums over their places; their means once all windows are combined.
Layer network_change_by_unit(const Window& in, const Layer& units, const Layer& places,
                             std::span<const PlaceChange> answers, const NetworkChangeOptions& options);
void finish_network_change_by_unit(Layer& units, const NetworkChangeOptions& options);

/// The figures come from places and pairs, those outside all counties included.
void add_network_change_figures(Result& whole);

}  // namespace jingwei
