#include "analyses/decay_parameter.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace jingwei;

namespace {

std::optional<Decay> parsed(const std::vector<std::string>& texts) {
  std::optional<Decay> value;
  set_value(value, parameter_for(value, "p", {"参", "p"}, {}), texts);
  return value;
}

}  // namespace

TEST_CASE("a decay is one text, also where its numbers came apart at the comma") {
  CHECK(parsed({"gaussian(30 min)"}) == Decay(DecayForm::gaussian, {30}));
  CHECK(parsed({"power(1.5, 2 min)"}) == Decay(DecayForm::power, {1.5, 2}));
  CHECK(parsed({"power(1.5", "2 min)"}) == Decay(DecayForm::power, {1.5, 2}));
  CHECK(parsed({""}) == std::nullopt);
  CHECK_THROWS_AS(parsed({"gauss(30 min)"}), Error);
}

TEST_CASE("a parameter that may be left out tells no default, and else its value") {
  CHECK(parameter_for(std::optional<Decay>(), "p", {}, {}).default_text.empty());
  CHECK(parameter_for(std::optional<Decay>(Decay(DecayForm::linear, {60})), "p", {}, {}).default_text ==
        "linear(1 h)");
}
