#include "analyses/chainage.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("chainages as they stand along roads") {
  CHECK(chainage_mark(0) == "K0+000.000");
  CHECK(chainage_mark(12345.678) == "K12+345.678");
  CHECK(chainage_mark(999.9996) == "K1+000.000");
  CHECK(chainage_mark(50.5) == "K0+050.500");
  CHECK(chainage_mark(-50.5) == "-K0+050.500");
  CHECK(chainage_mark(-0.0001) == "K0+000.000");
}
