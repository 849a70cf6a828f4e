#include "io/package_rows.hpp"

#include <bit>
#include <cstring>

#include "base/error.hpp"
#include "io/bulk_insert.hpp"
#include "io/fields.hpp"
#include "io/package_index.hpp"
#include "io/packed_index.hpp"

namespace jingwei {
namespace {

constexpr std::size_t rows_between_checks = 4096;

/// A geometry as GeoPackage stores it (OGC 12-128r14, 2.1.3): header, envelope (points have none), WKB.
class GeometryBlob {
 public:
  explicit GeometryBlob(std::int32_t srs_id) : m_srs_id(srs_id) {}

  const std::vector<std::uint8_t>& of(Wkb wkb, const Envelope& envelope, TableGeometry type) {
    static_assert(std::endian::native == std::endian::little);
    const bool point = type == TableGeometry::point;
    const std::uint8_t flags = point ? 0b001 : 0b011;  // little-endian; four bounds
    m_bytes.assign({'G', 'P', 0, flags});
    put(m_srs_id);
    if (!point)
      for (const double bound : {envelope.min_x, envelope.max_x, envelope.min_y, envelope.max_y}) put(bound);
    m_bytes.insert(m_bytes.end(), wkb.begin(), wkb.end());
    return m_bytes;
  }

 private:
  template <class Number>
  void put(Number number) {
    const std::size_t at = m_bytes.size();
    m_bytes.resize(at + sizeof(Number));
    std::memcpy(m_bytes.data() + at, &number, sizeof(Number));
  }

  std::int32_t m_srs_id;
  std::vector<std::uint8_t> m_bytes;
};

void bind_value(Statement& insert, int parameter, const Column& column, std::size_t row) {
  if (column.is_null(row)) {
    insert.bind_null(parameter);
    return;
  }
  switch (column.type()) {
    case FieldType::boolean:
    case FieldType::integer:
      insert.bind(parameter, column.integer(row));
      return;
    case FieldType::real:
      insert.bind_real(parameter, column.number(row));
      return;
    case FieldType::date:
      if (is_date(column.text(row)))
        insert.bind_lasting(parameter, column.text(row));
      else
        insert.bind_null(parameter);
      return;
    case FieldType::text:
      insert.bind_lasting(parameter, column.text(row));
      return;
  }
}

std::vector<std::string> columns_of(const Table& table) {
  std::vector<std::string> names{sql_name("fid")};
  if (table.spatial()) names.push_back(sql_name("geom"));
  for (const TableColumn& column : table.columns) names.push_back(sql_name(column.name));
  return names;
}

std::int32_t srs_of(Database& package, const Table& table) {
  Statement found = package.prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?1");
  return found.bind(1, table.name).step() ? static_cast<std::int32_t>(found.integer(0)) : 0;
}

/// Of the rows that have a geometry.
struct Placed {
  std::vector<IndexCell> cells;
  Envelope extent;
};

Placed insert_table(Database& package, const Table& table, Context& context) {
  std::vector<const Column*> columns;
  for (const TableColumn& column : table.columns)
    columns.push_back(&(*table.layer)[table.layer->fields()[column.source].name]);
  const std::vector<std::string> names = columns_of(table);
  const int width = static_cast<int>(names.size());
  const std::size_t lasting = rows_at_once(width);
  std::vector<GeometryBlob> blobs;
  if (table.spatial()) blobs.assign(lasting, GeometryBlob(srs_of(package, table)));
  Placed placed;
  insert_rows(package, format("{}({})", sql_name(table.name), join(names)), width, table.rows.size(),
              [&](Statement& insert, int parameter, std::size_t i) {
                if (i % rows_between_checks == 0) context.check_cancelled();
                const auto fid = static_cast<std::int64_t>(i + 1);
                const std::uint32_t row = table.rows[i];
                insert.bind(parameter++, fid);
                if (table.spatial()) {
                  const std::vector<std::uint8_t> wkb = table.geometry_of(row);
                  if (wkb.empty()) {
                    insert.bind_null(parameter++);
                  } else {
                    const Envelope envelope = envelope_of(wkb);
                    placed.cells.push_back(index_cell(fid, envelope));
                    placed.extent.expand(envelope);
                    insert.bind_blob(parameter++, blobs[i % lasting].of(wkb, envelope, table.geometry));
                  }
                }
                for (const Column* column : columns) bind_value(insert, parameter++, *column, row);
              });
  context.advance(table.rows.size());
  return placed;
}

/// GDAL's triggers, which count rows one by one, are set aside while many are written; the statements that
/// make them again.
std::vector<std::string> set_triggers_aside(Database& package, const Table& table) {
  std::vector<std::string> names, statements;
  {
    Statement triggers = package.prepare(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?1)");
    triggers.bind(1, table.name);
    while (triggers.step()) {
      names.push_back(triggers.text(0));
      statements.push_back(triggers.text(1));
    }
  }
  for (const std::string& name : names) package.run(format("DROP TRIGGER {}", sql_name(name)));
  return statements;
}

void write_count(Database& package, const Table& table) {
  if (!package.has_table("gpkg_ogr_contents")) return;  // in files that GDAL did not make
  package.prepare("UPDATE gpkg_ogr_contents SET feature_count = ?1 WHERE lower(table_name) = lower(?2)")
      .bind(1, static_cast<std::int64_t>(table.rows.size()))
      .bind(2, table.name)
      .run();
}

void write_extent(Database& package, const Table& table, const Envelope& extent) {
  if (extent.empty()) return;
  package
      .prepare(
          "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4 WHERE table_name = ?5")
      .bind_real(1, extent.min_x)
      .bind_real(2, extent.min_y)
      .bind_real(3, extent.max_x)
      .bind_real(4, extent.max_y)
      .bind(5, table.name)
      .run();
}

}  // namespace

void write_package_rows(Database& package, const Table& table, Context& context) {
  const std::vector<std::string> triggers = set_triggers_aside(package, table);
  const Placed placed = insert_table(package, table, context);
  if (table.spatial()) {
    write_package_index(package, table, placed.cells);
    write_extent(package, table, placed.extent);
  }
  write_count(package, table);
  for (const std::string& trigger : triggers) package.run(trigger);
}

}  // namespace jingwei
