#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "geometry/wkt.hpp"
#include "layer/layer.hpp"
#include "layer/prepare.hpp"

namespace jingwei {

/// The message of the Error of this kind that the call throws; the test fails where it throws none.
template <class Call>
std::string message_of(ErrorKind kind, const Call& call) {
  try {
    call();
  } catch (const Error& failure) {
    CHECK(failure.kind() == kind);
    return failure.what();
  }
  FAIL("no Error was thrown");
  return {};
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// An equal-area CRS in metres.
inline Crs albers() {
  return Crs::parse("+proj=aea +lat_1=37 +lat_2=41 +lat_0=39 +lon_0=116 +ellps=GRS80");
}

inline GeometryColumn geometries(const std::vector<std::string>& wkts) {
  GeometryColumn column;
  for (const std::string& wkt : wkts)
    if (wkt.empty())
      column.append_null();
    else
      column.append(parse_wkt(wkt));
  return column;
}

/// "POLYGON(...)" of an axis-parallel rectangle.
inline std::string box(double x0, double y0, double x1, double y1) {
  return jingwei::format("POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", x0, y0, x1, y1);
}

inline Column column_of(FieldType type, const std::vector<Value>& values) {
  Column column(type);
  for (const Value& value : values) column.append(value);
  return column;
}

inline std::vector<std::string> texts_of(const Column& column) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < column.size(); ++row)
    texts.push_back(column.is_null(row) ? "null" : column.as_text(row));
  return texts;
}

/// A source as io hands it over.
inline void add_field(RawLayer& raw, std::string name, FieldType type, const std::vector<Value>& values) {
  raw.source = "counties.gpkg:units";
  raw.rows = values.size();
  raw.fields.push_back({std::move(name), type, {}, ""});
  raw.columns.push_back(column_of(type, values));
}

/// The issues of a kind as "feature: reason / action".
inline std::vector<const Issue*> issues_of_kind(const std::vector<Issue>& issues, std::string_view kind) {
  std::vector<const Issue*> found;
  for (const Issue& issue : issues)
    if (issue.kind == kind) found.push_back(&issue);
  return found;
}

/// A definition with a text key, a summed area, first and finish fields and a family, of any form.
inline LayerDefinition pieces_definition() {
  return parse_layer_definition("layers/pieces.yaml", R"(
name: pieces
role: output
title: {zh: 图斑, en: Pieces}
geometry: [point, line, polygon]
key: piece_id
fields:
  - {name: piece_id, type: text, title: {zh: 编号, en: ID}, required: true}
  - {name: name_zh, type: text, title: {zh: 名称, en: Name}}
  - {name: people, type: real, title: {zh: 人口, en: People}, unit: people, combine: sum}
  - {name: count, type: integer, title: {zh: 数量, en: Count}, combine: sum}
  - {name: area_m2, type: real, title: {zh: 面积, en: Area}, unit: m2, combine: finish}
  - {name: "within_*_min", type: real, title: {zh: "*分钟内人口", en: "People within * min"}, unit: people, combine: sum}
)");
}

}  // namespace jingwei
