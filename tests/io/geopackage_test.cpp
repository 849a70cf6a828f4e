#include "io/geopackage.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "base/file.hpp"
#include "io/bulk_insert.hpp"
#include "io/fields.hpp"
#include "io/gdal.hpp"
#include "io/samples.hpp"
#include "io/sqlite.hpp"
#include "io/write_rows.hpp"

namespace jingwei {
namespace {

std::vector<std::string> all(const std::string& file, const std::string& sql) {
  Database package(file, Database::Mode::read);
  std::vector<std::string> rows;
  for (Statement query = package.prepare(sql); query.step();) {
    std::string row;
    for (int i = 0; i < query.columns(); ++i) row += (i > 0 ? "|" : "") + query.text(i);
    rows.push_back(row);
  }
  return rows;
}
std::string one(const std::string& file, const std::string& sql) {
  return all(file, sql).at(0);
}

/// GDAL's own writer, feature by feature.
void write_by_gdal(const std::string& file, const std::vector<Table>& tables) {
  register_drivers();
  const GdalErrors errors;
  Context context;
  Dataset dataset(
      GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  for (const Table& table : tables) {
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("IDENTIFIER", table.identifier.c_str());
    const Reference reference = table.spatial() ? reference_of(table.layer->crs()) : Reference();
    OGRLayer* layer =
        dataset->CreateLayer(table.name.c_str(), reference.get(),
                             static_cast<OGRwkbGeometryType>(ogr_type(table.geometry)), options.List());
    REQUIRE(layer != nullptr);
    create_fields(*layer, table, errors);
    const auto shape = [&](std::size_t i) {
      return table.spatial() ? table.geometry_of(table.rows[i]) : std::vector<std::uint8_t>{};
    };
    write_rows(*layer, table, shape, errors, context);
  }
  close_written(dataset, file);
}

/// More rows than one statement holds, some of them null or empty in every column.
Layer many_points(std::size_t count) {
  Layer layer("many", any_layer_definition(), albers());
  GeometryColumn geometry;
  Column number(FieldType::integer), share(FieldType::real), name(FieldType::text), day(FieldType::date),
      open(FieldType::boolean);
  for (std::size_t i = 0; i < count; ++i) {
    const auto x = static_cast<double>(i * 37 % 1009);
    if (i % 10 == 3)
      geometry.append_null();
    else if (i % 10 == 7)
      geometry.append(parse_wkt("POINT EMPTY"));
    else
      geometry.append(wkb_of(Point{x, static_cast<double>(i)}));
    number.append(i % 4 == 0 ? Value() : Value(static_cast<std::int64_t>(i) << 33));
    share.append(i % 5 == 0 ? Value() : Value(0.1 * static_cast<double>(i)));
    name.append(i % 6 == 0 ? Value() : Value(i % 6 == 1 ? std::string() : "名'\"" + std::to_string(i)));
    day.append(i % 3 == 0 ? Value() : Value(std::string(i % 3 == 1 ? "2026-02-28" : "no date")));
    open.append(i % 7 == 0 ? Value() : Value(i % 2 == 0));
  }
  layer.set_geometry(std::move(geometry));
  layer.add(Field{"number", FieldType::integer, {}, {}}, std::move(number));
  layer.add(Field{"share", FieldType::real, {}, {}}, std::move(share));
  layer.add(Field{"name", FieldType::text, {}, {}}, std::move(name));
  layer.add(Field{"day", FieldType::date, {}, {}}, std::move(day));
  layer.add(Field{"open", FieldType::boolean, {}, {}}, std::move(open));
  return layer;
}

std::vector<Table> tables_of(const Layer& layer) {
  const ProductLayer shown{&layer, {}, {}, true};
  return tables_of(std::span(&shown, 1));
}

OGRLayer& only_layer(GDALDataset& dataset) {
  return *dataset.GetLayer(0);
}

Dataset open_to_change(const std::string& file) {
  register_drivers();
  return Dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
}

}  // namespace

TEST_CASE("every table is what GDAL's own writer makes of it, to the byte of each value") {
  const Scratch scratch;
  const SampleLayers layers;
  const Layer many = many_points(rows_at_once(8) * 3 + 1);
  Product product = sample_product(layers);
  product.groups[0].layers.push_back({&many, {"多", "Many"}, {}, true});
  const std::vector<Table> tables = tables_of(product);
  Context context;
  const std::string ours = scratch.file("ours.gpkg"), theirs = scratch.file("theirs.gpkg");
  write_tables(ours, tables, context);
  write_by_gdal(theirs, tables);
  for (const Table& table : tables) {
    INFO(table.name);
    const std::string name = sql_name(table.name), literal = "'" + table.name + "'";
    std::string columns = "fid";
    if (table.spatial()) columns += ", hex(geom)";
    for (const TableColumn& column : table.columns)
      columns += format(", typeof({0}), {0}", sql_name(column.name));
    const std::string values = format("SELECT {} FROM {} ORDER BY fid", columns, name);
    CHECK(all(ours, values) == all(theirs, values));
    std::string escaped;
    for (const char c : table.name) escaped += c == '\'' ? std::string("''") : std::string(1, c);
    for (const std::string& sql :
         {format("SELECT sql FROM sqlite_master WHERE tbl_name = '{}' AND type = 'table'", escaped),
          format("SELECT name FROM sqlite_master WHERE tbl_name = '{}' ORDER BY name", escaped),
          format("SELECT seq FROM sqlite_sequence WHERE name = '{}'", escaped),
          format("SELECT coalesce(feature_count, 0) FROM gpkg_ogr_contents WHERE table_name = '{}'", escaped),
          format(
              "SELECT data_type, srs_id, round(min_x, 6), round(min_y, 6), round(max_x, 6), round(max_y, 6) "
              "FROM gpkg_contents WHERE table_name = '{}'",
              escaped),
          format("SELECT * FROM gpkg_extensions WHERE table_name = '{}'", escaped)})
      CHECK(all(ours, sql) == all(theirs, sql));
    if (!table.spatial()) continue;
    const std::string index = format("rtree_{}_geom", table.name);
    const std::string cells = format("SELECT * FROM {} ORDER BY id", sql_name(index));
    CHECK(all(ours, cells) == all(theirs, cells));
  }
  CHECK(scratch.names() == std::vector<std::string>{"ours.gpkg", "theirs.gpkg"});
}

TEST_CASE("rows without a shape have no entry in the index") {
  const Scratch scratch;
  const Layer many = many_points(1000);
  Context context;
  const std::string file = scratch.file("many.gpkg");
  write_tables(file, tables_of(many), context);
  CHECK(one(file, "SELECT count(*) FROM many") == "1000");
  CHECK(one(file, "SELECT count(*) FROM rtree_many_geom") == "800");
  CHECK(all(file, "SELECT id FROM rtree_many_geom JOIN many ON fid = id WHERE geom IS NULL").empty());
  CHECK(one(file, "SELECT rtreecheck('rtree_many_geom')") == "ok");
  CHECK(one(file, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("what others change in a package afterwards stays in its index and count") {
  const Scratch scratch;
  const Layer many = many_points(1000);
  Context context;
  const std::string file = scratch.file("many.gpkg");
  write_tables(file, tables_of(many), context);
  {
    Dataset dataset = open_to_change(file);
    OGRLayer& layer = only_layer(*dataset);
    CHECK(layer.TestCapability(OLCFastSpatialFilter) != 0);
    CHECK(layer.GetFeatureCount() == 1000);
    for (int i = 0; i < 100; ++i) {
      OGRFeature added(layer.GetLayerDefn());
      added.SetGeometryDirectly(new OGRPoint(-50000 - i, 7));
      REQUIRE(layer.CreateFeature(&added) == OGRERR_NONE);
    }
    for (GIntBig fid = 1; fid <= 300; ++fid) {
      const OGRFeatureUniquePtr feature(layer.GetFeature(fid));
      feature->SetGeometryDirectly(fid % 2 == 0 ? new OGRPoint(90000 + static_cast<double>(fid), 5)
                                                : nullptr);
      REQUIRE(layer.SetFeature(feature.get()) == OGRERR_NONE);
    }
    for (GIntBig fid = 301; fid <= 700; ++fid) REQUIRE(layer.DeleteFeature(fid) == OGRERR_NONE);
    close_written(dataset, file);
  }
  CHECK(one(file, "SELECT rtreecheck('rtree_many_geom')") == "ok");
  CHECK(one(file, "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'many'") == "700");
  CHECK(one(file, "SELECT count(*) FROM rtree_many_geom WHERE minx > 80000") == "150");
  CHECK(one(file, "SELECT count(*) FROM rtree_many_geom WHERE maxx < -40000") == "100");
  const auto with_shape = all(file, "SELECT fid FROM many WHERE geom IS NOT NULL ORDER BY fid");
  CHECK(all(file, "SELECT id FROM rtree_many_geom ORDER BY id") == with_shape);

  Dataset dataset = open_to_change(file);
  OGRLayer& layer = only_layer(*dataset);
  layer.SetSpatialFilterRect(89000, 0, 99000, 10);
  CHECK(layer.GetFeatureCount() == 150);
}

TEST_CASE("a file in which writes were logged ahead is left without its log") {
  const Scratch scratch;
  const Layer many = many_points(10);
  Context context;
  const std::string file = scratch.file("many.gpkg");
  write_tables(file, tables_of(many), context);
  {
    Database package(file, Database::Mode::write);
    package.run("PRAGMA journal_mode = WAL");
    package.close();
  }
  write_tables(file, tables_of(many), context);
  CHECK(one(file, "PRAGMA journal_mode") == "delete");
  CHECK(one(file, "SELECT count(*) FROM many") == "10");
  CHECK(scratch.names() == std::vector<std::string>{"many.gpkg"});
}

TEST_CASE("a package that does not count its rows is added to as well") {
  const Scratch scratch;
  const Layer many = many_points(10);
  Context context;
  const std::string file = scratch.file("many.gpkg");
  write_tables(file, tables_of(many), context);
  {
    Database package(file, Database::Mode::write);
    package.run("DROP TRIGGER trigger_insert_feature_count_many");
    package.run("DROP TRIGGER trigger_delete_feature_count_many; DROP TABLE gpkg_ogr_contents");
    package.close();
  }
  write_tables(file, tables_of(many), context);
  CHECK(one(file, "SELECT count(*) FROM many") == "10");
  CHECK(one(file, "SELECT rtreecheck('rtree_many_geom')") == "ok");
}

TEST_CASE("the extent is that of the shapes in the table, not of what other tables hold of a collection") {
  const Scratch scratch;
  Layer mixed("mixed", any_layer_definition(), albers());
  mixed.append(parse_wkt("GEOMETRYCOLLECTION(POINT(900 900),LINESTRING(0 0,10 20))"), {});
  Context context;
  const std::string file = scratch.file("mixed.gpkg");
  write_tables(file, tables_of(mixed), context);
  CHECK(all(file, "SELECT min_x, max_x, max_y FROM gpkg_contents ORDER BY max_x") ==
        std::vector<std::string>{"0.0|10.0|20.0", "900.0|900.0|900.0"});
}

}  // namespace jingwei
