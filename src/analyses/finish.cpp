#include "analyses/finish.hpp"

#include <algorithm>

#include "layer/operations.hpp"

namespace jingwei {

void add_share(Layer& layer, std::string_view part, std::string_view whole, std::string_view pct) {
  for (std::size_t row = 0; row < layer.rows(); ++row)
    layer.column(pct).set(row, layer[whole].is_null(row)
                                   ? Value{}
                                   : percent(layer[part].number_or(row, 0), layer[whole].number(row)));
}

double total(const Layer& layer, std::string_view field) {
  const Column& column = layer[field];
  double sum = 0;
  for (std::size_t row = 0; row < column.size(); ++row) sum += column.number_or(row, 0);
  return sum;
}

double largest(const Layer& layer, std::string_view field) {
  const Column& column = layer[field];
  double most = 0;
  for (std::size_t row = 0; row < column.size(); ++row) most = std::max(most, column.number_or(row, 0));
  return most;
}

}  // namespace jingwei
