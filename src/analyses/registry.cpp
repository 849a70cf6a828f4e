#include <algorithm>

#include "analyses/analysis.hpp"

namespace jingwei {

// One function for each file of this folder that holds a question; one row for each in the table, by name.
Analysis accessibility_analysis();
Analysis apportion_analysis();
Analysis buffer_analysis();
Analysis centrality_analysis();
Analysis centroid_analysis();
Analysis clean_coverage_analysis();
Analysis conservation_conflict_analysis();
Analysis coverage_analysis();
Analysis dissolve_analysis();
Analysis events_along_lines_analysis();
Analysis hull_analysis();
Analysis isochrone_analysis();
Analysis locate_along_lines_analysis();
Analysis merge_lines_analysis();
Analysis micro_centers_analysis();
Analysis nearest_facility_analysis();
Analysis network_change_analysis();
Analysis od_matrix_analysis();
Analysis overlay_analysis();
Analysis park_coverage_analysis();
Analysis points_along_lines_analysis();
Analysis raster_to_points_analysis();
Analysis route_analysis();
Analysis service_area_analysis();
Analysis simplify_analysis();
Analysis tabulate_area_analysis();
Analysis trunk_network_analysis();
Analysis union_analysis();
Analysis voronoi_analysis();
Analysis zonal_statistics_analysis();

const std::vector<Analysis>& analyses() {
  static const std::vector<Analysis> table{
      accessibility_analysis(),
      apportion_analysis(),
      buffer_analysis(),
      centrality_analysis(),
      centroid_analysis(),
      clean_coverage_analysis(),
      conservation_conflict_analysis(),
      coverage_analysis(),
      dissolve_analysis(),
      events_along_lines_analysis(),
      hull_analysis(),
      isochrone_analysis(),
      locate_along_lines_analysis(),
      merge_lines_analysis(),
      micro_centers_analysis(),
      nearest_facility_analysis(),
      network_change_analysis(),
      od_matrix_analysis(),
      overlay_analysis(),
      park_coverage_analysis(),
      points_along_lines_analysis(),
      raster_to_points_analysis(),
      route_analysis(),
      service_area_analysis(),
      simplify_analysis(),
      tabulate_area_analysis(),
      trunk_network_analysis(),
      union_analysis(),
      voronoi_analysis(),
      zonal_statistics_analysis(),
  };
  return table;
}

const Analysis* find_analysis(std::string_view name) {
  const auto found = std::ranges::find_if(
      analyses(), [&](const Analysis& analysis) { return analysis.description.name == name; });
  return found == analyses().end() ? nullptr : &*found;
}

}  // namespace jingwei
