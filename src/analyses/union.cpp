// Which features of all layers cover each place, and how many?
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "geometry/places_by_rows.hpp"
#include "geometry/planar.hpp"
#include "geometry/rank_snapping.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

using namespace literals;

struct UnionOptions {
  std::vector<std::string> ranks;
  Length tolerance = 0_m;
};

void check(const UnionOptions& options) {
  if (options.ranks.empty() != (options.tolerance.m == 0))
    throw input_error(
        {"union：ranks 与 tolerance 必须同时给出", "union: ranks and tolerance must be given together"});
}

/// A vertex that is fitted turns the edges beside it, however long they are.
std::optional<Length> reach(const UnionOptions& options) {
  if (options.ranks.empty()) return Length{0};
  return std::nullopt;
}

Description union_description() {
  return describe<UnionOptions>("union")
      .title({"多图层联合", "Union of layers"})
      .summary({"每一处被各图层的哪些要素覆盖，重叠几层？",
                "Which features of all layers cover each place, and how many?"})
      .reads_several("input", {"面图层，一个或多个", "layers of polygons, one or more"}, {},
                     {GeometryForm::polygon})
      .option("ranks", &UnionOptions::ranks,
              {"图层名，从最可信的起；其后的图层在 tolerance 内贴合前面的边界，未列出的排在最后",
               "names of layers, the surest first: their borders stay, and those of later ones are fitted to "
               "them; layers that are not named come last"})
      .option("tolerance", &UnionOptions::tolerance,
              {"贴合时最多移动多远", "how far borders of lower rank are moved"}, between("0 m", "1 km"))
      .writes("faces", stitch)
      .writes("sources", sum_by_key)
      .halo(&reach)
      .checks(&check)
      .cites(
          "Hobby, J. D. (1999). Practical segment intersection with finite precision output. Computational "
          "Geometry 13, 199–214 (snap rounding).");
}

/// The features of all layers as one column: layers by name, features by key.
class Features {
 public:
  explicit Features(std::vector<const Layer*> layers) : m_layers(std::move(layers)) {
    std::ranges::sort(m_layers, {}, &Layer::name);
    for (std::uint32_t layer = 0; layer < m_layers.size(); ++layer) {
      const GeometryKind kind = kind_of(m_layers[layer]->geometry());
      if (kind != GeometryKind::polygon && kind != GeometryKind::null)
        throw input_error({"union：图层“{}”不全是面；请只给面",
                           "union: layer “{}” has other than polygons; give it polygons alone"},
                          m_layers[layer]->name());
      for (const std::uint32_t row : rows_by_key(*m_layers[layer])) {
        m_sources.push_back({layer, row});
        m_geometry.append(m_layers[layer]->geometry().wkb(row), m_layers[layer]->geometry().envelope(row));
      }
    }
  }

  struct Source {
    std::uint32_t layer, row;
  };
  const GeometryColumn& geometry() const { return m_geometry; }
  double area() const {  // in the plane
    double sum = 0;
    for (std::size_t feature = 0; feature < m_geometry.size(); ++feature)
      sum += planar_area(m_geometry.wkb(feature));
    return sum;
  }
  const std::vector<const Layer*>& layers() const { return m_layers; }
  const Source& source(std::uint32_t feature) const { return m_sources[feature]; }
  const Layer& layer_of(std::uint32_t feature) const { return *m_layers[source(feature).layer]; }
  std::string key(std::uint32_t feature) const {
    return layer_of(feature).key().as_text(source(feature).row);
  }

 private:
  std::vector<const Layer*> m_layers;
  std::vector<Source> m_sources;
  GeometryColumn m_geometry;
};

/// The features that cover a place, layer by layer: `counties:K1|zones:Z1,Z2`.
std::string face_key(const Features& features, const std::vector<std::uint32_t>& rows) {
  std::string key;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool same_layer = i > 0 && features.source(rows[i]).layer == features.source(rows[i - 1]).layer;
    if (same_layer)
      key += ',';
    else
      key += format("{}{}:", i > 0 ? "|" : "", features.layer_of(rows[i]).name());
    key += escaped(escaped(features.key(rows[i]), ','), '|');
  }
  return key;
}

std::int64_t layers_among(const Features& features, const std::vector<std::uint32_t>& rows) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    count += i == 0 || features.source(rows[i]).layer != features.source(rows[i - 1]).layer ? 1 : 0;
  return count;
}

