#include "analyses/buffer_bands.hpp"

#include "analyses/buffer_classes.hpp"
#include "analyses/group_values.hpp"
#include "analyses/row_difference.hpp"
#include "analyses/row_issue.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

Issue without_buffer(const Layer& features, std::size_t row, std::string kind, const Text& reason) {
  Issue issue =
      row_issue(features, row, std::move(kind), reason, {"不输出该缓冲区", "this buffer is left out"});
  issue.severity = Severity::note;
  return issue;
}

/// The distance of each feature that a field tells; nothing where it tells none.
std::vector<std::optional<Length>> distances_of(const Layer& features, const BufferOptions& options) {
  if (options.class_field) return distances_by_class(features, options);
  const Column& field = features[*options.distance_field];
  std::vector<std::optional<Length>> distances(features.rows());
  for (std::size_t row = 0; row < features.rows(); ++row)
    if (!field.is_null(row)) distances[row] = Length{field.number(row)};
  return distances;
}

}  // namespace

std::vector<Band> bands_of(const Layer& features, const BufferOptions& options) {
  if (options.told_by()) {
    Band band{{}, *options.told_by(), {}};
    for (const std::optional<Length>& distance : distances_of(features, options))
      band.distances.push_back(distance.value());
    return {band};
  }
  std::vector<Band> bands;
  for (const Length distance : options.distances) {
    Value inner_m;
    if (options.rings == BufferRings::rings && !bands.empty()) inner_m = bands.back().distances.front().m;
    bands.push_back({{distance}, to_text(distance), inner_m});
  }
  return bands;
}

Issue vanished(const Layer& features, std::size_t row, Length distance) {
  return without_buffer(features, row, "empty_buffer",
                        {format("距离为 {} 的缓冲区没有剩余部分", to_text(distance)),
                         format("nothing is left of its buffer of {}", to_text(distance))});
}

Layer with_distance(const Layer& features, const BufferOptions& options, Result& result) {
  if (!options.told_by()) return features;
  known_field("buffer", features, *options.told_by(), options.class_field ? Values::any : Values::numbers);
  const std::vector<std::optional<Length>> distances = distances_of(features, options);
  const Text reason =
      options.class_field
          ? Text{format("字段“{}”的类别不在 class-distances 中", *options.class_field),
                 format("the class in its field “{}” is not in class-distances", *options.class_field)}
          : Text{format("字段“{}”没有距离值", *options.distance_field),
                 format("its field “{}” holds no distance", *options.distance_field)};
  for (std::uint32_t row = 0; row < features.rows(); ++row)
    if (!distances[row]) result.issues.push_back(without_buffer(features, row, "no_distance", reason));
  return features.take(rows_where(features, [&](auto row) { return distances[row].has_value(); }));
}

GeometryColumn ring_of(const GeometryColumn& shapes, const GeometryColumn& before,
                       const BufferOptions& options, double grid_size, Result& result, Context& context) {
  if (options.rings == BufferRings::disks || before.size() == 0) return shapes;
  RowDifference ring = row_difference(shapes, before, grid_size, context);
  result.certificate.add(ring.certificate);
  return std::move(ring.geometry);
}

std::vector<bool> without_buffers(const Layer& features, const Band& band, const Window& in,
                                  const BufferOptions& options, Context& context) {
  std::vector<bool> none;
  for (const Envelope& envelope : features.geometry().envelopes()) none.push_back(envelope.empty());
  if (std::ranges::all_of(band.distances, [](Length distance) { return distance.m > 0; })) return none;
  const GeometryColumn disks =
      buffer(features.geometry(), in.crs(), band.distances, in.grid_size(), context, options.style());
  for (std::size_t row = 0; row < none.size(); ++row) none[row] = disks.is_null(row);
  return none;
}

}  // namespace jingwei
