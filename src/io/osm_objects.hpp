#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "io/osm_file.hpp"
#include "io/osm_mapping.hpp"

namespace osmium {
class OSMObject;
class TagList;
}  // namespace osmium

namespace jingwei {

/// Whether an object is of a kind that the mapping takes, with tags that it selects.
bool is_candidate(const osmium::OSMObject& object, const OsmMapping& mapping);

/// The objects of a file that a mapping selects, with their geometry in degrees: nodes, relations and ways,
/// each by id. Only they are held, with the ways that are members of the multipolygons among them;
/// the file is read as a stream, three times.
class OsmObjects {
 public:
  OsmObjects(const OsmFile& file, const OsmMapping& mapping, Context& context);
  ~OsmObjects();

  struct Object {
    std::string key;  ///< "way/123"
    const osmium::TagList* tags = nullptr;
    std::optional<Text> fault;  ///< what is wrong with its geometry
    bool usable = true;         ///< it has a geometry all the same
    Point place;                ///< of the fault; NaN where it has none
  };
  const std::vector<Object>& objects() const;
  /// Of each object: points, lines, polygons as they were drawn; null where it is not usable.
  const GeometryColumn& geometry() const;

 private:
  struct Data;
  std::unique_ptr<Data> m_data;
};

}  // namespace jingwei
