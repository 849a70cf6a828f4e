#pragma once
#include <optional>
#include <string>

#include "layer/layer.hpp"

class OGRFeature;
class OGRFieldDefn;
class OGRFeatureDefn;

namespace jingwei {

/// The type under which a source's field is kept: date-times, times and lists as text, binary fields not at
/// all.
std::optional<FieldType> type_of(const OGRFieldDefn& field);

/// The value of a feature's field as that type; text exactly as GDAL gives it.
Value value_of(const OGRFeature& feature, int field, FieldType type);

/// Whether a text is a date as columns hold it: "2026-01-31".
bool is_date(const std::string& text);

/// The other way: GDAL's field given a type, and a value put into it. Infinities and NaN become null.
void set_type(OGRFieldDefn& field, FieldType type);
void set_value(OGRFeature& feature, int field, const Column& column, std::size_t row);
/// The same of any value; texts of dates are read as GDAL reads them.
void set_value(OGRFeature& feature, int field, const Value& value);

}  // namespace jingwei
