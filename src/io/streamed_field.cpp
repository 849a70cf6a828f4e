#include "io/streamed_field.hpp"

#include <ogr_feature.h>
#include <ogr_p.h>

#include "base/format.hpp"
#include "base/text.hpp"
#include "io/fields.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

constexpr std::int64_t null_boolean = -2;

}  // namespace

StreamedField::StreamedField(std::string name, FieldType type, std::string_view format)
    : m_name(std::move(name)), m_type(type), m_format(format), m_selected(sql_name(m_name)) {}

StreamedField StreamedField::of_id(const std::string& name) {
  return {name, FieldType::integer, "l"};
}

std::optional<StreamedField> StreamedField::of(const OGRFieldDefn& field, FieldType type,
                                               const std::string& driver) {
  const bool package = driver == "GPKG", whole = field.GetSubType() == OFSTNone;
  const auto made = [&](std::string_view format) { return StreamedField(field.GetNameRef(), type, format); };
  switch (field.GetType()) {
    case OFTInteger: {
      if (!whole && field.GetSubType() != OFSTBoolean) return std::nullopt;
      StreamedField streamed = made("i");
      if (whole) return streamed;
      // The bits that GDAL makes of booleans are wrong (up to 3.8.2). A null in the first row would make the
      // query's column one of texts.
      if (!package) return std::nullopt;
      streamed.m_selected =
          jingwei::format("ifnull(CAST({0} AS INTEGER), {1}) AS {0}", streamed.m_selected, null_boolean);
      return streamed;
    }
    case OFTInteger64:
      return made("l");
    case OFTReal:
      return whole ? std::optional(made("g")) : std::nullopt;
    case OFTString:
      return made("u");
    case OFTDate:
    case OFTDateTime: {
      // A column of days or milliseconds has lost the zone of a moment, and 31 February.
      if (!package) return std::nullopt;
      StreamedField streamed = made("u");
      streamed.m_selected = jingwei::format("CAST({0} AS TEXT) AS {0}", streamed.m_selected);
      streamed.m_dated = {new OGRFeatureDefn("dated"), [](OGRFeatureDefn* d) { d->Release(); }};
      streamed.m_dated->Reference();
      streamed.m_dated->AddFieldDefn(&field);
      streamed.m_feature = std::make_shared<OGRFeature>(streamed.m_dated.get());
      return streamed;
    }
    default:
      return std::nullopt;
  }
}

std::optional<Value> StreamedField::value(const ArrowColumn& column, std::size_t row) const {
  if (column.is_null(row)) return Value();
  switch (m_format[0]) {
    case 'i': {
      const std::int64_t number = column.int32(row);
      if (m_type != FieldType::boolean) return Value(number);
      return number == null_boolean ? Value() : Value(number != 0);
    }
    case 'l':
      return Value(column.int64(row));
    case 'g':
      return Value(column.real(row));
    default: {
      std::string text(column.text(row));
      if (m_dated) return date(text);
      return is_utf8(text) ? std::optional<Value>(std::move(text)) : std::nullopt;
    }
  }
}

// GDAL's driver takes the usual forms as this does; of others it says more, or less.
std::optional<Value> StreamedField::date(const std::string& stored) const {
  const std::size_t least = m_type == FieldType::date ? 10 : 19;
  OGRField parsed;
  if (stored.size() < least || (m_type == FieldType::date && stored.size() > least) || stored[4] != '-' ||
      OGRParseDate(stored.c_str(), &parsed, 0) == FALSE)
    return std::nullopt;
  m_feature->SetField(0, &parsed);
  return value_of(*m_feature, 0, m_type);
}

}  // namespace jingwei
