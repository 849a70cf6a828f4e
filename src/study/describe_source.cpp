#include "study/describe_source.hpp"

#include <algorithm>
#include <tuple>

#include "analyses/describe_output.hpp"
#include "base/error.hpp"
#include "layer/definition.hpp"
#include "study/source_forms.hpp"

namespace jingwei {
namespace {

/// The layers of a source that its name asks for.
std::vector<SourceLayer> layers_of(const DataSource& source, const SourceInfo& info) {
  std::vector<SourceLayer> layers;
  for (const SourceLayer& layer : info.layers)
    if (source.layer.empty() || layer.name == source.layer) layers.push_back(layer);
  if (layers.empty() && !source.layer.empty()) {
    std::vector<std::string> names;
    for (const SourceLayer& layer : info.layers) names.push_back(layer.name);
    throw input_error({"{}：没有图层“{}”；有：{}{}", "{}: there is no layer “{}”; there are {}{}"},
                      source.file, source.layer, join(names), suggestion(source.layer, names));
  }
  return layers;
}

Json fit_json(const Fit& fit) {
  Json json, present(Json::Array{}), missing(Json::Array{});
  for (const std::string& field : fit.present) present.push(field);
  for (const std::string& field : fit.missing) missing.push(field);
  json.set("definition", fit.definition);
  json.set("present", std::move(present));
  json.set("missing", std::move(missing));
  return json;
}

Json layer_json(const SourceLayer& layer) {
  Json fields(Json::Array{}), fits(Json::Array{}), json;
  for (const SourceField& field : layer.fields) {
    Json entry;
    entry.set("name", field.name);
    entry.set("type", std::string(to_text(field.type)));
    fields.push(std::move(entry));
  }
  for (const Fit& fit : fitting_definitions(layer)) fits.push(fit_json(fit));
  json.set("name", layer.name);
  json.set("features", layer.features);
  json.set("geometry", layer.geometry);
  json.set("crs", layer.crs ? Json(layer.crs->authority().value_or(layer.crs->name())) : Json());
  if (!layer.extent.empty())
    json.set("extent",
             Json::Array{layer.extent.min_x, layer.extent.min_y, layer.extent.max_x, layer.extent.max_y});
  json.set("fields", std::move(fields));
  json.set("fits", std::move(fits));
  return json;
}

Text layer_text(const SourceLayer& layer) {
  const Text crs = layer.crs ? Text{layer.crs->authority().value_or(layer.crs->name()),
                                    layer.crs->authority().value_or(layer.crs->name())}
                             : Text{"无坐标系", "no CRS"};
  Text text = told({"{}：{} 个要素，{}，{}\n", "{}: {} features, {}, {}\n"}, printable(layer.name),
                   layer.features, layer.geometry, crs);
  const auto add = [&text](const Text& line) {
    text.zh += line.zh;
    text.en += line.en;
  };
  if (!layer.extent.empty())
    add(told({"  范围：{} {} – {} {}\n", "  extent: {} {} – {} {}\n"}, to_text(layer.extent.min_x),
             to_text(layer.extent.min_y), to_text(layer.extent.max_x), to_text(layer.extent.max_y)));
  for (const SourceField& field : layer.fields)
    add(told({"  {:<24} {}\n", "  {:<24} {}\n"}, printable(field.name), to_text(field.type)));
  for (const Fit& fit : fitting_definitions(layer)) {
    add(told({"  适合 {}：有其 {} 个字段", "  fits {}: has {} of its fields"}, fit.definition,
             fit.present.size()));
    if (!fit.missing.empty()) add(told({"，缺必需的 {}", ", lacks {} that it needs"}, join(fit.missing)));
    add({"\n", "\n"});
  }
  return text;
}

bool has_form_of(const LayerDefinition& definition, const SourceLayer& layer) {
  return forms_meet(forms_of(layer.geometry), definition.geometry);
}

Fit fit_of(const SourceLayer& layer, const LayerDefinition& definition) {
  Fit fit{definition.name, {}, {}};
  for (const FieldDefinition& field : definition.fields) {
    const bool there = std::any_of(layer.fields.begin(), layer.fields.end(),
                                   [&](const SourceField& source) { return source.name == field.name; });
    if (there)
      fit.present.push_back(field.name);
    else if (field.required)
      fit.missing.push_back(field.name);
  }
  return fit;
}

bool fits(const SourceLayer& layer, const std::string& name) {
  if (name == "any") return true;
  const LayerDefinition* definition = find_layer_definition(name);
  return definition != nullptr && has_form_of(*definition, layer) &&
         fit_of(layer, *definition).missing.empty();
}

}  // namespace

std::string first_fitting(const std::vector<std::string>& definitions, const std::string& source,
                          Context& context) try {
  if (definitions.size() == 1) return definitions.front();
  const DataSource asked = parse_data_source(source);
  const SourceLayer layer = layers_of(asked, examine_source(asked, context)).at(0);
  const auto found =
      std::ranges::find_if(definitions, [&](const std::string& name) { return fits(layer, name); });
  return found == definitions.end() ? definitions.front() : *found;
} catch (const std::exception&) {  // what is wrong with the source is told by the checks
  return definitions.front();
}

std::vector<Fit> fitting_definitions(const SourceLayer& layer) {
  std::vector<Fit> fits;
  for (const LayerDefinition& definition : layer_definitions()) {
    if (definition.role != LayerRole::input || !has_form_of(definition, layer)) continue;
    Fit fit = fit_of(layer, definition);
    if (!fit.present.empty()) fits.push_back(std::move(fit));
  }
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
    return std::make_tuple(a.missing.size(), b.present.size()) <
           std::make_tuple(b.missing.size(), a.present.size());
  });
  if (fits.size() > 3) fits.resize(3);
  return fits;
}

Json describe_source(const std::string& source) {
  const DataSource asked = parse_data_source(source);
  Context context;
  const SourceInfo info = examine_source(asked, context);
  Json layers(Json::Array{}), json;
  for (const SourceLayer& layer : layers_of(asked, info)) layers.push(layer_json(layer));
  json.set("source", asked.file);
  json.set("driver", info.driver);
  json.set("layers", std::move(layers));
  return json;
}

std::string describe_source_text(const std::string& source, Language language) {
  const DataSource asked = parse_data_source(source);
  Context context;
  const SourceInfo info = examine_source(asked, context);
  std::string text = format("{} ({})\n", printable(asked.file), info.driver);
  for (const SourceLayer& layer : layers_of(asked, info)) text += layer_text(layer).in(language);
  return text;
}

}  // namespace jingwei
