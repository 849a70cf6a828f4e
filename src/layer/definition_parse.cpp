#include <algorithm>
#include <array>
#include <set>

#include "base/document.hpp"
#include "base/error.hpp"
#include "layer/definition.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {
namespace {

using Strings = std::vector<std::string>;

/// Reads the tree of one definition and gathers every mistake with its place.
class Reader {
 public:
  explicit Reader(const Document& document) : m_document(document) {}

  LayerDefinition read();

 private:
  void mistake(Place place, std::string what) { m_mistakes.emplace_back(place, std::move(what)); }
  void throw_mistakes();
  void check_keys(const Node& node, const Strings& known);
  std::string scalar(const Node& parent, std::string_view key);
  bool flag(const Node& parent, std::string_view key, bool otherwise);
  Text text(const Node& parent, std::string_view key, std::string_view owner);
  std::optional<std::size_t> choice(const Node& node, const Strings& choices, std::string_view what);
  std::vector<GeometryForm> geometry(const Node& root);
  FieldDefinition field(const Node& node);
  void range(const Node& node, FieldDefinition& field);
  void values(const Node& node, FieldDefinition& field);
  void references(const Node& node, FieldDefinition& field);
  void check_whole(const Node& root, const LayerDefinition& definition, bool with_provenance);

  const Document& m_document;
  std::vector<std::pair<Place, std::string>> m_mistakes;
};

bool snake_case(std::string_view name) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(), allowed);
}

/// A field's name: snake_case, with a `*` for each part that tells the columns of a family apart.
bool field_name(std::string name) {
  std::ranges::replace(name, '*', '1');
  return snake_case(name);
}

bool numeric(FieldType type) {
  return type == FieldType::integer || type == FieldType::real;
}

LayerDefinition Reader::read() {
  const Node& root = m_document.root;
  LayerDefinition definition;
  if (root.kind != Node::Kind::mapping)
    throw input_error("{}a layer definition is a mapping of name, role, title, geometry, key and fields",
                      m_document.at(root.place));
  check_keys(root,
             {"name", "role", "title", "description", "geometry", "key", "label", "provenance", "fields"});
  definition.name = scalar(root, "name");
  if (root.find("role") != nullptr)
    definition.role =
        static_cast<LayerRole>(choice(*root.find("role"), {"input", "output"}, "role").value_or(0));
  else
    mistake(root.place, "role is missing: input or output");
  definition.title = text(root, "title", "the layer");
  if (root.find("description") != nullptr) definition.description = text(root, "description", "the layer");
  definition.geometry = geometry(root);
  definition.key = scalar(root, "key");
  if (root.find("label") != nullptr) definition.label = scalar(root, "label");
  const bool with_provenance = flag(root, "provenance", true);
  if (const Node* fields = root.find("fields"); fields != nullptr && fields->kind == Node::Kind::sequence)
    for (const Node& node : fields->items) definition.fields.push_back(field(node));
  else
    mistake(fields != nullptr ? fields->place : root.place, "fields: a list of fields is needed");
  check_whole(root, definition, with_provenance);
  throw_mistakes();
  if (with_provenance)
    for (FieldDefinition& added : provenance_fields(definition.role))
      definition.fields.push_back(std::move(added));
  return definition;
}

/// All mistakes in the order of the file, if there are any.
void Reader::throw_mistakes() {
  if (m_mistakes.empty()) return;
  std::stable_sort(m_mistakes.begin(), m_mistakes.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.line, a.first.column) < std::pair(b.first.line, b.first.column);
  });
  Strings lines;
  for (const auto& [place, what] : m_mistakes) lines.push_back(m_document.at(place) + what);
  throw Error(ErrorKind::input, join(lines, "\n"));
}

void Reader::check_keys(const Node& node, const Strings& known) {
  for (const NodeEntry& entry : node.entries)
    if (std::find(known.begin(), known.end(), entry.key) == known.end())
      mistake(entry.place, jingwei::format("unknown key “{}”{}; known here: {}", entry.key,
                                           suggestion(entry.key, known).en, join(known)));
}

std::string Reader::scalar(const Node& parent, std::string_view key) {
  const Node* node = parent.find(key);
  if (node != nullptr && node->kind == Node::Kind::scalar && !node->scalar.empty()) return node->scalar;
  mistake(node != nullptr ? node->place : parent.place,
          jingwei::format("{} is missing: a text is needed", key));
  return "";
}

