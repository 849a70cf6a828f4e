#include "network/customisation_rows.hpp"

#include <algorithm>

namespace jingwei {
namespace {

/// The saturating sum without a branch: where a + b is beyond 2³² − 1, ~b + b is left.
Cost plus(Cost a, Cost b) {
  return std::min(a, ~b) + b;
}

/// Whether to work on a node's neighbours spread out by depth rather than one by one. The bounds are
/// measured; results do not depend on them.
bool worth_spreading(std::span<const std::uint32_t> depths) {
  return depths.size() >= 16 && depths.back() - depths.front() < 6 * depths.size();
}

}  // namespace

CustomisationRows::CustomisationRows(std::uint32_t height)
    : m_kernels(sweep_kernels()),
      m_up(row_start(height), unreachable),
      m_down(row_start(height), unreachable),
      m_spread_up(height, unreachable),
      m_spread_down(height, unreachable),
      m_columns(height) {}

void CustomisationRows::contract(std::uint32_t depth, std::span<const std::uint32_t> depths,
                                 std::span<Cost> up, std::span<Cost> down) {
  hand_up(depth, depths, depths, up, down);
  if (!worth_spreading(depths)) {
    for (std::size_t i = 1; i < depths.size(); ++i) {
      Cost *row_up = up_row(depths[i]), *row_down = down_row(depths[i]);
      const Cost from = down[i], to = up[i];
      for (std::size_t j = 0; j < i; ++j) {
        const std::uint32_t column = depths[j];
        row_up[column] = std::min(row_up[column], plus(up[j], from));
        row_down[column] = std::min(row_down[column], plus(down[j], to));
      }
    }
    return;
  }
  const std::uint32_t least = depths.front();
  for (std::size_t i = 0; i < depths.size(); ++i) {
    const std::size_t count = depths[i] - least;
    if (down[i] != unreachable)
      m_kernels.relax(up_row(depths[i]) + least, m_spread_up.data() + least, down[i], count);
    if (up[i] != unreachable)
      m_kernels.relax(down_row(depths[i]) + least, m_spread_down.data() + least, up[i], count);
    m_spread_up[depths[i]] = up[i];
    m_spread_down[depths[i]] = down[i];
  }
  for (const std::uint32_t column : depths) m_spread_up[column] = m_spread_down[column] = unreachable;
}

void CustomisationRows::hand_up(std::uint32_t depth, std::span<const std::uint32_t> gathered,
                                std::span<const std::uint32_t> depths, std::span<Cost> up,
                                std::span<Cost> down) {
  Cost *row_up = up_row(depth), *row_down = down_row(depth);
  std::size_t i = 0;
  for (const std::uint32_t column : gathered) {
    if (column >= depth) break;
    while (depths[i] != column) ++i;
    up[i] = std::min(up[i], row_up[column]);
    down[i] = std::min(down[i], row_down[column]);
    row_up[column] = row_down[column] = unreachable;
  }
}

void CustomisationRows::take(std::uint32_t depth, std::span<const std::uint32_t> depths,
                             std::span<const Cost> up, std::span<const Cost> down) {
  forget(depth);
  m_columns[depth] = depths;
  Cost *row_up = up_row(depth), *row_down = down_row(depth);
  for (std::size_t i = 0; i < depths.size(); ++i) {
    row_up[depths[i]] = up[i];
    row_down[depths[i]] = down[i];
  }
}

CustomisationRows::KeptCounts CustomisationRows::tighten(std::uint32_t depth,
                                                         std::span<const std::uint32_t> depths,
                                                         std::span<Cost> up, std::span<Cost> down,
                                                         std::span<std::uint8_t> kept) {
  // Each pair of neighbours is looked at once, both ways, with costs that are already at most the basic ones:
  // as the arc between them is perfect, both come out perfect.
  const auto spread_up = m_spread_up.data(), spread_down = m_spread_down.data();
  for (std::size_t i = 0; i < depths.size(); ++i) {
    spread_up[depths[i]] = up[i];
    spread_down[depths[i]] = down[i];
  }
  const bool whole_rows = worth_spreading(depths);
  for (std::size_t i = 1; i < depths.size(); ++i) {
    const Cost *row_up = up_row(depths[i]), *row_down = down_row(depths[i]);
    Cost &to = spread_up[depths[i]], &from = spread_down[depths[i]];
    if (whole_rows) {
      const std::uint32_t least = depths.front();
      m_kernels.tighten(spread_up + least, spread_down + least, row_up + least, row_down + least, to, from,
                        depths[i] - least);
      continue;
    }
    Cost least_to = to, least_from = from;
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t column = depths[j];
      least_to = std::min(least_to, plus(spread_up[column], row_down[column]));
      least_from = std::min(least_from, plus(spread_down[column], row_up[column]));
      spread_up[column] = std::min(spread_up[column], plus(row_up[column], to));
      spread_down[column] = std::min(spread_down[column], plus(row_down[column], from));
    }
    to = least_to, from = least_from;
  }
  KeptCounts counts;
  for (std::size_t i = 0; i < depths.size(); ++i) {
    const Cost perfect_up = spread_up[depths[i]], perfect_down = spread_down[depths[i]];
    const unsigned keeps_up = up[i] != unreachable && up[i] == perfect_up;
    const unsigned keeps_down = down[i] != unreachable && down[i] == perfect_down;
    kept[i] = static_cast<std::uint8_t>(keeps_up * kept_up | keeps_down * kept_down);
    counts.up += keeps_up, counts.down += keeps_down;
    up[i] = perfect_up, down[i] = perfect_down;
  }
  if (whole_rows) {  // columns in between may have been reached too
    const std::size_t count = depths.back() - depths.front() + 1;
    std::fill_n(spread_up + depths.front(), count, unreachable);
    std::fill_n(spread_down + depths.front(), count, unreachable);
  } else {
    for (const std::uint32_t column : depths) spread_up[column] = spread_down[column] = unreachable;
  }
  take(depth, depths, up, down);
  return counts;
}

void CustomisationRows::forget(std::uint32_t depth) {
  Cost *row_up = up_row(depth), *row_down = down_row(depth);
  for (const std::uint32_t column : m_columns[depth]) row_up[column] = row_down[column] = unreachable;
  m_columns[depth] = {};
}

void CustomisationRows::clear() {
  for (std::uint32_t depth = 0; depth < m_columns.size(); ++depth) forget(depth);
}

}  // namespace jingwei
