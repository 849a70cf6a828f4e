#include "analyses/buffer_classes.hpp"

#include <algorithm>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {
namespace {

constexpr Length farthest{500'000};

ClassDistance class_distance(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  if (sign == std::string::npos)
    throw input_error({"buffer：class-distances 中的“{}”应写作“类别=距离”，例如“核心区=1 km”",
                       "buffer: “{}” of class-distances should read “class=distance”, such as “core=1 km”"},
                      text);
  const Length distance = parse_length(stripped(std::string_view(text).substr(sign + 1)));
  if (distance < Length{0} || distance > farthest)
    throw input_error({"buffer：class-distances 中“{}”的距离须在 0 m 与 {} 之间",
                       "buffer: the distance of “{}” in class-distances must lie between 0 m and {}"},
                      text, to_text(farthest));
  return {std::string(stripped(std::string_view(text).substr(0, sign))), distance};
}

/// The place of a class in the table, the strictest first; their number where it is not there.
std::size_t rank_of(const std::vector<ClassDistance>& classes, const Layer& features, std::string_view field,
                    std::size_t row) {
  if (features[field].is_null(row)) return classes.size();
  const std::string name = features[field].as_text(row);
  return static_cast<std::size_t>(std::ranges::find(classes, name, &ClassDistance::name) - classes.begin());
}

}  // namespace

void check_classes(const BufferOptions& options) {
  if (options.class_field.has_value() == options.class_distances.empty())
    throw input_error({"buffer：class-field 与 class-distances 必须同时给出",
                       "buffer: class-field and class-distances must be given together"});
  if (options.class_field && (options.distance_field || options.distances.size() > 1))
    throw input_error(
        {"buffer：class-distances 代替 distance 和 distance-field；请只给一种",
         "buffer: class-distances take the place of distance and distance-field; give one of them"});
  if (options.dissolve == BufferDissolve::by_class && !options.class_field)
    throw input_error({"buffer：dissolve: class 需要 class-field 与 class-distances",
                       "buffer: dissolve: class needs class-field and class-distances"});
  class_distances(options);
}

std::vector<ClassDistance> class_distances(const BufferOptions& options) {
  std::vector<ClassDistance> classes;
  for (const std::string& text : options.class_distances) {
    ClassDistance next = class_distance(text);
    if (std::ranges::find(classes, next.name, &ClassDistance::name) != classes.end())
      throw input_error({"buffer：class-distances 中类别“{}”出现了两次；请只保留一处",
                         "buffer: class-distances name the class “{}” twice; leave it in one place"},
                        next.name);
    classes.push_back(std::move(next));
  }
  return classes;
}

Length largest_class_distance(const BufferOptions& options) {
  Length largest{0};
  for (const ClassDistance& each : class_distances(options)) largest = std::max(largest, each.distance);
  return largest;
}

std::vector<std::optional<Length>> distances_by_class(const Layer& features, const BufferOptions& options) {
  const std::vector<ClassDistance> classes = class_distances(options);
  std::vector<std::optional<Length>> distances(features.rows());
  for (std::size_t row = 0; row < features.rows(); ++row) {
    const std::size_t rank = rank_of(classes, features, *options.class_field, row);
    if (rank < classes.size()) distances[row] = classes[rank].distance;
  }
  return distances;
}

GeometryColumn strictest_alone(const GeometryColumn& buffers, const Groups& groups, const Layer& features,
                               const BufferOptions& options, double grid_size, Result& result,
                               Context& context) {
  const std::vector<ClassDistance> classes = class_distances(options);
  std::vector<std::uint32_t> strictest_first(groups.first_row.size());
  std::iota(strictest_first.begin(), strictest_first.end(), 0U);
  std::ranges::sort(strictest_first, {}, [&](std::uint32_t group) {
    return rank_of(classes, features, *options.class_field, groups.first_row[group]);
  });
  std::vector<Pieces> alone(buffers.size());
  std::vector<std::uint32_t> stricter;
  for (const std::uint32_t group : strictest_first) {
    if (!buffers.is_null(group)) {
      const GeometryColumn whole = take(buffers, std::vector{group});
      alone[group] = difference(whole, take(buffers, stricter), grid_size, context);
      result.certificate.add(alone[group].certificate);
    }
    stricter.push_back(group);
  }
  GeometryColumn shapes;
  for (const Pieces& pieces : alone)
    if (pieces.geometry.size() == 0)
      shapes.append_null();
    else
      shapes.append(pieces.geometry.wkb(0), pieces.geometry.envelope(0));
  return shapes;
}

}  // namespace jingwei
