#include "network/customisation_rows.hpp"

#include <algorithm>

namespace jingwei {
namespace {

/// The saturating sum without a branch: where a + b is beyond 2³² − 1, ~b + b is left.
Cost plus(Cost a, Cost b) {
  return std::min(a, ~b) + b;
}

}  // namespace

CustomisationRows::CustomisationRows(std::uint32_t height)
    : m_kernels(sweep_kernels()),
      m_up(row_start(height), unreachable),
      m_down(row_start(height), unreachable),
      m_columns(height) {
  m_spread_up.fill(std::vector(height, unreachable));
  m_spread_down.fill(std::vector(height, unreachable));
}

/// Neighbours are spread out by depth rather than looked at one by one. The bounds are measured; results do
/// not depend on them.
bool CustomisationRows::may_be_chained(std::span<const std::uint32_t> depths) {
  return depths.size() >= 16 && depths.back() - depths.front() < 6 * depths.size();
}

void CustomisationRows::contract(std::span<const Node> chain) {
  if (!may_be_chained(chain.front().depths)) {
    for (std::size_t n = chain.size(); n-- > 0;) contract_sparse(chain[n]);
    return;
  }
  const std::uint32_t least = chain.front().depths.front();
  std::array<const Cost*, longest_chain> sources_up{}, sources_down{};
  for (std::size_t n = chain.size(); n-- > 0;) {
    hand_up(chain[n].depth, chain[n].depths, chain[n].depths, chain[n].up, chain[n].down);
    spread(n, chain[n]);
    sources_up[n] = m_spread_up[n].data() + least, sources_down[n] = m_spread_down[n].data() + least;
    for (std::size_t above = 0; above < n; ++above) {
      const std::uint32_t depth = chain[above].depth;
      m_kernels.relax(up_row(depth) + least, &sources_up[n], &m_spread_down[n][depth], 1, depth - least);
      m_kernels.relax(down_row(depth) + least, &sources_down[n], &m_spread_up[n][depth], 1, depth - least);
    }
  }
  for (const std::uint32_t depth : chain.front().depths) {
    std::array<Cost, longest_chain> from{}, to{};
    for (std::size_t n = 0; n < chain.size(); ++n)
      from[n] = m_spread_down[n][depth], to[n] = m_spread_up[n][depth];
    m_kernels.relax(up_row(depth) + least, sources_up.data(), from.data(), chain.size(), depth - least);
    m_kernels.relax(down_row(depth) + least, sources_down.data(), to.data(), chain.size(), depth - least);
  }
  for (std::size_t n = 0; n < chain.size(); ++n) clear_spread(n, chain[n]);
}

void CustomisationRows::clear_spread(std::size_t place, const Node& node) {
  for (const std::uint32_t depth : node.depths)
    m_spread_up[place][depth] = m_spread_down[place][depth] = unreachable;
}

void CustomisationRows::contract_sparse(const Node& node) {
  hand_up(node.depth, node.depths, node.depths, node.up, node.down);
  for (std::size_t i = 1; i < node.depths.size(); ++i) {
    Cost *row_up = up_row(node.depths[i]), *row_down = down_row(node.depths[i]);
    const Cost from = node.down[i], to = node.up[i];
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t column = node.depths[j];
      row_up[column] = std::min(row_up[column], plus(node.up[j], from));
      row_down[column] = std::min(row_down[column], plus(node.down[j], to));
    }
  }
}

void CustomisationRows::spread(std::size_t place, const Node& node) {
  for (std::size_t i = 0; i < node.depths.size(); ++i) {
    m_spread_up[place][node.depths[i]] = node.up[i];
    m_spread_down[place][node.depths[i]] = node.down[i];
  }
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

// Each pair of neighbours is looked at once, both ways, with costs that are already at most the basic ones:
// as the arc between them is perfect, both come out perfect.
void CustomisationRows::tighten(std::span<const Node> chain, std::span<KeptCounts> counts) {
  for (std::size_t n = 0; n < chain.size(); ++n) spread(n, chain[n]);
  if (!may_be_chained(chain.front().depths)) {
    tighten_sparse(chain.front());
    counts.front() = settle(0, chain.front());
    clear_spread(0, chain.front());
    return;
  }
  const std::uint32_t least = chain.front().depths.front();
  std::array<SweepRow, longest_chain> rows{};
  for (std::size_t n = 0; n < chain.size(); ++n)
    rows[n] = {m_spread_up[n].data() + least, m_spread_down[n].data() + least};
  for (const std::uint32_t depth : chain.front().depths)
    m_kernels.tighten(rows.data(), chain.size(), up_row(depth) + least, down_row(depth) + least,
                      depth - least);
  for (std::size_t n = 0; n < chain.size(); ++n) {
    for (std::size_t above = 0; above < n; ++above) {
      const std::uint32_t depth = chain[above].depth;
      m_kernels.tighten(&rows[n], 1, up_row(depth) + least, down_row(depth) + least, depth - least);
    }
    counts[n] = settle(n, chain[n]);
    // Columns in between may have been reached too.
    std::fill_n(rows[n].up, chain[n].depth - least, unreachable);
    std::fill_n(rows[n].down, chain[n].depth - least, unreachable);
  }
}

void CustomisationRows::tighten_sparse(const Node& node) {
  const auto spread_up = m_spread_up[0].data(), spread_down = m_spread_down[0].data();
  for (std::size_t i = 1; i < node.depths.size(); ++i) {
    const Cost *row_up = up_row(node.depths[i]), *row_down = down_row(node.depths[i]);
    Cost &to = spread_up[node.depths[i]], &from = spread_down[node.depths[i]];
    Cost least_to = to, least_from = from;
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t column = node.depths[j];
      least_to = std::min(least_to, plus(spread_up[column], row_down[column]));
      least_from = std::min(least_from, plus(spread_down[column], row_up[column]));
      spread_up[column] = std::min(spread_up[column], plus(row_up[column], to));
      spread_down[column] = std::min(spread_down[column], plus(row_down[column], from));
    }
    to = least_to, from = least_from;
  }
}

/// The costs that were worked out go to the node's arcs and its row.
CustomisationRows::KeptCounts CustomisationRows::settle(std::size_t place, const Node& node) {
  const auto spread_up = m_spread_up[place].data(), spread_down = m_spread_down[place].data();
  KeptCounts counts;
  for (std::size_t i = 0; i < node.depths.size(); ++i) {
    const Cost perfect_up = spread_up[node.depths[i]], perfect_down = spread_down[node.depths[i]];
    const unsigned keeps_up = node.up[i] != unreachable && node.up[i] == perfect_up;
    const unsigned keeps_down = node.down[i] != unreachable && node.down[i] == perfect_down;
    node.kept[i] = static_cast<std::uint8_t>(keeps_up * kept_up | keeps_down * kept_down);
    counts.up += keeps_up, counts.down += keeps_down;
    node.up[i] = perfect_up, node.down[i] = perfect_down;
  }
  take(node.depth, node.depths, node.up, node.down);
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
