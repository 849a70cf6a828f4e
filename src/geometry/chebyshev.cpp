#include "geometry/chebyshev.hpp"

#include <cmath>
#include <numbers>

namespace jingwei {
namespace {

/// The coefficients of T₀ … T₄ made those of powers.
std::array<double, 5> powers_of(const std::array<double, 5>& t) {
  return {t[0] - t[2] + t[4], t[1] - 3 * t[3], 2 * t[2] - 8 * t[4], 4 * t[3], 8 * t[4]};
}

/// The polynomial of degree 4 through values at the nodes.
std::array<double, 5> interpolated(const std::array<double, 5>& values) {
  // cos(π·j·(k + ½)/5), once.
  static const Quartic cosines = [] {
    Quartic at{};
    for (std::size_t j = 0; j < 5; ++j)
      for (std::size_t k = 0; k < 5; ++k)
        at[j][k] = std::cos(std::numbers::pi * static_cast<double>(j) * (static_cast<double>(k) + 0.5) / 5);
    return at;
  }();
  std::array<double, 5> t{};
  for (std::size_t j = 0; j < 5; ++j) {
    for (std::size_t k = 0; k < 5; ++k) t[j] += values[k] * cosines[j][k];
    t[j] *= j == 0 ? 0.2 : 0.4;
  }
  return powers_of(t);
}

}  // namespace

std::array<double, 5> chebyshev_nodes() {
  std::array<double, 5> nodes{};
  for (std::size_t k = 0; k < 5; ++k)
    nodes[k] = std::cos(std::numbers::pi * (static_cast<double>(k) + 0.5) / 5);
  return nodes;
}

Quartic interpolated(const Quartic& values) {
  Quartic along_v{}, both{};
  for (std::size_t i = 0; i < 5; ++i) along_v[i] = interpolated(values[i]);
  for (std::size_t j = 0; j < 5; ++j) {
    std::array<double, 5> column{};
    for (std::size_t i = 0; i < 5; ++i) column[i] = along_v[i][j];
    column = interpolated(column);
    for (std::size_t i = 0; i < 5; ++i) both[i][j] = column[i];
  }
  return both;
}

}  // namespace jingwei