/// The fields of each layer, by the first of its features that cover a place.
void carry_fields(const Features& features,
                  const std::vector<const std::vector<std::uint32_t>*>& rows_of_face, Layer& faces) {
  for (std::uint32_t layer = 0; layer < features.layers().size(); ++layer) {
    std::vector<std::uint32_t> first;
    for (const auto* rows : rows_of_face) {
      const auto found =
          std::ranges::find(*rows, layer, [&](std::uint32_t row) { return features.source(row).layer; });
      first.push_back(found == rows->end() ? no_row : features.source(*found).row);
    }
    pass_through(*features.layers()[layer], first, features.layers()[layer]->name() + "_", faces);
  }
}

/// The features, those of lower rank fitted to those of higher rank.
GeometryColumn fitted(const Features& features, const UnionOptions& options, const Window& in,
                      Context& context) {
  if (options.ranks.empty()) return features.geometry();
  for (const std::string& name : options.ranks)
    if (std::ranges::find(features.layers(), name, &Layer::name) == features.layers().end())
      throw input_error(
          {"union：ranks 中的“{}”不是输入图层", "union: “{}” among the ranks is no layer of the input"},
          name);
  std::vector<std::uint32_t> ranks;
  for (std::uint32_t feature = 0; feature < features.geometry().size(); ++feature)
    ranks.push_back(static_cast<std::uint32_t>(
        std::ranges::find(options.ranks, features.layer_of(feature).name()) - options.ranks.begin()));
  return snapped_by_rank(features.geometry(), ranks,
                         planar_bound(options.tolerance, in.crs(), features.geometry().extent()),
                         in.grid_size(), context);
}

Result union_run(const Window& in, const UnionOptions& options, Context& context) {
  const Features features(in.layers("input"));
  PlacesByRows places = places_by_rows(fitted(features, options, in, context), in.grid_size(), context);
  // What fitting took or gave is outside.
  const double fitted_area = places.certificate.input_measure;
  places.certificate.input_measure = features.area();
  places.certificate.outside_measure = places.certificate.input_measure - fitted_area;
  const GeometryColumn inside = in.in_core(places.geometry, context);

  Layer faces = output_layer("union_faces", in.crs());
  Layer sources = output_layer("union_sources", in.crs());
  std::vector<const std::vector<std::uint32_t>*> rows_of_face;
  std::vector<Provenance> of_faces, of_sources;
  for (std::size_t place = 0; place < inside.size(); ++place) {
    if (is_empty(inside.wkb(place))) continue;
    const std::vector<std::uint32_t>& rows = places.rows[place];
    const std::string key = face_key(features, rows);
    faces.append(inside.wkb(place), {{"face_key", key},
                                     {"features", static_cast<std::int64_t>(rows.size())},
                                     {"layers", layers_among(features, rows)}});
    rows_of_face.push_back(&rows);
    Provenance& whole = of_faces.emplace_back();
    for (const std::uint32_t row : rows) {
      const Layer& layer = features.layer_of(row);
      sources.append({{"source_key", joined_key(key, format("{}:{}", layer.name(), features.key(row)), '>')},
                      {"face_key", key},
                      {"layer", layer.name()},
                      {"feature_key", features.key(row)}});
      of_sources.emplace_back().add(layer, features.source(row).row);
      whole.add(of_sources.back());
    }
  }
  carry_fields(features, rows_of_face, faces);
  set_provenance(faces, of_faces);
  set_provenance(sources, of_sources);

  Result result;
  result.layers.emplace_back("faces", std::move(faces));
  result.layers.emplace_back("sources", std::move(sources));
  result.certificate = places.certificate;
  return result;
}

void union_finish(Result& whole, const UnionOptions&, Context& context) {
  Layer& faces = whole.layer("faces");
  measure(faces, context);
  double overlap_m2 = 0;
  for (std::size_t row = 0; row < faces.rows(); ++row)
    if (faces["features"].integer(row) > 1) overlap_m2 += faces["area_m2"].number_or(row, 0);
  whole.figures = {{"faces", static_cast<double>(faces.rows())},
                   {"most_features", largest(faces, "features")},
                   {"area_m2", total(faces, "area_m2")},
                   {"overlap_m2", overlap_m2}};
}

}  // namespace

Analysis union_analysis() {
  return make_analysis(&union_description, &union_run, &union_finish);
}

}  // namespace jingwei
