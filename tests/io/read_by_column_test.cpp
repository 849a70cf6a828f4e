#include <algorithm>
#include <fstream>

#include "io/arrow_stream.hpp"
#include "io/read_vector.hpp"
#include "io/samples.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

/// Every type of field, with nulls, and every kind of geometry, one after the other, `rows` times over.
void write_sources(const Scratch& scratch, int rows) {
  const std::vector<std::string> geometries{"POINT (1 2)",
                                            "LINESTRING (0 0,3 4)",
                                            "POLYGON ((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 2,1 1))",
                                            "MULTIPOINT ((1 1),(2 2))",
                                            "MULTILINESTRING ((0 0,1 1),(5 5,6 7,8 8))",
                                            "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
                                            "",
                                            "POINT EMPTY",
                                            "POLYGON EMPTY",
                                            "MULTIPOLYGON EMPTY",
                                            "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))",
                                            "GEOMETRYCOLLECTION EMPTY",
                                            "POINT Z (1 2 3)",
                                            "LINESTRING M (0 0 7,1 1 8)",
                                            "POLYGON ZM ((0 0 1 2,9 0 1 2,9 9 1 2,0 0 1 2))",
                                            "CIRCULARSTRING (0 0,1 1,2 0)",
                                            "CURVEPOLYGON (CIRCULARSTRING (0 0,2 0,2 2,0 2,0 0))",
                                            "COMPOUNDCURVE ((0 0,1 0),CIRCULARSTRING (1 0,2 1,3 0))",
                                            "TIN (((0 0,1 0,0 1,0 0)))"};
  std::ofstream csv(scratch.file("values.csv"));
  csv << "整数,large,real,text,day,yes,WKT\n";
  for (int row = 0; row < rows; ++row) {
    const auto or_null = [&](int every, const std::string& value) {
      return row % every == 0 ? std::string() : value;
    };
    csv << or_null(3, std::to_string(row - 50)) << ',' << or_null(4, std::to_string(9007199254740993 - row))
        << ',' << or_null(5, std::to_string(row) + ".1") << ','
        << or_null(6, "名称 '" + std::to_string(row % 40) + "' and more than fits into a small string") << ','
        << or_null(7, row % 2 == 0 ? "1969-12-31" : "2026-02-28") << ','
        << or_null(8, std::to_string(row % 2)) << ",\""
        << geometries[static_cast<std::size_t>(row) % geometries.size()] << "\"\n";
  }
  std::ofstream(scratch.file("values.csvt")) << "Integer,Integer64,Real,String,Date,Integer(Boolean),WKT\n";
}

std::string geopackage(const Scratch& scratch, const std::string& options = {}) {
  const std::string file = scratch.file("值.gpkg");
  convert(
      "-f GPKG -a_srs EPSG:4547 -nln '层 \"1\"' -nlt GEOMETRY -lco SPATIAL_INDEX=NO -lco GEOMETRY_NAME=geom "
      "-oo KEEP_GEOM_COLUMNS=NO " +
      options + " '" + file + "' '" + scratch.file("values.csv") + "'");
  return file;
}

struct Read {
  std::optional<RawLayer> by_column;
  RawLayer by_feature;
};

Read read_both(const ReadRequest& request) {
  Context context;
  const OpenedSource opened = open_source(request.source);
  const VectorPlan plan = plan_vector(opened, request);
  return {read_by_column(plan, context), read_by_feature(plan, context)};
}

ReadRequest request_of(const std::string& file, const std::string& filter = {}) {
  ReadRequest request;
  request.source.file = file;
  request.filter = filter;
  return request;
}

