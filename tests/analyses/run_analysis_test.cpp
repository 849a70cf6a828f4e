#include "analyses/fixtures.hpp"
#include "base/error.hpp"

using namespace fixtures;

TEST_CASE("the registry is sorted and found by name") {
  for (std::size_t i = 1; i < analyses().size(); ++i)
    CHECK(analyses()[i - 1].description.name < analyses()[i].description.name);
  REQUIRE(find_analysis("service-area") != nullptr);
  CHECK(find_analysis("service-area")->description.title.en == "Service area");
  CHECK(find_analysis("service_area") == nullptr);
}

TEST_CASE("what an analysis was not given, or cannot take, is named") {
  const Layer counties = three_counties();
  CHECK_THROWS_WITH(run("buffer", {}), Catch::Contains("needs the input “input”"));
  CHECK_THROWS_WITH(run("buffer", {{{"input", &counties}, {"parks", &counties}}, {}}),
                    Catch::Contains("no layer input “parks”"));
  const Layer elsewhere("elsewhere", *find_layer_definition("admin_units"), Crs::parse("EPSG:4490"));
  CHECK_THROWS_WITH(run("buffer", {{{"input", &elsewhere}}, {}}), Catch::Contains("elsewhere"));
  const Layer table("transfers", *find_layer_definition("transfers"), std::nullopt);
  CHECK_THROWS_WITH(run("buffer", {{{"input", &table}}, {}}), Catch::Contains("is a table"));
  try {
    run("buffer", {});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
  }
}

TEST_CASE("layers of the result are named for the study's entry") {
  const Layer counties = three_counties();
  const Analysis& buffer = *find_analysis("buffer");
  Context context;
  const Result result = run_analysis(buffer, "county-belt", {{{"input", &counties}}, {}},
                                     buffer.description.default_options, crs(), precision, 1, 1, context);
  CHECK(result.layer("areas").name() == "county_belt_areas");
}

TEST_CASE("rows that lie on window borders are written once") {
  Rows rows("sites", "facilities");
  for (int x = 0; x <= 4; ++x)
    for (int y = 0; y <= 4; ++y)
      rows.add(spot(1000 * x, 1000 * y), {{"facility_id", std::to_string(x) + "," + std::to_string(y)}});
  const Layer layer = rows;
  for (const Windows windows : {Windows{2, 2}, Windows{4, 4}, Windows{1, 4}})
    CHECK(run("buffer", {{{"input", &layer}}, {}}, {{"distance", {"10 m"}}}, windows).layer("areas").rows() ==
          25);
}

TEST_CASE("features on one line or at one place still make windows") {
  const Layer same = Rows("sites", "facilities")
                         .add(spot(0, 0), {{"facility_id", std::string("A")}})
                         .add(spot(0, 0), {{"facility_id", std::string("B")}});
  CHECK(run("buffer", {{{"input", &same}}, {}}, {}, {3, 3}).layer("areas").rows() == 2);
  const Layer column = Rows("sites", "facilities")
                           .add(spot(0, 0), {{"facility_id", std::string("A")}})
                           .add(spot(0, 900), {{"facility_id", std::string("B")}});
  const Result result = run("buffer", {{{"input", &column}}, {}}, {{"dissolve", {"all"}}}, {3, 3});
  CHECK(number(result.layer("dissolved"), "500 m", "features") == 2);
}

TEST_CASE("a cancelled run stops") {
  const Layer counties = three_counties();
  const Analysis& buffer = *find_analysis("buffer");
  Cancellation cancellation;
  cancellation.request();
  struct Silent : Progress, Log {
    void begin(std::string_view, std::size_t) override {}
    void advance(std::size_t) override {}
    void end() override {}
    void write(LogLevel, std::string_view) override {}
  } silent;
  Context context(1, cancellation, silent, silent);
  CHECK_THROWS_AS(run_analysis(buffer, "buffer", {{{"input", &counties}}, {}},
                               buffer.description.default_options, crs(), precision, 2, 2, context),
                  Error);
}
