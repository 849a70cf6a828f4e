#include "geometry/merge_lines.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/error.hpp"
#include "geometry/planar.hpp"
#include "geometry/snap_rounding.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

struct Edge {
  std::uint32_t row = 0;
  std::uint32_t group = 0;
  Path path;
};

/// One end of an edge.
struct End {
  std::uint32_t edge = 0;
  enum Which : std::uint8_t { start, finish } which = start;
  End other() const { return {edge, which == start ? finish : start}; }
};

std::vector<Edge> edges_of(const GeometryColumn& lines, std::span<const std::uint32_t> groups) {
  std::vector<Edge> edges;
  for (std::uint32_t row = 0; row < lines.size(); ++row)
    for (Path& path : wkb::parts_of(lines.wkb(row)).lines)
      if (planar_length(path) > 0) edges.push_back({row, groups[row], std::move(path)});
  return edges;
}

/// The lines' ends by where they lie, and which of them are joined.
class Joints {
 public:
  Joints(const std::vector<Edge>& edges, LineDirection direction, double grid_size)
      : m_next(2 * edges.size()) {
    struct Node {
      std::uint32_t group;
      Cell cell;
      End end;
      auto place() const { return std::tie(group, cell); }
    };
    const auto cell_of = [&](Point p) {
      return Cell{std::llround(p.x / grid_size), std::llround(p.y / grid_size)};
    };
    std::vector<Node> nodes;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
      nodes.push_back({edges[e].group, cell_of(edges[e].path.front()), {e, End::start}});
      nodes.push_back({edges[e].group, cell_of(edges[e].path.back()), {e, End::finish}});
    }
    std::ranges::stable_sort(nodes, [](const Node& a, const Node& b) { return a.place() < b.place(); });
    for (std::size_t first = 0, last = 0; first < nodes.size(); first = last) {
      while (last < nodes.size() && nodes[last].place() == nodes[first].place()) ++last;
      if (last - first != 2) continue;
      const End a = nodes[first].end;
      const End b = nodes[first + 1].end;
      if (direction == LineDirection::kept && a.which == b.which) continue;
      m_next[index(a)] = b;
      m_next[index(b)] = a;
    }
  }

  /// The end that is joined to this one.
  std::optional<End> next(End end) const { return m_next[index(end)]; }

 private:
  static std::size_t index(End end) { return 2 * std::size_t{end.edge} + end.which; }
  std::vector<std::optional<End>> m_next;
};

/// The ends at which the edges of a line are entered, in order, for the line that edge `first` is on.
std::vector<End> chain_of(std::uint32_t first, const Joints& joints) {
  End entry{first, End::start};
  // Back to where the line begins, or once around.
  for (auto before = joints.next(entry); before && before->edge != first; before = joints.next(entry))
    entry = before->other();
  const bool around = joints.next(entry).has_value();
  if (around) entry = {first, End::start};
  std::vector<End> chain{entry};
  for (auto after = joints.next(entry.other()); after && after->edge != chain.front().edge;
       after = joints.next(after->other()))
    chain.push_back(*after);
  return chain;
}

Path path_of(const std::vector<End>& chain, const std::vector<Edge>& edges) {
  Path path;
  for (const End entry : chain) {
    Path next = edges[entry.edge].path;
    if (entry.which == End::finish) std::ranges::reverse(next);
    const bool joined = !path.empty() && path.back() == next.front();
    path.insert(path.end(), next.begin() + (joined ? 1 : 0), next.end());
  }
  return path;
}

}  // namespace

MergedLines merge_lines(const GeometryColumn& lines, std::span<const std::uint32_t> groups,
                        LineDirection direction, double grid_size) {
  const std::vector<Edge> edges = edges_of(lines, groups);
  const Joints joints(edges, direction, grid_size);
  MergedLines merged;
  std::vector<bool> done(edges.size(), false);
  double given = 0;
  double made = 0;
  for (std::uint32_t first = 0; first < edges.size(); ++first) {
    given += planar_length(edges[first].path);
    if (done[first]) continue;
    const std::vector<End> chain = chain_of(first, joints);
    std::vector<MergedLines::Part>& parts = merged.parts.emplace_back();
    for (const End entry : chain) {
      done[entry.edge] = true;
      parts.push_back({edges[entry.edge].row, planar_length(edges[entry.edge].path)});
    }
    const Path path = path_of(chain, edges);
    made += planar_length(path);
    merged.geometry.append(wkb_of_lines({&path, 1}));
    merged.group.push_back(edges[first].group);
    merged.closed.push_back(joints.next(chain.front()).has_value());
  }
  // Ends that meet lie in one cell, up to its diagonal apart.
  const double most = 2 * grid_size * static_cast<double>(edges.size()) + 1e-9 * given;
  if (!(std::fabs(made - given) <= most))
    throw error(ErrorKind::failed, "merged lines do not balance: {} long, made from {}", made, given);
  return merged;
}

}  // namespace jingwei
