#include "layer/prepare_geometry.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "geometry/measure.hpp"
#include "geometry/repair.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

namespace {

LayerDefinition of_forms(std::vector<GeometryForm> forms) {
  LayerDefinition definition = pieces_definition();
  definition.geometry = std::move(forms);
  return definition;
}

PreparedGeometry prepared(const std::vector<std::string>& wkts, const LayerDefinition& definition,
                          std::optional<Crs> crs, Datum datum = Datum::wgs84) {
  RawLayer raw;
  raw.source = "zones.geojson:zones";
  raw.geometry = geometries(wkts);
  raw.rows = wkts.size();
  raw.crs = std::move(crs);
  Preparation how;
  how.name = "zones";
  how.definition = &definition;
  how.datum = datum;
  how.precision = Length{0.001};
  Context context;
  return prepare_geometry(raw, how, albers(), context);
}

std::vector<std::string> told(const PreparedGeometry& made) {
  std::vector<std::string> lines;
  for (const Fault& fault : made.faults)
    lines.push_back(jingwei::format("{}:{}:{}", fault.row, fault.kind,
                                    fault.action == Fault::Action::set_aside ? "set aside" : "kept"));
  return lines;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("good geometry comes through in the study's CRS") {
  const auto made =
      prepared({"POINT(116 39)", "POINT(117 39)"}, of_forms({GeometryForm::point}), Crs::parse("EPSG:4490"));
  CHECK(made.faults.empty());
  CHECK(std::abs(made.geometry.envelope(0).min_x) < 1e-6);
  // a degree of longitude on the parallel of 39°: a·cos φ/√(1 − e² sin² φ)·π/180 = 86,627 m
  CHECK(made.geometry.envelope(1).min_x == Approx(86627).epsilon(2e-3));
}

TEST_CASE("faults of geometry are told by row") {
  const auto made = prepared({"",                                                         // nothing there
                              "POLYGON EMPTY",                                            //
                              "POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))",                   // a bow tie
                              "LINESTRING(0 0, 5 5)",                                     //
                              "GEOMETRYCOLLECTION(POINT(1 1), " + box(0, 0, 2, 2) + ")",  //
                              "GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, 1 1))",     //
                              "POLYGON((0 0, 1 1, 0 0, 0 0))",                            // no area
                              box(20, 20, 30, 30)},
                             of_forms({GeometryForm::polygon}), albers());
  CHECK(told(made) == Strings{"0:null_geometry:set aside", "1:empty_geometry:set aside",
                              "2:invalid_geometry:kept", "3:wrong_geometry_type:set aside",
                              "4:wrong_geometry_type:kept", "5:wrong_geometry_type:set aside",
                              "6:collapsed_geometry:set aside"});
  CHECK(made.geometry.size() == 8);
  for (const std::size_t row : {2u, 4u, 7u}) CHECK(is_valid(made.geometry.wkb(row)));
  Context context;
  CHECK(areas_m2(made.geometry, albers(), context)[2] == Approx(50).epsilon(1e-6));  // two triangles of 25
  CHECK(kind_of(made.geometry.wkb(4)) == GeometryKind::polygon);
  CHECK(kind_of(made.geometry.wkb(3)) == GeometryKind::line);        // it locates its issue
  CHECK(envelope_of(made.faults[2].place) == Envelope{5, 5, 5, 5});  // where the bow tie crosses
  CHECK(made.faults[3].reason.en == "the geometry is a line, polygons are expected");
  CHECK(made.faults[3].reason.zh == "几何类型是线，应为面");
}

TEST_CASE("coordinates that cannot be projected set their row aside") {
  const auto made = prepared({"POINT(116 39)", "POINT(116 95)", "LINESTRING(116 39, 400000 4300000)"},
                             of_forms({GeometryForm::point, GeometryForm::line}), Crs::parse("EPSG:4326"));
  CHECK(told(made) == Strings{"1:not_projectable:set aside", "2:not_projectable:set aside"});
  CHECK(made.geometry.is_null(1));
  CHECK(contains(made.faults[0].reason.en, "cannot be brought from WGS 84 to"));
}

TEST_CASE("displaced coordinates are put back") {
  const Point truth{116.397, 39.908};
  const Point shifted = gcj02_of_wgs84(truth);
  const std::string wkt = jingwei::format("POINT({:.12f} {:.12f})", shifted.x, shifted.y);
  const LayerDefinition points = of_forms({GeometryForm::point});
  const Crs degrees = Crs::parse("EPSG:4326");
  const auto made = prepared({wkt}, points, degrees, Datum::gcj02);
  const Point expected = project(std::span(&truth, 1), degrees, albers()).front();
  CHECK(std::abs(made.geometry.envelope(0).min_x - expected.x) < 0.001);
  CHECK(std::abs(made.geometry.envelope(0).min_y - expected.y) < 0.001);
  const auto undeclared = prepared({wkt}, points, std::nullopt, Datum::gcj02);
  CHECK(undeclared.geometry.envelope(0) == made.geometry.envelope(0));
  CHECK(std::abs(prepared({wkt}, points, degrees).geometry.envelope(0).min_x - expected.x) > 100);
  CHECK(contains(message_of(ErrorKind::input, [&] { prepared({wkt}, points, albers(), Datum::bd09); }),
                 "needs longitudes and latitudes"));
}

TEST_CASE("no CRS and no geometry are errors that name the input") {
  const LayerDefinition points = of_forms({GeometryForm::point});
  CHECK(contains(message_of(ErrorKind::input, [&] { prepared({"POINT(1 1)"}, points, std::nullopt); }),
                 "input “zones”: zones.geojson:zones has no coordinate reference system"));
  RawLayer raw;
  raw.source = "zones.csv";
  Preparation how;
  how.name = "zones";
  how.definition = &points;
  Context context;
  CHECK(contains(message_of(ErrorKind::input, [&] { prepare_geometry(raw, how, albers(), context); }),
                 "zones.csv has no geometry, but layer “pieces” needs points"));
}

TEST_CASE("tables and layers that may be either") {
  RawLayer table;
  RawLayer places;
  places.geometry = GeometryColumn{};
  CHECK_FALSE(spatial(any_layer_definition(), table));
  CHECK(spatial(any_layer_definition(), places));
  CHECK_FALSE(spatial(*find_layer_definition("transfers"), places));
  CHECK(spatial(*find_layer_definition("parks"), table));  // and prepare_geometry says what is missing
}
