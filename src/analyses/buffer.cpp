// What lies within a distance of features, one by one or together, whole or as rings?
#include <cmath>
#include <limits>

#include "analyses/analysis.hpp"
#include "analyses/buffer_classes.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/buffer.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

template <>
std::vector<Choice> choices_of<BufferRings>() {
  return {{"disks", {"每个距离一个完整缓冲区", "each distance whole"}},
          {"rings", {"每个距离减去前一距离的环带", "each distance without the one before it"}}};
}
template <>
std::vector<Choice> choices_of<BufferDissolve>() {
  return {{"none", {"每个要素单独输出", "each feature by itself"}},
          {"all", {"按距离合并，重叠处只算一次", "all features joined by distance; overlaps count once"}},
          {"group", {"按字段值和距离合并", "features of equal values of `by` joined by distance"}},
          {"class",
           {"按类别合并，每处只归最严的类别",
            "features of each class joined; each place goes to the strictest class that reaches it"}}};
}
template <>
std::vector<Choice> choices_of<LineCap>() {
  return {{"round", {"圆头", "half discs"}},
          {"flat", {"平头", "nothing beyond the ends"}},
          {"square", {"方头", "half squares"}}};
}
template <>
std::vector<Choice> choices_of<BufferSide>() {
  return {{"both", {"两侧", "both sides"}},
          {"left", {"线的左侧", "the left of lines, in their direction"}},
          {"right", {"线的右侧", "the right of lines, in their direction"}}};
}

namespace {

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
  if (options.distance_field && options.distances.size() > 1)
    throw input_error({"buffer：distance-field 代替 distance；请只给一种",
                       "buffer: distance-field takes the place of distance; give one of them"});
  check_classes(options);
  if ((options.dissolve == BufferDissolve::group) == options.by.empty())
    throw input_error({"buffer：dissolve: group 与 by 必须同时给出",
                       "buffer: dissolve: group and by must be given together"});
}

/// A buffer of a feature takes nothing from its neighbours; buffers that are joined reach into the window.
std::optional<Length> reach(const BufferOptions& options) {
  if (each(options)) return Length{0};
  if (options.distance_field) return std::nullopt;
  if (options.class_field) return largest_class_distance(options);
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
      .option("distance-field", &BufferOptions::distance_field,
              {"每个要素的距离字段（米），代替 distance",
               "the field of each feature's distance in metres, in place of `distance`"},
              field_of("input"))
      .option("class-field", &BufferOptions::class_field,
              {"类别字段，距离按类别取自 class-distances",
               "the field of classes, whose distances `class-distances` tells"},
              field_of("input"))
      .option("class-distances", &BufferOptions::class_distances,
              {"各类别的距离，写作“类别=距离”，最严的在前",
               "the distance of each class as “class=distance”, the strictest first"})
      .option("cap", &BufferOptions::cap, {"线端样式", "the ends of lines' buffers"})
      .option("side", &BufferOptions::side,
              {"线的哪一侧（单侧为平头）", "on which sides of lines; one-sided buffers have flat ends"})
      .option("rings", &BufferOptions::rings, {"完整缓冲区或环带", "whole buffers or rings"})
      .option("dissolve", &BufferOptions::dissolve, {"是否合并", "whether buffers are joined"})
      .option("by", &BufferOptions::by,
              {"分组字段，用于 dissolve: group", "the fields of groups, for dissolve: group"},
              field_of("input"))
      .writes_if(&each, "areas", owned)
      .writes_if(&together, "dissolved", stitch)
      .halo(&reach)
      .checks(&check)
      .cites("Karney, C. F. F. (2013). Algorithms for geodesics. Journal of Geodesy 87, 43–55.");
}

