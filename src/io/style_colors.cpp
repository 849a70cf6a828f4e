#include "io/style_colors.hpp"

#include <ogr_feature.h>

#include <map>
#include <pugixml.hpp>

#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/filter.hpp"
#include "io/xml.hpp"

namespace jingwei {
namespace {

// QGIS writes "r,g,b,a" with all four up to 255.
std::string css_color(const std::string& qgis) {
  const auto parts = split(qgis, ',');
  if (parts.size() < 3) return {};
  const double alpha = parts.size() > 3 ? to_number(parts[3]).value_or(255) / 255 : 1;
  if (alpha == 0) return {};
  return format("rgb({},{},{})/{:.2f}", parts[0], parts[1], parts[2], alpha);
}

std::map<std::string, std::string> options_of(pugi::xml_node symbol_layer) {
  std::map<std::string, std::string> options;
  for (const auto option : symbol_layer.child("Option").children("Option"))
    options[option.attribute("name").value()] = option.attribute("value").value();
  return options;
}

void paint_with(Paint& paint, pugi::xml_node symbol_layer) {
  auto options = options_of(symbol_layer);
  const std::string kind = symbol_layer.attribute("class").value();
  const auto number = [&](const char* name, double& target) {
    if (const auto value = to_number(options[name])) target = *value;
  };
  if (kind == "SimpleLine") {
    paint.stroke = css_color(options["line_color"]);
    number("line_width", paint.width_mm);
    return;
  }
  if (options["style"] != "no" && !options["color"].empty()) paint.fill = css_color(options["color"]);
  if (options["outline_style"] != "no" && !options["outline_color"].empty())
    paint.stroke = css_color(options["outline_color"]);
  number("outline_width", paint.width_mm);
  number("size", paint.size_mm);
}

struct Class {
  std::string symbol;
  std::string value;            ///< of a category; empty catches the rest
  double lower = 0, upper = 0;  ///< of a range
  std::optional<Filter> filter;
  bool otherwise = false;
  bool everything = false;
};

}  // namespace

struct StyleColors::Data {
  const Table* table = nullptr;
  std::string attribute;
  std::string type;
  std::map<std::string, Paint> paints;
  std::vector<Class> classes;
  std::shared_ptr<OGRFeatureDefn> fields;

  void read_rules(pugi::xml_node rules);
  std::optional<std::string> symbol_of(std::uint32_t row) const;
};

// Nested rules are met by their leaves alone; an expression beyond OGR's language draws nothing here.
void StyleColors::Data::read_rules(pugi::xml_node rules) {
  for (const auto rule : rules.children("rule")) {
    read_rules(rule);
    if (!rule.attribute("symbol")) continue;
    Class made;
    made.symbol = rule.attribute("symbol").value();
    const std::string expression = rule.attribute("filter").value();
    made.otherwise = expression == "ELSE";
    made.everything = expression.empty();
    if (!made.otherwise && !made.everything) {
      try {
        made.filter.emplace(expression, *fields);
      } catch (const Error&) {
        continue;
      }
    }
    classes.push_back(std::move(made));
  }
}

std::optional<std::string> StyleColors::Data::symbol_of(std::uint32_t row) const {
  if (type == "singleSymbol") return "0";
  if (type == "RuleRenderer") {
    OGRFeature feature(fields.get());
    for (std::size_t i = 0; i < table->columns.size(); ++i)
      set_value(feature, static_cast<int>(i),
                (*table->layer)[table->layer->fields()[table->columns[i].source].name], row);
    std::optional<std::string> otherwise;
    for (const Class& one : classes) {
      if (one.otherwise)
        otherwise = one.symbol;
      else if (one.everything || one.filter->matches(feature))
        return one.symbol;
    }
    return otherwise;
  }
  if (!table->layer->has(attribute)) return std::nullopt;
  const Column& column = (*table->layer)[attribute];
  for (const Class& one : classes) {
    if (type == "categorizedSymbol" && (one.value.empty() || column.as_text(row) == one.value))
      return one.symbol;
    if (type == "graduatedSymbol" && !column.is_null(row) && column.type() != FieldType::text &&
        column.number(row) >= one.lower && column.number(row) <= one.upper)
      return one.symbol;
  }
  return std::nullopt;
}

StyleColors::StyleColors(const Table& table, const std::string& qml) : m_data(std::make_unique<Data>()) {
  Data& data = *m_data;
  data.table = &table;
  data.fields =
      std::shared_ptr<OGRFeatureDefn>(new OGRFeatureDefn("layer"), [](OGRFeatureDefn* d) { d->Release(); });
  data.fields->Reference();
  for (const TableColumn& column : table.columns) {
    OGRFieldDefn field(column.name.c_str(), OFTString);
    set_type(field, column.type);
    data.fields->AddFieldDefn(&field);
  }
  pugi::xml_document document;
  parse_xml(document, table.name, qml);
  const auto renderer = document.child("qgis").child("renderer-v2");
  data.type = renderer.attribute("type").value();
  data.attribute = renderer.attribute("attr").value();
  for (const auto symbol : renderer.child("symbols").children("symbol")) {
    Paint paint;
    for (const auto layer : symbol.children("layer")) paint_with(paint, layer);
    data.paints[symbol.attribute("name").value()] = paint;
  }
  for (const auto category : renderer.child("categories").children("category")) {
    Class made;
    made.symbol = category.attribute("symbol").value();
    made.value = category.attribute("value").value();
    data.classes.push_back(std::move(made));
  }
  for (const auto range : renderer.child("ranges").children("range")) {
    Class made;
    made.symbol = range.attribute("symbol").value();
    made.lower = range.attribute("lower").as_double();
    made.upper = range.attribute("upper").as_double();
    data.classes.push_back(std::move(made));
  }
  data.read_rules(renderer.child("rules"));
}

StyleColors::~StyleColors() = default;
StyleColors::StyleColors(StyleColors&&) noexcept = default;

const Paint* StyleColors::paint(std::uint32_t row) const {
  const auto symbol = m_data->symbol_of(row);
  if (!symbol) return nullptr;
  const auto found = m_data->paints.find(*symbol);
  return found == m_data->paints.end() ? nullptr : &found->second;
}

}  // namespace jingwei
