#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/arrow_stream.hpp"
#include "layer/layer.hpp"

class OGRFeature;
class OGRFeatureDefn;
class OGRFieldDefn;

namespace jingwei {

/// A field of a layer that is read by column: how it is asked for, and what its column says.
class StreamedField {
 public:
  /// Nothing of fields whose columns say less than the features: lists, times, numbers that are cut to
  /// their declared width, FlatGeobuf's booleans and moments. `driver` is GPKG or FlatGeobuf.
  static std::optional<StreamedField> of(const OGRFieldDefn& field, FieldType type,
                                         const std::string& driver);
  /// The id of the features.
  static StreamedField of_id(const std::string& name);

  const std::string& name() const { return m_name; }
  /// The column of an SQL query that has its values.
  const std::string& selected() const { return m_selected; }
  /// The Arrow format that the stream must have: "i" and "l" of integers, "g" of reals, "u"
  /// of texts.
  std::string_view format() const { return m_format; }
  /// The value of a row as a feature would have it; nothing where only a feature can tell it.
  std::optional<Value> value(const ArrowColumn& column, std::size_t row) const;

 private:
  StreamedField(std::string name, FieldType type, std::string_view format);
  std::optional<Value> date(const std::string& stored) const;

  std::string m_name;
  FieldType m_type;
  std::string_view m_format;
  std::string m_selected;
  std::shared_ptr<OGRFeatureDefn> m_dated;  ///< of dates and moments: what has the one field
  std::shared_ptr<OGRFeature> m_feature;
};

}  // namespace jingwei
