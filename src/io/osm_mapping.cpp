#include "io/osm_mapping.hpp"

#include <algorithm>
#include <osmium/osm/tag.hpp>
#include <span>

#include "base/embedded.hpp"

namespace jingwei {

std::span<const EmbeddedText> embedded_io();

namespace {

bool holds(const OsmMapping::Condition& condition, const osmium::TagList& tags) {
  const char* value = tags.get_value_by_key(condition.key.c_str());
  if (value == nullptr) return false;
  return condition.values.empty() ||
         std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
}

bool holds(const OsmMapping::Rule& rule, const osmium::TagList& tags) {
  return std::all_of(rule.tags.begin(), rule.tags.end(),
                     [&](const OsmMapping::Condition& condition) { return holds(condition, tags); });
}

std::optional<std::string> value_of(const OsmMapping::FieldTags& field, const osmium::TagList& tags) {
  for (const std::string& key : field.keys) {
    const char* value = tags.get_value_by_key(key.c_str());
    if (value == nullptr) continue;
    if (field.values.empty()) return value;
    for (const auto& [stated, meant] : field.values)
      if (stated == value) return meant;
  }
  return std::nullopt;
}

}  // namespace

bool OsmMapping::by_area() const {
  return std::any_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.smallest.m2 > 0; });
}

bool OsmMapping::selects(const osmium::TagList& tags) const {
  return !tags.empty() &&
         std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return holds(rule, tags); });
}

std::optional<OsmMapping::Values> OsmMapping::values_of(const osmium::TagList& tags, Area area) const {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& candidate) {
    return area.m2 >= candidate.smallest.m2 && holds(candidate, tags);
  });
  if (rule == rules.end()) return std::nullopt;
  Values values(fields.size());
  for (const auto& [field, value] : rule->gives) values[field] = value;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (auto value = value_of(fields[i], tags)) values[i] = std::move(value);
  return values;
}

const std::vector<OsmMapping>& osm_mappings() {
  static const std::vector<OsmMapping> all = [] {
    for (const EmbeddedText& text : embedded_io())
      if (text.name == "osm") return parse_osm_mappings("layers/mappings/osm.yaml", text.text);
    return std::vector<OsmMapping>();
  }();
  return all;
}

const OsmMapping* find_osm_mapping(std::string_view definition) {
  for (const OsmMapping& mapping : osm_mappings())
    if (mapping.definition->name == definition) return &mapping;
  return nullptr;
}

}  // namespace jingwei
