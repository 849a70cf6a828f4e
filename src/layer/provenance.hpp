#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layer/layer.hpp"

namespace jingwei {

/// How sure a result row is: the worst confidence of what contributed, and how much of it is synthetic.
/// Add every source row that a result row stands on, with its share of the summed field (people, m²) as
/// weight, or 1.
class Provenance {
 public:
  /// The row of an input (confidence, geometry_confidence, synthetic) or of an earlier output
  /// (confidence_min, synthetic_pct); layers without these fields count as unknown: they leave confidence as
  /// it is, synthetic as 0.
  void add(const Layer& source, std::size_t row, double weight = 1);
  void add(const Provenance& other);
  char confidence() const { return m_confidence; }  ///< 'A', 'B', 'C', or 0: unknown
  double weight() const { return m_weight; }
  double synthetic_weight() const { return m_synthetic_weight; }

 private:
  char m_confidence = 0;
  double m_weight = 0;
  double m_synthetic_weight = 0;
};

/// Sets confidence_min and synthetic_pct of all rows of an output layer, and the two hidden columns that make
/// them combine over windows (`provenance_weight`, `synthetic_weight`), which `combine` takes away again.
/// \pre one for each row.
void set_provenance(Layer& layer, std::span<const Provenance> rows);

}  // namespace jingwei
