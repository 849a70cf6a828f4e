#include "geometry/smooth_map.hpp"

#include <catch2/catch.hpp>

#include "geometry/local_plane.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

/// The greatest distance between a map and its polynomials over random places of a rectangle and around it.
template <class Map>
double worst(const Map& map, const Envelope& domain, double tolerance) {
  const SmoothMap smooth(map, domain, tolerance, 1'000);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> share(-0.2, 1.2);
  double worst = 0;
  for (int n = 0; n < 2'000; ++n) {
    const Point p{domain.min_x + share(random) * domain.width(),
                  domain.min_y + share(random) * domain.height()};
    const Point truth = map(p), image = smooth(p);
    worst = std::max(worst, std::hypot(image.x - truth.x, image.y - truth.y));
  }
  return worst;
}

}  // namespace

TEST_CASE("local planes of many CRSs are smooth over the extent of a buffer's part") {
  for (const char* name : {"EPSG:4548", "EPSG:4490", "EPSG:3857", "EPSG:2154"}) {
    INFO(name);
    const Crs crs = Crs::parse(name);
    const CrsGeodesic truth(crs);
    const Point middle =
        truth.of_lon_lat(std::string_view(name) == "EPSG:2154" ? Point{3, 46} : Point{117, 40});
    const LocalPlane plane(truth, middle);
    const double half = 25'000 / crs.metres_per_unit();
    const auto into = [&](Point p) { return plane.of_crs(p); };
    const auto back = [&](Point p) { return plane.to_crs(p); };
    CHECK(worst(into, {middle.x - half, middle.y - half, middle.x + half, middle.y + half}, 1e-5) < 1e-5);
    CHECK(worst(back, {-30'000, -25'000, 28'000, 26'000}, 1e-5 / crs.metres_per_unit()) *
              crs.metres_per_unit() <
          1e-5);
  }
}

TEST_CASE("where a map is not smooth, or few places are asked, the map itself answers") {
  int asked = 0;
  const auto bent = [&](Point p) { return ++asked, Point{std::fabs(p.x), p.y}; };
  CHECK(worst(bent, {-1, -1, 1, 1}, 1e-6) == 0);
  const auto undefined = [&](Point p) { return Point{p.x > 0.5 ? std::nan("") : p.x, p.y}; };
  const SmoothMap partly(undefined, {-1, -1, 1, 1}, 1e-6, 1'000);
  CHECK(partly({0.25, 0.5}) == Point{0.25, 0.5});
  CHECK(std::isnan(partly({0.75, 0}).x));
  asked = 0;
  const SmoothMap few(bent, {-1, -1, 1, 1}, 1e-6, 5);
  CHECK(asked == 0);
  CHECK(few({-2, 3}) == Point{2, 3});
  const SmoothMap one_place(bent, {2, 2, 2, 2}, 1e-6, 1'000);
  CHECK(one_place({-2, 3}) == Point{2, 3});
}
