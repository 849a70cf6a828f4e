#include "io/read_osm_layer.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <numeric>

#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/temporary_folder.hpp"
#include "geometry/measure.hpp"
#include "io/osm_mapping.hpp"
#include "layer/prepare.hpp"

using namespace jingwei;

namespace {

const std::string shared = std::string(JINGWEI_SOURCE_DIR) + "/../shared/data/osm";

bool have_real_data() {
  if (std::filesystem::exists(shared)) return true;
  const char* ci = std::getenv("CI");
  if (ci && std::string(ci) == "true") FAIL("the real data is missing: " << shared);
  return false;
}

/// OpenStreetMap data in XML; places in hundredths of a degree from 116° E 39° N.
class Xml {
 public:
  using Tags = std::vector<std::pair<std::string, std::string>>;
  void node(int id, int x, int y, const Tags& tags = {}) {
    m_text += format("<node id='{}' lon='{}' lat='{}'>", id, 116 + x * 0.01, 39 + y * 0.01) + of(tags) +
              "</node>\n";
  }
  void way(int id, const std::vector<int>& nodes, const Tags& tags) {
    m_text += format("<way id='{}'>", id);
    for (const int node : nodes) m_text += format("<nd ref='{}'/>", node);
    m_text += of(tags) + "</way>\n";
  }
  void relation(int id, const std::vector<std::pair<int, std::string>>& ways, const Tags& tags) {
    m_text += format("<relation id='{}'>", id);
    for (const auto& [way, role] : ways)
      m_text += format("<member type='way' ref='{}' role='{}'/>", way, role);
    m_text += of(tags) + "</relation>\n";
  }
  /// Nodes id … id + 3 at the corners of a square, anticlockwise from the lower left.
  std::vector<int> square(int id, int x, int y, int size) {
    node(id, x, y);
    node(id + 1, x + size, y);
    node(id + 2, x + size, y + size);
    node(id + 3, x, y + size);
    return {id, id + 1, id + 2, id + 3, id};
  }
  std::string file(const TemporaryFolder& folder, const std::string& name = "a.osm") const {
    write_file(folder.file(name), "<osm version='0.6' generator='test'>\n" + m_text + "</osm>\n");
    return folder.file(name);
  }

 private:
  static std::string of(const Tags& tags) {
    std::string text;
    for (const auto& [key, value] : tags) text += format("<tag k='{}' v='{}'/>", key, value);
    return text;
  }
  std::string m_text;
};

RawLayer read(const std::string& file, const std::string& layer, const std::string& filter = {}) {
  Context context;
  ReadRequest request;
  request.source = {file, layer};
  request.filter = filter;
  return read_layer(request, context);
}

std::size_t row_of(const RawLayer& raw, const std::string& key) {
  for (std::size_t row = 0; row < raw.rows; ++row)
    if (raw.columns[0].text(row) == key) return row;
  FAIL("no feature " << key);
  return 0;
}

std::string value(const RawLayer& raw, const std::string& key, const std::string& field) {
  for (std::size_t i = 0; i < raw.fields.size(); ++i)
    if (raw.fields[i].name == field) {
      const std::size_t row = row_of(raw, key);
      return raw.columns[i].is_null(row) ? "-" : std::string(raw.columns[i].text(row));
    }
  FAIL("no field " << field);
  return {};
}

std::map<std::string, std::string> reasons(const RawLayer& raw) {
  std::map<std::string, std::string> found;
  for (const Issue& issue : raw.issues) found[issue.feature] = issue.reason.en;
  return found;
}

}  // namespace

