#include "analyses/parameter_types.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace jingwei;

namespace {

template <class T>
T parsed(T initial, const std::vector<std::string>& texts, const Constraint& constraint = {}) {
  const Parameter parameter = parameter_for(initial, "p", {"参", "p"}, constraint);
  set_value(initial, parameter, texts);
  return initial;
}

}  // namespace

TEST_CASE("each type reads its text and tells its default") {
  CHECK(parsed(Length{1}, {"2 km"}) == Length{2000});
  CHECK(parsed(Duration{1}, {"30 min"}) == Duration{1800});
  CHECK(parsed(Area{1}, {"12 ha"}) == Area{120000});
  CHECK(parsed(1.5, {"2.25"}) == 2.25);
  CHECK(parsed(std::int64_t{1}, {"-7"}) == -7);
  CHECK(parsed(false, {"true"}));
  CHECK(parsed(std::string("a"), {"乙"}) == "乙");
  CHECK(parsed(std::optional<std::string>(), {"x"}) == "x");
  CHECK(parsed(std::optional<std::string>("x"), {}) == std::nullopt);

  CHECK(parameter_for(Length{500}, "p", {}, {}).default_text == "500 m");
  CHECK(parameter_for(std::vector<Length>{{500}, {1000}}, "p", {}, {}).default_text == "500 m, 1 km");
  CHECK(parameter_for(true, "p", {}, {}).default_text == "true");
  CHECK(parameter_for(std::vector<std::string>{}, "p", {}, {}).default_text.empty());
}

TEST_CASE("a text that names a field of a role is a field") {
  CHECK(parameter_for(std::string(), "p", {}, {}).type == ParameterType::text);
  CHECK(parameter_for(std::optional<std::string>(), "p", {}, field_of("a")).type == ParameterType::field);
  CHECK(parameter_for(std::vector<std::string>(), "p", {}, field_of("a")).type == ParameterType::fields);
}

TEST_CASE("bounds are inclusive and named in the message") {
  const Constraint bounds = between("100 m", "3 km");
  CHECK(parsed(Length{500}, {"100 m"}, bounds) == Length{100});
  CHECK(parsed(Length{500}, {"3 km"}, bounds) == Length{3000});
  CHECK_THROWS_WITH(parsed(Length{500}, {"99 m"}, bounds), "“99 m” is outside 100 m to 3 km");
  CHECK_THROWS_WITH(parsed(2.0, {"-1"}, Constraint{"0", "", ""}), "“-1” is less than 0");
  CHECK_THROWS_WITH(parsed(std::int64_t{2}, {"11"}, Constraint{"", "10", ""}), "“11” is more than 10");
}

TEST_CASE("lists come one by one or between commas, and ascend") {
  using Lengths = std::vector<Length>;
  CHECK(parsed(Lengths{{1}}, {"500 m", "1 km"}) == Lengths{{500}, {1000}});
  CHECK(parsed(Lengths{{1}}, {"500 m, 1 km"}) == Lengths{{500}, {1000}});
  CHECK_THROWS_WITH(parsed(Lengths{{1}}, {"1 km", "1000 m"}), Catch::Contains("ascending"));
  CHECK_THROWS_WITH(parsed(Lengths{{1}}, {}), Catch::Contains("at least one"));
  CHECK(parsed(std::vector<Duration>{{60}}, {"1 min, 1 h"}) == std::vector<Duration>{{60}, {3600}});

  using Texts = std::vector<std::string>;
  CHECK(parsed(Texts{}, {"a,b"}) == Texts{"a", "b"});
  CHECK(parsed(Texts{"a"}, {}).empty());
  CHECK_THROWS_WITH(parsed(Texts{}, {"a", "b", "a"}), "“a” is listed twice");
}

TEST_CASE("what cannot be read says what would be right") {
  CHECK_THROWS_AS(parsed(Length{1}, {"5"}), Error);
  CHECK_THROWS_WITH(parsed(1.0, {"x"}), "“x” is not a number");
  CHECK_THROWS_WITH(parsed(std::int64_t{1}, {"1.5"}), "“1.5” is not a whole number");
  CHECK_THROWS_WITH(parsed(true, {"1"}), Catch::Contains("neither true nor false"));
  CHECK_THROWS_WITH(parsed(1.0, {"1", "2"}), "takes one value, 2 are given");
}

TEST_CASE("a choice is one of its table") {
  const Parameter parameter =
      choice_parameter(1, {{"disks", {"圆", "disks"}}, {"rings", {"环", "rings"}}}, "p", {});
  CHECK(parameter.default_text == "rings");
  CHECK(choice_index(parameter, {"disks"}) == 0);
  CHECK_THROWS_WITH(choice_index(parameter, {"ring"}),
                    Catch::Contains("disks, rings") && Catch::Contains("did you mean"));
}
