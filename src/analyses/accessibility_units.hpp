#pragma once
#include <optional>
#include <span>
#include <vector>

#include "analyses/accessibility_measures.hpp"
#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// What was found of one origin.
struct AccessibilityAnswer {
  std::optional<double> nearest_min;          ///< nothing: none within reach
  std::uint32_t nearest = no_row;             ///< of the destinations
  std::vector<std::optional<double>> values;  ///< of the measures; empty: the origin is not on the network
  Provenance reached;                         ///< the destinations that count in it, without weight
  std::uint32_t unit = no_row;                ///< the county
};

/// Counties with the people of their origins: how many reach anything, how long, and within each limit.
Layer accessibility_by_unit(const Window& in, const Layer& units, const Layer& origins,
                            std::span<const AccessibilityAnswer> answers,
                            const AccessibilityOptions& options);
/// Their means and shares, once all windows are combined.
void finish_accessibility_by_unit(Layer& units, const AccessibilityOptions& options);

/// The figures come from the origins, those outside all counties included.
void add_accessibility_figures(Result& whole, const AccessibilityOptions& options);

}  // namespace jingwei
