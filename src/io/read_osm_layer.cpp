#include "io/read_osm_layer.hpp"

#include <ogr_feature.h>

#include <cmath>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/object.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/measure.hpp"
#include "io/filter.hpp"
#include "io/osm_objects.hpp"

namespace jingwei {
namespace {

Crs degrees() {
  return Crs::parse("EPSG:4326");
}

std::vector<std::string> mapped_names() {
  std::vector<std::string> names;
  for (const OsmMapping& mapping : osm_mappings()) names.push_back(mapping.definition->name);
  return names;
}

const OsmMapping& mapping_of(const DataSource& source) {
  if (const OsmMapping* mapping = find_osm_mapping(source.layer)) return *mapping;
  const auto names = mapped_names();
  throw input_error({"{}：OpenStreetMap 数据可读作图层 {}；请写成 文件:图层{}",
                     "{}: OpenStreetMap data are read as one of the layers {}: write FILE:LAYER{}"},
                    printable(source.text()), join(names), suggestion(source.layer, names));
}

/// The key, then the mapping's fields, with the types of the definition.
std::vector<Field> fields_of(const OsmMapping& mapping) {
  std::vector<Field> fields;
  const auto add = [&](const std::string& name) {
    const FieldDefinition& field = *mapping.definition->field(name);
    fields.push_back({name, field.type, field.title, field.unit});
  };
  add(mapping.definition->key);
  for (const OsmMapping::FieldTags& field : mapping.fields) add(field.field);
  return fields;
}

/// The filter sees the fields as the definition has them: numbers compare as numbers.
class ObjectFilter {
 public:
  ObjectFilter(const std::string& expression, const std::vector<Field>& fields)
      : m_definition(new OGRFeatureDefn("osm"), [](OGRFeatureDefn* d) { d->Release(); }) {
    m_definition->Reference();
    for (const Field& field : fields) {
      const bool number = field.type == FieldType::integer || field.type == FieldType::real;
      OGRFieldDefn made(field.name.c_str(), number ? OFTReal : OFTString);
      m_definition->AddFieldDefn(&made);
    }
    if (expression.empty()) return;
    m_feature.emplace(m_definition.get());
    m_filter.emplace(expression, *m_definition);
  }

  bool matches(const std::string& key, const OsmMapping::Values& values) {
    if (!m_filter) return true;
    m_feature->SetField(0, key.c_str());
    for (std::size_t i = 0; i < values.size(); ++i) set(static_cast<int>(i) + 1, values[i]);
    return m_filter->matches(*m_feature);
  }

 private:
  void set(int field, const std::optional<std::string>& value) {
    const bool number = m_definition->GetFieldDefn(field)->GetType() == OFTReal;
    if (!value || (number && !to_number(*value)))
      m_feature->SetFieldNull(field);
    else
      m_feature->SetField(field, value->c_str());
  }

  std::shared_ptr<OGRFeatureDefn> m_definition;
  std::optional<OGRFeature> m_feature;
  std::optional<Filter> m_filter;
};

Issue issue_of(const OsmObjects::Object& object) {
  Issue issue;
  issue.severity = object.usable ? Severity::warning : Severity::error;
  issue.kind = "incomplete_geometry";
  issue.feature = object.key;
  issue.reason = *object.fault;
  if (object.usable)
    issue.action = {"保留已知的部分", "the known parts are kept"};
  else
    issue.action = {"已剔除该要素", "the feature is set aside"};
  if (!std::isnan(object.place.x)) issue.geometry = wkb_of(object.place);
  return issue;
}

void require_few(const RawLayer& raw, const ReadRequest& request) {
  if (request.most_features > 0 && raw.rows == request.most_features)
    throw error(ErrorKind::limit,
                {"{}：超过研究允许的 {} 个要素；请过滤数据或提高 limits.features",
                 "{}: more than the {} features that the study allows"},
                printable(raw.source), request.most_features);
}

void append_values(const std::string& key, const OsmMapping::Values& values, RawLayer& raw) {
  raw.columns[0].append(key);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] && !is_utf8(*values[i]))
      throw input_error({"{}：{} 的标签不是 UTF-8", "{}: a tag of {} is not UTF-8"}, printable(raw.source),
                        key);
    if (values[i])
      raw.columns[i + 1].append(*values[i]);
    else
      raw.columns[i + 1].append_null();
  }
}

}  // namespace

RawLayer read_osm_layer(const ReadRequest& request, Context& context) {
  const OsmMapping& mapping = mapping_of(request.source);
  const OsmFile file(request.source.file);
  const OsmObjects found(file, mapping, context);
  RawLayer raw;
  raw.source = request.source.text();
  raw.crs = degrees();
  raw.geometry.emplace();
  raw.fields = fields_of(mapping);
  ObjectFilter filter(request.filter, raw.fields);
  for (Field& field : raw.fields) {  // texts, which the preparation converts and checks
    field.type = FieldType::text;
    raw.columns.emplace_back(FieldType::text);
  }
  const bool places = mapping.form() == GeometryForm::point;
  const auto points = places ? representative_points(found.geometry(), context) : std::vector<Point>();
  const auto areas =
      mapping.by_area() ? areas_m2(found.geometry(), *raw.crs, context) : std::vector<double>();
  for (std::size_t i = 0; i < found.objects().size(); ++i) {
    const OsmObjects::Object& object = found.objects()[i];
    const auto values = mapping.values_of(*object.tags, Area{areas.empty() ? 0 : areas[i]});
    if (!values || !filter.matches(object.key, *values)) continue;
    if (object.fault) raw.issues.push_back(issue_of(object));
    if (!object.usable) continue;
    require_few(raw, request);
    append_values(object.key, *values, raw);
    if (places)
      raw.geometry->append(wkb_of(points[i]));
    else
      raw.geometry->append(found.geometry().wkb(i));
    ++raw.rows;
  }
  return raw;
}

SourceInfo inspect_osm(const DataSource& source) {
  SourceInfo info;
  info.driver = "OpenStreetMap";
  const Envelope extent = OsmFile(source.file).stated_extent();
  for (const OsmMapping& mapping : osm_mappings()) {
    SourceLayer layer;
    layer.name = mapping.definition->name;
    layer.geometry = mapping.form() == GeometryForm::point  ? "Point"
                     : mapping.form() == GeometryForm::line ? "Multi Line String"
                                                            : "Multi Polygon";
    layer.crs = degrees();
    layer.extent = extent;
    for (const Field& field : fields_of(mapping)) layer.fields.push_back({field.name, field.type});
    info.layers.push_back(std::move(layer));
  }
  return info;
}

void count_osm_features(const DataSource& source, SourceInfo& info, Context& context) {
  OsmFile(source.file)
      .all(
          [&](const osmium::memory::Buffer& buffer) {
            for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
              if (object.tags().empty()) continue;
              for (SourceLayer& layer : info.layers)
                layer.features += is_candidate(object, *find_osm_mapping(layer.name));
            }
          },
          context);
}

std::optional<Text> osm_filter_problem(const DataSource& source, const std::string& filter) {
  try {
    ObjectFilter(filter, fields_of(mapping_of(source)));
  } catch (const Error& wrong) {
    return wrong.message();
  }
  return std::nullopt;
}

}  // namespace jingwei
