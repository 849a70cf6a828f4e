#include <algorithm>
#include <filesystem>

#include "analyses/describe_output.hpp"
#include "base/error.hpp"
#include "io/osm_file.hpp"
#include "layer/prepare.hpp"
#include "study/check_parts.hpp"
#include "study/source_forms.hpp"

namespace jingwei {
namespace {

namespace fs = std::filesystem;

/// A source is looked up from the study file's folder.
std::string resolved(const std::string& folder, const std::string& path) {
  const fs::path given = fs::path(path);
  return given.is_absolute() || folder.empty() ? path : (fs::path(folder) / given).string();
}

std::vector<std::string> files_beside(const std::string& path) {
  std::vector<std::string> names;
  std::error_code ignored;
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
  for (const auto& file : fs::directory_iterator(folder, ignored))
    names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class InputCheck {
 public:
  InputCheck(StudyInput& input, const std::string& folder, Mistakes& mistakes)
      : m_input(input), m_folder(folder), m_mistakes(mistakes) {}

  void run() {
    if (m_input.source.file.empty()) return;
    const SourceLayer* layer = find_layer();
    if (layer == nullptr) return;
    check_crs(*layer);
    check_coordinates(*layer);
    check_filter();
    if (m_input.definition == nullptr) return;
    check_geometry(*layer);
    check_fields(*layer);
  }

 private:
  void add(Place place, Text message) { m_mistakes.add(place, std::move(message)); }

  const SourceLayer* find_layer() {
    const std::string given = m_input.source.file;
    m_input.source = parse_data_source(resolved(m_folder, given));
    read_as_definition();
    if (!fs::exists(m_input.source.file)) {
      const Text hint =
          suggestion(fs::path(m_input.source.file).filename().string(), files_beside(m_input.source.file));
      add(m_input.source_place, told({"没有文件“{}”{}", "there is no file “{}”{}"}, printable(given), hint));
      return nullptr;
    }
    try {
      m_info = inspect_source(m_input.source);
    } catch (const Error& problem) {
      add(m_input.source_place,
          told({"无法读取“{}”：{}", "“{}” cannot be read: {}"}, printable(given), problem.message()));
      return nullptr;
    }
    return chosen_layer(given);
  }

  /// OpenStreetMap data are read as the layer that the input is to be, where no other is named.
  void read_as_definition() {
    DataSource& source = m_input.source;
    if (source.layer.empty() && is_osm_file(source.file) && m_input.definition != nullptr &&
        m_input.definition != &any_layer_definition())
      source.layer = m_input.definition->name;
  }

  const SourceLayer* chosen_layer(const std::string& given) {
    std::vector<std::string> names;
    for (const SourceLayer& layer : m_info.layers) {
      names.push_back(layer.name);
      if (layer.name == m_input.source.layer) return &layer;
    }
    if (m_input.source.layer.empty() && m_info.layers.size() == 1) return &m_info.layers[0];
    if (names.empty()) {
      add(m_input.source_place, told({"“{}”中没有图层", "“{}” holds no layer"}, printable(given)));
    } else if (m_input.source.layer.empty()) {
      add(m_input.source_place, told({"“{}”有多个图层，请写成 文件:图层：{}",
                                      "“{}” has several layers: write FILE:LAYER with one of {}"},
                                     printable(given), join(names)));
    } else {
      const Text hint = suggestion(m_input.source.layer, names);
      add(m_input.source_place,
          told({"“{}”中没有图层“{}”；有：{}{}", "“{}” has no layer “{}”; it has {}{}"}, m_input.source.file,
               printable(m_input.source.layer), join(names), hint));
    }
    return nullptr;
  }

  bool table() const {
    return !m_input.x && m_input.definition != nullptr &&
           m_input.definition->geometry == std::vector{GeometryForm::table};
  }

  void check_crs(const SourceLayer& layer) {
    if (m_input.crs && layer.crs && !m_input.crs->same_as(*layer.crs))
      add(m_input.crs_place,
          told({"数据源自带坐标系 {}，与所写的 crs 不同；请删去 crs",
                "the source states its own CRS, {}, which is another than this: leave crs out"},
               layer.crs->name()));
    if (!m_input.crs && !layer.crs && !table() && (m_input.x || layer.geometry != "None"))
      add(m_input.source_place, {"数据源没有坐标系；请写 crs，例如 EPSG:4490",
                                 "the source states no CRS: state it with crs, as EPSG:4490"});
    const std::optional<Crs>& crs = m_input.crs ? m_input.crs : layer.crs;
    if (m_input.datum != Datum::wgs84 && crs && !crs->geographic())
      add(m_input.place, told({"datum 只用于经纬度数据，而坐标系是 {}",
                               "datum is for longitudes and latitudes only, but the CRS is {}"},
                              crs->name()));
  }

  void check_coordinates(const SourceLayer& layer) {
    for (const auto& column : {m_input.x, m_input.y})
      if (column) known_source_field(*column, layer);
  }

  void check_filter() {
    if (m_input.filter.empty()) return;
    if (const auto problem = filter_problem(m_input.source, m_input.filter))
      add(m_input.filter_place,
          told({"filter 不是有效的 OGR WHERE 表达式：{}", "filter is not a valid OGR WHERE expression: {}"},
               *problem));
  }

  void check_geometry(const SourceLayer& layer) {
    const auto& allowed = m_input.definition->geometry;
    if (m_input.definition->any_geometry() || allowed == std::vector{GeometryForm::table}) return;
    if (forms_meet(m_input.x ? std::vector{GeometryForm::point} : forms_of(layer.geometry), allowed)) return;
    std::vector<std::string> names;
    for (const GeometryForm form : allowed) names.emplace_back(to_text(form));
    add(m_input.source_place,
        told({"{} 需要几何类型 {}，数据源是 {}", "{} needs geometry of type {}, the source has {}"},
             m_input.definition->name, join(names), layer.geometry));
  }

  bool known_source_field(const Reference& field, const SourceLayer& layer) {
    std::vector<std::string> names;
    for (const SourceField& source : layer.fields) {
      if (source.name == field.name) return true;
      names.push_back(source.name);
    }
    const Text hint = suggestion(field.name, names);
    add(field.place, told({"数据源没有字段“{}”；有：{}{}", "the source has no field “{}”; it has {}{}"},
                          printable(field.name), join(names), hint));
    return false;
  }

  void check_mapping(const StudyInput::Mapping& mapping, const SourceLayer& layer) {
    if (!mapping.value) known_source_field(mapping.source, layer);
    if (mapping.value && mapping.field.name == "scheme" && *mapping.value != m_input.scheme)
      add(mapping.field.place, told({"scheme 的值“{}”与输入的 scheme {} 不同",
                                     "the value “{}” is another than the input's scheme, {}"},
                                    *mapping.value, m_input.scheme));
    if (m_input.definition->name == "any") return;
    const FieldDefinition* field = m_input.definition->field(mapping.field.name);
    if (field == nullptr) {
      std::vector<std::string> names;
      for (const FieldDefinition& defined : m_input.definition->fields) names.push_back(defined.name);
      const Text hint = suggestion(mapping.field.name, names);
      add(mapping.field.place, told({"定义 {} 没有字段“{}”{}", "{} has no field “{}”{}"},
                                    m_input.definition->name, printable(mapping.field.name), hint));
    } else if (!mapping.unit.empty() && !unit_factor(mapping.unit, field->unit)) {
      add(mapping.source.place,
          told({"字段 {} 的单位是“{}”，“{}”不能换算", "the unit of {} is “{}”; “{}” does not convert to it"},
               field->name, field->unit, mapping.unit));
    }
  }

  void check_fields(const SourceLayer& layer) {
    for (const auto& mapping : m_input.fields) check_mapping(mapping, layer);
    if (layer.geometry == "Raster") return;  // its cells are all that there is
    std::vector<std::string> lacking;
    for (const FieldDefinition& field : m_input.definition->fields) {
      const bool mapped = std::any_of(m_input.fields.begin(), m_input.fields.end(),
                                      [&](const auto& mapping) { return mapping.field.name == field.name; });
      const bool there = std::any_of(layer.fields.begin(), layer.fields.end(),
                                     [&](const SourceField& source) { return source.name == field.name; });
      if (field.required && !mapped && !there && field.name != row_number_key) lacking.push_back(field.name);
    }
    if (lacking.empty()) return;
    std::vector<std::string> names;
    for (const SourceField& source : layer.fields) names.push_back(source.name);
    add(m_input.source_place,
        told({"数据源缺少字段 {}，{} 必需；请用 fields 指明来源字段，有：{}",
              "the source lacks the fields {} that {} needs: name their source with fields, out of {}"},
             join(lacking), m_input.definition->name, join(names)));
  }

  StudyInput& m_input;
  const std::string& m_folder;
  Mistakes& m_mistakes;
  SourceInfo m_info;
};

}  // namespace

void check_inputs(Study& study, Mistakes& mistakes, Context& context) {
  context.begin({"检查输入", "check inputs"}, study.inputs.size());
  for (StudyInput& input : study.inputs) {
    context.check_cancelled();
    InputCheck(input, study.folder, mistakes).run();
    context.advance();
  }
  context.end();
}

}  // namespace jingwei
