#include "analyses/description.hpp"

#include <catch2/catch.hpp>

#include "analyses/describe.hpp"
#include "base/error.hpp"

using namespace jingwei;
using namespace jingwei::literals;

namespace {

struct SampleOptions {
  Length distance = 1_km;
  std::vector<std::string> by;
};

bool far(const SampleOptions& options) {
  return options.distance > 2_km;
}

Description sample() {
  return describe<SampleOptions>("sample-question")
      .title({"示例", "Sample"})
      .reads("features", {"要素", "features"}, {"roads"}, {GeometryForm::line})
      .reads_network("network", {"路网", "network"}, Presence::optional)
      .option("distance", &SampleOptions::distance, {"距离", "distance"}, between("1 m", "5 km"))
      .option("by", &SampleOptions::by, {"字段", "fields"}, field_of("features"))
      .writes("areas", owned)
      .writes("streets", stitch)
      .needs("network")
      .writes_if(&far, "far_areas", sum_by_key)
      .halo([](const SampleOptions& options) { return std::optional<Length>(options.distance); })
      .cites("A source.");
}

}  // namespace

TEST_CASE("a description holds what its chain of calls said") {
  const Description description = sample();
  CHECK(description.name == "sample-question");
  REQUIRE(description.role("features") != nullptr);
  CHECK(description.role("features")->presence == Presence::required);
  CHECK(description.role("network")->kind == RoleKind::network);
  CHECK(description.role("Network") == nullptr);
  REQUIRE(description.parameter("distance") != nullptr);
  CHECK(description.parameter("distance")->default_text == "1 km");
  CHECK(description.parameter("by")->type == ParameterType::fields);
  CHECK(description.parameter("width") == nullptr);
  REQUIRE(description.outputs.size() == 3);
  CHECK(description.outputs[0].needs.empty());
  CHECK(description.outputs[1].needs == std::vector<std::string>{"network"});
  CHECK(description.definition_of(description.outputs[2]) == "sample_question_far_areas");
}

TEST_CASE("parameters are set from text, and outputs and halo follow them") {
  const Description description = sample();
  std::any options = description.default_options;
  CHECK(description.halo(options)->m == 1000);
  CHECK_FALSE(description.outputs[2].written(options));
  description.set(options, "distance", {"3 km"});
  description.set(options, "by", {"class, name_zh"});
  CHECK(std::any_cast<const SampleOptions&>(options).by.size() == 2);
  CHECK(description.halo(options)->m == 3000);
  CHECK(description.outputs[2].written(options));
  // The defaults stay what they are.
  CHECK(std::any_cast<const SampleOptions&>(description.default_options).distance.m == 1000);
}

TEST_CASE("a parameter that is unknown or wrong is refused") {
  const Description description = sample();
  std::any options = description.default_options;
  CHECK_THROWS_WITH(description.set(options, "distanse", {"1 km"}),
                    Catch::Contains("it has distance, by") && Catch::Contains("did you mean “distance”"));
  CHECK_THROWS_WITH(description.set(options, "distance", {"6 km"}), Catch::Contains("outside 1 m to 5 km"));
  CHECK_THROWS_WITH(description.set(options, "distance", {"1"}), Catch::Contains("1"));
}

TEST_CASE("names of files and layers have _ for -") {
  CHECK(snake_case("park-coverage") == "park_coverage");
  CHECK(snake_case("buffer").size() == 6);
  CHECK(snake_case("").empty());
}
