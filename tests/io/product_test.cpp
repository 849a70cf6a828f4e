#include "io/product.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>

#include "base/file.hpp"
#include "io/content_hash.hpp"
#include "io/read.hpp"
#include "io/samples.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

std::string one(Database& database, const std::string& sql) {
  auto query = database.prepare(sql);
  return query.step() ? query.text(0) : "(no row)";
}

std::vector<std::string> all(Database& database, const std::string& sql) {
  std::vector<std::string> rows;
  for (auto query = database.prepare(sql); query.step();) {
    std::string row;
    for (int i = 0; i < query.columns(); ++i) row += (i > 0 ? "|" : "") + query.text(i);
    rows.push_back(row);
  }
  return rows;
}

const std::string awkward = "裁剪 \"a'b\" <b>_x";

class SourceDate {
 public:
  explicit SourceDate(const char* seconds) { setenv("SOURCE_DATE_EPOCH", seconds, 1); }
  ~SourceDate() { unsetenv("SOURCE_DATE_EPOCH"); }
};

}  // namespace

TEST_CASE("a product is a whole GeoPackage with every part that QGIS reads") {
  const Scratch scratch;
  const SampleLayers layers;
  Context context;
  const WrittenProduct written = write_whole(sample_product(layers), scratch.folder(), context);
  CHECK(scratch.names() == std::vector<std::string>{"jing-jin.gpkg", "jing-jin.qgz"});
  CHECK(written.geopackage == scratch.file("jing-jin.gpkg"));
  CHECK(written.content_hash.size() == 64);
  CHECK(written.content_hash == content_hash(written.geopackage));

  Database package(written.geopackage, Database::Mode::read);
  CHECK(one(package, "PRAGMA application_id") == std::to_string(0x47504B47));
  CHECK(one(package, "PRAGMA user_version") == "10200");
  CHECK(one(package, "PRAGMA journal_mode") == "delete");
  CHECK(one(package, "PRAGMA integrity_check") == "ok");
  CHECK(all(package, "PRAGMA foreign_key_check").empty());

  SECTION("tables, their types and counts") {
    CHECK(all(package,
              "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns ORDER BY table_name") ==
          std::vector<std::string>{"accessibility_origins|POINT", "coverage_by_unit|MULTIPOLYGON",
                                   "issues|POINT", "issues_lines|MULTILINESTRING",
                                   "issues_polygons|MULTIPOLYGON", "parks|MULTIPOLYGON", "stations|POINT",
                                   "trunk_lines|MULTILINESTRING", awkward + "|MULTIPOINT"});
    CHECK(one(package, "SELECT count(*) FROM transfers") == "1");
    CHECK(one(package, "SELECT count(*) FROM parks") == "0");
    CHECK(one(package, "SELECT group_concat(issue_id) FROM issues") == "1,3");  // what lies nowhere is kept
    CHECK(one(package, "SELECT issue_id FROM issues_lines") == "2");
    CHECK(one(package, "SELECT geom IS NULL FROM stations WHERE station_id = 'S3'") == "1");
    CHECK(one(package, "SELECT name_zh FROM stations WHERE fid = 2") == "雄安站'); DROP TABLE stations; --");
    CHECK(one(package, "SELECT count(DISTINCT identifier) = count(*) FROM gpkg_contents") == "1");
    CHECK(one(package, "SELECT identifier FROM gpkg_contents WHERE table_name = 'stations'") ==
          "站场 Stations");
  }
  SECTION("every geometry is of the declared type") {
    for (const std::string& row :
         all(package, "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns ORDER BY rowid")) {
      const std::string table = row.substr(0, row.rfind('|'));
      const std::string type = row.substr(row.rfind('|') + 1);
      const int code = type == "POINT" ? 1 : type == "MULTIPOINT" ? 4 : type == "MULTILINESTRING" ? 5 : 6;
      for (auto query = package.prepare("SELECT geom FROM " + sql_name(table) + " WHERE geom IS NOT NULL");
           query.step();) {
        const std::string blob = query.text(0);
        const int envelope = (blob[3] >> 1 & 7) == 0 ? 0 : 32;
        CHECK(static_cast<int>(blob.at(static_cast<std::size_t>(8 + envelope + 1))) == code);
      }
    }
  }
  SECTION("every geometry column has a sound index") {
    for (const std::string& table :
         all(package, "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"))
      CHECK(one(package, "SELECT rtreecheck(" + sql_name("rtree_" + table + "_geom") + ")") == "ok");
    CHECK(one(package, "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'") ==
          "9");
    CHECK(one(package, "SELECT count(*) FROM rtree_stations_geom") == "2");
  }
  SECTION("awkward field names are kept apart, and titled by what they were") {
    CHECK(all(package, "SELECT name, type FROM pragma_table_info(" +
                           ("'" + std::string("裁剪 \"a''b\" <b>_x") + "'") + ")") ==
          std::vector<std::string>{"fid|INTEGER", "geom|MULTIPOINT", "confidence|TEXT",
                                   "geometry_confidence|TEXT", "synthetic|BOOLEAN", "fid_2|INTEGER",
                                   "GEOM_2|TEXT", "名称|TEXT", "Name|TEXT", "name_2|TEXT", "a\"b'c;--|REAL",
                                   "day|DATE", "big|INTEGER", "yes|BOOLEAN"});
    CHECK(one(package, "SELECT title FROM gpkg_data_columns WHERE column_name = 'name_2'") == "name");
    CHECK(one(package, "SELECT \"a\"\"b'c;--\" IS NULL FROM " + sql_name(awkward) + " WHERE fid = 2") == "1");
    CHECK(one(package, "SELECT big FROM " + sql_name(awkward) + " WHERE fid = 1") == "9007199254740993");
  }
  SECTION("columns have bilingual titles with units, and domains") {
    CHECK(one(package,
              "SELECT title FROM gpkg_data_columns WHERE table_name = 'coverage_by_unit' AND column_name = "
              "'people_covered_pct'") ==
          definition("coverage_by_unit").title_of("people_covered_pct").both() + " (%)");
    CHECK(contains(
        one(package, "SELECT title FROM gpkg_data_columns WHERE column_name = 'within_15_min_beds'"), "15"));
    CHECK(one(package,
              "SELECT k.description FROM gpkg_data_columns d JOIN gpkg_data_column_constraints k USING "
              "(constraint_name) WHERE table_name = 'stations' AND column_name = 'kind' AND value = 'hsr'") ==
          "高铁站 High-speed station");
    // confidence means the same in every layer
    CHECK(one(package,
              "SELECT count(DISTINCT constraint_name) FROM gpkg_data_columns WHERE column_name = "
              "'confidence'") == "1");
  }
  SECTION("one default style a layer, found by QGIS' rules") {
    CHECK(one(package,
              "SELECT count(*) FROM layer_styles WHERE useAsDefault = 1 AND f_table_schema = '' AND "
              "f_table_catalog = ''") == "10");
    CHECK(one(package,
              "SELECT count(*) FROM layer_styles s JOIN gpkg_geometry_columns g ON f_table_name = table_name "
              "AND f_geometry_column = column_name") == "9");
    CHECK(
        one(package, "SELECT f_geometry_column FROM layer_styles WHERE f_table_name = 'transfers'").empty());
    CHECK(one(package, "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'") ==
          "attributes");
    CHECK(one(package, "SELECT max(length(styleName)) <= 30 FROM layer_styles") == "1");
  }
  SECTION("metadata and lineage") {
    CHECK(one(package,
              "SELECT count(*) FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id "
              "WHERE reference_scope = 'table' AND mime_type = 'text/xml'") == "10");
    CHECK(contains(one(package, "SELECT metadata FROM gpkg_metadata WHERE mime_type = 'application/json'"),
                   "\"输入 stations\""));
  }
  SECTION("the project inside is the project beside") {
    const std::string zip = read_file(written.project);
    std::string hex;
    for (const char c : zip) hex += format("{:02x}", static_cast<unsigned char>(c));
    CHECK(one(package, "SELECT content FROM qgis_projects") == hex);
    CHECK(one(package, "SELECT typeof(content) FROM qgis_projects") == "text");
    CHECK(one(package, "SELECT name FROM qgis_projects") == "京津冀 <测试>");
  }
}

