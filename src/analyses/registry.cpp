#include <algorithm>

#include "analyses/analysis.hpp"

namespace jingwei {

// One function for each file of this folder that holds a question; one row for each in the table, by name.
Analysis buffer_analysis();
Analysis coverage_analysis();
Analysis dissolve_analysis();
Analysis overlay_analysis();
Analysis service_area_analysis();

const std::vector<Analysis>& analyses() {
  static const std::vector<Analysis> table{
      buffer_analysis(),  coverage_analysis(),     dissolve_analysis(),
      overlay_analysis(), service_area_analysis(),
  };
  return table;
}

const Analysis* find_analysis(std::string_view name) {
  const auto found = std::ranges::find_if(
      analyses(), [&](const Analysis& analysis) { return analysis.description.name == name; });
  return found == analyses().end() ? nullptr : &*found;
}

}  // namespace jingwei
