#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "geometry/wkb.hpp"

namespace jingwei {

enum class FieldType { text, integer, real, boolean, date };

/// One value that a field may hold, with its meaning.
struct AllowedValue {
  std::string value;
  Text title;
};

/// How the values of one key that several windows give become one: the first that is not null, their sum, or
/// computed only after combining.
enum class FieldCombine { first, sum, finish };

/// What the values of a field name: a field of another layer, or several of its values between separators.
struct FieldReference {
  std::string layer;  ///< the name of its definition
  std::string field;
  std::optional<char> separator;
};

struct FieldDefinition {
  std::string name;  ///< with `*`: a family of columns (within_*_min)
  FieldType type = FieldType::text;
  Text title;
  bool required = false;
  std::string unit;  ///< "m2", "people", "%"; empty: none
  std::optional<double> lowest;
  std::optional<double> highest;
  std::vector<AllowedValue> values;  ///< empty: any
  FieldCombine combine = FieldCombine::first;
  std::optional<FieldReference> references;
};

enum class LayerRole { input, output };
enum class GeometryForm { table, point, line, polygon, raster };

/// What a layer must hold: `layers/<name>.yaml`.
struct LayerDefinition {
  std::string name;
  LayerRole role = LayerRole::input;
  Text title;
  Text description;
  std::vector<GeometryForm> geometry;   ///< the forms allowed; {table} for a table
  std::string key;                      ///< the field whose values are unique
  std::string label;                    ///< the field shown as a feature's name; may be empty
  std::vector<FieldDefinition> fields;  ///< in order, with the provenance fields at the end

  bool any_geometry() const;
  /// The definition of a field of this name, a family's pattern included; nothing for fields passed through.
  const FieldDefinition* field(std::string_view field_name) const;
  /// The title of a column, the text matched by `*` put in.
  Text title_of(std::string_view field_name) const;
};

/// The definition of this name that is compiled in, or of `any` (or nothing), and all that are compiled in,
/// sorted by name. A definition that is itself wrong is an Error that names its file and every mistake's
/// place.
const LayerDefinition* find_layer_definition(std::string_view name);
const std::vector<LayerDefinition>& layer_definitions();
/// The definition in a YAML text, for tests and tools.
LayerDefinition parse_layer_definition(const std::string& file, std::string_view yaml);

/// Names of the provenance fields (house.md): of inputs, then of results.
namespace provenance {
inline constexpr std::string_view confidence = "confidence";  ///< of the attributes: A, B or C
inline constexpr std::string_view geometry_confidence = "geometry_confidence";  ///< of the geometry
inline constexpr std::string_view synthetic = "synthetic";
inline constexpr std::string_view confidence_min = "confidence_min";
inline constexpr std::string_view synthetic_pct = "synthetic_pct";
}  // namespace provenance

}  // namespace jingwei
