#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/accessibility_measures.hpp"
#include "analyses/travel_times.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"

namespace jingwei {

/// What was found of one origin.
struct AccessibilityAnswer {
  std::optional<double> nearest_min;  ///< nothing: none within reach
  std::uint32_t nearest = no_row;     ///< of the destinations
  std::vector<std::optional<double>>
      values;                    ///< of the mode's columns; empty: the origin is not on the network
  std::optional<double> snap_m;  ///< to the network's street
  Provenance reached;            ///< the destinations that count in it, without weight
};

/// One way to travel: a network at one percentile of the departures, or the mean over them. The first network
/// at the first percentile has no suffix, others "_car", "_p90", "_bus_p90", "_mean".
struct AccessibilityMode {
  std::string suffix;
  std::vector<std::string> columns;          ///< of the measures, with the suffix
  std::vector<AccessibilityAnswer> answers;  ///< by origin
  bool mean = false;                         ///< over the departures: of sums only, so there is no nearest
};

/// The answers of all modes, in the order of networks and percentiles, each network's mean after those.
/// Errors (input): those of TravelTimes; two columns of one name.
std::vector<AccessibilityMode> accessibility_modes(const Window& in, const AccessibilityOptions& options,
                                                   const Layer& origins, const Layer& destinations,
                                                   const AccessibilityMeasures& measures,
                                                   std::vector<Issue>& issues, Context& context);

}  // namespace jingwei
