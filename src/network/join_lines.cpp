#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "geometry/measure.hpp"
#include "network/edges.hpp"

namespace jingwei {
namespace {

/// A vertex of a group, on the grid.
struct MeetingPlace {
  std::int64_t x, y, group;
  bool operator==(const MeetingPlace&) const = default;
};

struct MeetingPlaceHash {
  std::size_t operator()(const MeetingPlace& p) const {
    std::uint64_t h = 0x9e3779b97f4a7c15U;
    for (const std::int64_t part : {p.x, p.y, p.group}) {
      h = (h ^ static_cast<std::uint64_t>(part)) * 0xff51afd7ed558ccdU;
      h ^= h >> 32;
    }
    return h;
  }
};

/// Where nodes are: a place becomes one when a line ends there or passes it a second time. Places have
/// numbers: joints their own, others the next ones in the order of the lines.
class Meetings {
 public:
  Meetings(Joints& joints, double grid_size)
      : m_joints(joints), m_grid_size(grid_size), m_passes(joints.wanted.begin(), joints.wanted.end()) {}

  void count(const SourceLine& line) {
    std::uint32_t last = Joints::no_node;
    for (std::size_t v = 0; v < line.path.size(); ++v) {
      const std::uint32_t place = place_of(line, v);
      m_places.push_back(place);
      if (place == last) continue;  // a piece shorter than the grid does not pass a place twice
      m_passes[place] = static_cast<std::uint8_t>(std::min(m_passes[place] + 1, 2));
      last = place;
    }
  }
  /// \pre `at` counts the vertices of all lines.
  bool meet(std::size_t at) const {
    const std::uint32_t place = m_places[at];
    return m_passes[place] > 1 || (place < m_joints.wanted.size() && m_joints.wanted[place]);
  }
  /// Whether two vertices are different joints.
  bool differ(const SourceLine& line, std::size_t a, std::size_t b) const {
    return !line.joints.empty() && m_places[a] != m_places[b];
  }
  /// Numbered in the order of asking, which is that of the lines.
  std::uint32_t node(std::size_t at) {
    m_nodes.resize(m_passes.size(), Joints::no_node);
    std::uint32_t& node = m_nodes[m_places[at]];
    if (node == Joints::no_node) node = m_count++;
    return node;
  }
  std::uint32_t nodes() const { return m_count; }
  void tell_joints() {
    m_nodes.resize(m_passes.size(), Joints::no_node);
    m_joints.node.assign(m_nodes.begin(),
                         m_nodes.begin() + static_cast<std::ptrdiff_t>(m_joints.wanted.size()));
  }

 private:
  std::uint32_t place_of(const SourceLine& line, std::size_t vertex) {
    const auto next = static_cast<std::uint32_t>(m_passes.size());
    if (!line.joints.empty()) {
      if (line.joints[vertex] == no_joint) m_passes.push_back(0);
      return std::min(line.joints[vertex], next);
    }
    const Point p = line.path[vertex];
    const MeetingPlace place{std::llround(p.x / m_grid_size), std::llround(p.y / m_grid_size), line.group};
    const auto [found, added] = m_numbers.try_emplace(place, next);
    if (added) m_passes.push_back(0);
    return found->second;
  }

  Joints& m_joints;
  double m_grid_size;
  std::unordered_map<MeetingPlace, std::uint32_t, MeetingPlaceHash> m_numbers;
  std::vector<std::uint8_t> m_passes;   ///< of each place: how many, 2 for more
  std::vector<std::uint32_t> m_places;  ///< of each vertex
  std::vector<std::uint32_t> m_nodes;   ///< of each place
  std::uint32_t m_count = 0;
};

/// The true length of each piece between two vertices, of all lines one after the other.
std::vector<double> piece_lengths_m(std::span<const SourceLine> lines, const Crs& crs, Context& context) {
  GeometryColumn pieces;
  for (const SourceLine& line : lines) {
    for (std::size_t v = 1; v < line.path.size(); ++v) {
      const Path piece{line.path[v - 1], line.path[v]};
      pieces.append(wkb_of_lines(std::span(&piece, 1)));
    }
  }
  return lengths_m(pieces, crs, context);
}

/// Chainages stretched to a length; where all vertices lie at one place, evenly.
void state_length(double length_m, std::vector<double>& chainages_m) {
  const double measured_m = chainages_m.back(), count = static_cast<double>(chainages_m.size() - 1);
  for (std::size_t v = 0; v < chainages_m.size(); ++v) {
    const double share = measured_m > 0 ? chainages_m[v] / measured_m : static_cast<double>(v) / count;
    chainages_m[v] = share * length_m;
  }
}

/// A single edge with the attributes of a line, as a pattern for its pieces.
Edges pattern_of(const SourceLine& line, std::uint32_t number) {
  Edges pattern;
  pattern.kind.push_back(line.kind);
  pattern.trunk.push_back(line.trunk);
  pattern.line.push_back(number);
  pattern.forward_kmh.push_back(line.forward_kmh);
  pattern.backward_kmh.push_back(line.backward_kmh);
  return pattern;
}

}  // namespace

Edges join_lines(std::span<const SourceLine> lines, double grid_size, const Crs& crs, Context& context) {
  Joints none;
  return join_lines(lines, none, grid_size, crs, context);
}

Edges join_lines(std::span<const SourceLine> lines, Joints& joints, double grid_size, const Crs& crs,
                 Context& context) {
  const auto lengths_m = piece_lengths_m(lines, crs, context);
  Meetings meetings(joints, grid_size);
  for (const SourceLine& line : lines) meetings.count(line);
  Edges edges;
  std::vector<double> chainages_m;
  std::size_t piece = 0, first = 0;
  for (std::uint32_t number = 0; number < lines.size(); first += lines[number++].path.size()) {
    const SourceLine& line = lines[number];
    if (line.path.size() < 2) continue;
    const Edges pattern = pattern_of(line, number);
    chainages_m.assign(1, 0);
    for (std::size_t v = 1; v < line.path.size(); ++v)
      chainages_m.push_back(chainages_m.back() + lengths_m[piece++]);
    if (line.stated_length_m) state_length(*line.stated_length_m, chainages_m);
    std::size_t begin = 0;
    for (std::size_t v = 1; v < line.path.size(); ++v) {
      const bool last = v + 1 == line.path.size();
      if (!last && !meetings.meet(first + v)) continue;
      // Nodes of their own may lie at one place; an edge without length joins them.
      if (chainages_m[v] > chainages_m[begin] || meetings.differ(line, first + begin, first + v)) {
        const std::uint32_t tail = meetings.node(first + begin), head = meetings.node(first + v);
        edges.append_like(pattern, 0, tail, head, std::span(line.path).subspan(begin, v - begin + 1),
                          std::span(chainages_m).subspan(begin, v - begin + 1));
      }
      begin = v;
    }
  }
  edges.nodes = meetings.nodes();
  meetings.tell_joints();
  return edges;
}

}  // namespace jingwei
