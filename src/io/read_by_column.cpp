#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

#include "io/fields.hpp"
#include "io/plain_wkb.hpp"
#include "io/read_vector.hpp"
#include "io/sqlite.hpp"
#include "io/streamed_field.hpp"

namespace jingwei {
namespace {

constexpr int rows_of_batch = 4096;  // few enough for the cache, and for heavy geometries within Arrow's 2 GB

/// The layer whose stream is read. A GeoPackage's table is read by a query that names its columns, the id
/// among them: the stream of the table itself hands rows between threads in a way that can mix them up (GDAL
/// 3.6 to 3.11), has no geometry without another field (3.6.2) and no more than 125 columns (up to 3.8).
class StreamedLayer {
 public:
  StreamedLayer(const OpenedSource& opened, const std::vector<std::string>& columns)
      : m_dataset(*opened.dataset), m_layer(opened.layer) {
    if (opened.driver != "GPKG") return;
    std::string query;
    for (const std::string& column : columns) query += (query.empty() ? "SELECT " : ", ") + column;
    query += " FROM " + sql_name(opened.layer_name);
    m_layer = m_query = m_dataset.ExecuteSQL(query.c_str(), nullptr, nullptr);
  }
  ~StreamedLayer() {
    if (m_query != nullptr) m_dataset.ReleaseResultSet(m_query);
  }
  StreamedLayer(const StreamedLayer&) = delete;
  StreamedLayer& operator=(const StreamedLayer&) = delete;

  OGRLayer* get() const { return m_layer; }

 private:
  GDALDataset& m_dataset;
  OGRLayer* m_layer;
  OGRLayer* m_query = nullptr;
};

class ColumnReader {
 public:
  ColumnReader(const VectorPlan& plan, Context& context)
      : m_plan(plan), m_context(context), m_layer(*plan.opened.layer), m_raw(plan.start) {}

  std::optional<RawLayer> read() {
    if (!find_fields()) return std::nullopt;
    std::vector<std::string> columns;
    for (const Part& part : m_parts) columns.push_back(part.field.selected());
    if (m_raw.geometry) columns.push_back(sql_name(m_layer.GetGeometryColumn()));
    if (columns.empty()) return std::nullopt;

    const GdalErrors errors;
    const StreamedLayer streamed(m_plan.opened, columns);
    if (streamed.get() == nullptr) return std::nullopt;
    streamed.get()->ResetReading();
    ArrowStream stream(*streamed.get(), rows_of_batch);
    if (!stream.valid() || !find_places(*streamed.get(), stream)) return std::nullopt;
    while (stream.next()) {
      m_context.check_cancelled();
      if (!append(stream)) return std::nullopt;
    }
    if (errors.failed()) return std::nullopt;
    return std::move(m_raw);
  }

 private:
  static constexpr std::size_t only_filter = static_cast<std::size_t>(-1);

  /// A field that is read for the layer, for its filter, or for both.
  struct Part {
    StreamedField field;
    std::size_t column = only_filter;  ///< of the RawLayer
    int of_filter = -1;                ///< the number of the field, where the filter looks at it
    int place = -1;                    ///< in the stream
  };

  /// False where a field cannot be read by column.
  bool find_fields() {
    std::vector<std::string> of_filter;
    if (m_plan.filter) of_filter = m_plan.filter->used_fields();
    for (std::size_t i = 0; i < m_plan.fields.size(); ++i) {
      const auto& [field, type, asked_for] = m_plan.fields[i];
      const std::string& name = m_raw.fields[i].name;
      const bool used = field != VectorPlan::feature_id && std::erase(of_filter, name) > 0;
      if (!asked_for && !used) continue;
      const std::optional<StreamedField> streamed =
          field == VectorPlan::feature_id
              ? StreamedField::of_id(name)
              : StreamedField::of(*m_layer.GetLayerDefn()->GetFieldDefn(field), type, m_plan.opened.driver);
      if (!streamed) return false;
      m_parts.push_back({*streamed, asked_for ? i : only_filter, used ? field : -1});
    }
    return of_filter.empty();  // else it asks for the id, or for what GDAL makes of the geometry
  }

