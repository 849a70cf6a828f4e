#include "layer/result.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

TEST_CASE("a result finds its layers by their thing") {
  Result result;
  result.layers.emplace_back("by_unit", Layer("one", pieces_definition(), albers()));
  result.layers.emplace_back("gaps", Layer("two", pieces_definition(), albers()));
  CHECK(result.has("gaps"));
  CHECK_FALSE(result.has("gap"));
  CHECK(result.layer("gaps").name() == "two");
  result.layer("by_unit").set_name("changed");
  const Result& same = result;
  CHECK(same.layer("by_unit").name() == "changed");
}
