// What lies within a distance of features, one by one or together, whole or as rings?
#include <cmath>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_difference.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "geometry/buffer.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

enum class BufferRings { disks, rings };
enum class BufferDissolve { none, all };

template <>
std::vector<Choice> choices_of<BufferRings>() {
  return {{"disks", {"每个距离一个完整缓冲区", "each distance whole"}},
          {"rings", {"每个距离减去前一距离的环带", "each distance without the one before it"}}};
}
template <>
std::vector<Choice> choices_of<BufferDissolve>() {
  return {{"none", {"每个要素单独输出", "each feature by itself"}},
          {"all", {"按距离合并，重叠处只算一次", "all features joined by distance; overlaps count once"}}};
}

namespace {

struct BufferOptions {
  std::vector<Length> distances{500_m};
  BufferRings rings = BufferRings::disks;
  BufferDissolve dissolve = BufferDissolve::none;
};

bool each(const BufferOptions& options) {
  return options.dissolve == BufferDissolve::none;
}
bool together(const BufferOptions& options) {
  return !each(options);
}

void check(const BufferOptions& options) {
  if (options.distances.front() < Length{0} && options.distances.size() > 1)
    throw input_error({"buffer：距离 {} 为负；负距离只能单独给出",
                       "buffer: the distance {} is negative; a negative distance must be the only one"},
                      to_text(options.distances.front()));
}

/// A buffer of a feature takes nothing from its neighbours; buffers that are joined reach into the window.
std::optional<Length> reach(const BufferOptions& options) {
  if (each(options)) return Length{0};
  return Length{std::max(std::abs(options.distances.front().m), std::abs(options.distances.back().m))};
}

Description buffer_description() {
  return describe<BufferOptions>("buffer")
      .title({"缓冲区", "Buffer"})
      .summary({"要素周围给定距离内的范围有多大、在哪里？", "What lies within a distance of features?"})
      .reads("input", {"要素", "features"}, {},
             {GeometryForm::point, GeometryForm::line, GeometryForm::polygon})
      .option("distance", &BufferOptions::distances,
              {"距离，升序；单独一个负距离使面收缩",
               "distances, ascending; a single negative one shrinks polygons"},
              between("-100 km", "500 km"))
      .option("rings", &BufferOptions::rings, {"完整缓冲区或环带", "whole buffers or rings"})
      .option("dissolve", &BufferOptions::dissolve, {"是否合并", "whether buffers are joined"})
      .writes_if(&each, "areas", owned)
      .writes_if(&together, "dissolved", stitch)
      .halo(&reach)
      .checks(&check)
      .cites("Karney, C. F. F. (2013). Algorithms for geodesics. Journal of Geodesy 87, 43–55.");
}

Value inner_m(const BufferOptions& options, std::size_t band) {
  if (options.rings == BufferRings::disks || band == 0) return {};
  return options.distances[band - 1].m;
}

/// The buffers of all rows at each distance.
std::vector<GeometryColumn> disks_of(const GeometryColumn& features, const Window& in,
                                     const BufferOptions& options, Context& context) {
  std::vector<GeometryColumn> disks;
  for (const Length distance : options.distances)
    disks.push_back(buffer(features, in.crs(), std::vector{distance}, in.grid_size(), context));
  return disks;
}

Issue vanished(const Layer& features, std::size_t row, Length distance) {
  Issue issue = row_issue(features, row, "empty_buffer",
                          {format("距离为 {} 的缓冲区没有剩余部分", to_text(distance)),
                           format("nothing is left of its buffer of {}", to_text(distance))},
                          {"不输出该缓冲区", "this buffer is left out"});
  issue.severity = Severity::note;
  return issue;
}

Result each_feature(const Window& in, const BufferOptions& options, Context& context) {
  const std::vector<bool> own = in.owned(in["input"], context);
  const Layer features = in["input"].take(rows_where(in["input"], [&](auto row) { return own[row]; }));
  const std::vector<GeometryColumn> disks = disks_of(features.geometry(), in, options, context);

  Result result;
  Layer areas = output_layer("buffer_areas", in.crs());
  std::vector<std::uint32_t> sources;
  std::vector<Provenance> provenance;
  for (std::size_t band = 0; band < disks.size(); ++band) {
    const Length distance = options.distances[band];
    GeometryColumn shapes = disks[band];
    if (options.rings == BufferRings::rings && band > 0) {
      RowDifference rings = row_difference(disks[band], disks[band - 1], in.grid_size(), context);
      shapes = std::move(rings.geometry);
      result.certificate.add(rings.certificate);
    }
    for (std::uint32_t row = 0; row < features.rows(); ++row) {
      if (shapes.is_null(row)) {
        result.issues.push_back(vanished(features, row, distance));
        continue;
      }
      const std::string key = features.key().as_text(row);
      areas.append(shapes.wkb(row), {{"buffer_key", joined_key(key, to_text(distance), '@')},
                                     {"source_key", key},
                                     {"distance_m", distance.m},
                                     {"inner_m", inner_m(options, band)}});
      sources.push_back(row);
      provenance.emplace_back().add(features, row);
    }
  }
  measure(areas, context);
  pass_through(features, sources, "", areas);
  set_provenance(areas, provenance);
  result.layers.emplace_back("areas", std::move(areas));
  return result;
}

Result joined_features(const Window& in, const BufferOptions& options, Context& context) {
  const Layer& features = in["input"];
  const std::vector<bool> own = in.owned(features, context);
  const std::vector<GeometryColumn> disks = disks_of(features.geometry(), in, options, context);

  Result result;
  Layer dissolved = output_layer("buffer_dissolved", in.crs());
  std::vector<Provenance> provenance;
  GeometryColumn before;  // the joined disks of the band before
  for (std::size_t band = 0; band < disks.size(); ++band) {
    const Length distance = options.distances[band];
    GeometryColumn joined = dissolve(in.in_core(disks[band], context), in.grid_size(), context);
    GeometryColumn shape = joined;
    if (options.rings == BufferRings::rings && band > 0) {
      RowDifference ring = row_difference(joined, before, in.grid_size(), context);
      shape = std::move(ring.geometry);
      result.certificate.add(ring.certificate);
    }
    before = std::move(joined);

    std::int64_t count = 0;
    Provenance sources;
    for (std::size_t row = 0; row < features.rows(); ++row) {
      if (!own[row]) continue;
      if (disks[band].is_null(row)) {
        result.issues.push_back(vanished(features, row, distance));
        continue;
      }
      sources.add(features, row);
      ++count;
    }
    if (count == 0 && shape.is_null(0)) continue;
    dissolved.append(shape.wkb(0), {{"buffer_key", to_text(distance)},
                                    {"distance_m", distance.m},
                                    {"inner_m", inner_m(options, band)},
                                    {"features", count}});
    provenance.push_back(sources);
  }
  set_provenance(dissolved, provenance);
  result.layers.emplace_back("dissolved", std::move(dissolved));
  return result;
}

Result buffer_run(const Window& in, const BufferOptions& options, Context& context) {
  return each(options) ? each_feature(in, options, context) : joined_features(in, options, context);
}

void buffer_finish(Result& whole, const BufferOptions& options, Context& context) {
  Layer& layer = whole.layer(each(options) ? "areas" : "dissolved");
  if (together(options)) measure(layer, context);
  whole.figures.push_back({"buffers", static_cast<double>(layer.rows())});
  if (each(options)) whole.figures.push_back({"summed_area_m2", total(layer, "area_m2")});
  // Disks lie in each other, rings beside each other.
  if (together(options))
    whole.figures.push_back({"area_m2", options.rings == BufferRings::disks ? largest(layer, "area_m2")
                                                                            : total(layer, "area_m2")});
}

}  // namespace

Analysis buffer_analysis() {
  return make_analysis(&buffer_description, &buffer_run, &buffer_finish);
}

}  // namespace jingwei
