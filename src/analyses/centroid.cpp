// Where is the middle of features, or of their parts?
#include "geometry/centroid.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "layer/operations.hpp"

namespace jingwei {

template <>
std::vector<Choice> choices_of<CentroidKind>() {
  return {{"centroid", {"质心（可能落在要素外）", "the centre of mass, which may lie outside"}},
          {"inside", {"内部点（总在要素上）", "a point on the surface: always on the feature"}}};
}
template <>
std::vector<Choice> choices_of<CentroidOf>() {
  return {{"features", {"每个要素", "each feature"}}, {"parts", {"每个部分", "each of its parts"}}};
}

namespace {

struct CentroidOptions {
  CentroidKind method = CentroidKind::centroid;
  CentroidOf of = CentroidOf::rows;
};

Description centroid_description() {
  return describe<CentroidOptions>("centroid")
      .title({"质心与内部点", "Centroid"})
      .summary({"要素或其各部分的中心在哪里？", "Where is the middle of features, or of their parts?"})
      .reads("input", {"要素", "features"}, {},
             {GeometryForm::polygon, GeometryForm::line, GeometryForm::point})
      .option("method", &CentroidOptions::method, {"哪一种中心", "which middle"})
      .option("of", &CentroidOptions::of, {"整个要素还是各部分", "of features or of their parts"})
      .writes("points", owned)
      .cites(
          "OGC 06-103r4 (2011). Simple feature access, part 1: common architecture (ISO 19125-1; centroid, "
          "point on surface).");
}

Result centroid_run(const Window& in, const CentroidOptions& options, Context& context) {
  const Layer features = owned_rows(in, "input", context);
  const Centroids found = centroids(features.geometry(), options.method, options.of, in.grid_size(), context);
  Layer points = output_layer("centroid_points", in.crs());
  std::vector<Provenance> provenance;
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    const std::string key = features.key().as_text(found.row[i]);
    const bool parts = options.of == CentroidOf::parts;
    points.append(wkb_of(found.places[i]),
                  {{"centroid_key", parts ? joined_key(key, format("{}", found.part[i]), '#') : key},
                   {"source_key", key},
                   {"part", parts ? Value(static_cast<std::int64_t>(found.part[i])) : Value{}},
                   {"inside", bool(found.inside[i])}});
    provenance.emplace_back().add(features, found.row[i]);
  }
  pass_through(features, found.row, "", points);
  set_provenance(points, provenance);
  Result result;
  result.layers.emplace_back("points", std::move(points));
  return result;
}

void centroid_finish(Result& whole, const CentroidOptions&, Context&) {
  const Layer& points = whole.layer("points");
  double outside = 0;
  for (std::size_t row = 0; row < points.rows(); ++row) outside += points["inside"].boolean(row) ? 0 : 1;
  whole.figures = {{"points", static_cast<double>(points.rows())}, {"outside", outside}};
}

}  // namespace

Analysis centroid_analysis() {
  return make_analysis(&centroid_description, &centroid_run, &centroid_finish);
}

}  // namespace jingwei
