#pragma once
#include <span>

#include "analyses/accessibility_modes.hpp"
#include "analyses/window.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// Counties with the people of their origins: how many reach anything, how long, and within each limit, by
/// each mode but means. `unit` is the county of each origin, or no_row.
Layer accessibility_by_unit(const Window& in, const Layer& units, std::span<const std::uint32_t> unit,
                            const Layer& origins, std::span<const AccessibilityMode> modes,
                            const AccessibilityOptions& options);
/// Their means and shares, once all windows are combined.
void finish_accessibility_by_unit(Layer& units, const AccessibilityOptions& options);

/// The figures come from the origins, those outside all counties included.
void add_accessibility_figures(Result& whole, const AccessibilityOptions& options);

}  // namespace jingwei
