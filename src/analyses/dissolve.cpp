// What do features of equal field values look like as one?
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

constexpr std::string_view gathered = "values";  // the layer that windows hand to `finish`

struct DissolveOptions {
  std::vector<std::string> by;
  std::vector<std::string> sum;
  std::vector<std::string> mean;
  std::vector<std::string> weighted_mean;
  std::optional<std::string> weight;
  std::vector<std::string> median;
  std::vector<std::string> min;
  std::vector<std::string> max;
  std::vector<std::string> count;
  std::vector<std::string> majority;
  std::vector<std::string> first;
};

void check(const DissolveOptions& options) {
  for (const std::string& field : options.sum)
    if (std::ranges::find(options.by, field) != options.by.end())
      throw input_error({"dissolve：字段“{}”同时在 by 和 sum 中；请只保留一处",
                         "dissolve: the field “{}” stands in both by and sum; leave it in one of them"},
                        field);
  if (options.weighted_mean.empty() == options.weight.has_value())
    throw input_error({"dissolve：weighted-mean 与 weight 必须同时给出",
                       "dissolve: weighted-mean and weight must be given together"});
}

Description dissolve_description() {
  using Options = DissolveOptions;
  return describe<Options>("dissolve")
      .title({"融合", "Dissolve"})
      .summary(
          {"字段值相同的要素合并后是什么样？", "What do features of equal field values look like as one?"})
      .reads("input", {"面或线要素", "polygon or line features"}, {},
             {GeometryForm::polygon, GeometryForm::line})
      .option("by", &Options::by,
              {"分组字段；留空则全部合并", "fields whose values make a group; none: all features become one"},
              field_of("input"))
      .option("sum", &Options::sum, {"求和字段", "numeric fields that are added up"}, field_of("input"))
      .option("mean", &Options::mean, {"求平均的字段", "numeric fields whose mean is told"},
              field_of("input"))
      .option("weighted-mean", &Options::weighted_mean,
              {"求加权平均的字段", "numeric fields whose mean is told, weighted by `weight`"},
              field_of("input"))
      .option("weight", &Options::weight, {"权重字段", "the numeric field of weights"}, field_of("input"))
      .option("median", &Options::median, {"求中位数的字段", "numeric fields whose median is told"},
              field_of("input"))
      .option("min", &Options::min, {"求最小值的字段", "fields whose smallest value is told"},
              field_of("input"))
      .option("max", &Options::max, {"求最大值的字段", "fields whose largest value is told"},
              field_of("input"))
      .option("count", &Options::count, {"计数的字段", "fields whose values that are not null are counted"},
              field_of("input"))
      .option("majority", &Options::majority, {"求众数的字段", "fields whose most frequent value is told"},
              field_of("input"))
      .option("first", &Options::first,
              {"取首个值的字段（按主键）", "fields whose value in the feature of the lowest key is told"},
              field_of("input"))
      .writes("areas", stitch)
      .checks(&check)
      .cites("OGC 06-103r4 (2011). Simple feature access, part 1: common architecture (ISO 19125-1; union).");
}

std::vector<Aggregated> aggregates_of(const DissolveOptions& options) {
  std::vector<Aggregated> aggregates;
  const auto add = [&](Aggregate how, const std::vector<std::string>& fields) {
    for (const std::string& field : fields) aggregates.push_back({how, field});
  };
  add(Aggregate::mean, options.mean);
  add(Aggregate::weighted_mean, options.weighted_mean);
  add(Aggregate::median, options.median);
  add(Aggregate::min, options.min);
  add(Aggregate::max, options.max);
  add(Aggregate::count, options.count);
  add(Aggregate::majority, options.majority);
  add(Aggregate::first, options.first);
  return aggregates;
}

/// The definition of the output with the fields that are carried along, so that windows add up the sums.
LayerDefinition definition_for(const Layer& features, const DissolveOptions& options) {
  std::vector<FieldDefinition> carried;
  for (const std::string& field : options.by)
    carried.push_back(carried_on(known_field("dissolve", features, field, Values::any), FieldCombine::first));
  for (const std::string& field : options.sum)
    carried.push_back(
        carried_on(known_field("dissolve", features, field, Values::numbers), FieldCombine::sum));
  const std::vector<Aggregated> aggregates = aggregates_of(options);
  for (const Aggregated& aggregated : aggregates)
    known_field("dissolve", features, aggregated.field, Values::any);
  if (options.weight) known_field("dissolve", features, *options.weight, Values::numbers);
  for (FieldDefinition& field : definitions_of(aggregates, features)) carried.push_back(std::move(field));

  LayerDefinition definition = output_layer("dissolve_areas", features.crs()).definition();
  for (FieldDefinition& field : carried)
    insert_before_provenance("dissolve", definition, features, std::move(field));
  return definition;
}

