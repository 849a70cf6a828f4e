#include "base/clock_time.hpp"

#include <catch2/catch.hpp>

#include "base/expect_error.hpp"

using namespace jingwei;

TEST_CASE("times of day") {
  CHECK(parse_clock_time("7:05").s == 425 * 60);
  CHECK(parse_clock_time(" 07:05 ").s == 425 * 60);
  CHECK(parse_clock_time("25:00:01").s == 25 * 3600 + 1);
  CHECK(to_text(ClockTime{425 * 60}) == "07:05");
  CHECK(to_text(ClockTime{25 * 3600 + 1}) == "25:00:01");
  for (const char* wrong : {"", "7", "7 h", "7:60", "7:00:60", "73:00", "-1:00", "7:0x", "1:2:3:4"}) {
    CHECK_FALSE(to_clock_time(wrong));
    CHECK_THROWS_AS(parse_clock_time(wrong), Error);
  }
}
