#include "layer/result_image.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/image.hpp"
#include "layer/issue_image.hpp"

namespace jingwei {

template <>
inline constexpr bool image_plain<Envelope> = true;
static_assert(sizeof(Envelope) == 4 * sizeof(double));

namespace {

/// A column, a geometry column and a layer laid open.
struct ColumnParts {
  FieldType type = FieldType::text;
  std::vector<std::uint8_t> null;
  std::vector<std::string> texts;
  std::vector<std::int64_t> integers;
  std::vector<double> reals;
};

struct GeometryParts {
  std::vector<std::uint64_t> lengths;
  std::vector<Envelope> envelopes;
  std::vector<std::uint8_t> bytes;
};

struct LayerHead {
  std::string name;
  LayerDefinition definition;
  std::vector<Field> fields;
  std::uint64_t rows = 0;
  bool spatial = false;
};

}  // namespace

// What consists of what; found by their arguments, for which no anonymous namespace is searched.
template <class Archive>
static void archive_parts(Archive& archive, FieldReference& reference) {
  archive(reference.layer, reference.field, reference.separator);
}

template <class Archive>
static void archive_parts(Archive& archive, AllowedValue& allowed) {
  archive(allowed.value, allowed.title);
}

template <class Archive>
static void archive_parts(Archive& archive, FieldDefinition& field) {
  archive(field.name, field.type, field.title, field.required, field.unit, field.lowest, field.highest,
          field.values, field.combine, field.references);
}

template <class Archive>
static void archive_parts(Archive& archive, LayerDefinition& definition) {
  archive(definition.name, definition.role, definition.title, definition.description, definition.geometry,
          definition.key, definition.label, definition.fields);
}

template <class Archive>
static void archive_parts(Archive& archive, Field& field) {
  archive(field.name, field.type, field.title, field.unit);
}

template <class Archive>
static void archive_parts(Archive& archive, Figure& figure) {
  archive(figure.name, figure.value);
}

template <class Archive>
static void archive_parts(Archive& archive, Certificate& certificate) {
  archive(certificate.pieces, certificate.witnesses, certificate.witness_failures, certificate.input_measure,
          certificate.output_measure, certificate.outside_measure);
}

namespace {

template <class Archive>
void archive_parts(Archive& archive, ColumnParts& column) {
  archive(column.type, column.null, column.texts, column.integers, column.reals);
}

template <class Archive>
void archive_parts(Archive& archive, GeometryParts& geometry) {
  archive(geometry.lengths, geometry.envelopes, geometry.bytes);
}

template <class Archive>
void archive_parts(Archive& archive, LayerHead& head) {
  archive(head.name, head.definition, head.fields, head.rows, head.spatial);
}

void require(bool sound) {
  if (!sound) throw DamagedImage();
}

bool holds_text(FieldType type) {
  return type == FieldType::text || type == FieldType::date;
}

ColumnParts parts_of(const Column& column) {
  ColumnParts parts{column.type(), {}, {}, {}, {}};
  for (std::size_t row = 0; row < column.size(); ++row) {
    const bool null = column.is_null(row);
    parts.null.push_back(null ? 1 : 0);
    if (null) continue;
    if (holds_text(parts.type))
      parts.texts.push_back(column.text(row));
    else if (parts.type == FieldType::real)
      parts.reals.push_back(column.number(row));
    else
      parts.integers.push_back(column.integer(row));
  }
  return parts;
}

Column column_of(ColumnParts parts) {
  require(parts.type >= FieldType::text && parts.type <= FieldType::date);
  const auto values = static_cast<std::size_t>(std::count(parts.null.begin(), parts.null.end(), 0));
  require(parts.texts.size() + parts.reals.size() + parts.integers.size() == values);
  require((holds_text(parts.type)          ? parts.texts.size()
           : parts.type == FieldType::real ? parts.reals.size()
                                           : parts.integers.size()) == values);
  Column column(parts.type);
  std::size_t next = 0;
  for (const std::uint8_t null : parts.null) {
    if (null != 0)
      column.append_null();
    else if (holds_text(parts.type))
      column.append(std::move(parts.texts[next++]));
    else if (parts.type == FieldType::real)
      column.append(parts.reals[next++]);
    else
      column.append(parts.integers[next++]);
  }
  return column;
}

GeometryParts parts_of(const GeometryColumn& geometry) {
  GeometryParts parts;
  parts.envelopes.assign(geometry.envelopes().begin(), geometry.envelopes().end());
  parts.bytes.reserve(geometry.bytes());
  for (std::size_t row = 0; row < geometry.size(); ++row) {
    const Wkb wkb = geometry.wkb(row);
    parts.lengths.push_back(wkb.size());
    parts.bytes.insert(parts.bytes.end(), wkb.begin(), wkb.end());
  }
  return parts;
}

GeometryColumn geometry_of(const GeometryParts& parts) {
  require(parts.lengths.size() == parts.envelopes.size());
  GeometryColumn column;
  column.reserve(parts.lengths.size(), parts.bytes.size());
  Wkb left(parts.bytes);
  for (std::size_t row = 0; row < parts.lengths.size(); ++row) {
    require(parts.lengths[row] <= left.size());
    column.append(left.first(parts.lengths[row]), parts.envelopes[row]);
    left = left.subspan(parts.lengths[row]);
  }
  require(left.empty());
  return column;
}

void write_layer(ImageWriter& archive, const Layer& layer) {
  archive(LayerHead{layer.name(), layer.definition(), layer.fields(), layer.rows(), layer.spatial()});
  for (const Field& field : layer.fields()) archive(parts_of(layer[field.name]));
  if (layer.spatial()) archive(parts_of(layer.geometry()));
}

/// A layer's fields are those of its definition and then others, in the order in which they were added, so
/// that adding them again gives the same layer.
Layer read_layer(ImageReader& archive, const Crs& crs) {
  LayerHead head;
  archive(head);
  Layer layer(std::move(head.name), head.definition, head.spatial ? std::optional(crs) : std::nullopt);
  std::vector<Column> columns;
  for (const Field& field : head.fields) {
    ColumnParts parts;
    archive(parts);
    columns.push_back(column_of(std::move(parts)));
    require(columns.back().type() == field.type && columns.back().size() == head.rows);
  }
  if (head.spatial) {
    GeometryParts parts;
    archive(parts);
    require(layer.spatial() && parts.lengths.size() == head.rows);
    layer.set_geometry(geometry_of(parts));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) layer.add(head.fields[i], std::move(columns[i]));
  return layer;
}

}  // namespace

std::string result_image(const Result& result) {
  ImageWriter archive;
  archive(result.figures, result.issues, result.certificate, std::uint64_t{result.layers.size()});
  for (const auto& [thing, layer] : result.layers) {
    archive(thing);
    write_layer(archive, layer);
  }
  return std::move(archive).take();
}

std::optional<Result> result_of_image(std::string_view image, const Crs& crs) {
  ImageReader archive(image);
  Result result;
  try {
    std::uint64_t layers = 0;
    archive(result.figures, result.issues, result.certificate, layers);
    for (std::uint64_t i = 0; i < layers; ++i) {
      std::string thing;
      archive(thing);
      result.layers.emplace_back(std::move(thing), read_layer(archive, crs));
    }
    require(archive.done());
  } catch (const DamagedImage&) {
    return std::nullopt;
  } catch (const Error&) {  // what no definition allows
    return std::nullopt;
  }
  return result;
}

}  // namespace jingwei
