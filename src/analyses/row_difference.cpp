#include "analyses/row_difference.hpp"

#include <cassert>

#include "base/parallel.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {

RowDifference row_difference(const GeometryColumn& a, const GeometryColumn& b, double grid_size,
                             Context& context) {
  assert(a.size() == b.size());
  std::vector<Pieces> pieces(a.size());
  parallel_for(a.size(), context, [&](std::size_t begin, std::size_t end) {
    Context serial;  // the rows are spread over the threads, each row stays on one
    for (std::size_t row = begin; row < end; ++row) {
      if (a.is_null(row)) continue;
      const std::uint32_t rows[] = {static_cast<std::uint32_t>(row)};
      const GeometryColumn left = take(a, rows);
      if (b.is_null(row))
        pieces[row].geometry = left;
      else
        pieces[row] = difference(left, take(b, rows), grid_size, serial);
    }
  });
  RowDifference result;
  for (const Pieces& piece : pieces) {
    if (piece.geometry.size() == 0)
      result.geometry.append_null();
    else
      result.geometry.append(piece.geometry.wkb(0), piece.geometry.envelope(0));
    result.certificate.add(piece.certificate);
  }
  return result;
}

}  // namespace jingwei
