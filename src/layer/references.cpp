#include "layer/references.hpp"

#include "base/message.hpp"

namespace jingwei {
namespace {

Issue issue_of(const Layer& layer, std::uint32_t row, const FieldDefinition& field,
               const std::string& value) {
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "broken_reference";
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason =
      told({"字段 {0} 的值“{1}”在图层 {2} 的 {3} 中不存在", "{0}: “{1}” is no {3} of the layer {2}"},
           field.name, printable(value), field.references->layer, field.references->field);
  issue.action = {"保留原样", "kept as it is"};
  if (layer.spatial()) {
    const Wkb wkb = layer.geometry().wkb(row);
    issue.geometry.assign(wkb.begin(), wkb.end());
  }
  return issue;
}

}  // namespace

void add_values(const Column& column, KnownValues& known) {
  for (std::size_t row = 0; row < column.size(); ++row)
    if (!column.is_null(row)) known.insert(column.as_text(row));
}

std::vector<std::string> referred_values(const Column& column, std::size_t row,
                                         const FieldReference& reference) {
  if (column.is_null(row)) return {};
  const std::string text = column.as_text(row);
  return reference.separator ? split(text, *reference.separator) : std::vector{text};
}

std::vector<Issue> broken_references(const Layer& layer, const FieldDefinition& field,
                                     const KnownValues& known) {
  std::vector<Issue> issues;
  const Column& column = layer[field.name];
  for (std::uint32_t row = 0; row < layer.rows(); ++row)
    for (const std::string& value : referred_values(column, row, *field.references))
      if (!known.contains(value)) issues.push_back(issue_of(layer, row, field, value));
  return issues;
}

}  // namespace jingwei
