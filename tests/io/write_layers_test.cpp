
#include "base/file.hpp"
#include "io/product.hpp"
#include "io/read.hpp"
#include "io/samples.hpp"
#include "io/sqlite.hpp"

namespace jingwei {
namespace {

RawLayer read(const std::string& file, const std::string& layer = {}) {
  Context context;
  ReadRequest request;
  request.source = {file, layer};
  return read_layer(request, context);
}

ProductLayer shown(const Layer& layer) {
  return {&layer, layer.definition().title, layer.definition().description, true};
}

}  // namespace

TEST_CASE("single layers go into a GeoPackage beside what it holds, with style") {
  const Scratch scratch;
  SampleLayers layers;
  Context context;
  const std::string file = scratch.file("out.gpkg");
  write_layers({shown(layers.by_unit)}, file + ":覆盖", context);
  write_layers({shown(layers.stations)}, file, context);
  CHECK(read(file, "覆盖").rows == 2);
  CHECK(read(file, "stations").rows == 3);
  write_layers({shown(layers.origins)}, file + ":覆盖", context);
  CHECK(read(file, "覆盖").rows == 1);
  CHECK(read(file, "stations").rows == 3);
  CHECK(scratch.names() == std::vector<std::string>{"out.gpkg"});
  Database package(file, Database::Mode::read);
  auto styles = package.prepare("SELECT count(*), count(DISTINCT f_table_name) FROM layer_styles");
  REQUIRE(styles.step());
  CHECK(styles.integer(0) == 2);
  CHECK(styles.integer(1) == 2);
  auto check = package.prepare("PRAGMA foreign_key_check");
  CHECK_FALSE(check.step());
  auto titles = package.prepare(
      "SELECT count(*) FROM gpkg_data_columns WHERE table_name = '覆盖' AND column_name = "
      "'people_covered'");
  REQUIRE(titles.step());
  CHECK(titles.integer(0) == 0);
}

TEST_CASE("several layers go to tables or files named for what tells them apart") {
  const Scratch scratch;
  SampleLayers layers;
  Context context;
  Layer gaps("coverage_gaps", definition("coverage_gaps"), albers());
  gaps.append(parse_wkt("POINT(0 0)"), {{"cell_id", std::string("C9")}, {"people", 3.0}});
  write_layers({shown(layers.by_unit), shown(gaps)}, scratch.file("c.geojson"), context);
  write_layers({shown(layers.by_unit), shown(gaps)}, scratch.file("c.gpkg:run"), context);
  CHECK(scratch.names() == std::vector<std::string>{"c.gpkg", "c_by_unit.geojson", "c_gaps.geojson"});
  CHECK(read(scratch.file("c.gpkg"), "run_gaps").rows == 1);
  CHECK(read(scratch.file("c.gpkg"), "run_by_unit").rows == 2);
  const RawLayer degrees = read(scratch.file("c_gaps.geojson"));
  CHECK(degrees.crs->same_as(Crs::parse("EPSG:4326")));
  CHECK(to_wkt(degrees.geometry->wkb(0), 6) == to_wkt(parse_wkt("POINT(116 39)"), 6));
}

TEST_CASE("other formats hold the same rows") {
  const Scratch scratch;
  SampleLayers layers;
  Context context;
  for (const char* name : {"o.fgb", "o.geojson", "o.csv", "o.xlsx"}) {
    write_layers({shown(layers.origins)}, scratch.file(name), context);
    INFO(name);
    const std::string file = scratch.file(name);
    ReadRequest request;
    request.source.file = file;
    const RawLayer raw = read_layer(request, context);
    REQUIRE(raw.rows == 1);
    for (std::size_t i = 0; i < raw.fields.size(); ++i) {
      if (raw.fields[i].name == "cell_id") CHECK(raw.columns[i].as_text(0) == "C1");
      if (raw.fields[i].name == "people") CHECK(raw.columns[i].number(0) == 120.5);
    }
  }
  CHECK(read_file(scratch.file("o.csv")).starts_with("\xEF\xBB\xBFX,Y,cell_id"));
  CHECK(read(scratch.file("o.fgb")).crs->same_as(albers()));
  CHECK(contains(error_of(ErrorKind::input,
                          [&] { write_layers({shown(layers.origins)}, scratch.file("o.shp"), context); }),
                 ".gpkg"));
}

TEST_CASE("a table has no columns for coordinates") {
  const Scratch scratch;
  SampleLayers layers;
  Context context;
  write_layers({shown(layers.transfers)}, scratch.file("t.csv"), context);
  CHECK(read_file(scratch.file("t.csv")).starts_with("\xEF\xBB\xBFtransfer_id,"));
  // A layer of points whose rows came from a table, and one with a place among them.
  Layer cells("accessibility_origins", definition("accessibility_origins"), albers());
  cells.append({}, {{"cell_id", std::string("C1")}, {"people", 1.0}});
  write_layers({shown(cells)}, scratch.file("c.csv"), context);
  CHECK(read_file(scratch.file("c.csv"))
            .starts_with("\xEF\xBB\xBF"
                         "cell_id,"));
  cells.append(wkb_of(Point{1, 2}), {{"cell_id", std::string("C2")}, {"people", 1.0}});
  write_layers({shown(cells)}, scratch.file("c.csv"), context);
  CHECK(read_file(scratch.file("c.csv")).starts_with("\xEF\xBB\xBFX,Y,cell_id,"));
  Layer units("coverage_by_unit", definition("coverage_by_unit"), albers());
  units.append({}, {{"unit_code", std::string("110101")}});
  write_layers({shown(units)}, scratch.file("u.csv"), context);
  CHECK(read_file(scratch.file("u.csv")).starts_with("\xEF\xBB\xBFunit_code,"));
}

}  // namespace jingwei