std::function<bool(const std::string&)> only(const std::vector<std::string>& names) {
  return [names](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
}

void require_equal(const RawLayer& a, const RawLayer& b) {
  REQUIRE(a.rows == b.rows);
  REQUIRE(a.fields.size() == b.fields.size());
  for (std::size_t i = 0; i < a.fields.size(); ++i) {
    INFO(a.fields[i].name);
    REQUIRE(a.fields[i].name == b.fields[i].name);
    REQUIRE(a.columns[i].type() == b.columns[i].type());
    REQUIRE(a.columns[i].size() == b.columns[i].size());
    for (std::size_t row = 0; row < a.columns[i].size(); ++row) {
      INFO(row);
      REQUIRE(a.columns[i].value(row) == b.columns[i].value(row));
    }
  }
  REQUIRE(a.geometry.has_value() == b.geometry.has_value());
  for (std::size_t row = 0; a.geometry && row < a.rows; ++row) {
    INFO(row);
    const Wkb one = a.geometry->wkb(row), other = b.geometry->wkb(row);
    REQUIRE(std::equal(one.begin(), one.end(), other.begin(), other.end()));
    REQUIRE(a.geometry->envelope(row) == b.geometry->envelope(row));
  }
}

/// That both ways are gone, and tell the same. Returns how many rows there are.
std::size_t require_same(const ReadRequest& request) {
  const Read read = read_both(request);
  INFO(request.source.text() << " " << request.filter);
  REQUIRE(read.by_column);
  require_equal(*read.by_column, read.by_feature);
  return read.by_feature.rows;
}

/// That the layer is left to the features.
void require_by_feature(const ReadRequest& request) {
  const Read read = read_both(request);
  CHECK_FALSE(read.by_column);
  Context context;
  require_equal(read_layer(request, context), read.by_feature);
}

}  // namespace

TEST_CASE("by column and by feature are the same, whatever the types and geometries") {
  const Scratch scratch;
  write_sources(scratch, 9000);  // several batches
  const std::string file = geopackage(scratch);
  CHECK(require_same(request_of(file)) == 9000);
  Context context;
  const RawLayer raw = read_layer(request_of(file), context);
  CHECK(column(raw, "fid").integer(1) == 2);
  CHECK(column(raw, "large").integer(1) == 9007199254740992);
  CHECK(column(raw, "day").text(2) == "1969-12-31");
  CHECK(column(raw, "yes").boolean(1));
  CHECK(column(raw, "整数").is_null(3));
  CHECK(to_wkt(raw.geometry->wkb(12), 0) == "POINT (1 2)");
  CHECK(raw.geometry->is_null(6));

  const std::string flat = scratch.file("flat.fgb");
  convert(
      "-f FlatGeobuf -select 整数,large,real,text,yes -nlt GEOMETRY -a_srs EPSG:4547 -lco SPATIAL_INDEX=NO "
      "'" +
      flat + "' '" + scratch.file("values.csv") + "'");
  require_by_feature(request_of(flat));   // for its booleans
  ReadRequest others = request_of(flat);  // which keeps no empty geometries
  others.wanted = only({"整数", "large", "real", "text"});
  CHECK(require_same(others) == 6630);
}

TEST_CASE("filters mean the same by column and by feature") {
  const Scratch scratch;
  write_sources(scratch, 200);
  const std::string file = geopackage(scratch);
  for (const char* filter :
       {"整数 > 10", "large IS NULL", "real BETWEEN 20 AND 60.1", "text LIKE '%3'' AND%'",
        "TEXT LIKE '名称%'", "yes = 1", "yes IS NULL OR 整数 = -48",
        "text = '名称 ''7'' AND MORE than fits into a small string'", "整数 IN (1, 2, 3)", "NOT (real > 5)",
        "整数 < -1000", "整数 * 2 + real > 30", "day IS NULL"})
    require_same(request_of(file, filter));
  CHECK(require_same(request_of(file, "text = '名称 ''7'' AND MORE than fits into a small string'")) == 5);
  for (const char* filter : {"fid > 190", "OGR_GEOMETRY = 'POINT'"})
    require_by_feature(request_of(file, filter));
  ReadRequest few = request_of(file, "整数 > 10");
  few.wanted = only({"text"});
  require_same(few);
}