bool Reader::flag(const Node& parent, std::string_view key, bool otherwise) {
  const Node* node = parent.find(key);
  if (node == nullptr) return otherwise;
  if (node->kind == Node::Kind::scalar && !node->quoted &&
      (node->scalar == "true" || node->scalar == "false"))
    return node->scalar == "true";
  mistake(node->place, jingwei::format("{}: true or false is needed", key));
  return otherwise;
}

Text Reader::text(const Node& parent, std::string_view key, std::string_view owner) {
  const Node* node = parent.find(key);
  if (node == nullptr || node->kind != Node::Kind::mapping) {
    mistake(node != nullptr ? node->place : parent.place,
            jingwei::format("{} of {}: {{zh: …, en: …}} is needed", key, owner));
    return {};
  }
  check_keys(*node, {"zh", "en"});
  return {scalar(*node, "zh"), scalar(*node, "en")};
}

std::optional<std::size_t> Reader::choice(const Node& node, const Strings& choices, std::string_view what) {
  const auto found = node.kind == Node::Kind::scalar ? std::find(choices.begin(), choices.end(), node.scalar)
                                                     : choices.end();
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  mistake(node.place, jingwei::format("{}: “{}” is not one of {}{}", what, node.scalar, join(choices),
                                      suggestion(node.scalar, choices).en));
  return std::nullopt;
}

std::vector<GeometryForm> Reader::geometry(const Node& root) {
  const Node* node = root.find("geometry");
  if (node == nullptr) {
    mistake(root.place, "geometry is missing: a list of point, line, polygon, raster; [] for a table; any");
    return {};
  }
  if (node->kind == Node::Kind::scalar && node->scalar == "any")
    return {GeometryForm::table, GeometryForm::point, GeometryForm::line, GeometryForm::polygon,
            GeometryForm::raster};
  if (node->kind != Node::Kind::sequence) {
    mistake(node->place,
            "geometry: a list of point, line, polygon, raster is needed, [] for a table, or any");
    return {};
  }
  if (node->items.empty()) return {GeometryForm::table};
  std::vector<GeometryForm> forms;
  for (const Node& item : node->items) {
    const auto chosen = choice(item, {"point", "line", "polygon", "raster"}, "geometry");
    if (!chosen) continue;
    const auto form = static_cast<GeometryForm>(*chosen + static_cast<std::size_t>(GeometryForm::point));
    if (std::find(forms.begin(), forms.end(), form) != forms.end())
      mistake(item.place, jingwei::format("geometry: “{}” twice", item.scalar));
    forms.push_back(form);
  }
  return forms;
}

FieldDefinition Reader::field(const Node& node) {
  FieldDefinition field;
  if (node.kind != Node::Kind::mapping) {
    mistake(node.place, "a field is a mapping of name, type and title");
    return field;
  }
  check_keys(node, {"name", "type", "title", "required", "unit", "range", "values", "combine", "references"});
  field.name = scalar(node, "name");
  if (!field.name.empty() && !field_name(field.name))
    mistake(node.find("name")->place,
            jingwei::format("name “{}”: small letters, digits and _ are allowed, and one * for a family",
                            field.name));
  if (node.find("type") != nullptr)
    field.type = static_cast<FieldType>(
        choice(*node.find("type"), {"text", "integer", "real", "boolean", "date"}, "type").value_or(0));
  else
    mistake(node.place, jingwei::format("type of field “{}” is missing: text, integer, real, boolean or date",
                                        field.name));
  field.title = text(node, "title", jingwei::format("field “{}”", field.name));
  field.required = flag(node, "required", false);
  if (node.find("unit") != nullptr) field.unit = scalar(node, "unit");
  if (!field.unit.empty() && !numeric(field.type))
    mistake(node.find("unit")->place, "unit: only integer and real fields have one");
  range(node, field);
  values(node, field);
  references(node, field);
  if (const Node* combine = node.find("combine"); combine != nullptr) {
    field.combine =
        static_cast<FieldCombine>(choice(*combine, {"first", "sum", "finish"}, "combine").value_or(0));
    if (field.combine == FieldCombine::sum && !numeric(field.type))
      mistake(combine->place, "combine: only integer and real fields can be summed");
  }
  return field;
}

