#include "geometry/buffer_parts.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "geometry/densify.hpp"
#include "geometry/hilbert.hpp"
#include "geometry/local_plane.hpp"
#include "geometry/offset.hpp"
#include "geometry/planar.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/smooth_map.hpp"
#include "geometry/styled_line.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

constexpr double largest_extent_m = 50'000;

// How the hundredth of a percent is spent, as shares of the distance. Arcs of 200 points a circle lie up to
// 6.17e-5 outside and inside it, and have an area 4.1e-5 too small at most. The plane takes 0.5e-5, following
// edges, leaving out points and following them back 1e-5 each (or half a cell of the grid, where that is
// more).
constexpr double arc_slack = 6.17e-5;
constexpr double path_share = 1e-5;

Envelope envelope_of(const Path& path) {
  Envelope envelope;
  for (const Point p : path) envelope.expand(p);
  return envelope;
}

bool fits(const Envelope& envelope, double unit_m) {
  return std::max(envelope.width(), envelope.height()) * unit_m <= largest_extent_m;
}

/// The path with its edges cut into parts of at most half the largest extent.
Path with_short_edges(const Path& path, double unit_m) {
  Path cut;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) {
      const Point p = path[i - 1];
      const Point q = path[i];
      const double parts = std::ceil(std::hypot(q.x - p.x, q.y - p.y) * unit_m / (largest_extent_m / 2));
      for (double k = 1; k < parts; ++k)
        cut.push_back({p.x + k / parts * (q.x - p.x), p.y + k / parts * (q.y - p.y)});
    }
    cut.push_back(path[i]);
  }
  return cut;
}

/// The path in pieces that are small enough; each begins `shared_edges` edges before the one before it ends.
void cut(const Path& path, double unit_m, std::vector<Path>& pieces, std::size_t shared_edges = 0) {
  if (fits(envelope_of(path), unit_m)) return pieces.push_back(path);
  Path piece;
  Envelope envelope;
  for (const Point p : with_short_edges(path, unit_m)) {
    Envelope grown = envelope;
    grown.expand(p);
    if (piece.size() > 1 && !fits(grown, unit_m)) {
      const std::size_t shared = std::min(shared_edges + 1, piece.size() - 1);
      Path joint(piece.end() - static_cast<std::ptrdiff_t>(shared), piece.end());
      pieces.push_back(std::move(piece));
      piece = std::move(joint);
      envelope = envelope_of(piece);
    }
    piece.push_back(p);
    envelope.expand(p);
  }
  pieces.push_back(std::move(piece));
}

/// Along a Hilbert curve, ties by their points: neighbours follow each other, whatever order they came in.
void sort_paths(std::vector<Path>& paths) {
  Envelope extent;
  for (const Path& path : paths) extent.expand(envelope_of(path));
  std::vector<std::pair<std::uint64_t, std::size_t>> keys;
  for (std::size_t i = 0; i < paths.size(); ++i)
    keys.emplace_back(hilbert_code(envelope_of(paths[i]).center(), extent), i);
  const auto less = [](Point p, Point q) { return std::pair(p.x, p.y) < std::pair(q.x, q.y); };
  std::ranges::sort(keys, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::ranges::lexicographical_compare(paths[a.second], paths[b.second], less);
  });
  std::vector<Path> sorted;
  for (const auto& [code, i] : keys) sorted.push_back(std::move(paths[i]));
  paths = std::move(sorted);
}

/// A part's shape in a plane of metres: pieces that may overlap, where a cell of the CRS' grid (`cell_m` in
/// the plane) is so small that rounding to it, and following edges back (`tolerance_m`), opens no slit
/// between them.
std::vector<Rings> in_plane(const std::vector<Chain>& chains, const Rings& inside, double grid_m,
                            double cell_m, double tolerance_m) {
  if (chains.size() == 1 && inside.size() == 1) {
    const Path ring = convex_offset(chains[0], arc_slack);
    if (!ring.empty()) return {{ring}};
  }
  // Rounding moves two edges, at their ends and where they meet others, by less than four cells from each
  // other. 0.5 % of the distance reaches 1.25e-5 of it too far.
  const double apart_m = 4 * cell_m + 2 * tolerance_m;
  const double longest_m = 0.005 * std::max(chains[0].left_m, chains[0].right_m);
  const bool apart = apart_m <= longest_m;
  std::vector<Rings> pieces =
      oriented_pieces(chains, arc_slack, apart ? apart_m : std::min(2 * grid_m, longest_m));
  if (!inside.empty()) pieces.push_back(inside);
  if (apart || pieces.size() == 1) return pieces;
  return polygon_union(pieces, grid_m / 4);
}

/// The longer side of a cell of the grid around a place of the CRS, in the plane.
double cell_around(Point p, const LocalPlane& plane, double grid_size) {
  constexpr double cells = 1024;
  const double step = cells * grid_size;
  const auto side = [&](Point q) {
    const Point image = plane.of_crs(q);
    return std::hypot(image.x, image.y) / cells;
  };
  return std::max(side({p.x + step, p.y}), side({p.x, p.y + step}));
}