TEST_CASE("fields that are not asked for stay empty, and are named") {
  const Scratch scratch;
  write_sources(scratch, 100);
  ReadRequest request = request_of(geopackage(scratch), "整数 > 0");
  request.wanted = only({"text", "no such field"});
  const Read read = read_both(request);
  REQUIRE(read.by_column);
  require_equal(*read.by_column, read.by_feature);
  CHECK(read.by_feature.fields.size() == 7);
  CHECK(column(read.by_feature, "text").size() == read.by_feature.rows);
  CHECK(column(read.by_feature, "整数").size() == 0);
  CHECK(column(read.by_feature, "fid").size() == 0);
  request.filter.clear();
  request.wanted = only({});
  CHECK(require_same(request) == 100);  // geometry alone, of which GDAL 3.6.2 streams nothing by itself
}

TEST_CASE("what columns do not tell in full is read by feature") {
  const Scratch scratch;
  std::ofstream(scratch.file("times.csv"))
      << "id,at,clock,short,narrow\n"
         "1,,10:00:00,70000,0.1\n2,2026-01-31T10:00:00+08:00,,,\n3,2026-01-31T10:00:00.25Z,,,\n";
  std::ofstream(scratch.file("times.csvt")) << "Integer,DateTime,Time,Integer(Int16),Real(Float32)\n";
  const std::string file = scratch.file("times.gpkg");
  convert("-f GPKG '" + file + "' '" + scratch.file("times.csv") + "'");
  for (const char* field : {"short", "narrow"}) {
    ReadRequest request = request_of(file);
    request.wanted = only({field});
    INFO(field);
    require_by_feature(request);
  }
  ReadRequest request = request_of(file);
  request.wanted = only({"id", "at", "clock"});
  CHECK(require_same(request) == 3);
  Context context;
  CHECK(column(read_layer(request, context), "at").text(1) == "2026/01/31 10:00:00+08");
}

