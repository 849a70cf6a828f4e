// Which polygon lies around features, or around all of a group?
#include "geometry/hull.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "layer/operations.hpp"

namespace jingwei {

enum class HullOf { each, all, group };

template <>
std::vector<Choice> choices_of<HullOf>() {
  return {{"each", {"每个要素", "each feature"}},
          {"all", {"全部要素", "all features together"}},
          {"group", {"字段值相同的要素", "the features of equal values of `by`"}}};
}
template <>
std::vector<Choice> choices_of<HullShape::Kind>() {
  return {{"convex", {"凸包", "the smallest convex polygon"}},
          {"concave", {"凹包", "a polygon that follows the corners, as `ratio` says"}}};
}

namespace {

struct HullOptions {
  HullShape::Kind method = HullShape::Kind::convex;
  double ratio = HullShape{}.ratio;
  bool holes = false;
  HullOf of = HullOf::each;
  std::vector<std::string> by;
};

void check(const HullOptions& options) {
  if ((options.of == HullOf::group) == options.by.empty())
    throw input_error(
        {"hull：of: group 与 by 必须同时给出", "hull: of: group and by must be given together"});
}

Description hull_description() {
  using Options = HullOptions;
  return describe<Options>("hull")
      .title({"凸包与凹包", "Hull"})
      .summary({"要素或一组要素的外包多边形在哪里？",
                "Which polygon lies around features, or around all of a group?"})
      .reads("input", {"要素", "features"}, {},
             {GeometryForm::point, GeometryForm::line, GeometryForm::polygon})
      .option("method", &Options::method, {"外包方式", "the kind of hull"})
      .option("ratio", &Options::ratio,
              {"凹包的松紧：1 为凸包，0 最凹", "how concave a hull is: 1 is convex, 0 the most concave"},
              between("0", "1"))
      .option("holes", &Options::holes, {"凹包是否可有洞", "whether concave hulls may have holes"})
      .option("of", &Options::of, {"围住哪些要素", "around which features"})
      .option("by", &Options::by, {"分组字段，用于 of: group", "the fields of groups, for of: group"},
              field_of("input"))
      .writes("areas", owned)
      .halo([](const Options& options) {
        return options.of == HullOf::each ? std::optional(Length{0}) : std::nullopt;
      })
      .checks(&check)
      .cites("OGC 06-103r4 (2011). Simple feature access, part 1: common architecture (ISO 19125-1).")
      .cites(
          "Duckham, M., Kulik, L., Worboys, M. & Galton, A. (2008). Efficient generation of simple polygons "
          "for characterizing the shape of a set of points in the plane. Pattern Recognition 41, 3224–3236.");
}

/// The output with the fields of groups, or of features.
Layer empty_areas(const Layer& features, const HullOptions& options, const Crs& crs) {
  LayerDefinition definition = output_layer("hull_areas", crs).definition();
  for (const std::string& field : options.by)
    insert_before_provenance(
        "hull", definition, features,
        carried_on(known_field("hull", features, field, Values::any), FieldCombine::first));
  return {"areas", definition, crs};
}

struct Members {
  std::vector<std::uint32_t> group_of_row;
  std::vector<std::uint32_t> first_row;
};

Members members_of(const Layer& features, const HullOptions& options) {
  Members members;
  if (options.of != HullOf::each) {
    Groups groups(features, options.by);
    return {std::move(groups.of_row), std::move(groups.first_row)};
  }
  for (std::uint32_t row = 0; row < features.rows(); ++row) members.group_of_row.push_back(row);
  members.first_row = members.group_of_row;
  return members;
}

Result hull_run(const Window& in, const HullOptions& options, Context& context) {
  Result result;
  const bool each = options.of == HullOf::each;
  if (!each && !in.first()) return result;
  const Layer features = each ? owned_rows(in, "input", context) : in["input"];
  Layer areas = empty_areas(features, options, in.crs());
  const Members members = members_of(features, options);
  const auto groups = static_cast<std::uint32_t>(members.first_row.size());
  const HullShape shape{options.method, options.ratio,
                        options.holes ? HullShape::Holes::allowed : HullShape::Holes::none};
  const GeometryColumn made =
      hulls(features.geometry(), members.group_of_row, groups, shape, in.grid_size(), context);

  std::vector<Provenance> sources(groups);
  std::vector<std::int64_t> counts(groups, 0);
  for (std::uint32_t row = 0; row < features.rows(); ++row) {
    sources[members.group_of_row[row]].add(features, row);
    ++counts[members.group_of_row[row]];
  }
  std::vector<std::uint32_t> kept;
  std::vector<Provenance> provenance;
  for (std::uint32_t group = 0; group < groups; ++group) {
    const std::uint32_t first = members.first_row[group];
    const std::string key = each ? features.key().as_text(first) : group_key(features, options.by, first);
    if (made.is_null(group)) {
      result.issues.push_back(
          row_issue(features, first, "empty_hull",
                    {format("“{}”的外包没有面积", key), format("the hull of “{}” has no area", key)},
                    {"不输出该外包", "this hull is left out"}));
      continue;
    }
    std::vector<std::pair<std::string_view, Value>> values{{"hull_key", key}, {"features", counts[group]}};
    for (const std::string& field : options.by) values.emplace_back(field, features[field].value(first));
    areas.append(made.wkb(group), values);
    kept.push_back(first);
    provenance.push_back(sources[group]);
  }
  measure(areas, context);
  if (each) pass_through(features, kept, "", areas);
  set_provenance(areas, provenance);
  result.layers.emplace_back("areas", std::move(areas));
  return result;
}

void hull_finish(Result& whole, const HullOptions&, Context&) {
  const Layer& areas = whole.layer("areas");
  whole.figures = {{"hulls", static_cast<double>(areas.rows())}, {"summed_area_m2", total(areas, "area_m2")}};
}

}  // namespace

Analysis hull_analysis() {
  return make_analysis(&hull_description, &hull_run, &hull_finish);
}

}  // namespace jingwei