TEST_CASE("places of facilities: nodes, and points inside ways and multipolygons") {
  const TemporaryFolder folder;
  Xml xml;
  xml.node(1, 50, 50,
           {{"amenity", "school"}, {"name", "一中"}, {"name:zh", "第一中学"}, {"name:en", "First"}});
  xml.node(2, 51, 50, {{"amenity", "cafe"}});
  xml.way(10, xml.square(20, 0, 0, 4), {{"amenity", "hospital"}, {"name", "Ospedale"}, {"beds", "120"}});
  xml.way(11, xml.square(30, 10, 0, 8), {});
  xml.way(12, xml.square(40, 11, 1, 6), {});
  xml.relation(5, {{11, "outer"}, {12, "inner"}}, {{"type", "multipolygon"}, {"tourism", "museum"}});
  xml.way(13, {1, 2}, {{"amenity", "library"}});
  const RawLayer raw = read(xml.file(folder), "facilities");
  REQUIRE(raw.rows == 3);
  CHECK(raw.crs->authority() == "EPSG:4326");
  CHECK(value(raw, "node/1", "kind") == "school");
  CHECK(value(raw, "node/1", "name_zh") == "第一中学");
  CHECK(value(raw, "way/10", "name_zh") == "Ospedale");
  CHECK(value(raw, "way/10", "capacity") == "120");
  CHECK(value(raw, "relation/5", "kind") == "museum");
  CHECK(value(raw, "relation/5", "name_zh") == "-");
  const Point place = points_of(raw.geometry->wkb(row_of(raw, "node/1"))).front();
  CHECK(place.x == Approx(116.5));
  CHECK(place.y == Approx(39.5));
  const Point inside = points_of(raw.geometry->wkb(row_of(raw, "relation/5"))).front();
  CHECK((inside.x > 116.1 && inside.x < 116.18 && inside.y > 39 && inside.y < 39.08));
  CHECK_FALSE((inside.x > 116.11 && inside.x < 116.17 && inside.y > 39.01 && inside.y < 39.07));
  CHECK(reasons(raw) == std::map<std::string, std::string>{{"way/13", "the way is not closed, so no area"}});

  const RawLayer some = read(folder.file("a.osm"), "facilities", "capacity > 20 AND kind = 'hospital'");
  CHECK(some.rows == 1);
  CHECK(some.issues.empty());
  CHECK(osm_filter_problem({folder.file("a.osm"), "facilities"}, "beds > 3"));
  CHECK_FALSE(osm_filter_problem({folder.file("a.osm"), "facilities"}, "capacity > 3"));
}

TEST_CASE("parks: by kind and size, holes kept, what cannot be closed told") {
  const TemporaryFolder folder;
  Xml xml;
  const Xml::Tags park{{"leisure", "park"}}, area{{"type", "multipolygon"}, {"leisure", "park"}};
  xml.way(10, xml.square(20, 0, 0, 4), park);
  xml.way(11, xml.square(30, 10, 0, 8), park);  // the outline of relation 5, tagged as it is
  xml.way(12, xml.square(40, 11, 1, 6), {});
  xml.way(13, xml.square(50, 13, 3, 2), park);  // an island in the hole
  xml.relation(5, {{11, "outer"}, {12, "inner"}, {13, "outer"}}, area);
  xml.relation(6, {{11, "outer"}, {99, "outer"}}, area);
  xml.way(14, {20, 21, 22}, {});
  xml.relation(7, {{14, "outer"}}, area);
  xml.way(15, {20, 777, 22, 20}, park);
  xml.way(16, xml.square(60, 30, 0, 1), {{"leisure", "park"}, {"area", "no"}});
  xml.way(17, xml.square(70, 40, 0, 1), {{"tourism", "zoo"}, {"leisure", "park"}});
  xml.relation(8, {}, area);
  xml.node(1, 1, 1, park);
  const RawLayer raw = read(xml.file(folder), "parks");
  CHECK(raw.rows == 3);
  CHECK(value(raw, "way/10", "class") == "G11");
  CHECK(value(raw, "way/10", "confidence") == "C");
  CHECK(value(raw, "way/17", "class") == "G13");
  const auto polygons = polygons_of(raw.geometry->wkb(row_of(raw, "relation/5")));
  REQUIRE(polygons.size() == 2);
  CHECK(polygons[0].size() + polygons[1].size() == 3);
  CHECK(reasons(raw) ==
        std::map<std::string, std::string>{{"relation/6", "the data lack some of its members or their nodes"},
                                           {"relation/7", "a ring is not closed"},
                                           {"relation/8", "its ways form no area"},
                                           {"way/15", "the data lack some of its nodes"}});
}

