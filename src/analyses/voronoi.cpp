// Which place of a region is nearest to which point?
#include "geometry/voronoi.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct VoronoiOptions {
  std::optional<std::string> weight;
  Length margin = 1_km;
};

Description voronoi_description() {
  return describe<VoronoiOptions>("voronoi")
      .title({"泰森多边形", "Voronoi polygons"})
      .summary({"区域内每个地方离哪个点最近？", "Which place of a region is nearest to which point?"})
      .reads("points", {"点", "points"}, {}, {GeometryForm::point})
      .reads("region", {"划分的区域", "the region that is divided"}, {}, {GeometryForm::polygon},
             Presence::optional)
      .option("weight", &VoronoiOptions::weight,
              {"权重字段（平方米），得到加权的幂图",
               "the field of weights in square metres, for power diagrams; none: all weigh the same"},
              field_of("points"))
      .option("margin", &VoronoiOptions::margin,
              {"不给区域时，外接矩形在点外多宽",
               "how far beyond the points the rectangle reaches that is divided without a region"},
              between("1 m", "1000 km"))
      .writes("cells", owned)
      .sees_everything()  // the nearest point can be anywhere
      .cites(
          "Aurenhammer, F. (1987). Power diagrams: properties, algorithms and applications. SIAM Journal on "
          "Computing 16, 78–96.")
      .cites(
          "Edelsbrunner, H. & Shah, N. R. (1996). Incremental topological flipping works for regular "
          "triangulations. Algorithmica 15, 223–241.")
      .cites(
          "Hobby, J. D. (1999). Practical segment intersection with finite precision output. Computational "
          "Geometry 13, 199–214 (snap rounding).");
}

/// The points that take part: all, or those that have a weight.
Layer weighted_points(const Layer& points, const VoronoiOptions& options, Result& result) {
  if (!options.weight) return points;
  known_field("voronoi", points, *options.weight, Values::numbers);
  const Column& weights = points[*options.weight];
  for (std::size_t row = 0; row < points.rows(); ++row)
    if (weights.is_null(row))
      result.issues.push_back(row_issue(points, row, "no_weight",
                                        {format("字段“{}”没有权重", *options.weight),
                                         format("its field “{}” holds no weight", *options.weight)},
                                        {"不参与划分", "it takes no part"}));
  return points.take(rows_where(points, [&](auto row) { return !weights.is_null(row); }));
}

std::vector<double> weights_in_units(const Layer& points, const VoronoiOptions& options, double unit_m) {
  std::vector<double> weights;
  if (!options.weight) return weights;
  for (std::size_t row = 0; row < points.rows(); ++row)
    weights.push_back(points[*options.weight].number(row) / unit_m / unit_m);
  return weights;
}

GeometryColumn region_of(const Window& in, const Layer& points, const VoronoiOptions& options) {
  if (in.has("region")) return in["region"].geometry();
  GeometryColumn rectangle;
  const Envelope extent = points.geometry().extent();
  if (!extent.empty()) rectangle.append(wkb_of(extent.grown(options.margin.m / in.crs().metres_per_unit())));
  return rectangle;
}

void tell_without_cells(const Layer& points, const VoronoiCells& made, Result& result) {
  std::vector<bool> told(points.rows(), false);
  for (const auto& [row, other] : made.duplicates) {
    if (!made.cells.is_null(row)) continue;  // a multi-point with other places
    told[row] = true;
    const std::string key = points.key().as_text(other);
    result.issues.push_back(
        row_issue(points, row, "duplicate_point",
                  {format("与点“{}”位置相同", key), format("it lies in the place of the point “{}”", key)},
                  {"没有自己的多边形", "it has no cell of its own"}));
  }
  for (std::size_t row = 0; row < points.rows(); ++row)
    if (made.cells.is_null(row) && !told[row] && !points.geometry().envelope(row).empty())
      result.issues.push_back(row_issue(
          points, row, "empty_cell", {"区域内没有离它最近的地方", "no place of the region is nearest to it"},
          {"没有多边形", "it has no cell"}));
}

Result voronoi_run(const Window& in, const VoronoiOptions& options, Context& context) {
  Result result;
  if (!in.first()) return result;
  if (in.crs().geographic())
    throw input_error({"voronoi：研究的坐标系以度为单位；请用投影坐标系（crs: auto）",
                       "voronoi: the study's CRS is in degrees; choose a projected one (crs: auto)"});
  // In the order of keys, so that of two points in one place the lower key has the cell.
  Layer points = weighted_points(in["points"], options, result);
  points = points.take(rows_by_key(points));
  const std::vector<double> weights = weights_in_units(points, options, in.crs().metres_per_unit());
  const VoronoiCells made =
      voronoi(points.geometry(), weights, region_of(in, points, options), in.grid_size(), context);
  tell_without_cells(points, made, result);

  Layer cells = output_layer("voronoi_cells", in.crs());
  std::vector<std::uint32_t> rows;
  std::vector<Provenance> provenance;
  for (std::uint32_t row = 0; row < points.rows(); ++row) {
    if (made.cells.is_null(row)) continue;
    cells.append(made.cells.wkb(row), {{"cell_key", points.key().as_text(row)}});
    rows.push_back(row);
    provenance.emplace_back().add(points, row);
  }
  measure(cells, context);
  pass_through(points, rows, "", cells);
  set_provenance(cells, provenance);
  result.layers.emplace_back("cells", std::move(cells));
  result.certificate = made.certificate;
  return result;
}

void voronoi_finish(Result& whole, const VoronoiOptions&, Context&) {
  const Layer& cells = whole.layer("cells");
  whole.figures = {{"cells", static_cast<double>(cells.rows())}, {"area_m2", total(cells, "area_m2")}};
}

}  // namespace

Analysis voronoi_analysis() {
  return make_analysis(&voronoi_description, &voronoi_run, &voronoi_finish);
}

}  // namespace jingwei
