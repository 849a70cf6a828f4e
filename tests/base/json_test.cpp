#include "base/json.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "base/expect_error.hpp"

using namespace jingwei;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string refusal(std::string_view text) {
  return input_error_of([&] { parse_json("p.json", text); });
}

}  // namespace

TEST_CASE("members keep their order and are replaced in place") {
  Json value;
  value.set("z", 1);
  value.set("a", "中");
  value.set("z", true);
  value.set("list", Json()).push(1.5);
  value.find("a");
  CHECK(to_text(value, -1) == R"({"z":true,"a":"中","list":[1.5]})");
  CHECK(value.find("a")->as<std::string>() != nullptr);
  CHECK(value.find("b") == nullptr);
  CHECK(Json(3).find("a") == nullptr);
}

TEST_CASE("text is indented, and read back gives the same text") {
  const std::string text =
      "{\n"
      "  \"id\": 1,\n"
      "  \"share\": 0.1,\n"
      "  \"whole\": 2.0,\n"
      "  \"none\": null,\n"
      "  \"empty\": {},\n"
      "  \"list\": [\n"
      "    false,\n"
      "    \"a\\\"b\\\\c\\n\"\n"
      "  ]\n"
      "}";
  const Json value = parse_json("p.json", text);
  CHECK(to_text(value) == text);
  CHECK(*value.find("whole")->as<double>() == 2.0);
  CHECK(*value.find("id")->as<std::int64_t>() == 1);
  CHECK(value.find("none")->is_null());
}

TEST_CASE("numbers survive at their limits; what JSON lacks is null") {
  CHECK(to_text(Json(std::numeric_limits<std::int64_t>::min()), -1) == "-9223372036854775808");
  CHECK(*parse_json("p", "-9223372036854775808").as<std::int64_t>() ==
        std::numeric_limits<std::int64_t>::min());
  CHECK(*parse_json("p", "9223372036854775807").as<std::int64_t>() ==
        std::numeric_limits<std::int64_t>::max());
  CHECK(*parse_json("p", "18446744073709551615").as<double>() == 18446744073709551615.0);
  for (const double number : {0.1, 1.0 / 3.0, 1e300, 5e-324, -0.0, 123456789.125}) {
    const Json parsed = parse_json("p", to_text(Json(number)));
    const auto* back = parsed.as<double>();
    REQUIRE(back != nullptr);
    CHECK(*back == number);
    CHECK(std::signbit(*back) == std::signbit(number));
  }
  CHECK(to_text(Json(std::nan(""))) == "null");
  CHECK(to_text(Json(-std::numeric_limits<double>::infinity())) == "null");
}

TEST_CASE("text that is not UTF-8 is written as valid JSON all the same") {
  CHECK(to_text(Json("a\xFF")) == "\"a\uFFFD\"");
}

TEST_CASE("repeated members are refused at the second, escapes or not") {
  CHECK_THAT(refusal("{\"a\": 1,\n \"名\": 2, \"名\": 3}"), StartsWith("p.json:2:10: ") && Contains("“名”"));
  CHECK_THAT(refusal(R"({"a": 1, "\u0061": 2})"), StartsWith("p.json:1:10: "));
  CHECK_THAT(refusal(R"({"q\"\\": 1, "q\"\\": 2})"), StartsWith("p.json:1:14: "));
  CHECK_THAT(refusal(R"({"": 1, "": 2})"), StartsWith("p.json:1:9: "));
  CHECK_THAT(refusal(R"([{"a": {"b": 1, "b": 2}}])"), StartsWith("p.json:1:17: "));
  CHECK_NOTHROW(parse_json("p", R"([{"a": {"a": 1}}, {"a": 2}])"));
}

TEST_CASE("what is no JSON is refused with its place in characters") {
  CHECK_THAT(refusal(""), StartsWith("p.json:1:1: "));
  CHECK_THAT(refusal("{\n\"中\": 1,\n}"), StartsWith("p.json:3:1: "));
  CHECK_THAT(refusal("[\"中文\", x]"), StartsWith("p.json:1:8: "));
  CHECK_THAT(refusal("[1] 2"), StartsWith("p.json:1:5: "));
  CHECK_THAT(refusal("[NaN]"), StartsWith("p.json:1:"));
  CHECK_THAT(refusal("[1e999]"), StartsWith("p.json:1:"));
  CHECK_THAT(refusal("[\"\xFF\"]"), StartsWith("p.json:1:3: "));
  CHECK_THAT(refusal(std::string(300, '[')), StartsWith("p.json:1:257: ") && Contains("256"));
}
