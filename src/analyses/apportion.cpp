// What do values known for one set of areas come to in another?
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analyses/analysis.hpp"
#include "analyses/apportion_balance.hpp"
#include "analyses/apportion_parts.hpp"
#include "analyses/apportion_values.hpp"
#include "analyses/describe.hpp"
#include "analyses/group_values.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "layer/operations.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {
namespace {

struct ApportionOptions {
  std::vector<std::string> extensive;
  std::vector<std::string> intensive;
  std::optional<std::string> density;
  std::optional<std::string> class_field;
  std::vector<std::string> class_densities;

  std::vector<std::string> fields() const {
    std::vector<std::string> all = extensive;
    all.insert(all.end(), intensive.begin(), intensive.end());
    return all;
  }
};

/// "residential = 2.5" as its class and density.
std::pair<std::string, double> class_density(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  const auto density =
      sign == std::string::npos ? std::nullopt : to_number(stripped(std::string_view(text).substr(sign + 1)));
  if (!density || !(*density >= 0) || !std::isfinite(*density))
    throw input_error(
        {"apportion：class-densities 中的“{}”应写作“类别=密度”，密度不小于 0",
         "apportion: “{}” of class-densities should read “class=density”, the density not below 0"},
        text);
  return {std::string(stripped(std::string_view(text).substr(0, sign))), *density};
}

void check(const ApportionOptions& options) {
  const std::vector<std::string> fields = options.fields();
  if (fields.empty())
    throw input_error({"apportion：请用 extensive 或 intensive 写明要分摊的字段",
                       "apportion: name the fields that are carried over, as extensive or intensive"});
  std::set<std::string> seen;
  for (const std::string& field : fields)
    if (!seen.insert(field).second)
      throw input_error({"apportion：字段“{}”列出了两次；请只保留一处",
                         "apportion: the field “{}” is named twice; leave it in one place"},
                        field);
  if (options.class_field.has_value() == options.class_densities.empty())
    throw input_error({"apportion：class-field 与 class-densities 必须同时给出",
                       "apportion: class-field and class-densities must be given together"});
  if (options.class_field && options.density)
    throw input_error(
        {"apportion：density 与 class-field 只能给一个", "apportion: give density or class-field, not both"});
  for (const std::string& text : options.class_densities) class_density(text);
}

Description apportion_description() {
  using Options = ApportionOptions;
  return describe<Options>("apportion")
      .title({"数值分摊", "Apportion"})
      .summary({"按一套面统计的数值，换到另一套面上是多少？",
                "What do values known for one set of areas come to in another?"})
      .reads("input", {"带数值的来源要素", "the features that have the values"}, {},
             {GeometryForm::polygon, GeometryForm::line, GeometryForm::point})
      .reads("target", {"目标面", "the polygons that they are carried to"}, {}, {GeometryForm::polygon})
      .reads("weights",
             {"密度面：数值只按其密度分布", "polygons of densities that say where values concentrate"}, {},
             {GeometryForm::polygon}, Presence::optional)
      .option("extensive", &Options::extensive,
              {"总量字段（人口、岗位）：按份额分开", "fields of totals (people, jobs), which are divided"},
              field_of("input"))
      .option(
          "intensive", &Options::intensive,
          {"强度字段（密度、比率）：按面积平均", "fields of densities and rates, which are averaged by area"},
          field_of("input"))
      .option("density", &Options::density,
              {"weights 的密度字段；留空则其内处处相同",
               "the field of densities of weights; none: the same everywhere in them"},
              field_of("weights"))
      .option("class-field", &Options::class_field,
              {"weights 的类别字段，代替 density", "the field of classes of weights, in place of density"},
              field_of("weights"))
      .option("class-densities", &Options::class_densities,
              {"各类别的相对密度，如 居住=5；未列出的为 0",
               "the relative density of each class, as residential=5; of those not named 0"})
      .writes("targets", owned)
      .writes("shares", sum_by_key)
      .writes("sources", sum_by_key)
      .checks(&check)
      .cites(
          "Goodchild, M. F. & Lam, N. S.-N. (1980). Areal interpolation: a variant of the traditional "
          "spatial problem. Geo-Processing 1, 297–312.")
      .cites(
          "Mennis, J. (2003). Generating surface models of population using dasymetric mapping. The "
          "Professional Geographer 55, 31–42.");
}

std::vector<double> densities_of(const Window& in, const ApportionOptions& options, Result& result) {
  if (!in.has("weights")) {
    if (options.density || options.class_field)
      throw input_error({"apportion：density 和 class-field 需要输入 weights",
                         "apportion: density and class-field need the input weights"});
    return {};
  }
  const Layer& weights = in["weights"];
  if (!options.class_field) return weights_of(weights, options.density, result.issues);
  known_field("apportion", weights, *options.class_field, Values::any);
  std::map<std::string, double> of_class;
  for (const std::string& text : options.class_densities) of_class.insert(class_density(text));
  std::vector<double> densities;
  for (std::size_t row = 0; row < weights.rows(); ++row) {
    const auto found = of_class.find(weights[*options.class_field].as_text(row));
    densities.push_back(found == of_class.end() ? 0 : found->second);
  }
  return densities;
}

/// An output with the fields that are carried over.
Layer layer_with_values(std::string_view name, const Window& in, const ApportionOptions& options) {
  const Layer& sources = in["input"];
  LayerDefinition definition = output_layer(name, in.crs()).definition();
  for (const std::string& name_of_field : options.fields()) {
    FieldDefinition field =
        carried_on(known_field("apportion", sources, name_of_field, Values::numbers), FieldCombine::first);
    field.type = FieldType::real;
    insert_before_provenance("apportion", definition, sources, std::move(field));
  }
  return {std::string(name), definition, in.crs()};
}

/// The fields of the targets; one that bears the name of a value is `target_<name>`.
void add_own_fields(const Layer& targets, const std::vector<std::uint32_t>& rows, Layer& made) {
  for (const Field& field : targets.fields()) {
    if (is_provenance_field(field.name)) continue;
    const std::string name = made.has(field.name) ? format("target_{}", field.name) : field.name;
    if (!made.has(name))
      made.add(Field{name, field.type, field.title, field.unit}, targets[field.name].take(rows));
  }
}

Layer targets_of(const Window& in, const ApportionOptions& options, Context& context) {
  const Layer& targets = in["target"];
  const std::vector<bool> own = in.owned(targets, context);
  const auto rows = rows_where(targets, [&](auto row) { return own[row]; });
  Layer made = layer_with_values("apportion_targets", in, options);
  std::vector<Provenance> provenance;
  for (const std::uint32_t row : rows) {
    made.append(targets.geometry().wkb(row), {{"target_key", targets.key().as_text(row)}});
    provenance.emplace_back().add(targets, row, 0);
  }
  measure(made, context);
  add_own_fields(targets, rows, made);
  set_provenance(made, provenance);
  return made;
}

using Row = std::vector<std::pair<std::string_view, Value>>;

/// The measure of a source or of a part of it, in the column of its kind; a place has none.
void add_measure(Row& row, GeometryKind kind, const ApportionWhole& source, double measure,
                 std::optional<double> weight) {
  if (source.place()) return;
  row.emplace_back(kind == GeometryKind::polygon ? "area_m2" : "length_m", measure);
  if (weight) row.emplace_back("weight", *weight);
}

Result apportion_run(const Window& in, const ApportionOptions& options, Context& context) {
  Result result;
  const Layer& sources = in["input"];
  const std::vector<double> densities = densities_of(in, options, result);
  const Apportionment divided = apportioned(in, densities, result, context);
  const std::vector<bool> own = in.owned(sources, context);

  Layer balance = layer_with_values("apportion_sources", in, options);
  Layer shares = layer_with_values("apportion_shares", in, options);
  const std::vector<std::string> fields = options.fields();
  std::vector<Provenance> of_sources, of_shares;
  for (std::uint32_t row = 0; row < sources.rows(); ++row) {
    const ApportionWhole& whole = divided.wholes[row];
    if (whole.measure == 0 && !own[row]) continue;
    Row values{{"source_key", sources.key().as_text(row)}, {"tolerance", whole.tolerance}};
    add_measure(values, divided.kind, whole, whole.measure, whole.weight);
    for (const std::string& field : fields) {
      const Column& column = sources[field];
      values.emplace_back(field, column.is_null(row) ? Value{} : Value{column.number(row)});
      if (own[row] && column.is_null(row))
        result.issues.push_back(
            row_issue(sources, row, "missing_value",
                      {format("字段“{}”没有值", field), format("has no value in the field “{}”", field)},
                      {"该字段不计入此要素", "it adds nothing to that field"}));
    }
    balance.append(values);
    of_sources.emplace_back().add(sources, row, own[row] ? 1 : 0);
  }
  for (const ApportionPart& part : divided.parts) {
    const std::string source = sources.key().as_text(part.source);
    const std::string target = part.target == no_row ? "" : in["target"].key().as_text(part.target);
    Row values{{"share_key", joined_key(source, target, '|')},
               {"source_key", source},
               {"target_key", part.target == no_row ? Value{} : Value{target}}};
    add_measure(values, divided.kind, divided.wholes[part.source], part.measure, part.weight);
    shares.append(values);
    of_shares.emplace_back().add(sources, part.source, part.measure);
  }
  set_provenance(balance, of_sources);
  set_provenance(shares, of_shares);
  result.layers.emplace_back("targets", targets_of(in, options, context));
  result.layers.emplace_back("shares", std::move(shares));
  result.layers.emplace_back("sources", std::move(balance));
  return result;
}

void apportion_finish(Result& whole, const ApportionOptions& options, Context&) {
  carry_values(whole, options.extensive, options.intensive, balance_shares(whole));
}

}  // namespace

Analysis apportion_analysis() {
  return make_analysis(&apportion_description, &apportion_run, &apportion_finish);
}

}  // namespace jingwei
