#include "base/text.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

using namespace jingwei;

TEST_CASE("two languages") {
  const Text text{"公园", "parks"};
  CHECK(text.in(Language::zh) == "公园");
  CHECK(text.in(Language::en) == "parks");
  CHECK(text.both() == "公园 parks");
  CHECK(Text{"G11", "G11"}.both() == "G11");
}

TEST_CASE("the nearest candidate is meant when it is near enough") {
  const std::vector<std::string> names{"parks", "population", "roads", "公园绿地", "hospital"};
  CHECK(did_you_mean("prks", names) == "parks");
  CHECK(did_you_mean("aprks", names) == "parks");  // neighbours swapped: one edit
  CHECK(did_you_mean("PARKS", names) == "parks");
  CHECK(did_you_mean("popluation", names) == "population");
  CHECK(did_you_mean("popul", names) == std::nullopt);       // five edits
  CHECK(did_you_mean("ppoulatoin", names) == "population");  // two of ten
  CHECK(did_you_mean("road", names) == "roads");
  CHECK(did_you_mean("公园绿化", names) == "公园绿地");  // characters, not bytes
  CHECK(did_you_mean("湿地", names) == std::nullopt);
  CHECK(did_you_mean("", names) == std::nullopt);
  CHECK(did_you_mean("prks", {}) == std::nullopt);
}

TEST_CASE("nothing is meant by one letter or by a word wholly other") {
  const std::vector<std::string> names{"a", "ab", "abc"};
  CHECK(did_you_mean("x", names) == std::nullopt);
  CHECK(did_you_mean("a", names) == "a");
  CHECK(did_you_mean("xyz", names) == std::nullopt);
}

TEST_CASE("ties go to the first candidate") {
  CHECK(did_you_mean("cat", std::vector<std::string>{"bat", "hat"}) == "bat");
  CHECK(did_you_mean("cat", std::vector<std::string>{"hat", "bat"}) == "hat");
}

TEST_CASE("the suggestion is a clause or nothing") {
  const std::vector<std::string> names{"parks"};
  CHECK(suggestion("prks", names) == Text{"；是否应为“parks”？", "; did you mean “parks”?"});
  CHECK(suggestion("zzzzz", names) == Text{});
}

TEST_CASE("UTF-8 is told from what is not") {
  // Boundaries of table 3-7 of the Unicode Standard.
  for (const char* valid :
       {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
        "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "京津冀"}) {
    CAPTURE(valid);
    CHECK(is_utf8(valid));
  }
  for (const char* invalid : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF",
                              "\xED\xA0\x80", "\xED\xBF\xBF", "\xE4\xBA", "\xF0\x8F\xBF\xBF",
                              "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF"}) {
    CAPTURE(invalid);
    CHECK_FALSE(is_utf8(invalid));
    CHECK_FALSE(is_utf8(std::string("中") + invalid));
    CHECK(utf8_prefix(std::string("中") + invalid) == 3);
  }
}

TEST_CASE("length counts characters") {
  CHECK(utf8_length("") == 0);
  CHECK(utf8_length("abc") == 3);
  CHECK(utf8_length("京津冀 a𠀀") == 6);
}

TEST_CASE("printable text holds neither invalid bytes nor control characters") {
  CHECK(printable("京\x1b[31m\n\tx") == "京 [31m  x");
  CHECK(printable("a\xFF\xC3z") == "a\uFFFD\uFFFDz");
  CHECK(printable("\xC2\x85") == " ");  // next line, of the second control set
  CHECK(printable("\x7F") == " ");
  CHECK(printable("正常 text") == "正常 text");
}

TEST_CASE("join and split") {
  const std::vector<std::string> items{"a", "b", "c"};
  CHECK(join(items) == "a, b, c");
  CHECK(join(items, "|") == "a|b|c");
  CHECK(join({}).empty());
  CHECK(join(std::vector<std::string>{"a", "a"}) == "a, a");
  CHECK(split(" 1号线 ; ;2号线;", ';') == std::vector<std::string>{"1号线", "2号线"});
  CHECK(split("", ';').empty());
  CHECK(split(";;", ';').empty());
  CHECK(split("a", ';') == std::vector<std::string>{"a"});
}

TEST_CASE("numbers become the shortest text and read back as themselves") {
  CHECK(to_text(0.1) == "0.1");
  CHECK(to_text(500.0) == "500");
  CHECK(to_text(-2.5) == "-2.5");
  std::mt19937_64 random(7);
  for (int i = 0; i < 10000; ++i) {
    double value = 0;
    const std::uint64_t bits = random();
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    const auto back = to_number(to_text(value));
    REQUIRE(back.has_value());
    REQUIRE(*back == value);
  }
}

TEST_CASE("a number is the whole of its text") {
  CHECK(to_number("12") == 12.0);
  CHECK(to_number("-1.5e3") == -1500.0);
  CHECK(to_number("+7") == 7.0);
  for (const char* text : {"", " 1", "1 ", "1,5", "1.5m", "0x10", "nan", "inf", "-infinity", "1e999", "+-1",
                           "++1", "+", "１", "1_000"}) {
    CAPTURE(text);
    CHECK_FALSE(to_number(text).has_value());
  }
}
