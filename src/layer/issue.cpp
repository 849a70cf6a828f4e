#include "layer/issue.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/error.hpp"
#include "geometry/measure.hpp"

namespace jingwei {
namespace {

Text text_of(Defect::Action action) {
  switch (action) {
    case Defect::Action::repaired:
      return {"已修复", "repaired"};
    case Defect::Action::dropped:
      return {"已剔除", "set aside"};
    case Defect::Action::kept:
      return {"保留原样", "kept as it is"};
  }
  return {};
}

Severity severity_of(Defect::Action action) {
  switch (action) {
    case Defect::Action::repaired:
      return Severity::warning;
    case Defect::Action::dropped:
      return Severity::error;
    case Defect::Action::kept:
      return Severity::note;
  }
  return Severity::note;
}

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

/// The place of a defect in the study's CRS; nothing where it is nowhere.
std::vector<std::uint8_t> place_of(const Defect& defect, const Layer& layer, const Crs& study_crs) {
  if (!std::isfinite(defect.place.x) || !std::isfinite(defect.place.y) || !layer.spatial()) return {};
  if (layer.crs().same_as(study_crs)) return wkb_of(defect.place);
  const Point place = project(std::span(&defect.place, 1), layer.crs(), study_crs).front();
  return std::isfinite(place.x) && std::isfinite(place.y) ? wkb_of(place) : std::vector<std::uint8_t>{};
}

/// The kind of an issue's geometry; null where it is nowhere.
Value form_of(const Issue& issue) {
  if (issue.geometry.empty()) return {};
  switch (kind_of(issue.geometry)) {
    case GeometryKind::null:
      return {};
    case GeometryKind::point:
      return std::string("point");
    case GeometryKind::line:
      return std::string("line");
    case GeometryKind::polygon:
      return std::string("polygon");
    case GeometryKind::mixed:
      return std::string("mixed");
  }
  return {};
}

/// A point for each issue, so that all are one layer; null where it is nowhere.
GeometryColumn places_of(const std::vector<Issue>& issues) {
  GeometryColumn geometries;
  for (const Issue& issue : issues)
    if (issue.geometry.empty())
      geometries.append_null();
    else
      geometries.append(issue.geometry);
  Context context;
  GeometryColumn places;
  for (const Point& place : representative_points(geometries, context))
    if (std::isfinite(place.x) && std::isfinite(place.y))
      places.append(wkb_of(place));
    else
      places.append_null();
  return places;
}

}  // namespace

std::vector<Issue> issues_of(const std::vector<Defect>& defects, const Layer& layer, const Crs& study_crs) {
  const bool keyed = layer.has(layer.definition().key);
  std::vector<Issue> issues;
  issues.reserve(defects.size());
  for (const Defect& defect : defects) {
    Issue issue;
    issue.severity = severity_of(defect.action);
    issue.kind = defect.kind;
    issue.layer = layer.name();
    issue.feature = keyed && !layer.key().is_null(defect.row) ? layer.key().as_text(defect.row)
                                                              : jingwei::format("#{}", defect.row + 1);
    issue.reason = defect.reason;
    issue.action = text_of(defect.action);
    issue.geometry = place_of(defect, layer, study_crs);
    issues.push_back(std::move(issue));
  }
  return issues;
}

Layer layer_of(std::vector<Issue> issues, const Crs& study_crs) {
  const LayerDefinition* definition = find_layer_definition("issues");
  if (definition == nullptr) throw error(ErrorKind::failed, "layers/issues.yaml is not compiled in");
  const auto order = [](const Issue& issue) {
    return std::tie(issue.layer, issue.feature, issue.kind, issue.reason.zh, issue.reason.en, issue.geometry);
  };
  std::stable_sort(issues.begin(), issues.end(),
                   [&](const Issue& a, const Issue& b) { return order(a) < order(b); });
  Layer layer("issues", *definition, study_crs);
  const GeometryColumn places = places_of(issues);
  std::int64_t number = 0;
  for (const Issue& issue : issues) {
    ++number;
    const bool text_key = layer.key().type() == FieldType::text;
    layer.append(places.wkb(static_cast<std::size_t>(number) - 1),
                 {{definition->key, text_key ? Value(std::to_string(number)) : Value(number)},
                  {"severity", std::string(to_text(issue.severity))},
                  {"kind", issue.kind},
                  {"layer", issue.layer},
                  {"feature", issue.feature},
                  {"form", form_of(issue)},
                  {"message_zh", issue.reason.zh},
                  {"message_en", issue.reason.en},
                  {"action_zh", issue.action.zh},
                  {"action_en", issue.action.en}});
  }
  return layer;
}

}  // namespace jingwei
