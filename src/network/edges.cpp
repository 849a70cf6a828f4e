#include "network/edges.hpp"

#include <algorithm>
#include <numeric>

namespace jingwei {

Cost Edges::cost_of(double length_m, double speed_kmh) {
  return speed_kmh > 0 ? to_cost(Duration{length_m * 3.6 / speed_kmh}) : unreachable;
}

Point Edges::at(std::size_t edge, double chainage) const {
  const auto begin = chainage_m.begin() + static_cast<std::ptrdiff_t>(first[edge]);
  const auto end = chainage_m.begin() + static_cast<std::ptrdiff_t>(first[edge + 1]);
  const auto above = std::upper_bound(begin, end, chainage);
  if (above == begin) return vertices[first[edge]];
  if (above == end) return vertices[first[edge + 1] - 1];
  const auto b = static_cast<std::size_t>(above - chainage_m.begin()), a = b - 1;
  const double share = (chainage - chainage_m[a]) / (chainage_m[b] - chainage_m[a]);
  return {vertices[a].x + share * (vertices[b].x - vertices[a].x),
          vertices[a].y + share * (vertices[b].y - vertices[a].y)};
}

Path Edges::part(std::size_t edge, double from_m, double to_m) const {
  Path path{at(edge, from_m)};
  for (std::size_t v = first[edge]; v < first[edge + 1]; ++v)
    if (chainage_m[v] > from_m && chainage_m[v] < to_m) path.push_back(vertices[v]);
  path.push_back(at(edge, to_m));
  return path;
}

void Edges::append_like(const Edges& source, std::size_t like, std::uint32_t from, std::uint32_t to,
                        std::span<const Point> path, std::span<const double> chainages_m) {
  tail.push_back(from);
  head.push_back(to);
  kind.push_back(source.kind[like]);
  trunk.push_back(source.trunk[like]);
  line.push_back(source.line[like]);
  forward_kmh.push_back(source.forward_kmh[like]);
  backward_kmh.push_back(source.backward_kmh[like]);
  vertices.insert(vertices.end(), path.begin(), path.end());
  for (const double chainage : chainages_m) chainage_m.push_back(chainage - chainages_m.front());
  first.push_back(vertices.size());
}

Edges take_edges(const Edges& edges, std::span<const std::uint8_t> keep) {
  Edges kept;
  kept.nodes = edges.nodes;
  for (std::size_t edge = 0; edge < edges.size(); ++edge) {
    if (!keep[edge]) continue;
    const std::size_t begin = edges.first[edge], count = edges.first[edge + 1] - begin;
    kept.append_like(edges, edge, edges.tail[edge], edges.head[edge],
                     std::span(edges.vertices).subspan(begin, count),
                     std::span(edges.chainage_m).subspan(begin, count));
  }
  return kept;
}

namespace {

/// The cuts of one edge in order become the nodes between its pieces.
class EdgeSplitter {
 public:
  EdgeSplitter(const Edges& edges, std::span<const Cut> cuts, double tolerance_m, Split& result)
      : m_edges(edges), m_cuts(cuts), m_tolerance_m(tolerance_m), m_result(result) {}

  /// \pre cuts of this edge, ascending by chainage
  void split(std::size_t edge, std::span<const std::uint32_t> cuts) {
    std::uint32_t from = m_edges.tail[edge];
    double from_m = 0;
    const double length_m = m_edges.length_m(edge);
    for (const std::uint32_t cut : cuts) {
      const double chainage_m = m_cuts[cut].chainage_m;
      if (chainage_m > from_m + m_tolerance_m && chainage_m < length_m - m_tolerance_m) {
        const std::uint32_t node = m_result.edges.nodes++;
        append(edge, from, from_m, node, chainage_m);
        from = node;
        from_m = chainage_m;
      }
      m_result.nodes[cut] = chainage_m <= from_m + m_tolerance_m ? from : m_edges.head[edge];
    }
    append(edge, from, from_m, m_edges.head[edge], length_m);
  }

 private:
  void append(std::size_t edge, std::uint32_t from, double from_m, std::uint32_t to, double to_m) {
    m_line.assign(1, m_edges.at(edge, from_m));
    m_chainages_m.assign(1, from_m);
    for (std::size_t v = m_edges.first[edge]; v < m_edges.first[edge + 1]; ++v) {
      if (!(m_edges.chainage_m[v] > from_m && m_edges.chainage_m[v] < to_m)) continue;
      m_line.push_back(m_edges.vertices[v]);
      m_chainages_m.push_back(m_edges.chainage_m[v]);
    }
    m_line.push_back(m_edges.at(edge, to_m));
    m_chainages_m.push_back(to_m);
    m_result.edges.append_like(m_edges, edge, from, to, m_line, m_chainages_m);
  }

  const Edges& m_edges;
  std::span<const Cut> m_cuts;
  double m_tolerance_m;
  Split& m_result;
  Path m_line;
  std::vector<double> m_chainages_m;
};

}  // namespace

Split split_edges(const Edges& edges, std::span<const Cut> cuts, double tolerance_m) {
  std::vector<std::uint32_t> order(cuts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (cuts[a].edge != cuts[b].edge) return cuts[a].edge < cuts[b].edge;
    return cuts[a].chainage_m != cuts[b].chainage_m ? cuts[a].chainage_m < cuts[b].chainage_m : a < b;
  });
  Split result;
  result.edges.nodes = edges.nodes;
  result.nodes.resize(cuts.size());
  EdgeSplitter splitter(edges, cuts, tolerance_m, result);
  std::size_t next = 0;
  for (std::size_t edge = 0; edge < edges.size(); ++edge) {
    const std::size_t begin = next;
    while (next < order.size() && cuts[order[next]].edge == edge) ++next;
    splitter.split(edge, std::span(order).subspan(begin, next - begin));
  }
  return result;
}

}  // namespace jingwei
