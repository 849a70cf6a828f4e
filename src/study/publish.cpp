#include "study/publish.hpp"

#include <algorithm>
#include <map>

#include "base/file.hpp"
#include "io/summary.hpp"

namespace jingwei {
namespace {

bool asked_for(const Study& study, const std::string& layer) {
  const auto& names = study.outputs.layers;
  return names.empty() ||
         std::any_of(names.begin(), names.end(), [&](const Reference& name) { return name.name == layer; });
}

/// Points above lines above polygons above tables.
int drawing_order(const ProductLayer& layer) {
  if (!layer.layer->spatial()) return 3;
  switch (kind_of(layer.layer->geometry())) {
    case GeometryKind::point:
      return 0;
    case GeometryKind::line:
      return 1;
    default:
      return 2;
  }
}

std::vector<std::pair<std::string, std::string>> parameters_of(const StudyAnalysis& entry) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [parameter, texts] : settings_of(entry))
    if (std::string text = join(texts); !text.empty()) all.emplace_back(parameter, std::move(text));
  return all;
}

std::string provenance_of(const StudyAnalysis& entry) {
  std::vector<std::string> parts;
  for (const auto& binding : entry.inputs)
    parts.push_back(format("{} = {}", binding.role.name, binding.target.name));
  for (const auto& [name, value] : parameters_of(entry)) parts.push_back(format("{} = {}", name, value));
  for (const std::string& citation : entry.analysis->description.citations) parts.push_back(citation);
  return join(parts, "; ");
}

/// What makes the picture that the project opens on; the other layers wait unchecked in the layer tree.
bool in_opening_map(const LayerDefinition& definition) {
  static const std::vector<std::string> shown{"admin_units",
                                              "conservation_conflict_areas",
                                              "conservation_conflict_segments",
                                              "conservation_zones",
                                              "micro_centers",
                                              "micro_centers_catchments",
                                              "parks",
                                              "rivers",
                                              "stations",
                                              "trunk_lines"};
  return std::binary_search(shown.begin(), shown.end(), definition.name);
}

/// An input of another name is a selection for some analysis.
bool in_opening_map(const StudyInput& input) {
  return input.name == input.definition->name && in_opening_map(*input.definition);
}

ProductGroup group_of(const StudyAnalysis& entry, const Study& study, const StudyData& data) {
  const Description& description = entry.analysis->description;
  ProductGroup group{entry.name, entry.title, {}};
  const bool own_title = entry.title != description.title;
  for (const Output& output : description.outputs) {
    const auto found = data.layers.find(entry.output_name(output));
    if (found == data.layers.end() || !asked_for(study, found->first)) continue;
    const LayerDefinition& definition = found->second.definition();
    Text title = definition.title;
    if (own_title) title = {entry.title.zh + "：" + title.zh, entry.title.en + ": " + title.en};
    const std::string how = provenance_of(entry);
    group.layers.push_back({&found->second,
                            title,
                            {definition.description.zh + "\n" + how, definition.description.en + "\n" + how},
                            in_opening_map(definition)});
  }
  std::stable_sort(
      group.layers.begin(), group.layers.end(),
      [](const ProductLayer& a, const ProductLayer& b) { return drawing_order(a) < drawing_order(b); });
  return group;
}

ProductGroup input_group(const Study& study, const StudyData& data) {
  ProductGroup group{"inputs", {"输入数据", "Inputs"}, {}};
  for (const StudyInput& input : study.inputs) {
    if (!asked_for(study, input.name) || !data.layers.contains(input.name)) continue;
    const LayerDefinition& definition = *input.definition;
    const Text title = input.title.value_or(definition.title);
    const std::string source = input.source.text() + (input.filter.empty() ? "" : " (" + input.filter + ")");
    group.layers.push_back(
        {&data.layers.at(input.name),
         title,
         {definition.description.zh + "\n来源：" + source, definition.description.en + "\nSource: " + source},
         in_opening_map(input)});
  }
  std::stable_sort(
      group.layers.begin(), group.layers.end(), [](const ProductLayer& a, const ProductLayer& b) {
        const auto units_last = [](const ProductLayer& layer) {
          return layer.layer->definition().name == "admin_units";
        };
        return std::pair(units_last(a), drawing_order(a)) < std::pair(units_last(b), drawing_order(b));
      });
  return group;
}

Product product_of(const Study& study, const StudyData& data, const Layer& issues, const RunRecord& record) {
  Product product{study.output_id(), study.title, study.outputs.language, {}, data.crs, record.lineage()};
  for (const auto& [entry, result] : data.answers) {
    ProductGroup group = group_of(*entry, study, data);
    if (!group.layers.empty()) product.groups.push_back(std::move(group));
  }
  product.groups.push_back({"quality",
                            {"数据质量", "Data quality"},
                            {{&issues, issues.definition().title, issues.definition().description, false}}});
  product.groups.push_back(input_group(study, data));
  return product;
}

Summary summary_of(const StudyData& data, const RunRecord& record) {
  Summary summary;
  for (const auto& [entry, result] : data.answers) {
    const Description& description = entry->analysis->description;
    summary.sections.push_back(
        {entry->title, description.summary, result.figures, parameters_of(*entry), description.citations});
  }
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const Issue& issue : data.issues) ++counts[{issue.layer, issue.kind}];
  for (const auto& [what, count] : counts) {
    const std::string name = what.first + ": " + what.second;
    summary.issues.push_back({{name, name}, count});
  }
  summary.phases = record.phases();
  return summary;
}

}  // namespace

Published publish(const Study& study, const StudyData& data, const std::string& folder, RunRecord& record,
                  Context& context) {
  const Layer issues = layer_of(data.issues, data.crs);
  const Product product = product_of(study, data, issues, record);
  context.check_cancelled();
  OutputFiles outputs(folder, product.id);
  const WrittenProduct written =
      record.phase({"写出", "write"}, [&] { return write_product(product, outputs, context); });

  Published published{outputs.path(written.geopackage), outputs.path(written.project), {},
                      outputs.path("run.json"),         written.content_hash,          0};
  for (const ProductGroup& group : product.groups) published.layers += group.layers.size();
  std::vector<std::pair<std::string, std::string>> files{{"geopackage", published.geopackage},
                                                         {"project", published.project}};
  if (study.outputs.summary) {
    published.summary = outputs.path(record.phase({"摘要", "summary"}, [&] {
      return write_summary(product, summary_of(data, record), outputs, context);
    }));
    files.emplace_back("summary", published.summary);
  }
  record.add_issues(data.issues);
  record.add_outputs(files, published.content_hash);
  write_file(outputs.add("run.json"), record.text());
  context.check_cancelled();
  outputs.commit();
  return published;
}

}  // namespace jingwei