/// Every line by itself.
void add_styled_parts(const std::vector<Path>& lines, const BufferPart& like, double unit_m,
                      std::vector<BufferPart>& parts) {
  for (const Path& line : lines) {
    std::vector<Path> pieces;
    cut(line, unit_m, pieces, 1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      BufferPart& part = parts.emplace_back(like);
      part.paths = {std::move(pieces[i])};
      part.line_ends = {i == 0, i + 1 == pieces.size()};
    }
  }
}

}  // namespace

void add_line_parts(const std::vector<Path>& lines, BufferPart like, double unit_m,
                    std::vector<BufferPart>& parts) {
  if (!is_round(like.style)) return add_styled_parts(lines, like, unit_m, parts);
  constexpr std::size_t most_points = 256;
  std::vector<Path> pieces;
  for (const Path& line : lines) cut(line, unit_m, pieces);
  sort_paths(pieces);
  Envelope envelope;
  std::size_t points = 0;
  const auto flush = [&] {
    if (!like.paths.empty()) parts.push_back(like);
    like.paths.clear();
    envelope = {};
    points = 0;
  };
  for (Path& piece : pieces) {
    Envelope grown = envelope;
    grown.expand(envelope_of(piece));
    if (!like.paths.empty() && (points + piece.size() > most_points || !fits(grown, unit_m))) {
      flush();
      grown = envelope_of(piece);
    }
    envelope = grown;
    points += piece.size();
    like.paths.push_back(std::move(piece));
  }
  flush();
}

bool add_polygon_parts(const Rings& rings, BufferPart like, double unit_m, std::vector<BufferPart>& parts) {
  if (fits(envelope_of(rings[0]), unit_m)) {
    like.rings = true;
    like.paths = rings;
    if (like.reach == Reach::right) like.inside = rings;
    parts.push_back(std::move(like));
    return true;
  }
  for (const Path& ring : rings) {
    std::vector<Path> pieces;
    cut(ring, unit_m, pieces);
    for (Path& piece : pieces) {
      like.rings = pieces.size() == 1;
      like.paths = {std::move(piece)};
      parts.push_back(like);
    }
  }
  return false;
}

std::vector<std::vector<std::uint8_t>> buffer_part(const BufferPart& part, const CrsGeodesic& truth,
                                                   double unit_m, double semi_major_m, double grid_size) {
  Envelope envelope;
  std::size_t points = 0;
  for (const Path& path : part.paths) envelope.expand(envelope_of(path)), points += path.size();
  const LocalPlane plane(truth, envelope.center());
  const auto into = [&](Point p) { return plane.of_crs(p); };
  const auto back = [&](Point p) { return plane.to_crs(p); };
  const double grid_m = grid_size * unit_m;
  const double tolerance_m = std::max(path_share * part.distance_m, grid_m / 2);
  const double seam_m = std::min(part.distance_m, 0.01 * part.distance_m + 4 * grid_m);

  const double smooth_m = tolerance_m / 16;
  const SmoothMap smooth_into(into, envelope, smooth_m, points);
  const Densifier follow(smooth_into, tolerance_m, safe_edge_m(tolerance_m, semi_major_m) / unit_m);
  std::vector<Chain> chains;
  for (const Path& path : part.paths)
    chains.push_back({simplified(follow(path), tolerance_m),
                      part.reach == Reach::right ? seam_m : part.distance_m,
                      part.reach == Reach::left ? seam_m : part.distance_m,
                      part.rings ? Chain::Ends::closed : Chain::Ends::open});
  Rings inside;
  for (const Path& ring : part.inside) inside.push_back(follow(ring));

  std::vector<Rings> polygons =
      is_round(part.style)
          ? in_plane(chains, inside, grid_m, cell_around(envelope.center(), plane, grid_size), tolerance_m)
          : styled_line(chains[0].path, part.line_ends, part.style, part.distance_m, arc_slack, grid_m);
  Envelope reach;
  std::size_t corners = 0;
  for (const Rings& rings : polygons)
    for (const Path& ring : rings) reach.expand(envelope_of(ring)), corners += ring.size();
  const SmoothMap smooth_back(back, reach, smooth_m / unit_m, corners);
  const Densifier unfold(smooth_back, tolerance_m / unit_m, safe_edge_m(tolerance_m, semi_major_m));
  std::vector<std::vector<std::uint8_t>> pieces;
  for (Rings& rings : polygons) {
    for (Path& ring : rings) {
      ring = unfold(ring);
      if (!std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x + p.y); }))
        throw input_error({"{} m 的缓冲区超出坐标系的适用范围；请另选坐标系",
                           "a buffer of {} m reaches beyond where its CRS is defined; choose another CRS"},
                          part.distance_m);
    }
    pieces.push_back(wkb_of_polygons({&rings, 1}));
  }
  return pieces;
}

}  // namespace jingwei
