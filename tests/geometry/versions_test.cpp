#include "geometry/versions.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("the libraries of the room tell their versions") {
  const auto versions = geometry_versions();
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].first == "GEOS");
  CHECK(versions[0].second.starts_with("3."));
  CHECK(versions[1].first == "PROJ");
  CHECK(versions[1].second.find('.') != std::string::npos);
}
