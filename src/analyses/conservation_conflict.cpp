// Where do trunk lines and micro-centers meet conservation zones, and how strictly are those controlled?
#include <algorithm>
#include <array>
#include <set>

#include "analyses/analysis.hpp"
#include "analyses/conservation_conflict_window.hpp"
#include "analyses/conservation_conflict_zones.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct ConservationConflictOptions {
  Length line_width = 100_m;
  Length catchment = 800_m;
};

std::optional<Length> reach(const ConservationConflictOptions& options) {
  return Length{std::max(options.line_width.m / 2, options.catchment.m)};
}

Description conservation_conflict_description() {
  return describe<ConservationConflictOptions>("conservation-conflict")
      .title({"生态保护冲突", "Conservation conflict"})
      .summary({"交通干线与微中心在哪里、以多大范围触及生态保护区域，管控有多严？",
                "Where and how far do trunk lines and micro-centers touch conservation zones, and how "
                "strictly are those controlled?"})
      .reads("trunk_lines", {"交通干线", "trunk lines"}, {"trunk_lines"})
      .reads("micro_centers", {"微中心", "micro-centers"}, {"micro_centers"}, {}, Presence::optional)
      .reads("conservation_zones", {"生态保护区域", "conservation zones"}, {"conservation_zones"})
      .reads("admin_units", {"区县", "counties"}, {"admin_units"}, {}, Presence::optional)
      .option("line-width", &ConservationConflictOptions::line_width,
              {"干线用地的总宽度", "whole width of a trunk line's footprint"}, between("1 m", "10 km"))
      .option("catchment", &ConservationConflictOptions::catchment,
              {"微中心用地的半径", "radius of a micro-center's footprint"}, between("1 m", "20 km"))
      .writes("segments", stitch)
      .writes("areas", stitch)
      .writes("by_zone", sum_by_key)
      .writes("by_unit", sum_by_key)
      .needs("admin_units")
      .halo(&reach)
      .cites(
          "自然资源部 生态环境部 "
          "国家林业和草原局关于加强生态保护红线管理的通知（试行），自然资发〔2022〕142号 "
          "(linear infrastructure in an ecological red line, to be proven unavoidable).");
}

Result conservation_conflict_run(const Window& in, const ConservationConflictOptions& options,
                                 Context& context) {
  return conflict_in(in, options.line_width, options.catchment, context);
}

/// The area of each strength that projects of a kind take, each place once.
std::array<double, 3> areas_by_strength(const Layer& areas, std::string_view kind, double grid_size,
                                        Context& context) {
  std::vector<std::uint32_t> groups;
  for (std::size_t row = 0; row < areas.rows(); ++row)
    groups.push_back(
        areas["project_kind"].text(row) == kind
            ? static_cast<std::uint32_t>(*parse_control_strength(areas["control_strength"].text(row)))
            : no_row);
  const std::vector<double> sums =
      areas_m2(dissolve(areas.geometry(), groups, 3, grid_size, context), areas.crs(), context);
  return {sums[0], sums[1], sums[2]};
}

void conservation_conflict_finish(Result& whole, const ConservationConflictOptions&, Context& context) {
  Layer& segments = whole.layer("segments");
  Layer& areas = whole.layer("areas");
  measure(segments, context);
  measure(areas, context);

  const auto figure = [&](std::string name, double value) {
    whole.figures.push_back({std::move(name), value});
  };
  std::array<double, 3> lengths{};
  for (std::size_t row = 0; row < segments.rows(); ++row)
    lengths[static_cast<std::size_t>(*parse_control_strength(segments["control_strength"].text(row)))] +=
        segments["length_m"].number_or(row, 0);
  std::set<std::string> vetoed;
  for (std::size_t row = 0; row < areas.rows(); ++row)
    if (areas["verdict"].text(row) == "prohibited" && areas["project_kind"].text(row) == "micro_center")
      vetoed.insert(areas["project_id"].text(row));
  // A tenth of a millimetre: pieces lie on the study's grid already, this one only joins them.
  const double grid_size = areas.crs().grid_size(Length{1e-4});
  const auto lines_m2 = areas_by_strength(areas, to_text(ProjectKind::trunk_line), grid_size, context);
  const auto centers_m2 = areas_by_strength(areas, to_text(ProjectKind::micro_center), grid_size, context);

  figure("zones", static_cast<double>(whole.layer("by_zone").rows()));
  figure("crossings", total(whole.layer("by_zone"), "crossings"));
  for (const ControlStrength strength : control_strengths) {
    const auto i = static_cast<std::size_t>(strength);
    figure(format("{}_length_m", to_text(strength)), lengths[i]);
    figure(format("trunk_line_{}_m2", to_text(strength)), lines_m2[i]);
    figure(format("micro_center_{}_m2", to_text(strength)), centers_m2[i]);
  }
  figure("micro_centers_prohibited", static_cast<double>(vetoed.size()));
}

}  // namespace

Analysis conservation_conflict_analysis() {
  return make_analysis(&conservation_conflict_description, &conservation_conflict_run,
                       &conservation_conflict_finish);
}

}  // namespace jingwei
