#include "network/acceptance.hpp"

#include <cmath>
#include <map>

#include "layer/prepare.hpp"
#include "network/osm_support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

const Layer& named(const std::vector<Layer>& layers, const std::string& name) {
  for (const Layer& layer : layers)
    if (layer.name() == name) return layer;
  FAIL("no layer " << name);
  return layers.front();
}

std::map<std::string, double> figures(const Layer& summary) {
  std::map<std::string, double> result;
  for (std::size_t row = 0; row < summary.rows(); ++row)
    result[summary["item"].text(row)] = summary["value"].number(row);
  return result;
}

/// A ring road, a one-way street out of it that ends, one that begins nowhere, and a street apart.
OsmMaker town() {
  OsmMaker maker;
  const std::vector<Point> places{{0, 0},      {1000, 0},    {1000, 1000}, {0, 1000},  {500, -400},
                                  {500, 1400}, {3000, 3000}, {3200, 3000}, {500, -800}};
  for (std::size_t i = 0; i < places.size(); ++i) maker.node(static_cast<std::int64_t>(i + 1), places[i]);
  maker.way(1, {1, 2, 3, 4, 1}, {{"highway", "residential"}, {"maxspeed", "30"}});
  maker.way(2, {1, 5}, {{"highway", "service"}, {"oneway", "yes"}});
  maker.way(3, {5, 9}, {{"highway", "service"}, {"oneway", "yes"}});
  maker.way(4, {6, 4}, {{"highway", "service"}, {"oneway", "yes"}});
  maker.way(5, {7, 8}, {{"highway", "residential"}});
  return maker;
}

}  // namespace

TEST_CASE("islands, pockets and where speeds come from") {
  OsmMaker maker = town();
  const OsmData& data = maker.data();
  const NetworkSources sources = osm_sources(data);
  const Built built(sources, *find_profile("car"));
  Context context;
  std::vector<Issue> issues;
  const auto layers = built.network.acceptance(sources, nullptr, issues, context);
  const Layer& islands = named(layers, "network_islands");
  REQUIRE(islands.rows() == 1);
  CHECK(islands["length_m"].number(0) == Approx(200).margin(0.1));
  const Layer& pockets = named(layers, "network_pockets");
  REQUIRE(pockets.rows() == 2);
  std::map<std::string, double> by_kind;
  for (std::size_t row = 0; row < 2; ++row)
    by_kind[pockets["connection"].text(row)] = pockets["length_m"].number(row);
  CHECK(by_kind.at("no_way_out") == Approx(std::hypot(500, 400) + 400).margin(0.1));
  CHECK(by_kind.at("no_way_in") == Approx(std::hypot(500, 400)).margin(0.1));
  const Layer& classes = named(layers, "network_classes");
  std::map<std::string, double> lengths;
  for (std::size_t row = 0; row < classes.rows(); ++row)
    lengths[classes["class_key"].text(row)] = classes["length_m"].number(row);
  CHECK(lengths.at("residential/signed") == Approx(4000).margin(0.1));
  CHECK(lengths.at("residential/class") == Approx(200).margin(0.1));
  CHECK(lengths.at("service/class") == Approx(2 * std::hypot(500, 400) + 400).margin(0.1));
  const Layer& streets = named(layers, "network_streets");
  for (std::size_t row = 0; row < streets.rows(); ++row) {
    const std::string way = streets["source_key"].text(row), connection = streets["connection"].text(row);
    CHECK(connection ==
          std::map<std::string, std::string>{
              {"1", "main"}, {"2", "no_way_out"}, {"3", "no_way_out"}, {"4", "no_way_in"}, {"5", "apart"}}
              .at(way));
    CHECK(streets["backward_kmh"].is_null(row) == (way == "2" || way == "3" || way == "4"));
  }
  const auto values = figures(named(layers, "network_summary"));
  CHECK(values.at("street_length_m") == Approx(4000 + 200 + 2 * std::hypot(500, 400) + 400).margin(0.5));
  CHECK(values.at("off_main_length_m") == Approx(600 + 2 * std::hypot(500, 400)).margin(0.5));
}

TEST_CASE("points are snapped onto the main part within the limit, or told") {
  OsmMaker maker = town();
  const OsmData& data = maker.data();
  const NetworkSources sources = osm_sources(data);
  const Built built(sources, *find_profile("car"));
  Layer points("points", any_layer_definition(), metre_plane());
  const Point places[] = {{500, 30}, {3100, 3000}, {20, 300}};
  for (std::size_t i = 0; i < 3; ++i) points.append(wkb_of(places[i]), {});
  Column ids(FieldType::text);
  for (const char* id : {"near", "at the island", "west"}) ids.append(std::string(id));
  points.add(Field{any_layer_definition().key, FieldType::text, {}, {}}, std::move(ids));
  Context context;
  std::vector<Issue> issues;
  const auto layers = built.network.acceptance(sources, &points, issues, context);
  const Layer& snaps = named(layers, "network_snaps");
  REQUIRE(snaps.rows() == 3);
  CHECK(snaps["snap_m"].number(0) == Approx(30).margin(0.05));
  CHECK(snaps["status"].text(1) == "unsnapped");
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == "unsnapped");
  CHECK(issues[0].feature == "at the island");
  CHECK(snaps["snap_m"].is_null(1));
  CHECK(snaps["snap_m"].number(2) == Approx(20).margin(0.05));
  const auto values = figures(named(layers, "network_summary"));
  CHECK(values.at("points") == 3);
  CHECK(values.at("points_snapped") == 2);
}
