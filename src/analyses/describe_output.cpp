#include "analyses/describe_output.hpp"

#include <array>

#include "base/format.hpp"
#include "layer/definition.hpp"

namespace jingwei {
namespace {

Json to_json(const Text& text) {
  return Json(Json::Object{{"zh", text.zh}, {"en", text.en}});
}

Json array(const std::vector<std::string>& texts) {
  return Json(Json::Array(texts.begin(), texts.end()));
}

std::vector<std::string> names_of(const std::vector<GeometryForm>& forms) {
  std::vector<std::string> names;
  for (const GeometryForm form : forms) names.emplace_back(to_text(form));
  return names;
}

template <class T>
Json choices(const std::vector<T>& allowed) {
  Json list(Json::Array{});
  for (const T& choice : allowed)
    list.push(Json(Json::Object{{"value", choice.value}, {"title", to_json(choice.title)}}));
  return list;
}

Json to_json(const Role& role) {
  Json json;
  json.set("name", role.name);
  json.set("kind", std::array{"layer", "network", "raster"}[static_cast<std::size_t>(role.kind)]);
  json.set("required", role.presence == Presence::required);
  if (role.several) json.set("several", true);
  json.set("definitions", array(role.definitions));
  json.set("geometry", array(names_of(role.geometry)));
  json.set("title", to_json(role.title));
  return json;
}

/// What parameters and fields have in common.
template <class Described>
Json named(const Described& thing) {
  Json json;
  json.set("name", thing.name);
  json.set("type", std::string(to_text(thing.type)));
  json.set("title", to_json(thing.title));
  return json;
}

Json to_json(const Parameter& parameter) {
  Json json = named(parameter);
  json.set("default", parameter.default_text);
  if (!parameter.lowest.empty()) json.set("lowest", parameter.lowest);
  if (!parameter.highest.empty()) json.set("highest", parameter.highest);
  if (!parameter.choices.empty()) json.set("choices", choices(parameter.choices));
  if (!parameter.field_of.empty()) json.set("field_of", parameter.field_of);
  return json;
}

Json to_json(const FieldDefinition& field) {
  Json json = named(field);
  json.set("required", field.required);
  if (!field.unit.empty()) json.set("unit", field.unit);
  if (!field.values.empty()) json.set("values", choices(field.values));
  return json;
}

Json to_json(const Output& output, const std::string& definition_name) {
  Json json;
  json.set("thing", output.thing);
  json.set("layer", definition_name);
  json.set("combine", std::string(to_text(output.combine)));
  json.set("always", !output.written && output.needs.empty());
  json.set("needs", array(output.needs));
  if (const LayerDefinition* definition = find_layer_definition(definition_name)) {
    Json fields(Json::Array{});
    for (const FieldDefinition& field : definition->fields) fields.push(to_json(field));
    json.set("title", to_json(definition->title));
    json.set("description", to_json(definition->description));
    json.set("geometry", array(names_of(definition->geometry)));
    json.set("key", definition->key);
    json.set("fields", std::move(fields));
  }
  return json;
}

/// Markdown in one language. Cells escape what would end them.
class Page {
 public:
  explicit Page(Language language) : m_language(language) {}

  const std::string& say(const Text& text) const { return text.in(m_language); }
  void line(std::string_view text = "") { (m_text += text) += '\n'; }
  void heading(const Text& text) {
    line();
    line(format("## {}", say(text)));
    line();
  }
  void table(std::initializer_list<Text> columns) {
    std::vector<std::string> names, rules;
    for (const Text& column : columns) {
      names.push_back(say(column));
      rules.emplace_back("---");
    }
    row(names);
    row(rules);
  }
  void row(const std::vector<std::string>& cells) {
    m_text += '|';
    for (const std::string& cell : cells) {
      m_text += ' ';
      for (const char c : cell) (c == '|') ? m_text += "\\|" : m_text += c;
      m_text += " |";
    }
    m_text += '\n';
  }
  const std::string& text() const { return m_text; }

