#include "geometry/near_part.hpp"

#include <catch2/catch.hpp>

#include "geometry/overlay.hpp"
#include "geometry/polygon_overlay.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("what is near a rectangle is the same inside it, and smaller") {
  std::mt19937 random(61);
  std::uniform_real_distribution<double> place(0, 100), size(1, 30), share(0, 1);
  for (int n = 0; n < 60; ++n) {
    const std::vector<Rings> polygons{star(random, {50, 50}, 45, 400), star(random, {50, 50}, 20, 9)};
    const Point corner{place(random), place(random)};
    const Envelope window{corner.x, corner.y, corner.x + size(random), corner.y + size(random)};
    const std::vector<Rings> part = near_part(polygons, window);
    std::size_t before = 0, after = 0;
    for (const Rings& rings : polygons) before += rings[0].size();
    for (const Rings& rings : part) after += rings[0].size();
    CHECK(after <= before);
    for (int i = 0; i < 100; ++i) {
      const Point p{window.min_x + share(random) * window.width(),
                    window.min_y + share(random) * window.height()};
      // Even and odd: the two stars overlap, so each is asked by itself.
      int expected = 0, found = 0;
      for (const Rings& rings : polygons) expected += inside(wkb_of_polygons({&rings, 1}), p) ? 1 : 0;
      for (const Rings& rings : part) found += inside(wkb_of_polygons({&rings, 1}), p) ? 1 : 0;
      CHECK(found == expected);
    }
  }
}

TEST_CASE("nothing is near a rectangle that lies beyond, and a hole around it stays") {
  const Rings ring{{{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 0}},
                   {{10, 10}, {20, 10}, {20, 20}, {10, 20}, {10, 10}},
                   {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}};
  CHECK(near_part({ring}, {40, 0, 50, 10}).empty());
  const std::vector<Rings> part = near_part({ring}, {12, 12, 13, 13});
  REQUIRE(part.size() == 1);
  CHECK(part[0].size() == 2);
  const Envelope reach = with_edges_at({ring}, {15, 15, 25, 17});
  CHECK(reach == Envelope{15, 10, 25, 20});
}

TEST_CASE("large polygons share with many small ones what their parts share") {
  // A comb of thousands of corners against squares on its teeth, its gaps and across their borders.
  Path comb{{0, -50}};
  for (int tooth = 0; tooth < 2'000; ++tooth) {
    const double x = tooth * 2;
    for (const Point p : {Point{x, 10}, Point{x + 1, 10}, Point{x + 1, 0}, Point{x + 2, 0}})
      comb.push_back(p);
  }
  comb.push_back({4'000, -50});
  comb.push_back(comb.front());
  const Rings rings{comb};
  GeometryColumn a, b;
  b.append(wkb_of_polygons({&rings, 1}));
  std::vector<double> expected;
  for (int i = 0; i < 200; ++i) {
    const double x = i * 19.5;
    a.append(wkb_of(Envelope{x, 4, x + 4, 8}));
    expected.push_back(8);
  }
  Context context;
  const Pieces shared = intersection(a, b, 0.001, context);
  REQUIRE(shared.geometry.size() == a.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    CHECK(planar_area(shared.geometry.wkb(i)) == Approx(expected[i]).margin(0.01));
}

TEST_CASE("a long spiral shares with small squares what the whole of it shares") {
  Path out, in;
  for (int i = 0; i < 3'000; ++i) {
    const double angle = 0.01 * i;
    out.push_back({(angle + 2) * std::cos(angle), (angle + 2) * std::sin(angle)});
    in.push_back({(angle + 5) * std::cos(angle), (angle + 5) * std::sin(angle)});
  }
  out.insert(out.end(), in.rbegin(), in.rend());
  out.push_back(out.front());
  const Rings spiral{out};
  Context context;
  GeometryColumn a, b;
  a.append(wkb_of_polygons({&spiral, 1}));
  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(-40, 40);
  for (int i = 0; i < 400; ++i) {
    const Point p{place(random), place(random)};
    b.append(wkb_of(Envelope{p.x, p.y, p.x + 3, p.y + 3}));
  }
  const Pieces pieces = intersection(a, b, 0.001, context);
  std::vector<double> found(b.size(), 0);
  for (std::size_t i = 0; i < pieces.source_b.size(); ++i)
    found[pieces.source_b[i]] += planar_area(pieces.geometry.wkb(i));
  for (std::size_t row = 0; row < b.size(); ++row) {
    const auto whole =
        polygon_overlay(oriented_polygons_of(a.wkb(0)), oriented_polygons_of(b.wkb(row)), Kept::both, 0.001);
    double expected = 0;
    for (const Rings& rings : whole) expected += planar_area(rings);
    CHECK(found[row] == Approx(expected).margin(0.02));
  }
}
