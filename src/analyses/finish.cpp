#include "analyses/finish.hpp"

#include <algorithm>

namespace jingwei {

double share_pct(double part, double whole) {
  return std::min(100.0, 100 * part / whole);
}

void add_share(Layer& layer, std::string_view part, std::string_view whole, std::string_view pct) {
  for (std::size_t row = 0; row < layer.rows(); ++row) {
    const double all = layer[whole].number_or(row, 0);
    layer.column(pct).set(row, all == 0 ? Value{} : Value{share_pct(layer[part].number_or(row, 0), all)});
  }
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

void add_measure(Result& whole, const Layer& layer) {
  const GeometryKind kind = kind_of(layer.geometry());
  if (kind == GeometryKind::polygon) whole.figures.push_back({"area_m2", total(layer, "area_m2")});
  if (kind == GeometryKind::line) whole.figures.push_back({"length_m", total(layer, "length_m")});
}

void add_share(Result& whole, std::string name, double part, double all) {
  if (all > 0) whole.figures.push_back({std::move(name), share_pct(part, all)});
}

}  // namespace jingwei
