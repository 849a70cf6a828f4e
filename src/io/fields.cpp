#include "io/fields.hpp"

#include <cpl_conv.h>
#include <ogr_feature.h>

#include <cmath>

#include "base/format.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

std::string date_of(const OGRFeature& feature, int field) {
  const OGRField* raw = const_cast<OGRFeature&>(feature).GetRawFieldRef(field);
  return format("{:04}-{:02}-{:02}", raw->Date.Year, static_cast<int>(raw->Date.Month),
                static_cast<int>(raw->Date.Day));
}

std::string text_of(const OGRFeature& feature, int field) {
  auto& unchanged = const_cast<OGRFeature&>(feature);
  const OGRFieldType type = unchanged.GetFieldDefnRef(field)->GetType();
  if (type == OFTString || type == OFTDateTime || type == OFTTime) return feature.GetFieldAsString(field);
  char* text = unchanged.GetFieldAsSerializedJSon(field);
  std::string result = text == nullptr ? feature.GetFieldAsString(field) : text;
  CPLFree(text);
  return result;
}

struct Date {
  int year, month, day;
};

std::optional<Date> parse_date(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = to_number(text.substr(0, 4)), month = to_number(text.substr(5, 2)),
             day = to_number(text.substr(8));
  if (!year || !month || !day) return std::nullopt;
  return Date{static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day)};
}

}  // namespace

std::optional<FieldType> type_of(const OGRFieldDefn& field) {
  switch (field.GetType()) {
    case OFTInteger:
      return field.GetSubType() == OFSTBoolean ? FieldType::boolean : FieldType::integer;
    case OFTInteger64:
      return FieldType::integer;
    case OFTReal:
      return FieldType::real;
    case OFTDate:
      return FieldType::date;
    case OFTBinary:
      return std::nullopt;
    default:
      return FieldType::text;
  }
}

Value value_of(const OGRFeature& feature, int field, FieldType type) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  switch (type) {
    case FieldType::boolean:
      return feature.GetFieldAsInteger(field) != 0;
    case FieldType::integer:
      return static_cast<std::int64_t>(feature.GetFieldAsInteger64(field));
    case FieldType::real: {
      const double number = feature.GetFieldAsDouble(field);
      return std::isfinite(number) ? Value(number) : Value();
    }
    case FieldType::date:
      return date_of(feature, field);
    case FieldType::text:
      break;
  }
  return text_of(feature, field);
}

bool is_date(const std::string& text) {
  return parse_date(text).has_value();
}

void set_type(OGRFieldDefn& field, FieldType type) {
  if (type == FieldType::text) field.SetType(OFTString);
  if (type == FieldType::integer) field.SetType(OFTInteger64);
  if (type == FieldType::real) field.SetType(OFTReal);
  if (type == FieldType::date) field.SetType(OFTDate);
  if (type == FieldType::boolean) {
    field.SetType(OFTInteger);
    field.SetSubType(OFSTBoolean);
  }
}

void set_value(OGRFeature& feature, int field, const Column& column, std::size_t row) {
  if (column.is_null(row)) return feature.SetFieldNull(field);
  switch (column.type()) {
    case FieldType::boolean:
      return feature.SetField(field, column.boolean(row) ? 1 : 0);
    case FieldType::integer:
      return feature.SetField(field, static_cast<GIntBig>(column.integer(row)));
    case FieldType::real:
      if (!std::isfinite(column.number(row))) return feature.SetFieldNull(field);
      return feature.SetField(field, column.number(row));
    case FieldType::date:
      if (const auto date = parse_date(column.text(row)))
        return feature.SetField(field, date->year, date->month, date->day);
      return feature.SetFieldNull(field);
    case FieldType::text:
      return feature.SetField(field, column.text(row).c_str());
  }
}

void set_value(OGRFeature& feature, int field, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return feature.SetField(field, text->c_str());
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    return feature.SetField(field, static_cast<GIntBig>(*integer));
  if (const auto* real = std::get_if<double>(&value)) return feature.SetField(field, *real);
  if (const auto* flag = std::get_if<bool>(&value)) return feature.SetField(field, *flag ? 1 : 0);
  feature.SetFieldNull(field);
}

}  // namespace jingwei
