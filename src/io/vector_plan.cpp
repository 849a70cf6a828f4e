#include "io/vector_plan.hpp"

#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/fields.hpp"

namespace jingwei {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool asked_for(const ReadRequest& request, const std::string& name) {
  return !request.wanted || request.wanted(name) || request.x == name || request.y == name;
}

// A GeoPackage's or geodatabase's id column is no field for GDAL, but users see it as one.
void add_fields(OGRLayer& layer, VectorPlan& plan) {
  RawLayer& raw = plan.start;
  const auto add = [&](const std::string& name, FieldType type, int field) {
    if (!is_utf8(name))
      throw input_error(
          {"{}：字段名“{}”不是 UTF-8；请写明数据源编码（encoding: GBK）",
           "{}: field name “{}” is not UTF-8; state the encoding of the source (encoding: GBK)"},
          printable(raw.source), printable(name));
    raw.fields.push_back({name, type, {name, name}, {}});
    raw.columns.emplace_back(type);
    plan.fields.push_back({field, type, asked_for(plan.request, name)});
  };
  if (const std::string id = layer.GetFIDColumn(); !id.empty())
    add(id, FieldType::integer, VectorPlan::feature_id);
  OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    if (const auto type = type_of(*definition.GetFieldDefn(i)))
      add(definition.GetFieldDefn(i)->GetNameRef(), *type, i);
}

/// A driver that cannot leave fields out reads them all the same; nobody looks at them.
void leave_out(OGRLayer& layer, const VectorPlan& plan) {
  const std::vector<std::string> of_filter =
      plan.filter ? plan.filter->used_fields() : std::vector<std::string>();
  OGRFeatureDefn& definition = *layer.GetLayerDefn();
  std::vector<bool> needed(static_cast<std::size_t>(definition.GetFieldCount()), false);
  for (const VectorPlan::PlannedField& planned : plan.fields)
    if (planned.field != VectorPlan::feature_id)
      needed[static_cast<std::size_t>(planned.field)] = planned.asked_for;
  CPLStringList ignored;
  for (int i = 0; i < definition.GetFieldCount(); ++i) {
    const char* name = definition.GetFieldDefn(i)->GetNameRef();
    if (!needed[static_cast<std::size_t>(i)] && !holds(of_filter, name)) ignored.AddString(name);
  }
  if (ignored.Count() > 0 && layer.TestCapability(OLCIgnoreFields) != 0)
    layer.SetIgnoredFields(const_cast<const char**>(ignored.List()));
}

}  // namespace

VectorPlan plan_vector(const OpenedSource& opened, const ReadRequest& request) {
  OGRLayer& layer = *opened.layer;
  VectorPlan plan{opened, request, {}, std::nullopt, {}};
  plan.start.source = request.source.text();
  add_fields(layer, plan);
  if (layer.GetGeomType() != wkbNone) {
    plan.start.geometry.emplace();
    plan.start.crs = crs_of(layer.GetSpatialRef());
  }
  if (!request.filter.empty()) plan.filter.emplace(request.filter, *layer.GetLayerDefn());
  leave_out(layer, plan);
  return plan;
}

void require_few_features(std::size_t rows, const ReadRequest& request) {
  if (request.most_features == 0 || rows <= request.most_features) return;
  throw error(ErrorKind::limit,
              {"{}：超过研究允许的 {} 个要素；请过滤数据或提高 limits.features",
               "{}: more than the {} features that the study allows"},
              printable(request.source.text()), request.most_features);
}

}  // namespace jingwei
