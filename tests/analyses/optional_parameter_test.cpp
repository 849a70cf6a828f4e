#include "analyses/optional_parameter.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace jingwei;

TEST_CASE("a quantity that may be left out has no default, and else its value") {
  CHECK(parameter_for(std::optional<Duration>(), "p", {}, {}).default_text.empty());
  CHECK(parameter_for(std::optional<Duration>(), "p", {}, {}).type == ParameterType::duration);
  CHECK(parameter_for(std::optional<Duration>(Duration{600}), "p", {}, {}).default_text == "10 min");
  CHECK(parameter_for(std::optional<Length>(), "p", {}, {}).default_text.empty());
  CHECK(parameter_for(std::optional<Length>(), "p", {}, {}).type == ParameterType::length);
  CHECK(parameter_for(std::optional<Length>(Length{50}), "p", {}, {}).default_text == "50 m");
}

TEST_CASE("where it is given it keeps its bounds") {
  std::optional<Duration> time;
  const Parameter times = parameter_for(time, "p", {}, between("1 min", "1 h"));
  set_value(time, times, {"10 min"});
  CHECK(time == Duration{600});
  CHECK_THROWS_WITH(set_value(time, times, {"2 h"}), Catch::Contains("outside 1 min to 1 h"));
  std::optional<Length> length;
  const Parameter lengths = parameter_for(length, "p", {}, between("1 m", "1 km"));
  set_value(length, lengths, {"20 m"});
  REQUIRE(length);
  CHECK(length->m == 20);
  CHECK_THROWS_WITH(set_value(length, lengths, {"20"}), Catch::Contains("has no unit"));
}
