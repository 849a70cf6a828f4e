// What do the values of a raster come to in each zone?
#include <algorithm>
#include <cmath>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "analyses/zonal_cells.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/measure.hpp"
#include "geometry/planar.hpp"
#include "layer/operations.hpp"

namespace jingwei {

enum class ZonalDetail { numbers, distribution, classes };

template <>
std::vector<Choice> choices_of<ZonalDetail>() {
  return {{"numbers", {"计数、总和、平均、标准差、极值", "count, sum, means, deviation, extremes"}},
          {"distribution",
           {"另有中位数、众数、最少的值、不同值个数", "also median, majority, minority and variety"}},
          {"classes", {"另有每个值的面积（分类栅格）", "also the area of each value (rasters of classes)"}}};
}

namespace {

struct ZonalStatisticsOptions {
  ZonalDetail detail = ZonalDetail::numbers;
};

bool classes_written(const ZonalStatisticsOptions& options) {
  return options.detail == ZonalDetail::classes;
}

Description zonal_statistics_description() {
  return describe<ZonalStatisticsOptions>("zonal-statistics")
      .title({"分区统计", "Zonal statistics"})
      .summary(
          {"栅格的值在每个分区内合计、平均是多少？", "What do the values of a raster come to in each zone?"})
      .reads("zones", {"分区面", "the polygons in which values are told"}, {}, {GeometryForm::polygon})
      .reads_raster("raster", {"单波段栅格", "a raster of one band"})
      .option("detail", &ZonalStatisticsOptions::detail, {"统计哪些量", "what is told"})
      .writes("zones", owned)
      .writes_if(&classes_written, "classes", owned)
      .cites(
          "Baston, D. (2023). exactextract: fast and accurate raster zonal statistics (exact cell coverage).")
      .cites(
          "West, D. H. D. (1979). Updating mean and variance estimates: an improved method. Communications "
          "of "
          "the ACM 22, 532–535.");
}

/// The zones in the CRS of the raster, and by how much areas there differ from true ones.
struct ZonesThere {
  GeometryColumn geometry;
  std::vector<double> true_m2;
  std::vector<double> area_scale;
};

ZonesThere zones_there(const Window& in, const Layer& zones, Result& result, Context& context) {
  const Crs& crs = in.raster("raster").crs();
  ZonesThere there;
  there.true_m2 = areas_m2(zones.geometry(), in.crs(), context);
  if (crs.same_as(in.crs())) {
    there.geometry = zones.geometry();
  } else {
    Projected projected = project(zones.geometry(), in.crs(), crs, in.precision(), context);
    for (const std::uint32_t row : projected.failed)
      result.issues.push_back(
          row_issue(zones, row, "not_projected",
                    {"不能转换到栅格的坐标系", "cannot be projected into the raster's CRS"},
                    {"没有统计值", "has no statistics"}));
    there.geometry = std::move(projected.geometry);
  }
  for (std::size_t row = 0; row < there.geometry.size(); ++row) {
    const double plane = crs.geographic() ? 0 : planar_area(there.geometry.wkb(row));
    there.area_scale.push_back(plane > 0 ? there.true_m2[row] / plane : 1);
  }
  return there;
}

/// The shares of a zone that lies in the raster come to its area: an Error where they don't. Returns what
/// lies outside, in cells.
double outside_cells(const Layer& zones, std::size_t row, Wkb there, const RasterGrid& grid,
                     const ZoneCells& cells) {
  const double all = planar_area(there) / (grid.cell_width * grid.cell_height);
  const double outside = all - cells.cells;
  const double rounding = 1e-7 * all + 1e-9;
  const Envelope envelope = envelope_of(there), extent = grid.extent();
  const bool inside =
      extent.contains({envelope.min_x, envelope.min_y}) && extent.contains({envelope.max_x, envelope.max_y});
  if (outside < -rounding || (inside && outside > rounding))
    throw error(ErrorKind::failed,
                {"分区“{}”：像元比例之和 {} 与其面积 {} 不符，结果有误",
                 "zone “{}”: its shares of cells come to {}, its area to {}; the result is wrong"},
                zones.key().as_text(row), cells.cells, all);
  return outside > rounding ? outside : 0;
}

using Row = std::vector<std::pair<std::string_view, Value>>;

void add_numbers(Row& row, const ZoneCells& cells) {
  const WeightedMoments& values = cells.values;
  if (values.weight() <= 0) return;
  row.insert(row.end(), {{"sum", values.sum()},
                         {"mean", values.sum() / values.weight()},
                         {"mean_by_area", cells.value_area_m2 / cells.data_m2},
                         {"std_dev", std::sqrt(std::max(0.0, values.variance()))},
                         {"min", values.min()},
                         {"max", values.max()}});
}

void add_distribution(Row& row, ZoneCells& cells) {
  const auto& entries = cells.distribution.entries();
  if (entries.empty()) return;
  row.insert(row.end(), {{"median", weighted_median(entries)},
                         {"variety", static_cast<std::int64_t>(entries.size())},
                         {"majority", majority(entries)},
                         {"minority", minority(entries)}});
}

void tell_gaps(const Layer& zones, std::uint32_t row, const ZoneCells& cells, double outside_m2,
               double zone_m2, Result& result) {
  if (outside_m2 > 0)
    result.issues.push_back(
        row_issue(zones, row, "outside_raster",
                  {format("{:.2f}% 在栅格之外", 100 * outside_m2 / zone_m2),
                   format("{:.2f} % of it lies outside the raster", 100 * outside_m2 / zone_m2)},
                  {"只统计栅格内的部分", "what lies inside is told"}));
  else if (cells.data_m2 == 0 && zone_m2 > 0)
    result.issues.push_back(row_issue(zones, row, "no_data", {"其内没有有值的像元", "has no cell with data"},
                                      {"没有统计值", "has no statistics"}));
}

Layer classes_table(const Layer& zones, std::vector<ZoneCells>& cells, const std::vector<double>& zone_m2,
                    const Crs& crs) {
  Layer table = output_layer("zonal_statistics_classes", crs);
  std::vector<Provenance> provenance;
  for (std::uint32_t row = 0; row < zones.rows(); ++row)
    for (const auto& entry : cells[row].distribution.entries()) {
      const std::string key = zones.key().as_text(row);
      table.append({{"row_key", joined_key(key, to_text(entry.value), '|')},
                    {"zone_key", key},
                    {"value", entry.value},
                    {"count", entry.weight},
                    {"area_m2", entry.area},
                    {"zone_pct", zone_m2[row] > 0 ? Value{share_pct(entry.area, zone_m2[row])} : Value{}}});
      provenance.emplace_back().add(zones, row, entry.area);
    }
  set_provenance(table, provenance);
  return table;
}

Result zonal_statistics_run(const Window& in, const ZonalStatisticsOptions& options, Context& context) {
  Result result;
  const std::vector<bool> own = in.owned(in["zones"], context);
  const Layer zones = in["zones"].take(rows_where(in["zones"], [&](auto row) { return own[row]; }));
  const Raster& raster = in.raster("raster");
  const ZonesThere there = zones_there(in, zones, result, context);
  const Distribution distribution =
      options.detail == ZonalDetail::numbers ? Distribution::left_out : Distribution::kept;
  std::vector<ZoneCells> cells = zone_cells(raster, there.geometry, there.area_scale, distribution, context);

  Layer table = output_layer("zonal_statistics_zones", in.crs());
  std::vector<std::uint32_t> rows;
  std::vector<Provenance> provenance;
  for (std::uint32_t row = 0; row < zones.rows(); ++row) {
    const double all_cells =
        planar_area(there.geometry.wkb(row)) / (raster.grid().cell_width * raster.grid().cell_height);
    const double outside = outside_cells(zones, row, there.geometry.wkb(row), raster.grid(), cells[row]);
    const double outside_m2 = all_cells > 0 ? there.true_m2[row] * outside / all_cells : 0;
    Row values{{"zone_key", zones.key().as_text(row)},
               {"area_m2", there.true_m2[row]},
               {"data_m2", cells[row].data_m2},
               {"no_data_m2", cells[row].no_data_m2},
               {"outside_m2", outside_m2},
               {"count", cells[row].values.weight()}};
    add_numbers(values, cells[row]);
    if (distribution == Distribution::kept) add_distribution(values, cells[row]);
    table.append(zones.geometry().wkb(row), values);
    tell_gaps(zones, row, cells[row], outside_m2, there.true_m2[row], result);
    rows.push_back(row);
    provenance.emplace_back().add(zones, row);
  }
  pass_through(zones, rows, "", table);
  set_provenance(table, provenance);
  result.layers.emplace_back("zones", std::move(table));
  if (classes_written(options))
    result.layers.emplace_back("classes", classes_table(zones, cells, there.true_m2, in.crs()));
  return result;
}

void zonal_statistics_finish(Result& whole, const ZonalStatisticsOptions&, Context&) {
  const Layer& zones = whole.layer("zones");
  whole.figures = {{"zones", static_cast<double>(zones.rows())}};
  for (const char* field : {"area_m2", "data_m2", "no_data_m2", "outside_m2", "count", "sum"})
    whole.figures.push_back({field, total(zones, field)});
}

}  // namespace

Analysis zonal_statistics_analysis() {
  return make_analysis(&zonal_statistics_description, &zonal_statistics_run, &zonal_statistics_finish);
}

}  // namespace jingwei
