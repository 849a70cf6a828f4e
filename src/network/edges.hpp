#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "geometry/crs.hpp"
#include "geometry/wkb.hpp"
#include "network/cost.hpp"

namespace jingwei {

/// The joint of a vertex that no other line meets.
inline constexpr std::uint32_t no_joint = std::numeric_limits<std::uint32_t>::max();

/// What an edge is. Points snap onto streets only: motorways and expressways have no doors, rail has
/// stations.
enum class EdgeKind : std::uint8_t { street, motorway, expressway, rail };

/// Whether it belongs to a trunk line.
inline bool is_trunk(EdgeKind kind) {
  return kind == EdgeKind::expressway || kind == EdgeKind::rail;
}

/// A line of the data as the network takes it up.
struct SourceLine {
  Path path;
  EdgeKind kind = EdgeKind::street;
  std::int64_t group = 0;  ///< lines meet only within a group: the streets of a level, one trunk line
  std::vector<std::uint32_t> joints;  ///< of each vertex: who shares its number meets there (no_joint: nobody
                                      ///< does); empty: by place
  std::optional<double> stated_length_m = {};  ///< in place of that of its path
  std::uint32_t trunk = 0;                     ///< of expressways and rail: the number of the trunk line
  double forward_kmh = 0;                      ///< 0: closed in this direction
  double backward_kmh = 0;
};

/// The lines between nodes, with their geometry. An edge may be passed both ways: forward is from its tail to
/// its head, as its vertices run. Lengths are geodesic metres; places on an edge are chainages from its tail.
struct Edges {
  std::vector<std::uint32_t> tail, head;
  std::vector<EdgeKind> kind;
  std::vector<std::uint32_t> trunk;
  std::vector<std::uint32_t> line;  ///< number of the source line that it is a piece of
  std::vector<double> forward_kmh, backward_kmh;
  std::vector<std::size_t> first{0};  ///< vertices of edge e: [first[e], first[e + 1])
  std::vector<Point> vertices;
  std::vector<double> chainage_m;  ///< of each vertex, from its edge's tail
  std::uint32_t nodes = 0;

  std::size_t size() const { return tail.size(); }
  double length_m(std::size_t edge) const { return chainage_m[first[edge + 1] - 1]; }
  /// Time for the whole edge, by its length and speed; unreachable where it is closed.
  Cost forward_cost(std::size_t edge) const { return cost_of(length_m(edge), forward_kmh[edge]); }
  Cost backward_cost(std::size_t edge) const { return cost_of(length_m(edge), backward_kmh[edge]); }
  static Cost cost_of(double length_m, double speed_kmh);

  Point at(std::size_t edge, double chainage_m) const;
  /// The line between two chainages. \pre from < to
  Path part(std::size_t edge, double from_m, double to_m) const;

  /// Appends an edge like edge `like` of `source`, but of these nodes and vertices.
  void append_like(const Edges& source, std::size_t like, std::uint32_t from, std::uint32_t to,
                   std::span<const Point> path, std::span<const double> chainages_m);
};

/// The numbers of vertices that meet by number, and what became of them.
struct Joints {
  std::vector<std::uint8_t> wanted;  ///< 1: a node, even where a single line passes
  std::vector<std::uint32_t> node;   ///< the node there, or no_node
  static constexpr std::uint32_t no_node = std::numeric_limits<std::uint32_t>::max();
};

/// Edges between the places where lines meet: their ends, and vertices that two lines of a group (or a line
/// twice) share on the grid, or by their joint. In the order of the lines; lines without length are left out.
Edges join_lines(std::span<const SourceLine> lines, double grid_size, const Crs& crs, Context& context);
Edges join_lines(std::span<const SourceLine> lines, Joints& joints, double grid_size, const Crs& crs,
                 Context& context);

/// A place on an edge where a node is wanted.
struct Cut {
  std::uint32_t edge = 0;
  double chainage_m = 0;
};
struct Split {
  Edges edges;
  std::vector<std::uint32_t> nodes;  ///< one for each cut
};
/// The edges cut at these places; a cut nearer than `tolerance_m` to a node of its edge is that node.
Split split_edges(const Edges& edges, std::span<const Cut> cuts, double tolerance_m);

/// The edges for which keep[edge] is not 0, in their order, over the same nodes.
Edges take_edges(const Edges& edges, std::span<const std::uint8_t> keep);

}  // namespace jingwei
