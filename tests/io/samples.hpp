#pragma once
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/expect_error.hpp"
#include "geometry/wkt.hpp"
#include "io/product.hpp"
#include "io/summary.hpp"
#include "layer/prepare.hpp"

namespace jingwei {

/// A new folder, with a Chinese name, that vanishes with this object.
class Scratch {
 public:
  Scratch() {
    std::string path = (std::filesystem::temp_directory_path() / "jingwei-输出-XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder: " + path);
    m_path = path;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string folder() const { return m_path.string(); }
  std::string file(const std::string& name) const { return (m_path / name).string(); }
  /// The names in it, sorted.
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(m_path))
      found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::filesystem::path m_path;
};

/// A product written whole; the names are paths.
inline WrittenProduct write_whole(const Product& product, const std::string& folder, Context& context) {
  OutputFiles outputs(folder, product.id);
  const WrittenProduct names = write_product(product, outputs, context);
  outputs.commit();
  return {outputs.path(names.geopackage), outputs.path(names.project), names.content_hash};
}

/// The page of a product's summary.
inline std::string summary_page(const Product& product, const Summary& summary, const std::string& folder) {
  Context context;
  OutputFiles outputs(folder, product.id);
  const std::string name = write_summary(product, summary, outputs, context);
  outputs.commit();
  return outputs.path(name);
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline const LayerDefinition& definition(std::string_view name) {
  const LayerDefinition* found = find_layer_definition(name);
  if (found == nullptr) throw std::runtime_error("no definition " + std::string(name));
  return *found;
}

/// Runs ogr2ogr; paths and names are quoted for the shell.
inline void convert(const std::string& arguments) {
  REQUIRE(std::system(("ogr2ogr " + arguments).c_str()) == 0);
}

inline const Column& column(const RawLayer& raw, std::string_view name) {
  for (std::size_t i = 0; i < raw.fields.size(); ++i)
    if (raw.fields[i].name == name) return raw.columns[i];
  throw std::runtime_error("no column " + std::string(name));
}

inline Crs albers() {
  return Crs::parse(
      R"(PROJCRS["China Albers CGCS2000 116E",BASEGEOGCRS["China Geodetic Coordinate System 2000",)"
      R"(DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0]],)"
      R"(CONVERSION["Albers",METHOD["Albers Equal Area",ID["EPSG",9822]],)"
      R"(PARAMETER["Latitude of false origin",39,ANGLEUNIT["degree",0.0174532925199433]],)"
      R"(PARAMETER["Longitude of false origin",116,ANGLEUNIT["degree",0.0174532925199433]],)"
      R"(PARAMETER["Latitude of 1st standard parallel",37,ANGLEUNIT["degree",0.0174532925199433]],)"
      R"(PARAMETER["Latitude of 2nd standard parallel",41,ANGLEUNIT["degree",0.0174532925199433]],)"
      R"(PARAMETER["Easting at false origin",0,LENGTHUNIT["metre",1]],)"
      R"(PARAMETER["Northing at false origin",0,LENGTHUNIT["metre",1]]],)"
      R"(CS[Cartesian,2],AXIS["easting",east],AXIS["northing",north],LENGTHUNIT["metre",1]])");
}

/// Layers of every form for one product: points, lines, polygons, a table, rows of several forms, no rows at
/// all, fields that pass through under awkward names, and values that would be mark-up or SQL if they were
/// not kept apart.
struct SampleLayers {
  Layer stations{"stations", definition("stations"), albers()};
  Layer trunk_lines{"trunk_lines", definition("trunk_lines"), albers()};
  Layer by_unit{"coverage_by_unit", definition("coverage_by_unit"), albers()};
  Layer origins{"accessibility_origins", definition("accessibility_origins"), albers()};
  Layer transfers{"transfers", definition("transfers"), std::nullopt};
  Layer parks{"parks", definition("parks"), albers()};
  Layer issues{"issues", definition("issues"), albers()};
  Layer anything{"裁剪 \"a'b\" <b>|x", any_layer_definition(), albers()};

  SampleLayers() {
    const auto wkt = [](const std::string& text) { return parse_wkt(text); };
    stations.append(wkt("POINT(1000 2000)"), {{"station_id", std::string("S1")},
                                              {"name_zh", std::string("北京西站 <script>alert(1)</script>")},
                                              {"name_en", std::string("Beijing \"West\" & 'more'")},
                                              {"kind", std::string("rail")},
                                              {"confidence", std::string("A")},
                                              {"synthetic", false}});
    stations.append(wkt("POINT(51000 42000)"), {{"station_id", std::string("S2")},
                                                {"name_zh", std::string("雄安站'); DROP TABLE stations; --")},
                                                {"kind", std::string("hsr")},
                                                {"synthetic", true}});
    stations.append({}, {{"station_id", std::string("S3")}, {"name_zh", std::string("无位置")}});
    trunk_lines.append(wkt("LINESTRING(0 0,60000 50000)"), {{"line_id", std::string("L1")},
                                                            {"name_zh", std::string("京雄走廊")},
                                                            {"scheme", std::string("corridor-2015")},
                                                            {"kind", std::string("corridor")},
                                                            {"routing", std::string("rail")},
                                                            {"speed_kmh", 350.0},
                                                            {"open_year", std::int64_t{2020}}});
    by_unit.append(wkt("POLYGON((0 0,30000 0,30000 50000,0 50000,0 0))"),
                   {{"unit_code", std::string("110101")},
                    {"name_zh", std::string("东城区")},
                    {"people", 708829.0},
                    {"people_covered", 600000.0},
                    {"people_covered_pct", 84.6467}});
    by_unit.append(
        wkt("MULTIPOLYGON(((30000 0,60000 0,60000 50000,30000 50000,30000 0)),((61000 0,62000 0,62000 "
            "1000,61000 1000,61000 0)))"),
        {{"unit_code", std::string("110102")},
         {"name_zh", std::string("西城区")},
         {"people", 1106214.0},
         {"people_covered", 200000.0},
         {"people_covered_pct", 18.0797}});
    origins.append(wkt("POINT(5000 5000)"),
                   {{"cell_id", std::string("C1")}, {"people", 120.5}, {"minimum_min", 12.25}});
    Column within(FieldType::real);
    within.append(3.0);
    origins.add("within_15_min_beds", within);
    transfers.append({{"transfer_id", std::string("T1")},
                      {"from_station_id", std::string("S1")},
                      {"to_station_id", std::string("S2")},
                      {"time_min", 4.5}});
    const auto issue = [&](const std::string& id, const std::vector<std::uint8_t>& geometry) {
      issues.append(geometry, {{"issue_id", id},
                               {"severity", std::string("warning")},
                               {"kind", std::string("unsnapped")},
                               {"message_zh", std::string("离路网太远")},
                               {"message_en", std::string("too far")}});
    };
    issue("1", wkt("POINT(1 1)"));
    issue("2", wkt("LINESTRING(0 0,10 10)"));
    issue("3", {});
    issue("4", wkt("POLYGON((0 0,10 0,10 10,0 10,0 0))"));

    GeometryColumn geometry;
    geometry.append(wkt("MULTIPOINT(1 2,3 4)"));
    geometry.append(wkt("POINT(5 6)"));
    anything.set_geometry(geometry);
    const auto add = [&](const std::string& name, FieldType type, const std::vector<Value>& values) {
      Column column(type);
      for (const Value& value : values) column.append(value);
      anything.add(Field{name, type, {name, name}, {}}, column);
    };
    add("fid", FieldType::integer, {std::int64_t{7}, std::int64_t{8}});
    add("GEOM", FieldType::text, {std::string("x"), Value{}});
    add("名称", FieldType::text, {std::string("公园"), std::string("广场")});
    add("Name", FieldType::text, {std::string("a"), std::string("b")});
    add("name", FieldType::text, {std::string("c"), std::string("d")});
    add("a\"b'c;--", FieldType::real, {1.5, std::numeric_limits<double>::infinity()});
    add("day", FieldType::date, {std::string("2026-01-31"), Value{}});
    add("big", FieldType::integer, {std::int64_t{9007199254740993}, std::int64_t{-1}});
    add("yes", FieldType::boolean, {true, Value{}});
  }
};

inline Product sample_product(const SampleLayers& layers, const std::string& id = "jing-jin") {
  Product product;
  product.id = id;
  product.title = {"京津冀 <测试>", "Jing-Jin-Ji \"test\""};
  product.crs = albers();
  const auto shown = [](const Layer& layer, const Text& title) {
    return ProductLayer{&layer, title, {"说明\n第二行 <b>", "what it is\nline two"}, true};
  };
  ProductGroup coverage{
      "coverage", {"服务覆盖", "Coverage"}, {shown(layers.by_unit, {"按区县", "By county"})}};
  ProductGroup access{
      "accessibility",
      {"可达性", "Accessibility"},
      {shown(layers.origins, {"出发地", "Origins"}), shown(layers.anything, {"任意", "Anything"})}};
  ProductGroup inputs{
      "inputs",
      {"输入", "Inputs"},
      {shown(layers.stations, {"站场", "Stations"}), shown(layers.trunk_lines, {"干线", "Trunk lines"}),
       shown(layers.parks, {"公园", "Parks"}), shown(layers.transfers, {"换乘", "Transfers"})}};
  ProductGroup quality{
      "quality", {"数据质量", "Data quality"}, {shown(layers.issues, {"数据问题", "Data issues"})}};
  quality.layers[0].visible = false;
  product.groups = {coverage, access, inputs, quality};
  product.lineage = {{"study", "sha256:00"}, {"输入 stations", "sha256:\"<&>"}};
  return product;
}

}  // namespace jingwei
