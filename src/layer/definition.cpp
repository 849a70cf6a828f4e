#include "layer/definition.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "layer/prepare.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {

/// The texts of layers/*.yaml, compiled in by scripts/embed.cmake.
std::span<const EmbeddedText> embedded_layer();

namespace {

std::vector<LayerDefinition> parse_embedded() {
  std::vector<LayerDefinition> all;
  for (const EmbeddedText& embedded : embedded_layer()) {
    const std::string file = jingwei::format("layers/{}.yaml", embedded.name);
    all.push_back(parse_layer_definition(file, embedded.text));
    if (all.back().name != embedded.name)
      throw input_error("{}: its name is “{}”; file and layer must have one name", file, all.back().name);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return all;
}

/// What each `*` stands for, at least one character and the first as short as may be, where `name` is of the
/// family `pattern`; nothing where it is not.
std::optional<std::vector<std::string_view>> matched(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos)
    return name == pattern ? std::optional(std::vector<std::string_view>()) : std::nullopt;
  if (!name.starts_with(pattern.substr(0, star))) return std::nullopt;
  name.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t length = 1; length <= name.size(); ++length)
    if (auto rest = matched(pattern, name.substr(length))) {
      rest->insert(rest->begin(), name.substr(0, length));
      return rest;
    }
  return std::nullopt;
}

std::string filled(std::string title, const std::vector<std::string_view>& matches) {
  std::size_t from = 0;
  for (const std::string_view match : matches) {
    const std::size_t star = title.find('*', from);
    if (star == std::string::npos) break;
    title.replace(star, 1, match);
    from = star + match.size();
  }
  return title;
}

}  // namespace

bool LayerDefinition::any_geometry() const {
  const auto allows = [&](GeometryForm form) {
    return std::find(geometry.begin(), geometry.end(), form) != geometry.end();
  };
  return allows(GeometryForm::point) && allows(GeometryForm::line) && allows(GeometryForm::polygon);
}

const FieldDefinition* LayerDefinition::field(std::string_view field_name) const {
  for (const FieldDefinition& field : fields)
    if (field.name == field_name) return &field;
  for (const FieldDefinition& field : fields)
    if (matched(field.name, field_name)) return &field;
  return nullptr;
}

Text LayerDefinition::title_of(std::string_view field_name) const {
  const FieldDefinition* found = field(field_name);
  if (found == nullptr) return {std::string(field_name), std::string(field_name)};
  const auto matches = matched(found->name, field_name);
  return {filled(found->title.zh, *matches), filled(found->title.en, *matches)};
}

const std::vector<LayerDefinition>& layer_definitions() {
  static const std::vector<LayerDefinition> all = parse_embedded();
  return all;
}

const LayerDefinition* find_layer_definition(std::string_view name) {
  if (name == any_layer_definition().name) return &any_layer_definition();
  for (const LayerDefinition& definition : layer_definitions())
    if (definition.name == name) return &definition;
  return nullptr;
}

const LayerDefinition& any_layer_definition() {
  static const LayerDefinition any = [] {
    LayerDefinition made;
    made.name = "any";
    made.title = {"任意图层", "Any layer"};
    made.description = {"任何矢量图层或表，全部字段原样带入",
                        "Any vector layer or table, with all its fields"};
    made.geometry = {GeometryForm::table, GeometryForm::point, GeometryForm::line, GeometryForm::polygon};
    made.fields = provenance_fields(LayerRole::input);
    return made;
  }();
  return any;
}

}  // namespace jingwei
