#include "base/progress.hpp"

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "base/stderr_capture.hpp"
#include "base/text.hpp"

using namespace jingwei;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

void run_two_stages(Progress& progress) {
  progress.begin("读取 reading", 4);
  for (int i = 0; i < 4; ++i) progress.advance(1);
  progress.end();
  progress.begin("写出 \"writing\"\n", 0);
  progress.advance(3);
  progress.end();
}

}  // namespace

TEST_CASE("off a terminal a stage is one plain line") {
  const auto lines = split(stderr_of([] { run_two_stages(*terminal_progress(Language::zh)); }), '\n');
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], StartsWith("读取 reading  ") && Catch::Matchers::EndsWith(" s"));
  CHECK_THAT(lines[1], StartsWith("写出 \"writing\" "));
}

TEST_CASE("events are one JSON object a line") {
  const auto lines = split(stderr_of([] { run_two_stages(*json_progress()); }), '\n');
  std::vector<std::int64_t> percents;
  for (const std::string& line : lines) {
    const Json event = parse_json("line", line);
    CHECK(*event.find("event")->as<std::string>() == "progress");
    percents.push_back(*event.find("percent")->as<std::int64_t>());
  }
  CHECK(percents == std::vector<std::int64_t>{0, 25, 50, 75, 100, 100, 0, 100});
  CHECK(lines[0] == R"({"event":"progress","stage":"读取 reading","percent":0})");
}

TEST_CASE("inner stages end before the outer goes on") {
  const auto lines = split(stderr_of([] {
                             const auto progress = json_progress();
                             progress->begin("outer", 2);
                             progress->begin("inner", 1);
                             progress->advance(1);
                             progress->end();
                             progress->advance(1);
                             progress->end();
                             progress->end();  // one too many is no fault
                             progress->advance(1);
                           }),
                           '\n');
  REQUIRE(lines.size() == 6);
  CHECK_THAT(lines[3], Contains("inner") && Contains("100"));
  CHECK_THAT(lines[4], Contains("outer") && Contains("50"));
}

TEST_CASE("silence says nothing") {
  CHECK(stderr_of([] { run_two_stages(*silent_progress()); }).empty());
}