void Reader::range(const Node& node, FieldDefinition& field) {
  const Node* range = node.find("range");
  if (range == nullptr) return;
  if (!numeric(field.type)) mistake(range->place, "range: only integer and real fields have one");
  if (range->kind != Node::Kind::sequence || range->items.size() != 2) {
    mistake(range->place, "range: [lowest, highest] is needed (null for an open end)");
    return;
  }
  for (std::size_t end = 0; end < 2; ++end) {
    const Node& item = range->items[end];
    if (item.kind == Node::Kind::null) continue;
    const auto number =
        item.kind == Node::Kind::scalar && !item.quoted ? to_number(item.scalar) : std::nullopt;
    if (!number) mistake(item.place, jingwei::format("range: “{}” is no number", item.scalar));
    (end == 0 ? field.lowest : field.highest) = number;
  }
  if (field.lowest && field.highest && *field.lowest > *field.highest)
    mistake(range->place, "range: the lowest value is above the highest");
}

void Reader::values(const Node& node, FieldDefinition& field) {
  const Node* values = node.find("values");
  if (values == nullptr) return;
  if (values->kind != Node::Kind::sequence || values->items.empty()) {
    mistake(values->place, "values: a list of {value: …, title: {zh: …, en: …}} is needed");
    return;
  }
  if (field.type == FieldType::boolean || field.type == FieldType::date)
    mistake(values->place, "values: only text, integer and real fields have them");
  std::set<std::string> seen;
  for (const Node& item : values->items) {
    if (item.kind != Node::Kind::mapping) {
      mistake(item.place, "a value is {value: …, title: {zh: …, en: …}}");
      continue;
    }
    check_keys(item, {"value", "title"});
    AllowedValue allowed{scalar(item, "value"), {}};
    allowed.title = text(item, "title", jingwei::format("value “{}”", allowed.value));
    if (numeric(field.type) && !allowed.value.empty() && !to_number(allowed.value))
      mistake(item.find("value")->place, jingwei::format("value “{}” is no number", allowed.value));
    if (!seen.insert(allowed.value).second)
      mistake(item.place, jingwei::format("value “{}” twice", allowed.value));
    field.values.push_back(std::move(allowed));
  }
}

void Reader::references(const Node& node, FieldDefinition& field) {
  const Node* references = node.find("references");
  if (references == nullptr) return;
  if (references->kind != Node::Kind::mapping) {
    mistake(references->place,
            "references: {layer: …, field: …} is needed, and separator where a value names several");
    return;
  }
  check_keys(*references, {"layer", "field", "separator"});
  field.references = {scalar(*references, "layer"), scalar(*references, "field"), std::nullopt};
  if (const Node* separator = references->find("separator"); separator != nullptr) {
    if (separator->scalar.size() == 1)
      field.references->separator = separator->scalar.front();
    else
      mistake(separator->place, "separator: one ASCII character is needed");
  }
}

void Reader::check_whole(const Node& root, const LayerDefinition& definition, bool with_provenance) {
  const auto place_of = [&](std::string_view key) {
    const Node* node = root.find(key);
    return node != nullptr ? node->place : root.place;
  };
  if (!definition.name.empty() && !snake_case(definition.name))
    mistake(place_of("name"),
            jingwei::format("name “{}”: small letters, digits and _ are allowed", definition.name));
  Strings names;
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const std::string& name = definition.fields[i].name;
    const Node& node = root.find("fields")->items[i];
    if (name.empty()) continue;
    if (std::find(names.begin(), names.end(), name) != names.end())
      mistake(node.place, jingwei::format("field “{}” twice", name));
    if (with_provenance && is_provenance_field(name))
      mistake(node.place, jingwei::format("field “{}” is added to every layer; leave it out", name));
    if (name == "geom" || name == "fid")
      mistake(node.place, jingwei::format("field “{}”: this name is the file format's own", name));
    names.push_back(name);
  }
  for (const std::string_view key : {"key", "label"}) {
    const std::string& name = key == "key" ? definition.key : definition.label;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      mistake(place_of(key),
              jingwei::format("{}: there is no field “{}”{}", key, name, suggestion(name, names).en));
  }
  for (const FieldDefinition& field : definition.fields)
    if (field.name == definition.key && field.type != FieldType::text && field.type != FieldType::integer)
      mistake(place_of("key"), jingwei::format("key: field “{}” must be text or integer", field.name));
}

}  // namespace

LayerDefinition parse_layer_definition(const std::string& file, std::string_view yaml) {
  const Document document = parse_document(file, yaml);
  return Reader(document).read();
}

}  // namespace jingwei