TEST_CASE("parks are classed by their true area") {
  const TemporaryFolder folder;
  // at 39° N a degree of latitude is 111.0 km long, one of longitude 86.6 km: 0.78, 1.38 and 11.8 ha
  for (const auto& [side, expected] :
       std::map<double, std::string>{{0.0009, "G14"}, {0.0012, "G12"}, {0.0035, "G11"}}) {
    std::string text = "<osm version='0.6'>";
    const double xs[] = {0, side, side, 0}, ys[] = {0, 0, side, side};
    for (int i = 0; i < 4; ++i)
      text += format("<node id='{}' lon='{:.7f}' lat='{:.7f}'/>", i + 1, 116 + xs[i], 39 + ys[i]);
    text +=
        "<way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='1'/>"
        "<tag k='leisure' v='park'/></way></osm>";
    write_file(folder.file("b.osm"), text);
    CHECK(value(read(folder.file("b.osm"), "parks"), "way/1", "class") == expected);
  }
}

TEST_CASE("rivers are lines; where nodes are missing their known parts are kept") {
  const TemporaryFolder folder;
  Xml xml;
  for (int i = 0; i < 8; ++i) xml.node(i + 1, i, i);
  const Xml::Tags river{{"waterway", "river"}, {"name", "永定河"}, {"name:en", "Yongding"}};
  xml.way(10, {1, 2, 3}, river);
  xml.way(11, {1, 2, 99, 3, 4, 98, 5}, river);
  xml.way(12, {97, 1}, river);
  xml.way(13, {1, 2}, {{"waterway", "river"}});
  const RawLayer raw = read(xml.file(folder), "rivers");
  CHECK(raw.rows == 2);
  CHECK(value(raw, "way/10", "name_zh") == "永定河");
  CHECK(value(raw, "way/10", "name_en") == "Yongding");
  CHECK(lines_of(raw.geometry->wkb(row_of(raw, "way/10"))).front().size() == 3);
  const auto parts = lines_of(raw.geometry->wkb(row_of(raw, "way/11")));
  REQUIRE(parts.size() == 2);
  CHECK(parts[1].front().x == Approx(116.02));
  REQUIRE(raw.issues.size() == 2);
  CHECK(raw.issues[0].severity == Severity::warning);
  CHECK(raw.issues[1].severity == Severity::error);

  Preparation how;
  how.name = "water";
  how.definition = find_layer_definition("rivers");
  how.precision = Length{0.001};
  Context context;
  const Prepared prepared =
      prepare(read(folder.file("a.osm"), "rivers"), how, Crs::parse("EPSG:4547"), context);
  CHECK(prepared.layer.rows() == 2);
  REQUIRE(prepared.issues.size() == 2);
  CHECK(prepared.issues[0].layer == "water");
  CHECK(points_of(prepared.issues[0].geometry).front().y > 4e6);  // metres, as the study has it
}

TEST_CASE("translated tags, and what a rule says where there is none") {
  const TemporaryFolder folder;
  Xml xml;
  xml.node(1, 0, 0);
  xml.node(2, 1, 0);
  xml.way(1, {1, 2}, {{"highway", "motorway"}});
  xml.way(2, {1, 2}, {{"highway", "motorway"}, {"oneway", "no"}});
  xml.way(3, {1, 2}, {{"highway", "primary_link"}, {"oneway", "-1"}});
  xml.way(4, {1, 2}, {{"highway", "service"}, {"oneway", "reversible"}});
  xml.way(5, {1, 2}, {{"highway", "proposed"}});
  const RawLayer raw = read(xml.file(folder), "roads");
  CHECK(raw.rows == 4);
  CHECK(value(raw, "way/1", "oneway") == "forward");
  CHECK(value(raw, "way/2", "oneway") == "both");
  CHECK(value(raw, "way/3", "class") == "primary");
  CHECK(value(raw, "way/3", "oneway") == "backward");
  CHECK(value(raw, "way/4", "oneway") == "-");
}

