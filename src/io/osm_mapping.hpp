#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/quantity.hpp"
#include "layer/definition.hpp"

namespace osmium {
class TagList;
}

namespace jingwei {

/// Which objects of OpenStreetMap are the features of a layer definition (layers/mappings/osm.yaml).
struct OsmMapping {
  struct Condition {
    std::string key;
    std::vector<std::string> values;  ///< empty: any
  };
  struct Rule {
    std::vector<Condition> tags;  ///< an object has all of them
    Area smallest;                ///< of polygons
    std::vector<std::pair<std::size_t, std::string>>
        gives;  ///< field of `fields` → its value, where no tag says it
  };
  struct FieldTags {
    std::string field;
    std::vector<std::string> keys;  ///< the first that is there holds
    std::vector<std::pair<std::string, std::string>>
        values;  ///< value of the tag → of the field; empty: as is
  };
  const LayerDefinition* definition = nullptr;
  std::vector<Rule> rules;
  std::vector<FieldTags> fields;  ///< the key is none of them

  GeometryForm form() const { return definition->geometry.front(); }
  bool by_area() const;

  /// Whether an object with these tags may be a feature.
  bool selects(const osmium::TagList& tags) const;
  /// The values of `fields` for an object, or nothing where no rule takes one of this area.
  using Values = std::vector<std::optional<std::string>>;
  std::optional<Values> values_of(const osmium::TagList& tags, Area area) const;
};

/// The mapping to a definition, or nothing; all there are, by name of the definition.
const OsmMapping* find_osm_mapping(std::string_view definition);
const std::vector<OsmMapping>& osm_mappings();
/// The mappings in a YAML text. A mistake is an Error (input) with its place: unknown keys, definitions,
/// fields, values that the definition does not allow, definitions of no or several geometries.
std::vector<OsmMapping> parse_osm_mappings(const std::string& file, std::string_view yaml);

}  // namespace jingwei
