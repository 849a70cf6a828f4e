#include <algorithm>

#include "base/document.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "io/osm_mapping.hpp"

namespace jingwei {
namespace {

class MappingReader {
 public:
  explicit MappingReader(const Document& document) : m_document(document) {}

  std::vector<OsmMapping> all() const {
    std::vector<OsmMapping> mappings;
    for (const NodeEntry& entry : entries(m_document.root)) mappings.push_back(mapping(entry));
    std::sort(mappings.begin(), mappings.end(), [](const OsmMapping& a, const OsmMapping& b) {
      return a.definition->name < b.definition->name;
    });
    return mappings;
  }

 private:
  template <class... Args>
  Error mistake(Place place, fmt::format_string<Args...> pattern, Args&&... args) const {
    return input_error("{}{}", m_document.at(place), jingwei::format(pattern, std::forward<Args>(args)...));
  }

  OsmMapping mapping(const NodeEntry& entry) const {
    OsmMapping made;
    made.definition = find_layer_definition(entry.key);
    if (made.definition == nullptr || made.definition->role != LayerRole::input)
      throw mistake(entry.place, "there is no layer definition `{}` of inputs", entry.key);
    if (made.definition->geometry.size() != 1 || made.form() == GeometryForm::table)
      throw mistake(entry.place, "`{}` is no definition of one geometry", entry.key);
    check_keys(entry.value, {"features", "fields"});
    if (const Node* fields = entry.value.find("fields"))
      for (const NodeEntry& field : entries(*fields)) made.fields.push_back(field_tags(field, made));
    const Node* features = entry.value.find("features");
    if (features == nullptr || features->items.empty())
      throw mistake(entry.place, "`{}` needs `features`, a list of at least one entry", entry.key);
    for (const Node& item : features->items) made.rules.push_back(rule(item, made));
    return made;
  }

  OsmMapping::Rule rule(const Node& node, OsmMapping& made) const {
    check_keys(node, {"tags", "from", "gives"});
    OsmMapping::Rule rule;
    const Node* tags = node.find("tags");
    if (tags == nullptr || entries(*tags).empty())
      throw mistake(node.place, "`tags` are missing here: what an object must have");
    for (const NodeEntry& tag : tags->entries) {
      rule.tags.push_back({tag.key, texts(tag.value)});
      if (rule.tags.back().values == std::vector<std::string>{"*"}) rule.tags.back().values.clear();
    }
    if (const Node* from = node.find("from")) rule.smallest = area(*from);
    if (const Node* gives = node.find("gives"))
      for (const NodeEntry& given : entries(*gives)) {
        const std::string value = text(given.value);
        check_value(definition_of(given, made), value, given.value.place);
        rule.gives.emplace_back(field_number(given.key, made), value);
      }
    return rule;
  }

  OsmMapping::FieldTags field_tags(const NodeEntry& entry, const OsmMapping& made) const {
    const FieldDefinition& field = definition_of(entry, made);
    OsmMapping::FieldTags tags{entry.key, {}, {}};
    if (entry.value.kind != Node::Kind::mapping) {
      tags.keys = texts(entry.value);
      return tags;
    }
    check_keys(entry.value, {"tags", "values"});
    if (const Node* keys = entry.value.find("tags")) tags.keys = texts(*keys);
    if (const Node* values = entry.value.find("values"))
      for (const NodeEntry& value : entries(*values)) {
        tags.values.emplace_back(value.key, text(value.value));
        check_value(field, tags.values.back().second, value.value.place);
      }
    return tags;
  }

  /// Fields that are given by rules only have no tags.
  static std::size_t field_number(const std::string& name, OsmMapping& made) {
    for (std::size_t i = 0; i < made.fields.size(); ++i)
      if (made.fields[i].field == name) return i;
    made.fields.push_back({name, {}, {}});
    return made.fields.size() - 1;
  }

  const FieldDefinition& definition_of(const NodeEntry& entry, const OsmMapping& made) const {
    const FieldDefinition* field = made.definition->field(entry.key);
    if (field == nullptr || entry.key == made.definition->key)
      throw mistake(entry.place, "`{}` has no field `{}` besides its key", made.definition->name, entry.key);
    return *field;
  }

  void check_value(const FieldDefinition& field, const std::string& value, Place place) const {
    const auto& allowed = field.values;
    if (!allowed.empty() && std::none_of(allowed.begin(), allowed.end(), [&](const AllowedValue& candidate) {
          return candidate.value == value;
        }))
      throw mistake(place, "`{}` is no value of `{}`", value, field.name);
  }

  const std::vector<NodeEntry>& entries(const Node& node) const {
    if (node.kind != Node::Kind::mapping) throw mistake(node.place, "a mapping is expected here");
    return node.entries;
  }

  void check_keys(const Node& node, const std::vector<std::string>& known) const {
    for (const NodeEntry& entry : entries(node))
      if (std::find(known.begin(), known.end(), entry.key) == known.end())
        throw mistake(entry.place, "there is no key `{}` here{}", entry.key, suggestion(entry.key, known).en);
  }

  std::string text(const Node& node) const {
    if (node.kind != Node::Kind::scalar) throw mistake(node.place, "a text is expected here");
    return node.scalar;
  }

  std::vector<std::string> texts(const Node& node) const {
    if (node.kind != Node::Kind::sequence) return {text(node)};
    std::vector<std::string> list;
    for (const Node& item : node.items) list.push_back(text(item));
    return list;
  }

  Area area(const Node& node) const {
    try {
      return parse_area(text(node));
    } catch (const Error& fault) {
      throw mistake(node.place, "{}", fault.what());
    }
  }

  const Document& m_document;
};

}  // namespace

std::vector<OsmMapping> parse_osm_mappings(const std::string& file, std::string_view yaml) {
  return MappingReader(parse_document(file, yaml)).all();
}

}  // namespace jingwei
