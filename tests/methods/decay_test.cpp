#include "methods/decay.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "base/error.hpp"

using namespace jingwei;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double at(const char* decay, double minutes) {
  return parse_decay(decay)(minutes);
}

}  // namespace

TEST_CASE("decays by hand") {
  CHECK(at("step(30 min)", 30) == 1);
  CHECK(at("step(30 min)", 30.001) == 0);
  CHECK(at("linear(1 h)", 15) == Approx(0.75));
  CHECK(at("linear(1 h)", 90) == 0);
  CHECK(at("exponential(0.05/min)", 20) == Approx(std::exp(-1)));
  CHECK(at("power(2, 5 min)", 10) == Approx(0.01));
  CHECK(at("power(2, 5 min)", 0) == Approx(0.04));
  CHECK(at("gaussian(30 min)", 30) == Approx(std::exp(-1)));
  CHECK(at("epanechnikov(1 h)", 30) == Approx(0.5625));
  CHECK(at("tanner(1, 0.1/min, 1 min)", 10) == Approx(10 * std::exp(-1)));
  CHECK(at("tanner(-1, 0.1/min, 2 min)", 0) == Approx(0.5 * std::exp(-0.2)));
  CHECK(at("log_logistic(30 min, 3)", 60) == Approx(1 / 9.0));
  // (e^(-1/8) - e^(-1/2)) / (1 - e^(-1/2)) = 0.275966 / 0.393469
  CHECK(at("bounded_gaussian(1 h)", 30) == Approx(0.275966 / 0.393469).epsilon(1e-5));
  // One standard deviation of a logistic distribution is pi/sqrt(3) of its scale: 1/(1 + e^1.8138) = 0.14019.
  CHECK(at("logistic(30 min, 10 min)", 40) == Approx(0.14019).epsilon(1e-4));
}

TEST_CASE("what identifies each decay") {
  CHECK(at("bounded_gaussian(1 h)", 0) == Approx(1));
  CHECK(at("bounded_gaussian(1 h)", 60) == Approx(0).margin(1e-15));
  CHECK(at("epanechnikov(1 h)", 0) == 0.75);
  CHECK(at("epanechnikov(1 h)", 60) == 0);
  CHECK(at("logistic(30 min, 10 min)", 30) == Approx(0.5));
  CHECK(at("log_logistic(30 min, 3)", 30) == Approx(0.5));
  CHECK(at("adjusted_logistic(30 min, 10 min)", 0) == Approx(1));
  CHECK(at("adjusted_logistic(30 min, 10 min)", 50) / at("adjusted_logistic(30 min, 10 min)", 30) ==
        Approx(at("logistic(30 min, 10 min)", 50) / at("logistic(30 min, 10 min)", 30)));
  for (const char* starts_at_one : {"step(20 min)", "linear(20 min)", "exponential(0.1/min)",
                                    "gaussian(20 min)", "power(1.5, 1 min)", "log_logistic(20 min, 2)"})
    CHECK(at(starts_at_one, 0) == Approx(1));
}

TEST_CASE(
    "a decay never rises with cost nor falls below 0, and is 0 from its reach on and where one cannot go") {
  for (const DecayHelp& help : decay_forms()) {
    INFO(help.call);
    const Decay decay = parse_decay(help.call);
    const bool humped = decay.form() == DecayForm::tanner;  // rises up to α/β
    double before = infinite;
    for (double c = humped ? 10 : 0; c < 300; c += 0.5) {
      const double value = decay(c);
      CHECK(value >= 0);
      CHECK(value <= before);
      if (c > decay.reach_min()) CHECK(value == 0);
      before = value;
    }
    CHECK(decay(infinite) == 0);
    CHECK(decay(std::nan("")) == 0);
    CHECK(decay(1e9) < 1e-6);
  }
}

TEST_CASE("decays are read as they are written") {
  for (const DecayHelp& help : decay_forms()) CHECK(to_text(parse_decay(help.call)) == help.call);
  CHECK(parse_decay(" gaussian( 0.5 h ) ") == parse_decay("gaussian(30 min)"));
  CHECK(Decay() == parse_decay("step(30 min)"));
  for (const char* wrong :
       {"", "gaussian", "gaussian(30)", "gaussian(0 min)", "gaussian(-3 min)", "gauss(30 min)",
        "exponential(0.05)", "exponential(5 min)", "power(1.5)", "power(-1, 1 min)", "power(1, 0 min)",
        "step(30 min, 3)", "tanner(x, 0.1/min, 1 min)", "log_logistic(30 min, 0)", "linear(inf min)"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_decay(wrong), Error);
  }
}
