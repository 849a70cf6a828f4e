// The passenger railways of Beijing, Tianjin and Hebei as the domain tables list them.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.hpp"
#include "geometry/measure.hpp"
#include "network/support.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

using Row = std::map<std::string, std::string>;

/// A CSV text with quoted fields.
std::vector<Row> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> lines(1, {""});
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (quoted || (c != ',' && c != '\n' && c != '\r'))
      lines.back().back() += c;
    else if (c == ',')
      lines.back().emplace_back();
    else if (c == '\n')
      lines.push_back({""});
  }
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].size() != lines[0].size()) continue;
    Row row;
    for (std::size_t field = 0; field < lines[0].size(); ++field) row[lines[0][field]] = lines[i][field];
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The folder of the tables: those of the sample data, else those beside the project.
std::optional<std::string> domain_folder() {
  const std::string source = JINGWEI_SOURCE_DIR;
  for (const std::string& folder :
       {source + "/../shared/domain", source + "/sample-data/jing-jin-ji/make/inputs"})
    if (std::filesystem::exists(folder + "/trunk_waypoints.csv")) return folder;
  return std::nullopt;
}

double number(const Row& row, const std::string& field) {
  return to_number(row.at(field)).value();
}

/// Stations, lines and transfers of the tables, with a stub of street 200 m long at every station, so that
/// nothing but trains and transfers can connect them.
struct Region {
  Crs crs =
      Crs::parse("+proj=aea +lat_1=37 +lat_2=42 +lat_0=39 +lon_0=116.5 +ellps=GRS80 +units=m +type=crs");
  std::map<std::string, Point> places;
  Layer streets{"roads", *find_layer_definition("roads"), crs};
  Layer stations{"stations", *find_layer_definition("stations"), crs};
  Layer transfers{"transfers", *find_layer_definition("transfers"), std::nullopt};
  std::map<std::string, Layer> lines;  ///< by scheme

  explicit Region(const std::string& folder) {
    read_stations(parse_csv(read_file(folder + "/stations.csv")));
    read_lines(parse_csv(read_file(folder + "/lines.csv")),
               parse_csv(read_file(folder + "/trunk_waypoints.csv")));
    std::int64_t number_of_transfer = 0;
    for (const Row& row : parse_csv(read_file(folder + "/transfers.csv")))
      transfers.append({{"transfer_id", "t" + std::to_string(++number_of_transfer)},
                        {"from_station_id", row.at("from")},
                        {"to_station_id", row.at("to")},
                        {"time_min", number(row, "minutes")}});
  }

  Point plane(const Row& row) const {
    const Point degrees{number(row, "lon"), number(row, "lat")};
    return project(std::span(&degrees, 1), Crs::parse("EPSG:4490"), crs).front();
  }

  void read_stations(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      const std::string& name = row.at("name_zh");
      const Point place = plane(row);
      places[name] = place;
      stations.append(
          wkb_of(place),
          {{"station_id", name}, {"name_zh", name}, {"kind", row.at("kind")}, {"status", row.at("status")}});
      const Path stub{place, {place.x + 200, place.y}};
      streets.append(wkb_of_lines(std::span(&stub, 1)),
                     {{"road_id", name}, {"class", std::string("residential")}});
    }
  }

  void read_lines(const std::vector<Row>& rows, const std::vector<Row>& waypoints) {
    for (const Row& row : rows) {
      Path path;
      for (const Row& waypoint : waypoints)
        if (waypoint.at("line_id") == row.at("line_id")) path.push_back(plane(waypoint));
      if (path.size() < 2) continue;
      const std::string& scheme = row.at("scheme");
      auto [layer, is_new] =
          lines.try_emplace(scheme, "trunk " + scheme, *find_layer_definition("trunk_lines"), crs);
      std::string kind = row.at("kind");
      std::replace(kind.begin(), kind.end(), ' ', '_');
      const auto speed = to_number(row.at("speed_kmh"));
      layer->second.append(wkb_of_lines(std::span(&path, 1)), {{"line_id", row.at("line_id")},
                                                               {"name_zh", row.at("name_zh")},
                                                               {"scheme", scheme},
                                                               {"kind", kind},
                                                               {"routing", row.at("routing")},
                                                               {"passenger", row.at("passenger") == "1"},
                                                               {"speed_kmh", value_of(speed)},
                                                               {"status", row.at("status")}});
    }
  }

  NetworkSources sources() const {
    NetworkSources result;
    result.name = "rail";
    result.lines = {&streets, &lines.at("main-rail"), &lines.at("intercity-2015")};
    result.stations = &stations;
    result.transfers = &transfers;
    return result;
  }
};

}  // namespace

