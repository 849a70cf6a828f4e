#include "analyses/numeric_field.hpp"

#include "analyses/row_issue.hpp"
#include "base/error.hpp"

namespace jingwei {

void require_numbers(const Layer& layer, const std::string& field) {
  if (!layer.has(field))
    throw input_error({"图层“{}”没有字段“{}”", "layer “{}” has no field “{}”"}, layer.name(), field);
  const FieldType type = layer[field].type();
  if (type != FieldType::integer && type != FieldType::real)
    throw input_error({"字段“{}”（图层“{}”）不是数值；请用数值字段",
                       "the field “{}” of layer “{}” holds no numbers; name a numeric field"},
                      field, layer.name());
}

std::vector<double> weights_of(const Layer& layer, const std::optional<std::string>& field,
                               std::vector<Issue>& issues) {
  std::vector<double> weights(layer.rows(), 1);
  if (!field) return weights;
  require_numbers(layer, *field);
  const Column& column = layer[*field];
  for (std::size_t row = 0; row < layer.rows(); ++row) {
    weights[row] = column.number_or(row, -1);
    if (weights[row] >= 0) continue;
    const bool missing = column.is_null(row);
    issues.push_back(row_issue(
        layer, row, missing ? "missing_weight" : "negative_weight",
        missing ? Text{format("字段“{}”没有值", *field), format("has no value in the field “{}”", *field)}
                : Text{format("字段“{}”为负：{}", *field, weights[row]),
                       format("the field “{}” is negative: {}", *field, weights[row])},
        {"按 0 计", "counts as 0"}));
    weights[row] = 0;
  }
  return weights;
}

}  // namespace jingwei