TEST_CASE("OpenStreetMap data that cannot be read as layers") {
  const TemporaryFolder folder;
  Xml xml;
  xml.node(1, 0, 0, {{"amenity", "school"}});
  const std::string file = xml.file(folder);
  CHECK_THAT(input_error_of([&] { read(file, ""); }), Catch::Contains("facilities, parks"));
  CHECK_THAT(input_error_of([&] { read(file, "station"); }), Catch::Contains("stations"));
  CHECK_THAT(input_error_of([&] { read(folder.file("b.osm.pbf"), "parks"); }),
             Catch::Contains("no such file"));
  write_file(folder.file("c.osm.pbf"), "nothing of the kind");
  CHECK_THAT(input_error_of([&] { read(folder.file("c.osm.pbf"), "parks"); }),
             Catch::Contains("cannot be read"));
  xml.node(1, 0, 0, {{"amenity", "school"}});
  CHECK_THAT(input_error_of([&] { read(xml.file(folder), "facilities"); }), Catch::Contains("node 1"));
  Context context;
  ReadRequest request;
  request.source = {file, "facilities"};
  request.crs = Crs::parse("EPSG:4547");
  write_file(file, "<osm version='0.6'></osm>");
  CHECK_THAT(input_error_of([&] { read_layer(request, context); }),
             Catch::Contains("EPSG:4547") || Catch::Contains("coordinate"));
}

TEST_CASE("what is in OpenStreetMap data, by layer") {
  const TemporaryFolder folder;
  Xml xml;
  xml.node(1, 50, 50, {{"amenity", "school"}});
  xml.node(2, 50, 51, {{"leisure", "park"}});
  xml.way(10, xml.square(20, 0, 0, 4), {{"leisure", "park"}});
  const DataSource source{xml.file(folder), ""};
  Context context;
  const SourceInfo info = examine_source(source, context);
  CHECK(info.driver == "OpenStreetMap");
  REQUIRE(info.layers.size() == osm_mappings().size());
  for (const SourceLayer& layer : info.layers) {
    INFO(layer.name);
    CHECK(layer.features == (layer.name == "facilities" || layer.name == "parks" ? 1 : 0));
  }
  CHECK(inspect_source(source).layers[0].features == 0);
}

TEST_CASE("mappings that are wrong name the place") {
  const auto message = [](const std::string& yaml) {
    return input_error_of([&] { parse_osm_mappings("m.yaml", yaml); });
  };
  CHECK_THAT(message("parcs: {features: [{tags: {a: b}}]}"),
             Catch::Contains("m.yaml:1:1") && Catch::Contains("parcs"));
  CHECK_THAT(message("parks: {features: [{tags: {a: b}, gives: {class: G19}}]}"), Catch::Contains("G19"));
  CHECK_THAT(message("parks: {features: [{tags: {a: b}, gives: {klass: G11}}]}"), Catch::Contains("klass"));
  CHECK_THAT(message("parks: {features: [{tags: {a: b}, gives: {park_id: G11}}]}"), Catch::Contains("key"));
  CHECK_THAT(message("parks: {features: [{tags: {a: b}, from: 3}]}"), Catch::Contains("m.yaml:1:"));
  CHECK_THAT(message("parks: {features: [{from: 3 ha}]}"), Catch::Contains("tags"));
  CHECK_THAT(message("parks: {feature: []}"), Catch::Contains("features"));
  CHECK_THAT(message("parks: {features: []}"), Catch::Contains("features"));
  CHECK_THAT(message("transfers: {features: [{tags: {a: b}}]}"), Catch::Contains("geometry"));
  CHECK_THAT(message("buffer_areas: {features: [{tags: {a: b}}]}"), Catch::Contains("buffer_areas"));
}

TEST_CASE("real data give what osmium's own tools make of them") {
  if (!have_real_data()) return;
  // osmium tags-filter FILE TAG, osmium export: areas projected to an equal-area plane by OGR
  struct Expected {
    const char* file;
    const char* layer;
    const char* filter;
    std::size_t features;
    double area_m2;
  };
  Context context;
  for (const Expected& expected :
       {Expected{"graphhopper/monaco.osm.gz", "parks", "class <> 'G13'", 9, 69991.33},
        {"porto-alegre/poa_osm.pbf", "parks", "class <> 'G13'", 1, 1382.09},
        {"graphhopper/monaco.osm.gz", "facilities", "kind = 'museum'", 5, 0},
        {"graphhopper/andorra.osm.pbf", "facilities", "kind = 'hospital'", 7, 0}}) {
    INFO(expected.file << " " << expected.layer);
    const RawLayer raw = read(shared + "/" + expected.file, expected.layer, expected.filter);
    CHECK(raw.rows == expected.features);
    const auto areas = areas_m2(*raw.geometry, *raw.crs, context);
    CHECK(std::accumulate(areas.begin(), areas.end(), 0.0) == Approx(expected.area_m2).epsilon(1e-5));
  }
}
