#include "geometry/buffer_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/error.hpp"
#include "geometry/densify.hpp"
#include "geometry/local_plane.hpp"
#include "geometry/offset.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

constexpr double largest_extent_m = 50'000;

// How the hundredth of a percent is spent, as shares of the distance. An arc of 320 points a circle lies up
// to 4.8e-5 inside it and has an area 6.4e-5 too small; a radius 1.6e-5 larger leaves 3.2e-5 of each. The
// plane takes 1e-5, following edges, leaving out points and following them back 1e-5 each (or half a cell of
// the grid, where that is more).
constexpr double arc_step = 2 * std::numbers::pi / 320;
constexpr double radius_factor = 1 + 1.6e-5;
constexpr double path_share = 1e-5;

double extent_of(const Path& path) {
  Envelope envelope;
  for (const Point p : path) envelope.expand(p);
  return std::max(envelope.width(), envelope.height());
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

}  // namespace

void add_parts(const Path& path, BufferPart like, double unit_m, std::vector<BufferPart>& parts) {
  if (extent_of(path) * unit_m <= largest_extent_m) {
    like.path = path;
    parts.push_back(std::move(like));
    return;
  }
  like.ring = false;
  Path part;
  Envelope envelope;
  for (const Point p : with_short_edges(path, unit_m)) {
    Envelope grown = envelope;
    grown.expand(p);
    if (part.size() > 1 && std::max(grown.width(), grown.height()) * unit_m > largest_extent_m) {
      const Point joint = part.back();
      like.path = std::move(part);
      parts.push_back(like);
      part = {joint};
      envelope = {};
      envelope.expand(joint);
    }
    part.push_back(p);
    envelope.expand(p);
  }
  like.path = std::move(part);
  parts.push_back(std::move(like));
}

std::vector<std::uint8_t> buffer_part(const BufferPart& part, const CrsGeodesic& truth, double unit_m,
                                      double semi_major_m, double grid_size) {
  Envelope envelope;
  for (const Point p : part.path) envelope.expand(p);
  const LocalPlane plane(truth, envelope.center());
  const auto into = [&](Point p) { return plane.of_crs(p); };
  const auto back = [&](Point p) { return plane.to_crs(p); };
  const double grid_m = grid_size * unit_m;
  const double tolerance_m = std::max(path_share * part.distance_m, grid_m / 2);

  Chain chain;
  const Densifier follow(into, tolerance_m, safe_edge_m(tolerance_m, semi_major_m) / unit_m);
  chain.path = simplified(follow(part.path), tolerance_m);
  chain.ends = part.ring ? Chain::Ends::closed : Chain::Ends::open;
  const double far_m = part.distance_m * radius_factor;
  const double seam_m = std::min(far_m, 0.01 * far_m + 4 * grid_m);
  chain.left_m = part.reach == Reach::right ? seam_m : far_m;
  chain.right_m = part.reach == Reach::left ? seam_m : far_m;

  // Eight cells of the plane's grid; 0.5 % of the distance reaches 1.25e-5 of it too far at most.
  const double overlap_m = std::min(2 * grid_m, 0.005 * far_m);
  std::vector<geos::Geometry> pieces;
  for (const Path& ring : offset_pieces(chain, arc_step, overlap_m)) pieces.push_back(geos::polygon(ring));
  const bool several = pieces.size() > 1;
  const geos::Geometry united =
      several ? geos::unary_union(geos::collection(std::move(pieces)), grid_m / 4) : std::move(pieces.at(0));

  const Densifier unfold(back, tolerance_m / unit_m, safe_edge_m(tolerance_m, semi_major_m));
  std::vector<Rings> polygons = polygons_of(geos::write(united));
  for (Rings& rings : polygons)
    for (Path& ring : rings) {
      ring = unfold(ring);
      if (!std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x + p.y); }))
        throw input_error("a buffer of {} m reaches beyond where its CRS is defined; choose another CRS",
                          part.distance_m);
    }
  return wkb_of_polygons(polygons);
}

}  // namespace jingwei