TEST_CASE("the 14 passenger lines and the transfers connect") {
  const auto folder = domain_folder();
  if (!folder) {
    const char* ci = std::getenv("CI");
    if (ci && std::string(ci) == "true") FAIL("the domain tables are missing");
    WARN("the domain tables are missing: skipped");
    return;
  }
  const Region region(*folder);
  const Built built(region.sources(), *find_profile("transit"));
  const NetworkReport& report = built.network.report();

  // Every stop of a passenger line, by the waypoints of these lines.
  std::set<std::string> stops;
  std::size_t passenger_lines = 0;
  double length_km = 0;
  std::map<std::string, bool> used;
  for (const Row& row : parse_csv(read_file(*folder + "/lines.csv"))) {
    used[row.at("line_id")] = row.at("routing") == "rail" && row.at("passenger") == "1";
    passenger_lines += used[row.at("line_id")];
  }
  CHECK(passenger_lines == 14);
  std::map<std::string, double> line_km;
  for (const Row& row : parse_csv(read_file(*folder + "/trunk_waypoints.csv")))
    if (used[row.at("line_id")]) {
      if (region.places.count(row.at("point_zh"))) stops.insert(row.at("point_zh"));
      line_km[row.at("line_id")] = number(row, "cum_km_straight");
    }
  for (const auto& [line, km] : line_km) length_km += km;
  CHECK(report.stations_connected >= stops.size());
  CHECK(report.rail_length_m / 1000 == Approx(length_km).epsilon(0.005));
  CHECK(built.count("freight_line") == 1);
  CHECK(built.count("not_in_service") >= 1);

  // All of them lie on one strongly connected component: each reaches each by trains and transfers alone.
  std::vector<NetworkPlace> places;
  for (const std::string& stop : stops) {
    places.push_back(built.snap(region.places.at(stop)));
    INFO(stop);
    CHECK(places.back().snapped());
    CHECK(places.back().snap_m < 1);
  }
  Context context;
  const auto costs = built.network.costs(places, places, unreachable, context);
  CHECK(std::count(costs.begin(), costs.end(), unreachable) == 0);

  // Beijing South to Tianjin: 111.5 km by three hops at 0.75 · 350 km/h, 3 stops of 3 min, 10 min wait, and a
  // minute on foot at both ends: 46.5 min.
  const Cost to_tianjin = built.cost(region.places.at("北京南"), region.places.at("天津"));
  CHECK(to_minutes(to_tianjin) == Approx(46.5).margin(0.2));
  // Beijing West to Shijiazhuang: 267 km, 6 stops.
  const Cost to_shijiazhuang = built.cost(region.places.at("北京西"), region.places.at("石家庄"));
  CHECK(to_minutes(to_shijiazhuang) == Approx(10 + 2 + 6 * 3 + 60 * 267.0 / 262.5).margin(0.3));
}

TEST_CASE("corridors and belts of the region are no network") {
  const auto folder = domain_folder();
  if (!folder) return;
  const Region region(*folder);
  NetworkSources sources;
  sources.name = "belts";
  sources.lines = {&region.lines.at("article-belt")};
  std::vector<Issue> issues;
  Context context;
  CHECK_THROWS_WITH(Network(sources, *find_profile("car"), 0.001, issues, context),
                    Catch::Contains("never for routing"));
}
