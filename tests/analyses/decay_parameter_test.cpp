#include "analyses/decay_parameter.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace jingwei;

namespace {

template <class T>
std::optional<T> parsed(const std::vector<std::string>& texts) {
  std::optional<T> value;
  set_value(value, parameter_for(value, "p", {"参", "p"}, {}), texts);
  return value;
}

}  // namespace

TEST_CASE("a decay is one text, also where its numbers came apart at the comma") {
  CHECK(parsed<Decay>({"gaussian(30 min)"}) == Decay(DecayForm::gaussian, {30}));
  CHECK(parsed<Decay>({"power(1.5, 2 min)"}) == Decay(DecayForm::power, {1.5, 2}));
  CHECK(parsed<Decay>({"power(1.5", "2 min)"}) == Decay(DecayForm::power, {1.5, 2}));
  CHECK(parsed<Decay>({""}) == std::nullopt);
  CHECK_THROWS_AS(parsed<Decay>({"gauss(30 min)"}), Error);
}

TEST_CASE("a parameter that may be left out tells no default, and else its value") {
  CHECK(parameter_for(std::optional<Decay>(), "p", {}, {}).default_text.empty());
  CHECK(parameter_for(std::optional<Decay>(Decay(DecayForm::linear, {60})), "p", {}, {}).default_text ==
        "linear(1 h)");
  CHECK(parameter_for(std::optional<Duration>(), "p", {}, {}).default_text.empty());
  CHECK(parameter_for(std::optional<Duration>(Duration{600}), "p", {}, {}).default_text == "10 min");
  CHECK(parameter_for(std::optional<Duration>(), "p", {}, {}).type == ParameterType::duration);
}

TEST_CASE("a duration keeps its bounds") {
  CHECK(parsed<Duration>({"10 min"}) == Duration{600});
  std::optional<Duration> value;
  const Parameter parameter = parameter_for(value, "p", {}, between("1 min", "1 h"));
  CHECK_THROWS_WITH(set_value(value, parameter, {"2 h"}), Catch::Contains("outside 1 min to 1 h"));
}
