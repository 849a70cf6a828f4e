#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyses/buffer_bands.hpp"
#include "analyses/group_values.hpp"

namespace jingwei {

/// The buffer distance of the features of a class.
struct ClassDistance {
  std::string name;
  Length distance;
};

/// An Error (input) where options of classes contradict each other or others.
void check_classes(const BufferOptions& options);

/// The table of classes that the options hold as “class=distance”, the strictest first. Errors (input): an
/// entry that does not read so, a distance below 0 or above 500 km, a class named twice.
std::vector<ClassDistance> class_distances(const BufferOptions& options);

/// The largest distance of the table; 0 m where it is empty.
Length largest_class_distance(const BufferOptions& options);

/// The distance of each feature by its class; nothing where its class is not in the table, or null.
std::vector<std::optional<Length>> distances_by_class(const Layer& features, const BufferOptions& options);

/// Every place once: of the buffers of classes (one row a group) each without those of stricter classes. The
/// groups are those of the class field.
GeometryColumn strictest_alone(const GeometryColumn& buffers, const Groups& groups, const Layer& features,
                               const BufferOptions& options, double grid_size, Result& result,
                               Context& context);

}  // namespace jingwei
