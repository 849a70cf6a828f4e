#include "geometry/merge_lines.hpp"

#include <random>

#include "analyses/same_results.hpp"

using namespace fixtures;

namespace {

// The example of docs/analyses/merge-lines.md.
Layer five_lines() {
  const auto of = [](const char* id, const char* kind, double speed) -> Values {
    return {{"line_id", std::string(id)}, {"kind", std::string(kind)}, {"speed_kmh", speed}};
  };
  return Rows("lines", "trunk_lines")
      .add(line({{0, 0}, {1000, 0}}), of("a", "hsr", 10))
      .add(line({{2000, 0}, {1000, 0}}), of("b", "hsr", 20))
      .add(line({{2000, 0}, {3000, 1000}}), of("c", "hsr", 30))
      .add(line({{2000, 0}, {3000, -1000}}), of("d", "hsr", 40))
      .add(line({{3000, 1000}, {4000, 1000}}), of("e", "rail", 50));
}

}  // namespace

TEST_CASE("lines become one through what is no fork") {
  const Layer lines = five_lines();
  const Inputs inputs{{{"lines", &lines}}, {}};
  const Result result = run_every_way("merge-lines", inputs, {{"sum", {"speed_kmh"}}});
  const Layer& merged = result.layer("lines");
  REQUIRE(merged.rows() == 3);
  CHECK(number(merged, "a", "features") == 2);
  CHECK(number(merged, "a", "speed_kmh") == Approx(30));
  CHECK(number(merged, "a", "length_m") == Approx(2000).epsilon(1e-5));
  CHECK(number(merged, "c", "features") == 2);
  CHECK(number(merged, "c", "length_m") == Approx(1000 * std::sqrt(2.0) + 1000).epsilon(1e-5));
  CHECK(number(merged, "d", "features") == 1);
  CHECK(figure(result, "lines") == 3);
  CHECK(figure(result, "length_m") == Approx(size_of(lines.geometry())).epsilon(1e-9));

  CHECK(run_every_way("merge-lines", inputs, {{"direction", {"kept"}}}).layer("lines").rows() == 4);
  const Result by = run_every_way("merge-lines", inputs, {{"by", {"kind"}}});
  CHECK(by.layer("lines").rows() == 4);
  CHECK(text(by.layer("lines"), "e", "kind") == "rail");
}

TEST_CASE("a multi-line's value goes to its lines by length, and their names are told apart") {
  const std::vector<Path> parts{{place(0, 0), place(1000, 0)}, {place(5000, 0), place(8000, 0)}};
  const Layer lines = Rows("lines", "trunk_lines")
                          .add(wkb_of_lines(parts), {{"line_id", std::string("m")}, {"speed_kmh", 100.0}})
                          .add(line({{9, 9}, {9, 9}}), {{"line_id", std::string("nothing")}});
  const Result result = run_every_way("merge-lines", {{{"lines", &lines}}, {}}, {{"sum", {"speed_kmh"}}});
  REQUIRE(result.layer("lines").rows() == 2);
  CHECK(number(result.layer("lines"), "m", "speed_kmh") == Approx(25));
  CHECK(number(result.layer("lines"), "m#2", "speed_kmh") == Approx(75));
  CHECK(issues_of_kind(result, "no_length") == 1);
}

TEST_CASE("neither the order of rows nor what is empty matters") {
  const Layer lines = five_lines();
  const std::vector<std::uint32_t> backwards{4, 3, 2, 1, 0};
  const Layer other = lines.take(backwards);
  expect_identical(run("merge-lines", {{{"lines", &lines}}, {}}),
                   run("merge-lines", {{{"lines", &other}}, {}}));
  const Layer none = Rows("lines", "trunk_lines");
  CHECK(run("merge-lines", {{{"lines", &none}}, {}}, {}, {2, 2}).layer("lines").rows() == 0);
  CHECK_THROWS_WITH(run("merge-lines", {{{"lines", &lines}}, {}}, {{"sum", {"kind"}}}),
                    Catch::Contains("holds no numbers"));
}
