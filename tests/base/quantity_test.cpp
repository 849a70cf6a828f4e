#include "base/quantity.hpp"

#include <catch2/catch.hpp>

#include "base/expect_error.hpp"

using namespace jingwei;
using namespace jingwei::literals;
using Catch::Matchers::Contains;

TEST_CASE("lengths in every unit") {
  CHECK(parse_length("800 m").m == 800);
  CHECK(parse_length("1.5 km").m == 1500);
  CHECK(parse_length("5 cm").m == 0.05);
  CHECK(parse_length("1 mm").m == 0.001);
  CHECK(parse_length("1 mm") == 1_mm);
  CHECK(parse_length("800米").m == 800);
  CHECK(parse_length("3 公里").m == 3000);
  CHECK(parse_length(" 3千米 ").m == 3000);
  CHECK(parse_length("-2 m").m == -2);
  CHECK(parse_length("+2e3 m").m == 2000);
  CHECK(parse_length("3 km") == 3_km);
}

TEST_CASE("durations, areas and speeds in every unit") {
  CHECK(parse_duration("30 min").s == 1800);
  CHECK(parse_duration("1.5 h") == 90_min);
  CHECK(parse_duration("45 s").s == 45);
  CHECK(parse_duration("15分钟").s == 900);
  CHECK(parse_duration("2 小时") == 2_h);
  CHECK(parse_duration("8秒").s == 8);
  CHECK(parse_area("12 ha").m2 == 120000);
  CHECK(parse_area("1 km2").m2 == 1e6);
  CHECK(parse_area("1 km²").m2 == 1e6);
  CHECK(parse_area("7 m2").m2 == 7);
  CHECK(parse_area("7 m²").m2 == 7);
  CHECK(parse_area("2 公顷").m2 == 20000);
  CHECK(parse_area("2 平方公里").m2 == 2e6);
  CHECK(parse_area("9平方米").m2 == 9);
  CHECK(parse_speed("5 km/h").km_per_h == 5);
  CHECK(parse_speed("10 m/s").km_per_h == 36);
}

TEST_CASE("a number without its unit is an error that lists the units") {
  const std::string message = input_error_of([] { parse_length("800"); });
  CHECK_THAT(message, Contains("“800”") && Contains("mm, cm, m, km, 米, 公里, 千米"));
  CHECK_THAT(input_error_of([] { parse_duration("30"); }), Contains("s, min, h, 秒, 分钟, 小时"));
}

TEST_CASE("wrong units and no numbers are errors") {
  CHECK_THAT(input_error_of([] { parse_length("5 min"); }), Contains("“min”") && Contains("km"));
  CHECK_THAT(input_error_of([] { parse_length("5 M"); }), Contains("“M”"));
  CHECK_THAT(input_error_of([] { parse_duration("5 m"); }), Contains("“m”"));
  CHECK_THAT(input_error_of([] { parse_area("5 km"); }), Contains("“km”"));
  CHECK_THAT(input_error_of([] { parse_speed("5 km"); }), Contains("km/h"));
  CHECK_THAT(input_error_of([] { parse_length("1,000 m"); }), Contains("“,000 m”"));
  for (const char* text : {"", "m", " ", "about 5 m", "--5 m", "nan m", "inf m", "1e999 m", "1e308 km"}) {
    CAPTURE(text);
    CHECK_FALSE(input_error_of([&] { parse_length(text); }).empty());
  }
}

TEST_CASE("text is short and in the largest fitting unit") {
  CHECK(to_text(500_m) == "500 m");
  CHECK(to_text(3_km) == "3 km");
  CHECK(to_text(Length{1500}) == "1.5 km");
  CHECK(to_text(1_mm) == "1 mm");
  CHECK(to_text(Length{0.05}) == "5 cm");
  CHECK(to_text(Length{0}) == "0 m");
  CHECK(to_text(Length{-800}) == "-800 m");
  CHECK(to_text(30_min) == "30 min");
  CHECK(to_text(90_min) == "1.5 h");
  CHECK(to_text(75_min) == "75 min");
  CHECK(to_text(1_h) == "1 h");
  CHECK(to_text(Duration{100}) == "100 s");
  CHECK(to_text(Area{120000}) == "12 ha");
  CHECK(to_text(Area{400}) == "400 m2");
  CHECK(to_text(Area{2e6}) == "2 km2");
  CHECK(to_text(Speed{4.5}) == "4.5 km/h");
}

TEST_CASE("text parses to the same quantity") {
  for (const double value : {0.1 + 0.2, 1.0 / 3.0, 1234.5678, 1e-9, 7e12, 59.999999999, 86400.0, 12345.0}) {
    CAPTURE(value);
    CHECK(parse_length(to_text(Length{value})).m == value);
    CHECK(parse_duration(to_text(Duration{value})).s == value);
    CHECK(parse_area(to_text(Area{value})).m2 == value);
    CHECK(parse_speed(to_text(Speed{value})).km_per_h == value);
  }
}

TEST_CASE("factors between units of one thing") {
  CHECK(unit_factor("ha", "m2") == 10000.0);
  CHECK(unit_factor("m2", "ha") == 0.0001);
  CHECK(unit_factor("%", "share") == 0.01);
  CHECK(unit_factor("share", "%") == 100.0);
  CHECK(unit_factor("万人", "people") == 10000.0);
  CHECK(unit_factor("公里", "m") == 1000.0);
  CHECK(unit_factor("m/s", "km/h") == 3.6);
  CHECK(unit_factor("h", "min") == 60.0);
  CHECK(unit_factor("m", "m") == 1.0);
  CHECK(unit_factor("m", "min") == std::nullopt);
  CHECK(unit_factor("people", "m2") == std::nullopt);
  CHECK(unit_factor("furlong", "m") == std::nullopt);
  CHECK(unit_factor("", "") == std::nullopt);
}
