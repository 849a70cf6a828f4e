#pragma once
#include "geometry/nearest_areas.hpp"

namespace jingwei {

/// What is reached from (or reaches) some places within several limits. Labels are numbers of limits: that of
/// the first within which a part is reached.
struct ReachBands {
  LabelledLines lines;       ///< the street and expressway parts that are reached
  LabelledLines streets;     ///< the streets near these onto which points snap: where they are not
                             ///< reached within any limit the label is the number of limits
  std::uint32_t limits = 0;  ///< how many there are
  double margin = 0;         ///< in units of the plane: how far round about
};

}  // namespace jingwei
