// What do lines look like that are joined end to end?
#include "geometry/merge_lines.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "layer/operations.hpp"

namespace jingwei {

template <>
std::vector<Choice> choices_of<LineDirection>() {
  return {{"kept", {"首尾相接且方向一致才合并", "only where one line ends and the other begins"}},
          {"ignored", {"不论方向", "however two lines meet"}}};
}

namespace {

struct MergeOptions {
  std::vector<std::string> by;
  LineDirection direction = LineDirection::ignored;
  std::vector<std::string> sum;
};

Description merge_description() {
  using Options = MergeOptions;
  return describe<Options>("merge-lines")
      .title({"合并线", "Merge lines"})
      .summary({"首尾相接的线连成整条后是什么样？", "What do lines look like that are joined end to end?"})
      .reads("lines", {"线", "lines"}, {}, {GeometryForm::line})
      .option("by", &Options::by,
              {"值相同才合并的字段", "fields whose values must be equal for lines to be joined"},
              field_of("lines"))
      .option("direction", &Options::direction, {"是否要求方向一致", "whether directions count"})
      .option("sum", &Options::sum,
              {"求和字段（多部分要素按长度分摊）",
               "numeric fields that are added up, those of a multi-line by the lengths of its parts"},
              field_of("lines"))
      .writes("lines", owned)
      .sees_everything()  // a line can go on and on
      .cites("OGC 06-103r4 (2011). Simple feature access, part 1: common architecture (ISO 19125-1).");
}

LayerDefinition definition_for(const Layer& lines, const MergeOptions& options) {
  LayerDefinition definition = output_layer("merge_lines_lines", lines.crs()).definition();
  for (const std::string& field : options.by)
    insert_before_provenance(
        "merge-lines", definition, lines,
        carried_on(known_field("merge-lines", lines, field, Values::any), FieldCombine::first));
  for (const std::string& field : options.sum) {
    FieldDefinition summed =
        carried_on(known_field("merge-lines", lines, field, Values::numbers), FieldCombine::first);
    summed.type = FieldType::real;  // shares of whole numbers
    insert_before_provenance("merge-lines", definition, lines, std::move(summed));
  }
  return definition;
}

/// The length of each row in its lines.
std::vector<double> lengths_of_rows(const MergedLines& merged, std::size_t rows) {
  std::vector<double> lengths(rows, 0.0);
  for (const auto& parts : merged.parts)
    for (const auto& [row, length] : parts) lengths[row] += length;
  return lengths;
}

/// A field added up over the parts of a line; null where all are.
Value sum_of(const Column& column, const std::vector<MergedLines::Part>& parts,
             const std::vector<double>& lengths) {
  std::optional<double> sum;
  for (const auto& [row, length] : parts)
    if (!column.is_null(row)) sum = sum.value_or(0) + column.number(row) * length / lengths[row];
  return sum ? Value(*sum) : Value{};
}

Result merge_run(const Window& in, const MergeOptions& options, Context& context) {
  Result result;
  if (!in.first()) return result;
  // In the order of keys, so that directions and names do not depend on the rows'.
  const Layer lines = in["lines"].take(rows_by_key(in["lines"]));
  Layer layer("lines", definition_for(lines, options), in.crs());
  const Groups groups(lines, options.by);
  const MergedLines merged = merge_lines(lines.geometry(), groups.of_row, options.direction, in.grid_size());
  const std::vector<double> lengths = lengths_of_rows(merged, lines.rows());
  for (std::size_t row = 0; row < lengths.size(); ++row)
    if (lengths[row] == 0)
      result.issues.push_back(row_issue(lines, row, "no_length", {"没有长度", "it has no length"},
                                        {"不参与合并", "it is left out"}));

  std::vector<std::size_t> named(lines.rows(), 0);
  std::vector<Provenance> provenance;
  for (std::size_t i = 0; i < merged.parts.size(); ++i) {
    context.check_cancelled();
    const auto& parts = merged.parts[i];
    std::vector<std::uint32_t> rows;
    for (const auto& part : parts) rows.push_back(part.row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    // Several lines can be made of the parts of one row.
    const std::size_t number = ++named[rows.front()];
    const std::string key = lines.key().as_text(rows.front());
    std::vector<std::pair<std::string_view, Value>> values{
        {"line_key", number == 1 ? key : joined_key(key, format("{}", number), '#')},
        {"features", static_cast<std::int64_t>(rows.size())},
        {"closed", bool(merged.closed[i])}};
    for (const std::string& field : options.by) values.emplace_back(field, lines[field].value(rows.front()));
    for (const std::string& field : options.sum)
      values.emplace_back(field, sum_of(lines[field], parts, lengths));
    layer.append(merged.geometry.wkb(i), values);
    Provenance& sources = provenance.emplace_back();
    for (const std::uint32_t row : rows) sources.add(lines, row);
  }
  set_provenance(layer, provenance);
  measure(layer, context);
  result.layers.emplace_back("lines", std::move(layer));
  return result;
}

void merge_finish(Result& whole, const MergeOptions&, Context&) {
  const Layer& lines = whole.layer("lines");
  whole.figures = {{"lines", static_cast<double>(lines.rows())}, {"length_m", total(lines, "length_m")}};
}

}  // namespace

Analysis merge_lines_analysis() {
  return make_analysis(&merge_description, &merge_run, &merge_finish);
}

}  // namespace jingwei
