#include "io/read.hpp"

#include <fstream>

#include "io/samples.hpp"

namespace jingwei {
namespace {

RawLayer read(const std::string& file, const std::string& filter = {}, const std::string& layer = {}) {
  Context context;
  ReadRequest request;
  request.source = {file, layer};
  request.filter = filter;
  return read_layer(request, context);
}

/// Two parks and a row of nulls as layer 公园, in any format.
void write_points(const Scratch& scratch, const std::string& driver, const std::string& file,
                  const std::string& options) {
  std::ofstream(scratch.file("source.geojson")) << R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"名称":"颐和园","面积":2.97},"geometry":{"type":"Point","coordinates":[116.27,39.99]}},
    {"type":"Feature","properties":{"名称":"奥林匹克森林公园","面积":6.8},"geometry":{"type":"Point","coordinates":[116.39,40.02]}},
    {"type":"Feature","properties":{"名称":null,"面积":null},"geometry":null}]})";
  convert("-f '" + driver + "' -a_srs EPSG:4490 -nln 公园 " + options + " '" + file + "' '" +
          scratch.file("source.geojson") + "'");
  std::filesystem::remove(scratch.file("source.geojson"));
}

}  // namespace

TEST_CASE("a data source is a file, or a file and a layer") {
  const Scratch scratch;
  std::ofstream(scratch.file("a.csv")) << "x\n1\n";
  std::ofstream(scratch.file("a:b.csv")) << "x\n1\n";
  const auto parse = [&](const std::string& name) { return parse_data_source(scratch.file(name)); };
  CHECK(parse("a.csv").layer.empty());
  CHECK(parse("a.csv:parks").layer == "parks");
  CHECK(parse("a.csv:parks").file == scratch.file("a.csv"));
  CHECK(parse("a:b.csv").file == scratch.file("a:b.csv"));
  CHECK(parse("a:b.csv").layer.empty());
  CHECK(parse("a:b.csv:层").file == scratch.file("a:b.csv"));
  CHECK(parse("a:b.csv:层").layer == "层");
  CHECK(parse("none.gpkg:x").layer.empty());
  CHECK(parse("a.csv:parks").text() == scratch.file("a.csv:parks"));
}

TEST_CASE("a shapefile in GBK under a Chinese path") {
  const Scratch scratch;
  const std::string file = scratch.file("公园.shp");
  write_points(scratch, "ESRI Shapefile", file, "-lco ENCODING=GBK");
  SECTION("as its .cpg says") {
    const RawLayer raw = read(file);
    REQUIRE(raw.rows == 3);
    CHECK(column(raw, "名称").text(1) == "奥林匹克森林公园");
    CHECK(raw.geometry->is_null(2));
    CHECK(column(raw, "名称").is_null(2));
    CHECK(raw.crs->same_as(Crs::parse("EPSG:4490")));
  }
  SECTION("as the study says, where nothing in the file does") {
    std::filesystem::remove(scratch.file("公园.cpg"));
    {  // the code page of the .dbf, byte 29
      std::fstream dbf(scratch.file("公园.dbf"), std::ios::in | std::ios::out | std::ios::binary);
      dbf.seekp(29);
      dbf.put('\0');
    }
    Context context;
    ReadRequest request;
    request.source.file = file;
    request.encoding = "GBK";
    CHECK(column(read_layer(request, context), "名称").text(0) == "颐和园");
    request.encoding.clear();
    CHECK(contains(error_of(ErrorKind::input, [&] { read_layer(request, context); }), "encoding: GBK"));
  }
  SECTION("without .prj the study says the CRS, and must not contradict one that is there") {
    Context context;
    ReadRequest request;
    request.source.file = file;
    request.crs = Crs::parse("EPSG:4547");
    CHECK(contains(error_of(ErrorKind::input, [&] { read_layer(request, context); }), "the study says"));
    std::filesystem::remove(scratch.file("公园.prj"));
    CHECK(read_layer(request, context).crs->authority() == "EPSG:4547");
    request.crs.reset();
    CHECK(
        contains(error_of(ErrorKind::input, [&] { read_layer(request, context); }), "no coordinate system"));
  }
}

