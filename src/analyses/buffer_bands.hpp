#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/buffer.hpp"
#include "layer/result.hpp"

namespace jingwei {

enum class BufferRings { disks, rings };
enum class BufferDissolve { none, all, group, by_class };

struct BufferOptions {
  std::vector<Length> distances{Length{500}};
  std::optional<std::string> distance_field;
  std::optional<std::string> class_field;
  std::vector<std::string> class_distances;  ///< as “class=distance”, the strictest first
  LineCap cap = LineCap::round;
  BufferSide side = BufferSide::both;
  BufferRings rings = BufferRings::disks;
  BufferDissolve dissolve = BufferDissolve::none;
  std::vector<std::string> by;

  BufferStyle style() const { return {cap, side}; }
  /// The field, if any, that tells each feature's distance, itself or by a class.
  const std::optional<std::string>& told_by() const { return class_field ? class_field : distance_field; }
  /// The fields whose values make a group of joined buffers.
  std::vector<std::string> groups() const {
    return dissolve == BufferDissolve::by_class ? std::vector{*class_field} : by;
  }
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

/// The features that have a distance (by their field or class); the others are told.
Layer with_distance(const Layer& features, const BufferOptions& options, Result& result);

/// The shapes of a band without those of the band before it, where rings are asked for.
GeometryColumn ring_of(const GeometryColumn& shapes, const GeometryColumn& before,
                       const BufferOptions& options, double grid_size, Result& result, Context& context);

/// Which rows have no buffer?
std::vector<bool> without_buffers(const Layer& features, const Band& band, const Window& in,
                                  const BufferOptions& options, Context& context);

}  // namespace jingwei
