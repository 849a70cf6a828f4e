#pragma once
#include <array>
#include <cstddef>

namespace jingwei {

/// A polynomial of two variables of degree 4 in each on [-1, 1]: c[i][j] of uⁱvʲ.
using Quartic = std::array<std::array<double, 5>, 5>;

/// Where Chebyshev polynomials of degree 4 are sampled on [-1, 1].
std::array<double, 5> chebyshev_nodes();

/// The polynomial through values[i][j] at (node i, node j).
Quartic interpolated(const Quartic& values);

inline double value(const Quartic& polynomial, double u, double v) {
  double sum = 0;
  for (std::size_t i = polynomial.size(); i-- > 0;) {
    const auto& c = polynomial[i];
    sum = sum * u + ((((c[4] * v + c[3]) * v + c[2]) * v + c[1]) * v + c[0]);
  }
  return sum;
}

}  // namespace jingwei
