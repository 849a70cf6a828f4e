// What do polygons and lines look like with fewer vertices, their shared borders still shared?
#include "geometry/simplify.hpp"

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/coverage_check.hpp"
#include "geometry/grid_row.hpp"
#include "geometry/noded_rows.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

template <>
std::vector<Choice> choices_of<SimplifyMethod>() {
  return {{"douglas-peucker",
           {"道格拉斯–普克：边界移动不超过容差", "no border moves farther than the tolerance"}},
          {"visvalingam-whyatt",
           {"维斯瓦林根–怀亚特：先去掉与两邻点所成三角形最小的折点，直到不小于容差的平方",
            "vertices whose triangle with their neighbours is smaller than the square of the tolerance go, "
            "the smallest first"}}};
}

namespace {

struct SimplifyOptions {
  Length tolerance = 10_m;
  SimplifyMethod method = SimplifyMethod::douglas_peucker;
};

Description simplify_description() {
  return describe<SimplifyOptions>("simplify")
      .title({"简化", "Simplify"})
      .summary(
          {"面和线减少折点后是什么样，公共边界仍然重合？",
           "What do polygons and lines look like with fewer vertices, their shared borders still shared?"})
      .reads("input", {"面或线要素", "polygon or line features"}, {},
             {GeometryForm::polygon, GeometryForm::line})
      .option(
          "tolerance", &SimplifyOptions::tolerance,
          {"容差：边界最多移动多远", "how far borders may move; of visvalingam-whyatt the side of a square"},
          between("1 mm", "1000 km"))
      .option("method", &SimplifyOptions::method, {"方法", "which vertices are left out"})
      .writes("features", owned)
      .sees_everything()
      .cites(
          "de Berg, M., van Kreveld, M., Schirra, S. (1998). Topologically correct subdivision "
          "simplification "
          "using the bandwidth criterion. Cartography and Geographic Information Systems 25, 243–257.")
      .cites(
          "Visvalingam, M., Whyatt, J. D. (1993). Line generalisation by repeated elimination of points. The "
          "Cartographic Journal 30, 46–51.");
}

/// On the grid, polygons with the vertices that their neighbours have.
GeometryColumn prepared(const Layer& features, const Window& in, Context& context) {
  const GeometryColumn& given = features.geometry();
  const GeometryKind kind = kind_of(given);
  if (kind == GeometryKind::mixed)
    throw input_error({"simplify：图层“{}”混有点、线或面；请只用一种",
                       "simplify: layer “{}” mixes points, lines or polygons; give it in one kind"},
                      features.name());
  if (kind == GeometryKind::polygon) return noded_rows(given, in.grid_size(), context);
  return on_grid(given, in.grid_size(), context);
}

std::int64_t vertices_of(Wkb wkb) {
  std::size_t count = 0;
  for (const Path& line : lines_of(wkb)) count += line.size();
  for (const Rings& rings : polygons_of(wkb))
    for (const Path& ring : rings) count += ring.size() - 1;
  return static_cast<std::int64_t>(count);
}

GeometryColumn simplified(const GeometryColumn& rows, const Window& in, const SimplifyOptions& options) {
  GeometryColumn made = simplify(rows, planar_bound(options.tolerance, in.crs(), rows.extent()),
                                 in.grid_size(), options.method);
  if (kind_of(rows) == GeometryKind::polygon && is_coverage(rows, in.grid_size()) &&
      !is_coverage(made, in.grid_size()))
    throw error(ErrorKind::failed, {"简化后的面互相重叠；请用更小的 tolerance",
                                    "the simplified polygons overlap; choose a smaller tolerance"});
  return made;
}

Result simplify_run(const Window& in, const SimplifyOptions& options, Context& context) {
  const Layer& features = in["input"];
  const GeometryColumn made = simplified(prepared(features, in, context), in, options);
  const std::vector<bool> own = in.owned(features, context);
  const auto rows = rows_where(features, [&](std::uint32_t row) { return own[row]; });
  Layer layer = output_layer("simplify_features", in.crs());
  std::vector<Provenance> provenance;
  for (const std::uint32_t row : rows) {
    layer.append(made.wkb(row), {{"feature_key", features.key().as_text(row)},
                                 {"vertices", vertices_of(made.wkb(row))},
                                 {"vertices_before", vertices_of(features.geometry().wkb(row))}});
    provenance.emplace_back().add(features, row);
  }
  measure(layer, context);
  pass_through(features, rows, "", layer);
  set_provenance(layer, provenance);
  Result result;
  result.layers.emplace_back("features", std::move(layer));
  return result;
}

void simplify_finish(Result& whole, const SimplifyOptions&, Context&) {
  const Layer& features = whole.layer("features");
  whole.figures = {{"features", static_cast<double>(features.rows())},
                   {"vertices", total(features, "vertices")},
                   {"vertices_before", total(features, "vertices_before")}};
  add_measure(whole, features);
}

}  // namespace

Analysis simplify_analysis() {
  return make_analysis(&simplify_description, &simplify_run, &simplify_finish);
}

}  // namespace jingwei
