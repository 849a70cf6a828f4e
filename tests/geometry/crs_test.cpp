#include "geometry/crs.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "geometry/measure.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

Point projected(Point lon_lat, const char* to) {
  return project(std::span(&lon_lat, 1), Crs::parse("EPSG:4490"), Crs::parse(to))[0];
}

}  // namespace

TEST_CASE("a CRS tells what it is") {
  const Crs cgcs2000 = Crs::parse("EPSG:4490");
  CHECK(cgcs2000.geographic());
  CHECK_FALSE(cgcs2000.equal_area());
  CHECK(cgcs2000.authority() == "EPSG:4490");
  CHECK(cgcs2000.semi_major_m() == 6378137.0);
  CHECK(1 / cgcs2000.flattening() == Approx(298.257222101).epsilon(1e-12));
  // A quarter of the meridian of GRS 80 is 10 001 965.729 m (Moritz 2000).
  CHECK(cgcs2000.metres_per_unit() == Approx(10'001'965.729 / 90).epsilon(1e-9));
  CHECK(cgcs2000.grid_size(Length{1}) * cgcs2000.metres_per_unit() == Approx(1));

  const Crs albers = Crs::parse(regional_albers);
  CHECK_FALSE(albers.geographic());
  CHECK(albers.equal_area());
  CHECK(albers.metres_per_unit() == 1);
  CHECK_FALSE(albers.authority().has_value());
  CHECK(albers.geographic_base().geographic());

  CHECK_FALSE(Crs::parse("EPSG:4547").equal_area());
  CHECK(Crs::parse("EPSG:6933").equal_area());
  CHECK_FALSE(Crs::parse("ESRI:54009").equal_area());  // Mollweide is spherical in PROJ
  CHECK(Crs::parse("EPSG:2263").metres_per_unit() == Approx(1200.0 / 3937));  // US survey feet
}

TEST_CASE("a CRS is the same whatever it was written as") {
  const Crs gauss = Crs::parse("EPSG:4547");
  CHECK(gauss.same_as(Crs::parse(gauss.wkt())));
  CHECK(gauss.same_as(Crs::parse(gauss.wkt1())));
  CHECK(Crs::parse("EPSG:4326").same_as(Crs::parse("OGC:CRS84")));
  CHECK_FALSE(gauss.same_as(Crs::parse("EPSG:4548")));
  CHECK_FALSE(Crs::parse("EPSG:4490").same_as(Crs::parse("EPSG:4326")));
  CHECK(Crs::parse("EPSG:4979").geographic());  // heights are left out
  CHECK(Crs::parse("EPSG:4326+5773").same_as(Crs::parse("EPSG:4326")));
}

TEST_CASE("what is no CRS for a map is refused with its name") {
  for (const char* text :
       {"", "EPSG:999999", "nonsense", "+proj=nope", "EPSG:4978", "EPSG:5773", "EPSG:4807"}) {
    INFO(text);
    CHECK_THROWS_AS(Crs::parse(text), Error);
  }
  CHECK_THROWS_WITH(Crs::parse("EPSG:999999"), Catch::Contains("EPSG:999999"));
}

TEST_CASE("116.4 E, 39.9 N in the systems of the region") {
  // Computed with PROJ's database and checked against independent implementations to a millimetre.
  struct Known {
    const char* crs;
    double x, y;
  };
  for (const Known& known :
       {Known{"EPSG:4547", 705254.660, 4421184.039}, Known{"EPSG:4548", 448688.856, 4418598.001},
        Known{"EPSG:4549", 192097.899, 4424634.905}, Known{"EPSG:32650", 448709.380, 4416830.562},
        Known{"+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80", 956439.170, 4343540.014},
        Known{regional_albers, -25636.775, 66709.121}}) {
    INFO(known.crs);
    const Point p = projected({116.4, 39.9}, known.crs);
    CHECK(p.x == Approx(known.x).margin(0.0011));
    CHECK(p.y == Approx(known.y).margin(0.0011));
  }
}

TEST_CASE("WGS 84 and CGCS2000 are not shifted against each other") {
  const Point p{116.4, 39.9};
  for (const auto& [from, to] : {std::pair("EPSG:4326", "EPSG:4490"), std::pair("EPSG:4490", "EPSG:4326")}) {
    const Point q = project(std::span(&p, 1), Crs::parse(from), Crs::parse(to))[0];
    CHECK(q.x == Approx(p.x).margin(1e-9));
    CHECK(q.y == Approx(p.y).margin(1e-9));
  }
}

TEST_CASE("the automatic CRS of the region is its regional Albers") {
  const Crs crs = equal_area_for(Envelope{113.4, 36.0, 119.9, 42.7});
  CHECK(crs.equal_area());
  CHECK(crs.name().find("37.1") != std::string::npos);
  CHECK(crs.name().find("41.6") != std::string::npos);
  Context context;
  GeometryColumn cell;
  cell.append(wkb_of(Envelope{116, 39, 117, 40}));
  const auto flat = project(cell, Crs::parse("EPSG:4490"), crs, 1_mm, context);
  CHECK(areas_m2(flat.geometry, crs, context)[0] == Approx(9549.520e6).epsilon(1e-7));
  CHECK(equal_area_for(Envelope{-10, -20, 10, 20}).equal_area());  // symmetric to the equator
  CHECK(equal_area_for(Envelope{116, 39, 116, 39}).equal_area());  // a single place
}

TEST_CASE("points go there and back, and what cannot be projected is NaN") {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> lon(113, 120), lat(36, 43);
  std::vector<Point> points(200);
  for (Point& p : points) p = {lon(random), lat(random)};
  const Crs degrees = Crs::parse("EPSG:4490");
  for (const char* to : {regional_albers, "EPSG:4547", "EPSG:4549", "EPSG:32650", "EPSG:3857"}) {
    const Crs crs = Crs::parse(to);
    const std::vector<Point> back = project(project(points, degrees, crs), crs, degrees);
    for (std::size_t i = 0; i < points.size(); ++i) {
      CHECK(back[i].x == Approx(points[i].x).margin(1e-9));
      CHECK(back[i].y == Approx(points[i].y).margin(1e-9));
    }
  }
  const std::vector<Point> bad{{std::nan(""), 1}, {116, 95}, {116, std::numeric_limits<double>::infinity()}};
  for (const Point p : project(bad, degrees, Crs::parse(regional_albers))) CHECK(std::isnan(p.x));
}

TEST_CASE("threads have their own PROJ and get the same") {
  const Crs from = Crs::parse("EPSG:4490");
  const Crs to = Crs::parse("EPSG:4548");
  const Point p{117.123, 39.456};
  const Point here = project(std::span(&p, 1), from, to)[0];
  std::vector<Point> there(8);
  std::vector<std::thread> threads;
  for (Point& q : there)
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) q = project(std::span(&p, 1), from, to)[0];
    });
  for (std::thread& thread : threads) thread.join();
  for (const Point q : there) CHECK(q == here);
}