TEST_CASE("what is written is read back the same") {
  const Scratch scratch;
  const SampleLayers layers;
  Context context;
  const WrittenProduct written = write_whole(sample_product(layers), scratch.folder(), context);

  const RawLayer units =
      read_layer({{written.geopackage, "coverage_by_unit"}, {}, {}, {}, {}, {}, 0}, context);
  REQUIRE(units.rows == 2);
  CHECK(units.crs->same_as(albers()));
  CHECK(units.crs->name() == "China Albers CGCS2000 116E");
  for (std::uint32_t row = 0; row < 2; ++row) {
    const Wkb was = layers.by_unit.geometry().wkb(row);
    CHECK(to_wkt(to_multi(was)) == to_wkt(units.geometry->wkb(row)));
  }
  for (std::size_t i = 1; i < units.fields.size(); ++i) {  // the first is fid
    const Column& was = layers.by_unit[units.fields[i].name];
    CHECK(units.fields[i].type == was.type());
    for (std::size_t row = 0; row < 2; ++row) CHECK(units.columns[i].value(row) == was.value(row));
  }
  const RawLayer any = read_layer({{written.geopackage, awkward}, {}, {}, {}, {}, {}, 0}, context);
  REQUIRE(any.fields.size() == 13);
  CHECK(any.columns[10].value(0) == Value(std::string("2026-01-31")));
  CHECK(any.columns[11].value(0) == Value(std::int64_t{9007199254740993}));
  CHECK(any.columns[12].value(0) == Value(true));
  CHECK(any.columns[12].is_null(1));
}