TEST_CASE("the hash of a source is that of all its files") {
  const Scratch scratch;
  const std::string file = scratch.file("点.shp");
  write_points(scratch, "ESRI Shapefile", file, "-lco ENCODING=GBK");
  const DataSource source{file, {}};
  const std::string before = hash_of_source(source);
  CHECK(before.size() == 64);
  CHECK(before == hash_of_source(source));
  std::ofstream(scratch.file("点.dbf"), std::ios::app) << "changed";
  CHECK(hash_of_source(source) != before);

  const std::string folder = scratch.file("数据.gdb");
  std::filesystem::create_directory(folder);
  std::ofstream(folder + "/a00000001.gdbtable") << "rows";
  const std::string of_folder = hash_of_source({folder, {}});
  std::ofstream(folder + "/a00000002.gdbtable") << "more";
  CHECK(hash_of_source({folder, {}}) != of_folder);
}

TEST_CASE("a CSV with a byte order mark and coordinate columns") {
  const Scratch scratch;
  const std::string file = scratch.file("站点.csv");
  std::ofstream(file) << "\xEF\xBB\xBF编号,经度,纬度,人口\n007,116.4,39.9,12\n8,,39.5,3.5\n9,east,39.1,\n";
  Context context;
  ReadRequest request;
  request.source.file = file;
  request.x = "经度";
  request.y = "纬度";
  request.crs = Crs::parse("EPSG:4490");
  const RawLayer raw = read_layer(request, context);
  REQUIRE(raw.rows == 3);
  CHECK(column(raw, "编号").text(0) == "007");  // leading zeros make it text
  CHECK(to_wkt(raw.geometry->wkb(0), 1) == "POINT (116.4 39.9)");
  CHECK(raw.geometry->is_null(1));
  CHECK(raw.geometry->is_null(2));
  CHECK(column(raw, "人口").number(1) == 3.5);
  CHECK(column(raw, "人口").is_null(2));

  request.x = "经";
  CHECK(contains(error_of(ErrorKind::input, [&] { read_layer(request, context); }), "no coordinate column"));
  request.x.reset();
  error_of(ErrorKind::input, [&] { read_layer(request, context); });
  request.y.reset();
  request.crs.reset();
  CHECK_FALSE(read_layer(request, context).geometry);

  SECTION("in GBK") {
    const std::string gbk = scratch.file("gbk.csv");
    std::ofstream(gbk) << "\xC3\xFB\xB3\xC6,v\n\xB1\xB1\xBE\xA9,1\n";  // 名称, 北京
    request.source.file = gbk;
    request.encoding = "GBK";
    CHECK(column(read_layer(request, context), "名称").text(0) == "北京");
    request.encoding = "UTF-8";
    error_of(ErrorKind::input, [&] { read_layer(request, context); });
    request.encoding = "no such encoding";
    error_of(ErrorKind::input, [&] { read_layer(request, context); });
  }
}

TEST_CASE("a raster becomes points at the middle of its cells") {
  const Scratch scratch;
  const std::string file = scratch.file("人口.asc");
  std::ofstream(file)
      << "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 3999800\ncellsize 100\nNODATA_value -9999\n"
         "1 0 -9999\n2.5 7 0\n";
  std::ofstream(scratch.file("人口.prj")) << Crs::parse("EPSG:4547").wkt1();
  const RawLayer raw = read(file);
  REQUIRE(raw.rows == 3);
  CHECK(to_wkt(raw.geometry->wkb(0), 0) == "POINT (500050 3999950)");
  CHECK(to_wkt(raw.geometry->wkb(2), 0) == "POINT (500150 3999850)");
  CHECK(column(raw, "value").number(1) == 2.5);
  CHECK(raw.crs->same_as(Crs::parse("EPSG:4547")));
  CHECK(read(file, "value >= 2").rows == 2);
  CHECK(filter_problem({file, {}}, "people > 2"));
  CHECK_FALSE(filter_problem({file, {}}, "value > 2"));
  const SourceInfo info = inspect_source({file, {}});
  CHECK(info.layers.at(0).geometry == "Raster");
  CHECK(info.layers.at(0).name == "人口");
  CHECK(info.layers.at(0).extent == Envelope{500000, 3999800, 500300, 4000000});
}

