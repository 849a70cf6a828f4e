#include "io/summary.hpp"

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

#include "base/file.hpp"
#include "base/text.hpp"
#include "io/project.hpp"
#include "io/summary_map.hpp"
#include "io/tables.hpp"
#include "io/worst_units.hpp"
#include "io/xml.hpp"

namespace jingwei {
namespace {

using pugi::xml_node;

constexpr const char* sheet = R"(
body{font:15px/1.55 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#222;margin:2em auto;
max-width:960px;padding:0 1em}
h1{font-size:1.7em;margin:0 0 .2em}h2{font-size:1.25em;border-bottom:2px solid #4e79a7;padding-bottom:.15em;
margin:1.8em 0 .6em}h3{font-size:1em;margin:1.1em 0 .3em}
table{border-collapse:collapse;margin:.4em 0 1em}th,td{padding:.25em .8em;border-bottom:1px solid #ddd;text-align:left}
th{background:#f3f5f8}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.question{color:#555;margin:0}.figures{display:flex;flex-wrap:wrap;gap:.6em;margin:.8em 0}
.figure{border:1px solid #ddd;border-radius:4px;padding:.4em .9em}.figure b{display:block;font-size:1.35em}
.figure span{color:#555;font-size:.85em}.map{width:100%;height:auto;border:1px solid #ccc;background:#fff}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2em 1.4em}.legend svg{margin-right:.5em;vertical-align:-2px}
ul{margin:.3em 0;padding-left:1.3em}footer{color:#777;font-size:.85em;margin-top:2em}
@media print{body{margin:0;max-width:none;font-size:11px}h2{break-after:avoid}table,.figure{break-inside:avoid}}
)";

/// Numbers for people: thousands apart, at most three significant decimals.
std::string shown(double value) {
  if (!std::isfinite(value)) return "–";
  const double size = std::abs(value);
  const int decimals = size >= 1000 || value == std::round(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  std::string text = format("{:.{}f}", value, decimals);
  const auto point = text.find('.');
  const std::size_t first = text.starts_with("-") ? 1 : 0;
  for (std::size_t at = point == std::string::npos ? text.size() : point; at > first + 3;)
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(at -= 3), ',');
  return text;
}

xml_node cell(xml_node row, const char* name, const std::string& text) {
  return add(row, name, printable(text));
}

xml_node number_cell(xml_node row, const char* name, const std::string& text) {
  return set(cell(row, name, text), "class", "number");
}

/// What a figure is: the title and unit of the output field that bears its name, else its own name.
std::string figure_title(const std::string& name, const ProductGroup* group, Language language) {
  for (std::size_t i = 0; group != nullptr && i < group->layers.size(); ++i) {
    const LayerDefinition& definition = group->layers[i].layer->definition();
    const FieldDefinition* field = definition.field(name);
    if (field == nullptr) continue;
    const std::string unit = shown_unit(field->unit);
    return definition.title_of(name).in(language) + (unit.empty() ? "" : " (" + unit + ")");
  }
  return name;
}

void add_figures(xml_node body, const std::vector<Figure>& figures, const ProductGroup* group,
                 Language language) {
  if (figures.empty()) return;
  xml_node block = set(add(body, "div"), "class", "figures");
  for (const Figure& figure : figures) {
    xml_node box = set(add(block, "div"), "class", "figure");
    add(box, "b", shown(figure.value));
    add(box, "span", printable(figure_title(figure.name, group, language)));
  }
}

void add_pairs(xml_node body, const std::string& title,
               const std::vector<std::pair<std::string, std::string>>& pairs) {
  if (pairs.empty()) return;
  add(body, "h3", title);
  xml_node table = add(body, "table");
  for (const auto& [name, value] : pairs) {
    xml_node row = add(table, "tr");
    cell(row, "th", name);
    cell(row, "td", value);
  }
}

void add_worst(xml_node body, const Product& product, const ProductGroup& group) {
  const Language language = product.language;
  for (const ProductLayer& shown_layer : group.layers) {
    const auto worst = worst_units(*shown_layer.layer, language);
    if (!worst) continue;
    add(body, "h3",
        language == Language::zh ? format("{}：最需关注的单元", printable(shown_layer.title.zh))
                                 : format("{}: units to look at first", printable(shown_layer.title.en)));
    xml_node table = add(body, "table");
    xml_node head = add(table, "tr");
    cell(head, "th", language == Language::zh ? "单元" : "Unit");
    number_cell(head, "th", worst->measure);
    for (const auto& [unit, value] : worst->units) {
      xml_node row = add(table, "tr");
      cell(row, "td", unit);
      number_cell(row, "td", shown(value));
    }
  }
}

// Sections and result groups stand in the same order and bear the same titles.
const ProductGroup* group_of(const Product& product, const SummarySection& section) {
  for (const ProductGroup& group : product.groups)
    if (group.title == section.title) return &group;
  return nullptr;
}

void add_section(xml_node body, const Product& product, const SummarySection& section) {
  const bool zh = product.language == Language::zh;
  add(body, "h2", printable(section.title.in(product.language)));
  set(add(body, "p", printable(section.question.in(product.language))), "class", "question");
  const ProductGroup* group = group_of(product, section);
  add_figures(body, section.figures, group, product.language);
  if (group != nullptr) add_worst(body, product, *group);
  add_pairs(body, zh ? "参数" : "Parameters", section.parameters);
  if (section.citations.empty()) return;
  add(body, "h3", zh ? "依据" : "Sources");
  xml_node list = add(body, "ul");
  for (const std::string& citation : section.citations) add(list, "li", printable(citation));
}

void add_issues(xml_node body, Language language, const std::vector<std::pair<Text, std::size_t>>& issues) {
  const bool zh = language == Language::zh;
  add(body, "h2", zh ? "数据问题" : "Data issues");
  if (issues.empty()) {
    add(body, "p", zh ? "没有发现问题。" : "None were found.");
    return;
  }
  xml_node table = add(body, "table");
  for (const auto& [kind, count] : issues) {
    xml_node row = add(table, "tr");
    cell(row, "td", kind.in(language));
    number_cell(row, "td", std::to_string(count));
  }
}

void add_phases(xml_node body, Language language, const std::vector<std::pair<Text, double>>& phases) {
  if (phases.empty()) return;
  add(body, "h2", language == Language::zh ? "用时" : "Time taken");
  xml_node table = add(body, "table");
  for (const auto& [title, seconds] : phases) {
    xml_node row = add(table, "tr");
    cell(row, "td", title.in(language));
    number_cell(row, "td", format("{:.2f} s", seconds));
  }
}

}  // namespace

std::string write_summary(const Product& product, const Summary& summary, OutputFiles& outputs,
                          Context& context) {
  context.check_cancelled();
  const Language language = product.language;
  const bool zh = language == Language::zh;
  pugi::xml_document document;
  xml_node page = set(document.append_child("html"), "lang", zh ? "zh-CN" : "en");
  xml_node head = add(page, "head");
  set(add(head, "meta"), "charset", "utf-8");
  set(set(add(head, "meta"), "name", "viewport"), "content", "width=device-width,initial-scale=1");
  add(head, "title", printable(product.title.in(language)));
  add(head, "style", sheet);
  xml_node body = add(page, "body");
  add(body, "h1", printable(product.title.in(language)));
  const Text& other = product.title;
  if (other.zh != other.en) set(add(body, "p", printable(zh ? other.en : other.zh)), "class", "question");
  add_map(body, product, tables_of(product));
  for (const SummarySection& section : summary.sections) add_section(body, product, section);
  add_issues(body, language, summary.issues);
  add_phases(body, language, summary.phases);
  if (!product.lineage.empty()) add(body, "h2", zh ? "数据与软件" : "Data and software");
  add_pairs(body, zh ? "输入与版本" : "Inputs and versions", product.lineage);

  std::string name = "reports/summary.html";
  write_file(outputs.add(name), format("<!DOCTYPE html>\n{}", xml_text(document)));
  return name;
}

}  // namespace jingwei
