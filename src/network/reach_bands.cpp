#include "network/reach_bands.hpp"

#include <algorithm>
#include <cassert>

#include "geometry/spatial_index.hpp"
#include "network/network.hpp"
#include "network/reached_parts.hpp"

namespace jingwei {
namespace {

/// The reached parts of one edge for each limit, in the order of the edges.
class BandsOfEdges {
 public:
  explicit BandsOfEdges(std::vector<std::vector<ReachedPart>> by_limit)
      : m_by_limit(std::move(by_limit)), m_next(m_by_limit.size(), 0) {}

  /// The edge cut wherever a limit is reached, with the first limit that
  /// reaches each piece. \pre edges are asked in ascending order
  template <class Append>
  void cut(std::uint32_t edge, Append&& append) {
    m_cuts.assign({0, 1});
    m_of_edge.clear();
    for (std::uint32_t limit = 0; limit < m_by_limit.size(); ++limit) {
      const std::vector<ReachedPart>& parts = m_by_limit[limit];
      std::size_t& next = m_next[limit];
      while (next < parts.size() && parts[next].edge < edge) ++next;
      for (std::size_t i = next; i < parts.size() && parts[i].edge == edge; ++i) {
        m_cuts.insert(m_cuts.end(), {parts[i].from, parts[i].to});
        m_of_edge.emplace_back(limit, parts[i]);
      }
    }
    std::ranges::sort(m_cuts);
    for (std::size_t i = 1; i < m_cuts.size(); ++i)
      if (m_cuts[i - 1] < m_cuts[i]) append(m_cuts[i - 1], m_cuts[i], label((m_cuts[i - 1] + m_cuts[i]) / 2));
  }
  std::uint32_t never() const { return static_cast<std::uint32_t>(m_by_limit.size()); }

 private:
  std::uint32_t label(double share) const {
    for (const auto& [limit, part] : m_of_edge)
      if (part.from <= share && share <= part.to) return limit;
    return never();
  }
  std::vector<std::vector<ReachedPart>> m_by_limit;
  std::vector<std::size_t> m_next;
  std::vector<double> m_cuts;
  std::vector<std::pair<std::uint32_t, ReachedPart>> m_of_edge;  // by limit
};

/// The pieces of the edges, in their order.
LabelledLines pieces_of(const NetworkData& data, std::span<const std::uint32_t> edges,
                        const std::vector<std::vector<ReachedPart>>& by_limit) {
  LabelledLines lines;
  BandsOfEdges bands(by_limit);
  for (const std::uint32_t edge : edges) {
    const double length_m = data.edges.length_m(edge);
    bands.cut(edge, [&](double from, double to, std::uint32_t label) {
      lines.lines.push_back(data.edges.part(edge, from * length_m, to * length_m));
      lines.labels.push_back(label);
    });
  }
  return lines;
}

LabelledLines reached_only(LabelledLines lines, std::uint32_t never) {
  LabelledLines reached;
  for (std::size_t i = 0; i < lines.labels.size(); ++i) {
    if (lines.labels[i] == never) continue;
    reached.lines.push_back(std::move(lines.lines[i]));
    reached.labels.push_back(lines.labels[i]);
  }
  return reached;
}

/// A length in units of the plane, wherever in the extent, with 2 % to spare.
double units_of(Length length, const Envelope& extent, const Crs& crs) {
  double scale = local_scale(extent.center(), crs).least;
  for (const double x : {extent.min_x, extent.max_x})
    for (const double y : {extent.min_y, extent.max_y})
      scale = std::min(scale, local_scale({x, y}, crs).least);
  return 1.02 * length.m / scale;
}

Envelope envelope_of_line(const Path& line) {
  Envelope envelope;
  for (const Point point : line) envelope.expand(point);
  return envelope;
}

/// Leaves out the streets that are not reached and farther than the margin from
/// all that are.
LabelledLines near_reached(LabelledLines streets, const ReachBands& bands) {
  std::vector<Envelope> reached;
  for (std::size_t i = 0; i < streets.lines.size(); ++i)
    if (streets.labels[i] < bands.limits) reached.push_back(envelope_of_line(streets.lines[i]));
  const SpatialIndex index(reached);
  LabelledLines near;
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < streets.lines.size(); ++i) {
    if (streets.labels[i] == bands.limits) {
      index.query(envelope_of_line(streets.lines[i]).grown(bands.margin), rows);
      if (rows.empty()) continue;
    }
    near.lines.push_back(std::move(streets.lines[i]));
    near.labels.push_back(streets.labels[i]);
  }
  return near;
}

}  // namespace

ReachBands Network::reach_bands(std::span<const NetworkPlace> places, std::span<const Cost> limits,
                                Direction direction, Length margin) const {
  assert(!limits.empty() && std::ranges::is_sorted(limits));
  const NetworkData& data = network_data();
  const std::vector<ReachStart> starts = starts_at(places);
  auto search = data.searches.lease(data.graph.nodes());
  search_from(data, starts, limits.back(), direction, *search);
  std::vector<std::vector<ReachedPart>> by_limit;
  for (const Cost limit : limits) by_limit.push_back(reached_parts(data, starts, *search, limit, direction));
  return bands_of(data, by_limit, margin);
}

ReachBands bands_of(const NetworkData& data, const std::vector<std::vector<ReachedPart>>& by_limit,
                    Length margin) {
  std::vector<std::uint32_t> reached;
  Envelope extent;
  for (const ReachedPart& part : by_limit.back()) {
    if (reached.empty() || reached.back() != part.edge) reached.push_back(part.edge);
    for (std::size_t v = data.edges.first[part.edge]; v < data.edges.first[part.edge + 1]; ++v)
      extent.expand(data.edges.vertices[v]);
  }
  ReachBands bands;
  bands.limits = static_cast<std::uint32_t>(by_limit.size());
  if (reached.empty()) return bands;
  bands.lines = reached_only(pieces_of(data, reached, by_limit), bands.limits);
  bands.margin = units_of(margin, extent, data.crs);
  bands.streets =
      near_reached(pieces_of(data, data.streets->edges_meeting(extent.grown(bands.margin)), by_limit), bands);
  return bands;
}

}  // namespace jingwei