  bool find_places(OGRLayer& streamed, const ArrowStream& stream) {
    for (Part& part : m_parts) {
      part.place = stream.find(part.field.name());
      if (part.place < 0 || stream.format(part.place) != part.field.format()) return false;
    }
    if (!m_raw.geometry) return true;
    if (streamed.GetLayerDefn()->GetGeomFieldCount() != 1) return false;
    const std::string name = m_layer.GetGeometryColumn();
    m_geometry = stream.find(name.empty() ? "wkb_geometry" : name);
    return m_geometry >= 0 && stream.format(m_geometry) == "z";
  }

  /// False where only features can tell what is there.
  bool append(const ArrowStream& batch) {
    const auto rows = selected(batch);
    if (!rows) return false;
    require_few_features(m_raw.rows + rows->size(), m_plan.request);
    for (const Part& part : m_parts)
      if (part.column != only_filter && !append_values(part, batch.column(part.place), *rows)) return false;
    if (m_raw.geometry && !append_geometry(batch.column(m_geometry), *rows)) return false;
    m_raw.rows += rows->size();
    return true;
  }

  /// The rows of the batch that pass the filter.
  std::optional<std::vector<std::uint32_t>> selected(const ArrowStream& batch) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
      if (m_plan.filter && !fill_feature(batch, row)) return std::nullopt;
      if (!m_plan.filter || m_plan.filter->matches(*m_feature)) rows.push_back(row);
    }
    return rows;
  }

  bool fill_feature(const ArrowStream& batch, std::uint32_t row) {
    if (!m_feature) m_feature.emplace(m_layer.GetLayerDefn());
    for (const Part& part : m_parts) {
      if (part.of_filter < 0) continue;
      const std::optional<Value> value = part.field.value(batch.column(part.place), row);
      if (!value) return false;
      set_value(*m_feature, part.of_filter, *value);
    }
    return true;
  }

  bool append_values(const Part& part, const ArrowColumn& from, const std::vector<std::uint32_t>& rows) {
    Column& column = m_raw.columns[part.column];
    for (const std::uint32_t row : rows) {
      const std::optional<Value> value = part.field.value(from, row);
      if (!value) return false;
      column.append(*value);
    }
    return true;
  }

  bool append_geometry(const ArrowColumn& from, const std::vector<std::uint32_t>& rows) {
    for (const std::uint32_t row : rows) {
      const Wkb wkb = from.is_null(row) ? Wkb() : from.bytes(row);
      if (wkb.empty() || is_plain(wkb)) {
        m_raw.geometry->append(wkb);
        continue;
      }
      OGRGeometry* geometry = nullptr;
      if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size()) != OGRERR_NONE)
        return false;
      m_raw.geometry->append(plain_wkb(std::unique_ptr<OGRGeometry>(geometry)));
    }
    return true;
  }

  const VectorPlan& m_plan;
  Context& m_context;
  OGRLayer& m_layer;
  RawLayer m_raw;
  std::vector<Part> m_parts;
  int m_geometry = -1;
  std::optional<OGRFeature> m_feature;  ///< that the filter sees, with the fields that it looks at
};

}  // namespace

std::optional<RawLayer> read_by_column(const VectorPlan& plan, Context& context) {
  const std::string& driver = plan.opened.driver;
  if (driver != "GPKG" && driver != "FlatGeobuf") return std::nullopt;
  // The stream of a file without features never ends (GDAL 3.6.2).
  if (driver == "FlatGeobuf" && plan.opened.layer->GetFeatureCount(FALSE) <= 0) return std::nullopt;
  return ColumnReader(plan, context).read();
}

}  // namespace jingwei
