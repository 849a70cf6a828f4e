#include "analyses/buffer_bands.hpp"

#include "analyses/fixtures.hpp"
#include "geometry/planar.hpp"

using namespace fixtures;

namespace {

Layer areas() {
  return Rows("areas", "built_up_areas")
      .add(box(0, 0, 100, 100), {{"built_up_area_id", std::string("a")}, {"population", 30.0}})
      .add(box(500, 0, 600, 100), {{"built_up_area_id", std::string("b")}})
      .add(box(900, 0, 1000, 100), {{"built_up_area_id", std::string("c")}, {"population", -20.0}});
}

}  // namespace

TEST_CASE("a band for each distance; rings begin where the one before ends") {
  BufferOptions options;
  options.distances = {Length{500}, Length{1500}};
  const std::vector<Band> disks = bands_of(areas(), options);
  REQUIRE(disks.size() == 2);
  CHECK(disks[0].name == "500 m");
  CHECK(disks[1].name == "1.5 km");
  CHECK(disks[1].distance(2) == Length{1500});
  CHECK(disks[1].inner_m == Value{});
  options.rings = BufferRings::rings;
  const std::vector<Band> rings = bands_of(areas(), options);
  CHECK(rings[0].inner_m == Value{});
  CHECK(rings[1].inner_m == Value{500.0});
}

TEST_CASE("one band with each feature's own distance where a field tells it; features without are told") {
  BufferOptions options;
  options.distance_field = "population";
  Result result;
  const Layer told = with_distance(areas(), options, result);
  REQUIRE(told.rows() == 2);
  REQUIRE(result.issues.size() == 1);
  CHECK(result.issues[0].kind == "no_distance");
  CHECK(result.issues[0].feature == "b");
  CHECK(result.issues[0].severity == Severity::note);
  const std::vector<Band> bands = bands_of(told, options);
  REQUIRE(bands.size() == 1);
  CHECK(bands[0].name == "population");
  CHECK(bands[0].distance(0) == Length{30});
  CHECK(bands[0].distance(1) == Length{-20});
  options.distance_field = "name_zh";
  CHECK_THROWS_WITH(with_distance(areas(), options, result), Catch::Contains("holds no numbers"));
  options.distance_field = std::nullopt;
  CHECK(with_distance(areas(), options, result).rows() == 3);
}

TEST_CASE("a ring is what a band has beyond the one before it") {
  GeometryColumn inner, outer;
  inner.append(box(0, 0, 10, 10));
  inner.append_null();
  inner.append(box(0, 0, 10, 10));
  outer.append(box(-5, 0, 15, 10));
  outer.append(box(0, 0, 2, 2));
  outer.append(box(2, 2, 3, 3));
  BufferOptions options;
  Result result;
  Context context;
  const auto ring = [&](const GeometryColumn& before) {
    return ring_of(outer, before, options, 0.001, result, context);
  };
  CHECK(planar_area(ring(inner).wkb(0)) == Approx(200));  // disks stay whole
  options.rings = BufferRings::rings;
  CHECK(planar_area(ring({}).wkb(0)) == Approx(200));
  const GeometryColumn rings = ring(inner);
  REQUIRE(rings.size() == 3);
  CHECK(planar_area(rings.wkb(0)) == Approx(100));
  CHECK(planar_area(rings.wkb(1)) == Approx(4));
  CHECK(rings.is_null(2));
  CHECK(result.certificate.witness_failures == 0);
}

TEST_CASE("an issue tells of which feature and distance nothing is left") {
  const Issue issue = vanished(areas(), 1, Length{-80});
  CHECK(issue.kind == "empty_buffer");
  CHECK(issue.feature == "b");
  CHECK(issue.reason.en.find("-80 m") != std::string::npos);
  CHECK(issue.reason.zh.find("-80 m") != std::string::npos);
}
