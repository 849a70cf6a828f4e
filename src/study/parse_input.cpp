#include "study/parse_input.hpp"

#include <algorithm>

#include "layer/prepare.hpp"
#include "study/node_reader.hpp"

namespace jingwei {
namespace {

/// Names become table names and parts of file names: letters of any language, digits and _ (- in the study's
/// id).
bool is_name(std::string_view name, std::string_view also) {
  if (name.empty() || utf8_length(name) > 60 || !is_utf8(name)) return false;
  if (name[0] >= '0' && name[0] <= '9') return false;
  return std::all_of(name.begin(), name.end(), [also](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || also.find(c) != std::string_view::npos;
  });
}

std::vector<std::string> definition_names() {
  std::vector<std::string> names{"any"};
  for (const LayerDefinition& definition : layer_definitions())
    if (definition.role == LayerRole::input) names.push_back(definition.name);
  return names;
}

const LayerDefinition* definition_of(const Reference& layer, Mistakes& mistakes) {
  if (layer.name == "any") return &any_layer_definition();
  const LayerDefinition* definition = find_layer_definition(layer.name);
  if (definition != nullptr && definition->role == LayerRole::input) return definition;
  const auto names = definition_names();
  const Text hint = suggestion(layer.name, names);
  mistakes.add(layer.place,
               told({"没有图层定义“{}”；可用：{}{}", "there is no layer definition “{}”; there are {}{}"},
                    printable(layer.name), join(names), hint));
  return nullptr;
}

/// `{field: 面积, unit: ha}` or `{value: 河北省}`.
void parse_mapping(const Node& node, StudyInput::Mapping& mapping, Mistakes& mistakes) {
  const std::string& name = mapping.field.name;
  const NodeReader reader(node, {"字段 " + name, "field " + name}, {"field", "unit", "value"}, mistakes);
  if (const auto field = reader.text("field")) mapping.source = *field;
  if (const auto unit = reader.text("unit")) mapping.unit = unit->name;
  if (const auto value = reader.text("value")) mapping.value = value->name;
  if (mapping.value && (reader.find("field") != nullptr || reader.find("unit") != nullptr))
    mistakes.add(node.place, told({"字段 {}：value 不能与 field 或 unit 同用",
                                   "field {}: value stands alone, without field and unit"},
                                  name));
}

void parse_fields(const Node& node, StudyInput& input, Mistakes& mistakes) {
  if (node.kind != Node::Kind::mapping) {
    mistakes.add(node.place, {"fields 应为“定义字段: 源字段”的映射",
                              "fields must be a mapping “definition_field: source_field”"});
    return;
  }
  for (const NodeEntry& entry : node.entries) {
    StudyInput::Mapping mapping{{entry.key, entry.place}, {entry.key, entry.place}, {}, {}};
    if (entry.value.kind == Node::Kind::mapping) {
      parse_mapping(entry.value, mapping, mistakes);
    } else if (auto text = text_of(entry.value, entry.key, mistakes)) {
      mapping.source = std::move(*text);
    } else {
      continue;
    }
    input.fields.push_back(std::move(mapping));
  }
}

void parse_coordinates(const Node& node, StudyInput& input, Mistakes& mistakes) {
  const NodeReader reader(node, {"coordinates", "coordinates"}, {"x", "y"}, mistakes);
  input.x = reader.required_text("x");
  input.y = reader.required_text("y");
}

void parse_scheme(const NodeReader& reader, StudyInput& input, Mistakes& mistakes) {
  if (input.definition == nullptr) return;
  const FieldDefinition* field =
      input.definition->name == "trunk_lines" ? input.definition->field("scheme") : nullptr;
  if (field == nullptr) {
    if (const auto given = reader.text("scheme"))
      mistakes.add(given->place, {"scheme 只用于 trunk_lines", "scheme is for trunk_lines only"});
    return;
  }
  std::vector<std::string> schemes;
  for (const AllowedValue& value : field->values) schemes.push_back(value.value);
  input.scheme = "corridor-2015";
  if (const auto chosen = reader.choice("scheme", schemes)) input.scheme = schemes[*chosen];
}

}  // namespace

std::string checked_name(const Reference& given, std::string_view also, Mistakes& mistakes) {
  if (!is_name(given.name, also))
    mistakes.add(
        given.place,
        told({"名称“{}”只能用字母、汉字、数字和下划线，且不以数字开头",
              "the name “{}” may hold letters, digits and underscores only, and not begin with a digit"},
             printable(given.name)));
  return given.name;
}

StudyInput parse_input(const Node& node, Mistakes& mistakes) {
  const NodeReader reader(node, {"输入", "an input"},
                          {"name", "layer", "title", "source", "filter", "fields", "crs", "datum", "encoding",
                           "coordinates", "scheme"},
                          mistakes);
  StudyInput input;
  input.place = node.place;
  if (!reader.usable()) return input;
  if (const auto name = reader.required_text("name")) {
    input.place = name->place;
    input.name = checked_name(*name, "", mistakes);
  }
  if (const auto layer = reader.text("layer"))
    input.definition = definition_of(*layer, mistakes);
  else if (!input.name.empty() && reader.find("layer") == nullptr)
    input.definition = definition_of({input.name, input.place}, mistakes);
  input.title = reader.title("title");
  if (const auto source = reader.required_text("source")) {
    input.source.file = source->name;  // split into file and layer by the check, which looks at the folder
    input.source_place = source->place;
  }
  if (const auto filter = reader.text("filter"))
    input.filter = filter->name, input.filter_place = filter->place;
  if (const auto encoding = reader.text("encoding")) input.encoding = encoding->name;
  if (const auto crs = reader.text("crs")) input.crs_place = crs->place;
  input.crs = reader.parsed("crs", [](const std::string& text) { return Crs::parse(text); });
  if (const auto datum = reader.choice("datum", {"wgs84", "gcj02", "bd09"}))
    input.datum = static_cast<Datum>(*datum);
  if (const Node* fields = reader.find("fields")) parse_fields(*fields, input, mistakes);
  if (const Node* coordinates = reader.find("coordinates")) parse_coordinates(*coordinates, input, mistakes);
  parse_scheme(reader, input, mistakes);
  return input;
}

}  // namespace jingwei
