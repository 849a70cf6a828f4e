#pragma once
#include <any>
#include <functional>
#include <string_view>
#include <vector>

#include "analyses/description.hpp"
#include "analyses/window.hpp"
#include "base/context.hpp"
#include "layer/result.hpp"

namespace jingwei {

/// One question: describes itself, runs. `run` gives the layers of one window; `finish` computes what cannot
/// be added (shares, means) and the figures, once all windows are combined. Layers of a window that the
/// description does not name are for `finish` alone: put together as owned rows, and gone afterwards.
struct Analysis {
  Description description;
  std::function<Result(const Window&, const std::any& options, Context&)> run;
  std::function<void(Result& whole, const std::any& options, Context&)> finish;
};

/// An Analysis from the functions of its file.
template <class Options>
Analysis make_analysis(Description (*description)(), Result (*run)(const Window&, const Options&, Context&),
                       void (*finish)(Result&, const Options&, Context&)) {
  return {description(),
          [run](const Window& window, const std::any& options, Context& context) {
            return run(window, std::any_cast<const Options&>(options), context);
          },
          [finish](Result& whole, const std::any& options, Context& context) {
            finish(whole, std::any_cast<const Options&>(options), context);
          }};
}

/// All analyses, sorted by name; and one of them, or nothing.
const std::vector<Analysis>& analyses();
const Analysis* find_analysis(std::string_view name);

/// The layers, networks and rasters that take an analysis' roles, and the timetables that those networks
/// carry.
struct Inputs {
  std::vector<std::pair<std::string, const Layer*>> layers;      ///< role → layer, or several
  std::vector<std::pair<std::string, const Network*>> networks;  ///< role → network, or several
  std::vector<const TransitNetwork*> timetables = {};
  std::vector<std::pair<std::string, const Raster*>> rasters = {};  ///< role → raster
};

/// Runs an analysis over `columns` × `rows` windows of the extent of its inputs (1 × 1: the whole), combines
/// their layers and finishes. Layers of the result are named `<name>_<thing>`. The result does not depend on
/// the number of windows. Issues that several windows found are told once. Errors: input where a required
/// role is not given, a role is unknown, options contradict each other, or a layer has another CRS.
Result run_analysis(const Analysis& analysis, const std::string& name, const Inputs& inputs,
                    const std::any& options, const Crs& crs, Length precision, int columns, int rows,
                    Context& context);

}  // namespace jingwei
