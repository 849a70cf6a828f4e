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

/// Where nodes are: a place becomes one when a line ends there or passes it a second time.
class Meetings {
 public:
  explicit Meetings(double grid_size) : m_grid_size(grid_size) {}

  void count(const SourceLine& line) {
    MeetingPlace last{};
    for (std::size_t v = 0; v < line.path.size(); ++v) {
      const MeetingPlace place = on_grid(line.path[v], line.group);
      if (v > 0 && place == last) continue;  // a piece shorter than the grid does not pass a place twice
      ++m_passes[place];
      last = place;
    }
  }
  bool meet(const SourceLine& line, std::size_t vertex) const {
    return m_passes.at(on_grid(line.path[vertex], line.group)) > 1;
  }
  /// Numbered in the order of asking, which is that of the lines.
  std::uint32_t node(const SourceLine& line, std::size_t vertex) {
    const auto next = static_cast<std::uint32_t>(m_nodes.size());
    return m_nodes.try_emplace(on_grid(line.path[vertex], line.group), next).first->second;
  }
  std::uint32_t nodes() const { return static_cast<std::uint32_t>(m_nodes.size()); }

 private:
  MeetingPlace on_grid(Point p, std::int64_t group) const {
    return {std::llround(p.x / m_grid_size), std::llround(p.y / m_grid_size), group};
  }

  double m_grid_size;
  std::unordered_map<MeetingPlace, std::uint32_t, MeetingPlaceHash> m_passes;
  std::unordered_map<MeetingPlace, std::uint32_t, MeetingPlaceHash> m_nodes;
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

/// A single edge with the attributes of a line, as a pattern for its pieces.
Edges pattern_of(const SourceLine& line) {
  Edges pattern;
  pattern.kind.push_back(line.kind);
  pattern.trunk.push_back(line.trunk);
  pattern.forward_kmh.push_back(line.forward_kmh);
  pattern.backward_kmh.push_back(line.backward_kmh);
  return pattern;
}

}  // namespace

Edges join_lines(std::span<const SourceLine> lines, double grid_size, const Crs& crs, Context& context) {
  const auto lengths_m = piece_lengths_m(lines, crs, context);
  Meetings meetings(grid_size);
  for (const SourceLine& line : lines) meetings.count(line);
  Edges edges;
  std::vector<double> chainages_m;
  std::size_t piece = 0;
  for (const SourceLine& line : lines) {
    if (line.path.size() < 2) continue;
    const Edges pattern = pattern_of(line);
    chainages_m.assign(1, 0);
    for (std::size_t v = 1; v < line.path.size(); ++v)
      chainages_m.push_back(chainages_m.back() + lengths_m[piece++]);
    std::size_t begin = 0;
    for (std::size_t v = 1; v < line.path.size(); ++v) {
      const bool last = v + 1 == line.path.size();
      if (!last && !meetings.meet(line, v)) continue;
      if (chainages_m[v] > chainages_m[begin]) {
        const std::uint32_t tail = meetings.node(line, begin), head = meetings.node(line, v);
        edges.append_like(pattern, 0, tail, head, std::span(line.path).subspan(begin, v - begin + 1),
                          std::span(chainages_m).subspan(begin, v - begin + 1));
      }
      begin = v;
    }
  }
  edges.nodes = meetings.nodes();
  return edges;
}

}  // namespace jingwei