TEST_CASE("filters are OGR expressions and nothing else") {
  const Scratch scratch;
  const std::string file = scratch.file("公园.gpkg");
  write_points(scratch, "GPKG", file, "");
  CHECK(read(file, "名称 = '颐和园'").rows == 1);
  CHECK(read(file, "\"名称\" LIKE '%公园' AND 面积 > 3").rows == 1);
  CHECK(read(file, "名称 IS NULL").rows == 1);
  CHECK(read(file, "名称 IN ('颐和园', '奥林匹克森林公园')").rows == 2);
  CHECK(read(file, "面积 < 0").rows == 0);
  CHECK(contains(error_of(ErrorKind::input, [&] { read(file, "名称 = "); }), "filter"));
  CHECK(contains(error_of(ErrorKind::input, [&] { read(file, "名字 = 'a'"); }), "名称"));
  CHECK(contains(error_of(ErrorKind::input, [&] { read(file, "SELECT * FROM 公园"); }), "SELECT"));
  error_of(ErrorKind::input, [&] { read(file, "1=1; DROP TABLE 公园"); });
  error_of(ErrorKind::input, [&] { read(file, "面积 IN (SELECT 1)"); });
  error_of(ErrorKind::input, [&] { read(file, "1=1) UNION SELECT 1 --"); });
  CHECK(filter_problem({file, {}}, "nothing = 1"));
  CHECK_FALSE(filter_problem({file, {}}, "面积 BETWEEN 1 AND 3"));
}

TEST_CASE("what is not there is told with what is") {
  const Scratch scratch;
  const std::string file = scratch.file("公园.gpkg");
  write_points(scratch, "GPKG", file, "");
  const std::string missing = error_of(ErrorKind::input, [&] { read(file, {}, "公圆"); });
  CHECK(contains(missing, "公园"));
  CHECK(contains(error_of(ErrorKind::input, [&] { read(scratch.file("公园.gpk")); }), "公园.gpkg"));
  std::ofstream(scratch.file("text.gpkg")) << "no data base";
  CHECK(contains(error_of(ErrorKind::input, [&] { read(scratch.file("text.gpkg")); }), "GeoPackage"));
  std::ofstream(scratch.file("x.vrt")) << "<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>" << file
                                       << "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  error_of(ErrorKind::input, [&] { read(scratch.file("x.vrt")); });
  for (const char* remote :
       {"/vsicurl/http://localhost/x.gpkg", "/vsizip/a.zip", "http://localhost/a.geojson", "PG:dbname=x",
        "{\"type\":\"FeatureCollection\",\"features\":[]}"})
    error_of(ErrorKind::input, [&] { read(remote); });

  Context context;
  ReadRequest request;
  request.source.file = file;
  request.most_features = 2;
  error_of(ErrorKind::limit, [&] { read_layer(request, context); });
  request.most_features = 3;
  CHECK(read_layer(request, context).rows == 3);
}

TEST_CASE("several layers need a name; curves, heights and empty geometry become plain") {
  const Scratch scratch;
  const std::string file = scratch.file("m.gpkg");
  std::ofstream(scratch.file("curves.csv")) << "id,WKT\n1,\"CURVEPOLYGON(CIRCULARSTRING(0 0,2 0,2 2,0 2,0 "
                                               "0))\"\n2,\"POINT Z (1 2 3)\"\n3,\"POLYGON EMPTY\"\n"
                                               "4,\"TIN(((0 0,1 0,0 1,0 0)))\"\n";
  std::ofstream(scratch.file("tables.csv")) << "id,v\n1,2\n";
  convert("-f GPKG '" + file + "' '" + scratch.file("curves.csv") +
          "' -nln curves -nlt GEOMETRY -a_srs EPSG:4547");
  convert("-update -f GPKG '" + file + "' '" + scratch.file("tables.csv") + "' -nln tables -nlt NONE");
  CHECK(contains(error_of(ErrorKind::input, [&] { read(file); }), "curves, tables"));
  const RawLayer raw = read(file, {}, "curves");
  REQUIRE(raw.rows == 4);
  CHECK(kind_of(raw.geometry->wkb(0)) == GeometryKind::polygon);
  CHECK(polygons_of(raw.geometry->wkb(0)).at(0).at(0).size() > 40);
  CHECK(to_wkt(raw.geometry->wkb(1), 0) == "POINT (1 2)");
  CHECK(is_empty(raw.geometry->wkb(2)));
  CHECK(kind_of(raw.geometry->wkb(3)) == GeometryKind::polygon);
  const SourceInfo info = inspect_source({file, {}});
  REQUIRE(info.layers.size() == 2);
  CHECK(info.driver == "GPKG");
  CHECK(info.layers[0].features == 4);
  CHECK(info.layers[1].geometry == "None");
  CHECK_FALSE(info.layers[1].crs);
  CHECK(info.layers[0].fields.at(0).name == "fid");
}

}  // namespace jingwei
