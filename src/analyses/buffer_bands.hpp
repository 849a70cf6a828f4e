#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/buffer.hpp"
#include "layer/result.hpp"

namespace jingwei {

enum class BufferRings { disks, rings };
enum class BufferDissolve { none, all, group };

struct BufferOptions {
  std::vector<Length> distances{Length{500}};
  std::optional<std::string> distance_field;
  LineCap cap = LineCap::round;
  BufferSide side = BufferSide::both;
  BufferRings rings = BufferRings::disks;
  BufferDissolve dissolve = BufferDissolve::none;
  std::vector<std::string> by;

  BufferStyle style() const { return {cap, side}; }
};

/// A distance for all features, or each feature's own.
struct Band {
  std::vector<Length> distances;
  std::string name;
  Value inner_m;

  Length distance(std::size_t row) const { return distances[distances.size() == 1 ? 0 : row]; }
};

/// One for each distance; or one, where a field tells them.
std::vector<Band> bands_of(const Layer& features, const BufferOptions& options);

/// Nothing is left of a feature's buffer.
Issue vanished(const Layer& features, std::size_t row, Length distance);

/// The features that have a distance; the others are told.
Layer with_distance(const Layer& features, const BufferOptions& options, Result& result);

/// The shapes of a band without those of the band before it, where rings are asked for.
GeometryColumn ring_of(const GeometryColumn& shapes, const GeometryColumn& before,
                       const BufferOptions& options, double grid_size, Result& result, Context& context);

/// Which rows have no buffer?
std::vector<bool> without_buffers(const Layer& features, const Band& band, const Window& in,
                                  const BufferOptions& options, Context& context);

}  // namespace jingwei
