#include "geometry/spatial_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace jingwei {
namespace {

constexpr std::size_t node_capacity = 16;

/// Sort-Tile-Recursive: sorted by x into vertical slices of whole nodes, each slice sorted by y. Ties go by
/// row, so that the order is the same everywhere.
std::vector<std::uint32_t> packed_order(std::span<const Envelope> envelopes) {
  std::vector<std::uint32_t> order;
  order.reserve(envelopes.size());
  for (std::uint32_t row = 0; row < envelopes.size(); ++row)
    if (!envelopes[row].empty()) order.push_back(row);
  const auto by = [&](double Point::*axis) {
    return [&envelopes, axis](std::uint32_t a, std::uint32_t b) {
      const double ka = envelopes[a].center().*axis;
      const double kb = envelopes[b].center().*axis;
      return ka != kb ? ka < kb : a < b;
    };
  };
  std::sort(order.begin(), order.end(), by(&Point::x));
  const double nodes = std::ceil(static_cast<double>(order.size()) / node_capacity);
  const auto slices = static_cast<std::size_t>(std::ceil(std::sqrt(nodes)));
  const std::size_t slice = std::max<std::size_t>(1, slices) * node_capacity;
  for (std::size_t at = 0; at < order.size(); at += slice)
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(at),
              order.begin() + static_cast<std::ptrdiff_t>(std::min(at + slice, order.size())), by(&Point::y));
  return order;
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const Envelope> envelopes) : m_rows(packed_order(envelopes)) {
  m_envelopes.reserve(m_rows.size());
  for (const std::uint32_t row : m_rows) m_envelopes.push_back(envelopes[row]);
  if (m_rows.empty()) return;

  const auto add_level = [&](std::size_t first, std::size_t count, const auto& envelope_at) {
    m_levels.push_back(static_cast<std::uint32_t>(m_nodes.size()));
    for (std::size_t at = 0; at < count; at += node_capacity) {
      Node node{{},
                static_cast<std::uint32_t>(first + at),
                static_cast<std::uint32_t>(std::min(node_capacity, count - at))};
      for (std::uint32_t i = 0; i < node.count; ++i) node.envelope.expand(envelope_at(node.first + i));
      m_nodes.push_back(node);
    }
  };
  add_level(0, m_rows.size(), [&](std::size_t i) { return m_envelopes[i]; });
  while (m_nodes.size() - m_levels.back() > 1) {
    const std::size_t first = m_levels.back();
    add_level(first, m_nodes.size() - first, [&](std::size_t i) { return m_nodes[i].envelope; });
  }
}

template <class Meets>
void SpatialIndex::collect(std::vector<std::uint32_t>& rows, const Meets& meets) const {
  if (m_nodes.empty()) return;
  const auto leaf_nodes_end = m_levels.size() > 1 ? m_levels[1] : static_cast<std::uint32_t>(m_nodes.size());
  std::vector<std::uint32_t> stack{static_cast<std::uint32_t>(m_nodes.size() - 1)};
  while (!stack.empty()) {
    const std::uint32_t at = stack.back();
    stack.pop_back();
    const Node& node = m_nodes[at];
    if (!meets(node.envelope)) continue;
    for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
      if (at >= leaf_nodes_end)
        stack.push_back(i);
      else if (meets(m_envelopes[i]))
        rows.push_back(m_rows[i]);
    }
  }
  std::sort(rows.begin(), rows.end());
}

void SpatialIndex::query(const Envelope& window, std::vector<std::uint32_t>& rows) const {
  rows.clear();
  if (!window.empty()) collect(rows, [&](const Envelope& e) { return e.intersects(window); });
}

void SpatialIndex::query(Point point, double distance, std::vector<std::uint32_t>& rows) const {
  rows.clear();
  if (!(distance >= 0)) return;
  collect(rows, [&](const Envelope& e) {
    const double dx = std::max({e.min_x - point.x, 0.0, point.x - e.max_x});
    const double dy = std::max({e.min_y - point.y, 0.0, point.y - e.max_y});
    return dx * dx + dy * dy <= distance * distance;
  });
}

}  // namespace jingwei