/// What is added up over the features of a group.
struct Group {
  std::uint32_t first_row = 0;  // for the grouping values
  std::int64_t features = 0;
  std::vector<std::optional<double>> reals;
  std::vector<std::optional<std::int64_t>> integers;
  Provenance sources;
};

class Grouping {
 public:
  Grouping(const Layer& features, const DissolveOptions& options)
      : m_features(features), m_options(options), m_groups(features, options.by) {
    for (const std::uint32_t row : m_groups.first_row) {
      Group& group = groups.emplace_back();
      group.first_row = row;
      group.reals.resize(options.sum.size());
      group.integers.resize(options.sum.size());
    }
  }

  const std::vector<std::uint32_t>& group_of_row() const { return m_groups.of_row; }

  /// Counts a feature, once over all windows.
  void add(std::uint32_t row) {
    Group& group = groups[m_groups.of_row[row]];
    ++group.features;
    for (std::size_t i = 0; i < m_options.sum.size(); ++i) {
      const Column& column = m_features[m_options.sum[i]];
      if (column.is_null(row)) continue;
      if (column.type() == FieldType::integer)
        group.integers[i] = group.integers[i].value_or(0) + column.integer(row);
      else
        group.reals[i] = group.reals[i].value_or(0) + column.number(row);
    }
    const double weight = m_options.sum.empty() ? 1 : m_features[m_options.sum.front()].number_or(row, 0);
    group.sources.add(m_features, row, weight);
  }

  Value sum(const Group& group, std::size_t field) const {
    if (group.integers[field]) return *group.integers[field];
    if (group.reals[field]) return *group.reals[field];
    return {};
  }

  std::vector<std::string> key_of_row() const {
    std::vector<std::string> keys;
    for (const std::uint32_t group : m_groups.of_row)
      keys.push_back(group_key(m_features, m_options.by, groups[group].first_row));
    return keys;
  }

  std::vector<Group> groups;

 private:
  const Layer& m_features;
  const DissolveOptions& m_options;
  Groups m_groups;
};

Result dissolve_run(const Window& in, const DissolveOptions& options, Context& context) {
  const Layer& features = in["input"];
  Layer areas("areas", definition_for(features, options), in.crs());
  if (kind_of(features.geometry()) == GeometryKind::mixed)
    throw input_error({"dissolve：图层“{}”混有点、线或面；请只用一种",
                       "dissolve: layer “{}” mixes points, lines or polygons; give it in one kind"},
                      features.name());
  Grouping grouping(features, options);
  const std::vector<bool> own = in.owned(features, context);
  for (std::uint32_t row = 0; row < features.rows(); ++row)
    if (own[row]) grouping.add(row);
  const GeometryColumn joined =
      dissolve(in.in_core(features.geometry(), context), grouping.group_of_row(),
               static_cast<std::uint32_t>(grouping.groups.size()), in.grid_size(), context);

  std::vector<Provenance> provenance;
  for (std::size_t place = 0; place < grouping.groups.size(); ++place) {
    const Group& group = grouping.groups[place];
    if (group.features == 0 && joined.is_null(place)) continue;
    std::vector<std::pair<std::string_view, Value>> values{
        {"group_key", group_key(features, options.by, group.first_row)}, {"features", group.features}};
    for (const std::string& field : options.by)
      values.emplace_back(field, features[field].value(group.first_row));
    for (std::size_t i = 0; i < options.sum.size(); ++i)
      values.emplace_back(options.sum[i], grouping.sum(group, i));
    areas.append(joined.wkb(place), values);
    provenance.push_back(group.sources);
  }
  set_provenance(areas, provenance);

  Result result;
  result.layers.emplace_back("areas", std::move(areas));
  if (const std::vector<Aggregated> aggregates = aggregates_of(options); !aggregates.empty())
    result.layers.emplace_back(
        gathered, gathered_values(features, rows_where(features, [&](auto row) { return own[row]; }),
                                  grouping.key_of_row(), aggregates, options.weight));
  return result;
}

void dissolve_finish(Result& whole, const DissolveOptions& options, Context& context) {
  Layer& areas = whole.layer("areas");
  if (whole.has(gathered)) add_aggregates(areas, whole.layer(gathered), aggregates_of(options));
  measure(areas, context);
  whole.figures = {{"groups", static_cast<double>(areas.rows())}, {"features", total(areas, "features")}};
  add_measure(whole, areas);
}

}  // namespace

Analysis dissolve_analysis() {
  return make_analysis(&dissolve_description, &dissolve_run, &dissolve_finish);
}

}  // namespace jingwei