 private:
  Language m_language;
  std::string m_text;
};

std::string code(std::string_view text) {
  return text.empty() ? std::string() : format("`{}`", text);
}

std::string fits(const Role& role, const Page& page) {
  const std::string what = role.kind == RoleKind::network ? page.say({"网络", "network"})
                           : !role.definitions.empty()    ? join(role.definitions)
                           : !role.geometry.empty()       ? join(names_of(role.geometry))
                                                          : page.say({"任意图层", "any layer"});
  return role.several ? what + page.say({"，可多个", ", several"}) : what;
}

std::string allowed(const Parameter& parameter, const Page& page) {
  std::vector<std::string> values;
  for (const Choice& choice : parameter.choices)
    values.push_back(format("`{}` {}", choice.value, page.say(choice.title)));
  if (!values.empty()) return join(values, "; ");
  if (!parameter.field_of.empty()) return page.say({"输入的字段：", "fields of "}) + code(parameter.field_of);
  if (parameter.lowest.empty() && parameter.highest.empty()) return {};
  return parameter.lowest + " – " + parameter.highest;
}

void add_roles(Page& page, const Description& description) {
  page.heading({"输入", "Inputs"});
  page.table({{"输入", "input"}, {"说明", "what it is"}, {"图层", "layer"}, {"必需", "required"}});
  for (const Role& role : description.roles)
    page.row({code(role.name), page.say(role.title), fits(role, page),
              role.presence == Presence::required ? page.say({"是", "yes"}) : page.say({"否", "no"})});
}

void add_parameters(Page& page, const Description& description) {
  if (description.parameters.empty()) return;
  page.heading({"参数", "Parameters"});
  page.table({{"参数", "parameter"},
              {"类型", "type"},
              {"默认", "default"},
              {"取值", "allowed"},
              {"说明", "what it is"}});
  for (const Parameter& parameter : description.parameters)
    page.row({code(parameter.name), std::string(to_text(parameter.type)), code(parameter.default_text),
              allowed(parameter, page), page.say(parameter.title)});
}

void add_outputs(Page& page, const Description& description) {
  page.heading({"输出", "Outputs"});
  for (const Output& output : description.outputs) {
    const std::string name = description.definition_of(output);
    const LayerDefinition* definition = find_layer_definition(name);
    if (definition == nullptr) continue;
    page.line(format("`{}` {}: {}", name, page.say(definition->title), page.say(definition->description)));
    page.line();
    for (const std::string& role : output.needs) {
      page.line(
          format("{}{}", page.say({"只在给出该输入时输出：", "Written only with the input "}), code(role)));
      page.line();
    }
    page.table({{"字段", "field"}, {"类型", "type"}, {"单位", "unit"}, {"说明", "what it is"}});
    for (const FieldDefinition& field : definition->fields)
      page.row({code(field.name), std::string(to_text(field.type)), field.unit, page.say(field.title)});
    page.line();
  }
}

}  // namespace

std::string_view to_text(ParameterType type) {
  constexpr std::array<std::string_view, 15> names{"length",  "duration",  "time",    "area",  "number",
                                                   "integer", "boolean",   "choice",  "text",  "field",
                                                   "lengths", "durations", "numbers", "texts", "fields"};
  static_assert(static_cast<std::size_t>(ParameterType::fields) + 1 == names.size());
  return names[static_cast<std::size_t>(type)];
}

std::string_view to_text(GeometryForm form) {
  constexpr std::array<std::string_view, 5> names{"table", "point", "line", "polygon", "raster"};
  static_assert(static_cast<std::size_t>(GeometryForm::raster) + 1 == names.size());
  return names[static_cast<std::size_t>(form)];
}

std::string_view to_text(FieldType type) {
  constexpr std::array<std::string_view, 5> names{"text", "integer", "real", "boolean", "date"};
  static_assert(static_cast<std::size_t>(FieldType::date) + 1 == names.size());
  return names[static_cast<std::size_t>(type)];
}

std::string_view to_text(Combine combine) {
  constexpr std::array<std::string_view, 3> names{"owned", "sum_by_key", "stitch"};
  static_assert(static_cast<std::size_t>(Combine::Kind::stitch) + 1 == names.size());
  return names[static_cast<std::size_t>(combine.kind)];
}

Json to_json(const Description& description) {
  Json roles(Json::Array{}), parameters(Json::Array{}), outputs(Json::Array{});
  for (const Role& role : description.roles) roles.push(to_json(role));
  for (const Parameter& parameter : description.parameters) parameters.push(to_json(parameter));
  for (const Output& output : description.outputs)
    outputs.push(to_json(output, description.definition_of(output)));
  Json json;
  json.set("name", description.name);
  json.set("title", to_json(description.title));
  json.set("summary", to_json(description.summary));
  json.set("inputs", std::move(roles));
  json.set("parameters", std::move(parameters));
  json.set("outputs", std::move(outputs));
  json.set("citations", array(description.citations));
  return json;
}

std::string to_markdown(const Description& description, Language language) {
  Page page(language);
  page.line(format("# {} `{}`", page.say(description.title), description.name));
  page.line();
  page.line(page.say(description.summary));
  add_roles(page, description);
  add_parameters(page, description);
  add_outputs(page, description);
  if (!description.citations.empty()) page.heading({"来源", "Sources"});
  for (const std::string& citation : description.citations) page.line(format("- {}", citation));
  return page.text();
}

}  // namespace jingwei
