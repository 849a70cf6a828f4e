#include "io/read_osm.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/error.hpp"
#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/temporary_folder.hpp"
#include "network/profile.hpp"

using namespace jingwei;

namespace {

const std::string shared = std::string(JINGWEI_SOURCE_DIR) + "/../shared/data/osm";

/// Real data beside the project; tests that need it are skipped where it is not, save in CI.
bool have_real_data() {
  if (std::filesystem::exists(shared)) return true;
  const char* ci = std::getenv("CI");
  if (ci && std::string(ci) == "true") FAIL("the real data is missing: " << shared);
  return false;
}

OsmData read(const std::string& path, const std::string& profile = "car") {
  Context context;
  return read_osm(path, osm_keys(*find_profile(profile)), context);
}

/// Two streets that share node 2, a building, a restriction; objects in no order.
const std::string small =
    "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6' generator='test'>\n"
    "<node id='3' lat='39.2' lon='116.2'/>\n"
    "<node id='1' lat='39.0' lon='116.0'/>\n"
    "<node id='2' lat='39.1' lon='116.1'><tag k='barrier' v='gate'/><tag k='note' v='rusty'/><tag k='name' "
    "v='G'/></node>\n"
    "<node id='9' lat='39.9' lon='116.9'/>\n"
    "<way id='20'><nd ref='2'/><nd ref='3'/><nd ref='44'/><tag k='highway' v='service'/></way>\n"
    "<way id='10'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/><tag k='name' v='A'/><tag "
    "k='name:de' v='B'/>"
    "<tag k='maxspeed:forward' v='60'/></way>\n"
    "<way id='30'><nd ref='1'/><nd ref='9'/><tag k='building' v='yes'/></way>\n"
    "<relation id='5'><member type='way' ref='10' role='from'/><member type='node' ref='2' role='via'/>"
    "<member type='way' ref='20' role='to'/><tag k='type' v='restriction'/>"
    "<tag k='restriction' v='no_left_turn'/></relation>\n</osm>\n";

}  // namespace

TEST_CASE("what a network needs of OpenStreetMap data") {
  const TemporaryFolder folder;
  write_file(folder.file("a.osm"), small);
  const OsmData data = read(folder.file("a.osm"));
  CHECK(data.node_ids == std::vector<std::int64_t>{1, 2, 3});
  CHECK(data.lon_lat(1).x == Approx(116.1));
  CHECK(data.lon_lat(1).y == Approx(39.1));
  CHECK(data.way_ids == std::vector<std::int64_t>{10, 20});
  CHECK(std::vector<std::uint32_t>(data.nodes_of(0).begin(), data.nodes_of(0).end()) ==
        std::vector<std::uint32_t>{0, 1});
  CHECK(std::vector<std::uint32_t>(data.nodes_of(1).begin(), data.nodes_of(1).end()) ==
        std::vector<std::uint32_t>{1, 2, OsmData::missing_node});
  CHECK(data.tags_of_way(0)["highway"] == "primary");
  CHECK(data.tags_of_way(0)["maxspeed:forward"] == "60");
  CHECK(data.tags_of_way(0)["name"] == "A");
  CHECK_FALSE(data.tags_of_way(0)["name:de"]);
  REQUIRE(data.tagged_nodes == std::vector<std::uint32_t>{1});
  CHECK(data.tags_of_tagged(0)["barrier"] == "gate");
  CHECK_FALSE(data.tags_of_tagged(0)["note"]);
  CHECK_FALSE(data.tags_of_tagged(0)["name"]);
  REQUIRE(data.restrictions() == 1);
  CHECK(data.members_of(0).size() == 3);
  CHECK(data.texts[data.members_of(0)[1].role] == "via");
  CHECK(data.tags_of_restriction(0)["restriction"] == "no_left_turn");
}

TEST_CASE("files that are no sound OpenStreetMap data") {
  const TemporaryFolder folder;
  const auto message = [&](const std::string& name, const std::string& content) {
    write_file(folder.file(name), content);
    return input_error_of([&] { read(folder.file(name)); });
  };
  CHECK_THAT(input_error_of([&] { read(folder.file("absent.osm.pbf")); }), Catch::Contains("no such file"));
  CHECK_THAT(message("empty.osm.pbf", ""), Catch::Contains("empty.osm.pbf: the file is empty"));
  CHECK_THAT(message("foreign.osm.pbf", std::string(5000, 'x')), Catch::Contains("cannot be read"));
  CHECK_THAT(message("foreign.osm", "<gpx version='1.1'></gpx>"), Catch::Contains("cannot be read"));
  CHECK_THAT(message("text.osm", "once upon a time"), Catch::Contains("cannot be read"));
  CHECK_THAT(message("cut.osm", small.substr(0, small.size() / 2)), Catch::Contains("cut short"));
  CHECK_THAT(message("change.osm", "<osmChange version='0.6'></osmChange>"),
             Catch::Contains("history of its objects"));
  CHECK_THAT(message("nothing.osm", "<osm version='0.6'></osm>"), Catch::Contains("no way in it"));
  std::string twice = small;
  twice.replace(twice.find("id='20'"), 7, "id='10'");
  CHECK_THAT(message("twice.osm", twice), Catch::Contains("way 10 stands in it twice"));
  std::string node_twice = small;
  node_twice.replace(node_twice.find("id='3'"), 6, "id='1'");
  CHECK_THAT(message("node_twice.osm", node_twice), Catch::Contains("node 1 stands in it twice"));
}

TEST_CASE("a file cut short is told at any length") {
  if (!have_real_data()) return;
  const TemporaryFolder folder;
  for (const std::string name : {"graphhopper/andorra.osm.pbf", "graphhopper/monaco.osm.gz"}) {
    const std::string whole = read_file(std::filesystem::path(shared) / name);
    const std::string end = name.substr(name.find(".osm"));
    for (const double share : {0.001, 0.1, 0.5, 0.9, 0.999}) {
      write_file(folder.file("cut" + end), whole.substr(0, static_cast<std::size_t>(share * whole.size())));
      INFO(name << " " << share);
      CHECK_THAT(input_error_of([&] { read(folder.file("cut" + end)); }), Catch::Contains("cut"));
    }
  }
}

TEST_CASE("real data have the counts that osmium gives") {
  if (!have_real_data()) return;
  // osmium tags-filter FILE w/highway w/route=ferry, and r/type=restriction, counted by osmium fileinfo -e
  struct Expected {
    const char* file;
    std::size_t ways, nodes, restrictions;
  };
  for (const Expected& expected : {Expected{"graphhopper/andorra.osm.pbf", 1615, 38556, 0},
                                   {"graphhopper/monaco.osm.gz", 866, 4770, 0},
                                   {"graphhopper/krems.osm.gz", 838, 4631, 9},
                                   {"porto-alegre/poa_osm.pbf", 15886, 41109, 0}}) {
    const OsmData data = read(shared + "/" + expected.file);
    CHECK(data.ways() == expected.ways);
    CHECK(data.nodes() == expected.nodes);
    CHECK(data.restrictions() == expected.restrictions);
  }
}