TEST_CASE("equal products give equal bytes and hashes, whatever the threads; other values another hash") {
  const SourceDate date("1767225600");
  SampleLayers layers;
  const Scratch first, second, third;
  Context context, threads;
  threads.set_threads(7);
  const WrittenProduct a = write_whole(sample_product(layers), first.folder(), context);
  const WrittenProduct b = write_whole(sample_product(layers), second.folder(), threads);
  CHECK(a.content_hash == b.content_hash);
  CHECK(read_file(a.geopackage) == read_file(b.geopackage));
  CHECK(read_file(a.project) == read_file(b.project));
  Database package(a.geopackage, Database::Mode::read);
  CHECK(one(package, "SELECT max(last_change), min(last_change) FROM gpkg_contents") ==
        "2026-01-01T00:00:00.000Z");

  setenv("SOURCE_DATE_EPOCH", "1800000000", 1);
  CHECK(write_whole(sample_product(layers), second.folder(), context).content_hash == a.content_hash);
  layers.by_unit.column("people").set(0, 708830.0);
  CHECK(write_whole(sample_product(layers), third.folder(), context).content_hash != a.content_hash);
}

TEST_CASE("a failure leaves the old output and nothing else") {
  const Scratch scratch;
  SampleLayers layers;
  Context context;
  const WrittenProduct written = write_whole(sample_product(layers), scratch.folder(), context);
  const std::string before = read_file(written.geopackage);
  const auto untouched = [&] {
    CHECK(read_file(written.geopackage) == before);
    CHECK(scratch.names() == std::vector<std::string>{"jing-jin.gpkg", "jing-jin.qgz"});
  };

  SECTION("a cancel in the middle") {
    Cancellation cancellation;
    cancellation.request();
    struct : Progress {
      void begin(std::string_view, std::size_t) override {}
      void advance(std::size_t) override {}
      void end() override {}
    } progress;
    struct : Log {
      void write(LogLevel, std::string_view) override {}
    } log;
    Context cancelled(1, cancellation, progress, log);
    error_of(ErrorKind::cancelled, [&] { write_whole(sample_product(layers), scratch.folder(), cancelled); });
    untouched();
  }
  SECTION("another run holds the lock") {
    const std::string lock = scratch.file(".jing-jin.lock");
    const int descriptor = open(lock.c_str(), O_CREAT | O_RDWR, 0644);
    REQUIRE(flock(descriptor, LOCK_EX | LOCK_NB) == 0);
    CHECK(contains(
        error_of(ErrorKind::locked, [&] { write_whole(sample_product(layers), scratch.folder(), context); }),
        "another run"));
    close(descriptor);
    write_whole(sample_product(layers), scratch.folder(), context);  // an abandoned lock file is no lock
    CHECK(scratch.names() == std::vector<std::string>{"jing-jin.gpkg", "jing-jin.qgz"});
  }
  SECTION("another program has the old file open, with changes in its write-ahead log") {
    Database other(written.geopackage, Database::Mode::write);
    other.run("PRAGMA journal_mode = WAL");
    other.run("UPDATE gpkg_contents SET description = 'edited' WHERE table_name = 'stations'");
    CHECK(contains(
        error_of(ErrorKind::locked, [&] { write_whole(sample_product(layers), scratch.folder(), context); }),
        "QGIS"));
    other.run("PRAGMA journal_mode = DELETE");
    other.close();
    write_whole(sample_product(layers), scratch.folder(), context);
    CHECK(scratch.names() == std::vector<std::string>{"jing-jin.gpkg", "jing-jin.qgz"});
  }
  SECTION("temporaries of a killed run go, other hidden files stay") {
    std::ofstream(scratch.file(".jing-jin.gpkg.tmp-99.gpkg")) << "half";
    std::ofstream(scratch.file(".jing-jin.gpkg.tmp-99.gpkg-journal")) << "half";
    std::ofstream(scratch.file(".jing-jin-2.gpkg.tmp-99.gpkg")) << "another study's";
    write_whole(sample_product(layers), scratch.folder(), context);
    CHECK(scratch.names() ==
          std::vector<std::string>{".jing-jin-2.gpkg.tmp-99.gpkg", "jing-jin.gpkg", "jing-jin.qgz"});
  }
  SECTION("an output that is a symbolic link or a folder") {
    std::filesystem::create_symlink(written.geopackage, scratch.file("linked.gpkg"));
    CHECK(
        contains(error_of(ErrorKind::failed,
                          [&] { write_whole(sample_product(layers, "linked"), scratch.folder(), context); }),
                 "symbolic link"));
    std::filesystem::create_directory(scratch.file("folder.gpkg"));
    error_of(ErrorKind::failed,
             [&] { write_whole(sample_product(layers, "folder"), scratch.folder(), context); });
    std::filesystem::remove(scratch.file("linked.gpkg"));
    std::filesystem::remove(scratch.file("folder.gpkg"));
    untouched();
  }
  SECTION("a folder that is a file, and ids that are no file names") {
    CHECK(contains(error_of(ErrorKind::failed,
                            [&] { write_whole(sample_product(layers), written.geopackage, context); }),
                   "folder"));
    for (const char* id : {"", "../x", "a/b", ".hidden", "a\nb", "a|b"})
      error_of(ErrorKind::input, [&] { write_whole(sample_product(layers, id), scratch.folder(), context); });
    untouched();
  }
}

TEST_CASE("a product of tables alone, and one of nothing") {
  const Scratch scratch;
  const SampleLayers layers;
  Context context;
  Product product = sample_product(layers);
  product.groups = {{"inputs", {"输入", "Inputs"}, {{&layers.transfers, {"换乘", "Transfers"}, {}, true}}}};
  product.crs = Crs();
  const WrittenProduct tables = write_whole(product, scratch.folder(), context);
  CHECK(read_layer({{tables.geopackage, "transfers"}, {}, {}, {}, {}, {}, 0}, context).rows == 1);
  product.groups.clear();
  CHECK(std::filesystem::exists(write_whole(product, scratch.folder(), context).geopackage));
}

// Run by tests/qgis, which opens what this writes.
TEST_CASE("write the sample product into $JINGWEI_PRODUCT_FOLDER", "[.sample_product]") {
  const char* folder = std::getenv("JINGWEI_PRODUCT_FOLDER");
  REQUIRE(folder != nullptr);
  Context context;
  write_whole(sample_product(SampleLayers()), folder, context);
}

}  // namespace jingwei