TEST_CASE("many columns, ids with gaps, views and rows changed by other programs") {
  const Scratch scratch;
  std::ofstream wide(scratch.file("values.csv"));
  for (int i = 0; i < 300; ++i) wide << "c" << i << ',';
  wide << "WKT\n";
  for (int row = 0; row < 40; ++row) {
    for (int i = 0; i < 300; ++i) wide << row * i << ',';
    wide << "POINT(" << row << " 1)\n";
  }
  wide.close();
  const std::string file = geopackage(scratch, "-lco FID=编号 -oo AUTODETECT_TYPE=YES");
  CHECK(require_same(request_of(file)) == 40);
  {
    Database package(file, Database::Mode::write);
    package.run(R"(DELETE FROM "层 ""1""" WHERE c1 % 3 = 1; UPDATE "层 ""1""" SET 编号 = 编号 * 1000000007;
      ALTER TABLE "层 ""1""" ADD COLUMN bytes BLOB; UPDATE "层 ""1""" SET bytes = x'0001';
      UPDATE "层 ""1""" SET c2 = 'no number' WHERE c1 = 2; UPDATE "层 ""1""" SET c2 = 7.9 WHERE c1 = 3;
      UPDATE "层 ""1""" SET geom = NULL WHERE c1 = 0;)");
  }
  CHECK(require_same(request_of(file)) == 27);
  Context context;
  const RawLayer raw = read_layer(request_of(file), context);
  CHECK(column(raw, "编号").integer(1) == 3LL * 1000000007);
  {
    Database package(file, Database::Mode::write);
    package.run(R"(CREATE VIEW 视图 AS SELECT 编号, c1, geom FROM "层 ""1""" WHERE c1 > 5;
      INSERT INTO gpkg_contents(table_name, identifier, data_type, srs_id) VALUES('视图', '视图', 'features', 4547);
      INSERT INTO gpkg_geometry_columns VALUES('视图', 'geom', 'GEOMETRY', 4547, 0, 0);)");
  }
  ReadRequest request = request_of(file);
  request.source.layer = "视图";
  const Read read = read_both(request);
  CHECK(read.by_feature.rows == 23);
  require_equal(read_layer(request, context), read.by_feature);
}

TEST_CASE("no rows, no geometry and big-endian geometry") {
  const Scratch scratch;
  write_sources(scratch, 20);
  const std::string file = geopackage(scratch);
  {
    Database package(file, Database::Mode::write);
    // little-endian header of GeoPackage (no envelope), big-endian POINT (1 2)
    package.run(
        R"(UPDATE "层 ""1""" SET geom = x'47500001C3110000' || x'00000000013FF00000000000004000000000000000';)");
  }
  CHECK(require_same(request_of(file)) == 20);
  Context context;
  CHECK(to_wkt(read_layer(request_of(file), context).geometry->wkb(3), 0) == "POINT (1 2)");
  {
    Database package(file, Database::Mode::write);
    package.run(R"(DELETE FROM "层 ""1""")");
  }
  require_by_feature(request_of(file));

  const std::string table = scratch.file("table.gpkg"), flat = scratch.file("none.fgb");
  convert("-f GPKG -nlt NONE '" + table + "' '" + scratch.file("values.csv") + "'");
  CHECK(require_same(request_of(table)) == 20);
  convert("-f FlatGeobuf -where '1=0' -nlt POINT -a_srs EPSG:4547 '" + flat + "' '" +
          scratch.file("values.csv") + "'");
  ReadRequest empty = request_of(flat);
  empty.wanted = only({"text"});
  require_by_feature(empty);
  CHECK(read_layer(request_of(flat), context).rows == 0);
}

TEST_CASE("damaged data are told of as features tell it") {
  const Scratch scratch;
  write_sources(scratch, 20);
  const std::string file = geopackage(scratch);
  const auto damage = [&](const std::string& sql) {
    Database package(file, Database::Mode::write);
    package.run(sql);
  };
  const auto outcome = [&](const auto& read) -> std::string {
    Context context;
    try {
      const OpenedSource opened = open_source({file, {}});
      const ReadRequest request = request_of(file);
      return format("{} rows", read(plan_vector(opened, request), context).rows);
    } catch (const Error& wrong) {
      return wrong.message().en;
    }
  };
  const auto whole = [](const VectorPlan& plan, Context& context) {
    return read_vector(plan.opened, plan.request, context);
  };
  SECTION("geometry that ends too early") {
    damage(R"(UPDATE "层 ""1""" SET geom = substr(geom, 1, length(geom) - 4) WHERE fid = 3)");
    CHECK(outcome(whole) == outcome(read_by_feature));
  }
  SECTION("geometry that is none") {
    damage(R"(UPDATE "层 ""1""" SET geom = x'00' WHERE fid = 3)");
    CHECK(outcome(whole) == outcome(read_by_feature));
  }
  SECTION("text that is not UTF-8") {
    damage(R"(UPDATE "层 ""1""" SET text = CAST(x'B1B1BEA9' AS TEXT) WHERE fid = 3)");
    CHECK(outcome(whole) == outcome(read_by_feature));
    CHECK(contains(outcome(whole), "feature 3"));
  }
  SECTION("dates that are none") {
    damage(
        R"(UPDATE "层 ""1""" SET day = '2026-02-31' WHERE fid = 3; UPDATE "层 ""1""" SET day = 'x' WHERE fid = 4;
      UPDATE "层 ""1""" SET day = '0001-01-01' WHERE fid = 5;  UPDATE "层 ""1""" SET day = '2026-01-01T10:00:00Z' WHERE fid = 6)");
    require_by_feature(request_of(file));
  }
  SECTION("more features than the limit") {
    Context context;
    ReadRequest request = request_of(file, "整数 > -1000");
    request.most_features = 12;
    error_of(ErrorKind::limit, [&] { read_layer(request, context); });
    request.most_features = 13;
    CHECK(read_layer(request, context).rows == 13);
  }
}

}  // namespace jingwei