Result each_feature(const Window& in, const BufferOptions& options, Context& context) {
  Result result;
  const std::vector<bool> own = in.owned(in["input"], context);
  const Layer features = with_distance(
      in["input"].take(rows_where(in["input"], [&](auto row) { return own[row]; })), options, result);
  Layer areas = output_layer("buffer_areas", in.crs());
  std::vector<std::uint32_t> sources;
  std::vector<Provenance> provenance;
  GeometryColumn before;
  for (const Band& band : bands_of(features, options)) {
    GeometryColumn disks =
        buffer(features.geometry(), in.crs(), band.distances, in.grid_size(), context, options.style());
    const GeometryColumn shapes = ring_of(disks, before, options, in.grid_size(), result, context);
    before = std::move(disks);
    for (std::uint32_t row = 0; row < features.rows(); ++row) {
      const Length distance = band.distance(row);
      if (shapes.is_null(row)) {
        result.issues.push_back(vanished(features, row, distance));
        continue;
      }
      const std::string key = features.key().as_text(row);
      areas.append(shapes.wkb(row), {{"buffer_key", joined_key(key, to_text(distance), '@')},
                                     {"source_key", key},
                                     {"distance_m", distance.m},
                                     {"inner_m", band.inner_m}});
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

/// The output with the fields of groups.
Layer dissolved_layer(const Layer& features, const BufferOptions& options, const Crs& crs) {
  LayerDefinition definition = output_layer("buffer_dissolved", crs).definition();
  for (const std::string& field : options.groups())
    insert_before_provenance(
        "buffer", definition, features,
        carried_on(known_field("buffer", features, field, Values::any), FieldCombine::first));
  return {"dissolved", definition, crs};
}

std::string joined_buffer_key(const Layer& features, const BufferOptions& options, std::size_t row,
                              const Band& band) {
  if (options.dissolve == BufferDissolve::all) return band.name;
  const std::string group = group_key(features, options.groups(), row);
  return options.dissolve == BufferDissolve::by_class ? group : joined_key(group, band.name, '@');
}

Result joined_features(const Window& in, const BufferOptions& options, Context& context) {
  Result result;
  const Layer features = with_distance(in["input"], options, result);
  const std::vector<bool> own = in.owned(features, context);
  Layer dissolved = dissolved_layer(features, options, in.crs());
  const std::vector<std::string> by = options.groups();
  const Groups groups(features, by);
  std::vector<Provenance> provenance;
  GeometryColumn before;
  for (const Band& band : bands_of(features, options)) {
    GeometryColumn joined =
        in.in_core(dissolved_buffer(features.geometry(), in.crs(), band.distances, groups.of_row,
                                    static_cast<std::uint32_t>(groups.first_row.size()), in.grid_size(),
                                    context, options.style()),
                   context);
    const GeometryColumn shapes =
        options.dissolve == BufferDissolve::by_class
            ? strictest_alone(joined, groups, features, options, in.grid_size(), result, context)
            : ring_of(joined, before, options, in.grid_size(), result, context);
    before = std::move(joined);

    std::vector<std::int64_t> counts(shapes.size(), 0);
    std::vector<Provenance> sources(shapes.size());
    const std::vector<bool> none = without_buffers(features, band, in, options, context);
    std::vector<double> largest_m(shapes.size(), -std::numeric_limits<double>::infinity());
    for (std::size_t row = 0; row < features.rows(); ++row) {
      double& farthest_m = largest_m[groups.of_row[row]];
      farthest_m = std::max(farthest_m, band.distance(row).m);
      if (!own[row]) continue;
      if (none[row]) {
        result.issues.push_back(vanished(features, row, band.distance(row)));
        continue;
      }
      sources[groups.of_row[row]].add(features, row);
      ++counts[groups.of_row[row]];
    }
    for (std::size_t group = 0; group < shapes.size(); ++group) {
      if (counts[group] == 0 && shapes.is_null(group)) continue;
      const std::size_t first = groups.first_row[group];
      std::vector<std::pair<std::string_view, Value>> values{
          {"buffer_key", joined_buffer_key(features, options, first, band)},
          {"distance_m", largest_m[group]},
          {"inner_m", band.inner_m},
          {"features", counts[group]}};
      for (const std::string& field : by) values.emplace_back(field, features[field].value(first));
      dissolved.append(shapes.wkb(group), values);
      provenance.push_back(sources[group]);
    }
  }
  set_provenance(dissolved, provenance);
  result.layers.emplace_back("dissolved", std::move(dissolved));
  return result;
}

Result buffer_run(const Window& in, const BufferOptions& options, Context& context) {
  return each(options) ? each_feature(in, options, context) : joined_features(in, options, context);
}

/// Disks lie in each other: what the outermost cover; rings lie beside each other.
double area_m2(const Layer& dissolved, const BufferOptions& options) {
  double area_m2 = 0;
  for (std::size_t row = 0; row < dissolved.rows(); ++row)
    if (options.rings == BufferRings::rings || options.told_by() ||
        dissolved["distance_m"].number(row) == options.distances.back().m)
      area_m2 += dissolved["area_m2"].number_or(row, 0);
  return area_m2;
}

void buffer_finish(Result& whole, const BufferOptions& options, Context& context) {
  Layer& layer = whole.layer(each(options) ? "areas" : "dissolved");
  if (together(options)) measure(layer, context);
  whole.figures.push_back({"buffers", static_cast<double>(layer.rows())});
  if (each(options)) whole.figures.push_back({"summed_area_m2", total(layer, "area_m2")});
  if (together(options)) whole.figures.push_back({"area_m2", area_m2(layer, options)});
}

}  // namespace

Analysis buffer_analysis() {
  return make_analysis(&buffer_description, &buffer_run, &buffer_finish);
}

}  // namespace jingwei
