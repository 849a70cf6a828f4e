#include "geometry/surface_metric.hpp"

#include <catch2/catch.hpp>

#include "geometry/crs_geodesic.hpp"
#include "geometry/measure.hpp"
#include "geometry/planar.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

/// The area by the geodesics that follow each edge closely.
double area_by_geodesics(const Rings& rings, const CrsGeodesic& truth) {
  double area_m2 = 0;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    const double ring_m2 = std::fabs(truth.geodesic().area_m2(truth.follow(rings[r], 1e-6)));
    area_m2 += r == 0 ? ring_m2 : -ring_m2;
  }
  return area_m2;
}

struct Place {
  const char* crs;
  Point at;
  double unit_m;
};

const std::vector<Place> places{
    {"EPSG:4490", {116.4, 39.9}, 1.11e5},     {"EPSG:4547", {450'000, 4'400'000}, 1},
    {"EPSG:4548", {200'000, 4'200'000}, 1},   {"EPSG:3857", {1.29e7, 4.8e6}, 1},
    {regional_albers, {150'000, 120'000}, 1}, {"EPSG:32650", {500'000, 10'000}, 1},
    {"EPSG:4490", {179.99, -60}, 1.11e5},     {"EPSG:2263", {980'000, 200'000}, 0.3048}};

}  // namespace

TEST_CASE("areas are those of geodesics along the edges, in any CRS and at any size") {
  std::mt19937 random(5);
  for (const Place& place : places)
    for (const double radius_m : {0.5, 30.0, 2'000.0, 60'000.0}) {
      INFO(place.crs << ", " << radius_m << " m");
      const Crs crs = Crs::parse(place.crs);
      const SurfaceMetric metric(crs);
      const CrsGeodesic truth(crs);
      Rings rings = star(random, place.at, radius_m / place.unit_m, 25);
      const auto area_m2 = metric.area_m2(rings);
      REQUIRE(area_m2);
      // Geodesic areas of small polygons are known to some 0.1 m² only.
      CHECK(*area_m2 ==
            Approx(area_by_geodesics(rings, truth)).epsilon(3e-8).margin(radius_m < 1e3 ? 2e-2 : 1));
    }
}

TEST_CASE("in an equal-area plane the true area is that of the plane, to the last millimetre squared") {
  const Crs crs = Crs::parse(regional_albers);
  const SurfaceMetric metric(crs);
  std::mt19937 random(6);
  for (const double radius_m : {0.01, 1.0, 100.0, 10'000.0, 70'000.0}) {
    const Rings rings = star(random, {-210'000, 130'000}, radius_m, 40);
    CHECK(metric.area_m2(rings).value() == Approx(planar_area(rings)).epsilon(1e-8).margin(1e-9));
  }
}

TEST_CASE("lengths of edges are those of the geodesics that follow them") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> angle(0, 6.3);
  for (const Place& place : places)
    for (const double length_m : {0.1, 50.0, 3'000.0, 90'000.0}) {
      INFO(place.crs << ", " << length_m << " m");
      const Crs crs = Crs::parse(place.crs);
      const CrsGeodesic truth(crs);
      const double a = angle(random);
      const double length = length_m / place.unit_m;
      const Path edge{place.at, {place.at.x + length * std::cos(a), place.at.y + length * std::sin(a)}};
      const auto exact = SurfaceMetric(crs).length_m(edge[0], edge[1]);
      REQUIRE(exact);
      CHECK(*exact == Approx(truth.geodesic_length_m(edge)).epsilon(4e-8).margin(1e-7));
      CHECK(truth.length_m(edge) == *exact);
    }
}

TEST_CASE("what is too wide, off the globe or at a pole is not answered") {
  const SurfaceMetric mercator(Crs::parse("EPSG:3857"));
  CHECK_FALSE(mercator.length_m({0, 0}, {400'000, 0}));
  CHECK_FALSE(mercator.area_m2({{{0, 0}, {0, 400'000}, {400'000, 0}, {0, 0}}}));
  const SurfaceMetric degrees(Crs::parse("EPSG:4490"));
  CHECK_FALSE(degrees.area_m2({{{10, 89.6}, {10.4, 89.6}, {10.2, 90}, {10, 89.6}}}));
  const SurfaceMetric transverse(Crs::parse("EPSG:4547"));
  CHECK_FALSE(transverse.length_m({1e8, 0}, {1e8 + 1, 0}));
  const CrsGeodesic truth(Crs::parse("EPSG:3857"));
  CHECK(truth.length_m({{0, 0}, {400'000, 0}}) == Approx(truth.geodesic_length_m({{0, 0}, {400'000, 0}})));
}

TEST_CASE("places on both sides of a tile's border measure alike") {
  const SurfaceMetric metric(Crs::parse("EPSG:3857"));
  const double y = 5'000'000;
  const double left = metric.length_m({99'990, y}, {99'999, y}).value();
  const double right = metric.length_m({100'001, y}, {100'010, y}).value();
  CHECK(left == Approx(right).epsilon(1e-9));
}
