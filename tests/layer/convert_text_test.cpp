#include "layer/convert_text.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

TEST_CASE("texts are trimmed, cut and compared") {
  CHECK(trimmed(" \t\u3000 涿州 市\u00a0\r\n") == "涿州 市");
  CHECK(trimmed("\u3000 ").empty());
  CHECK(cut("涿州市", 3) == "涿州市");
  CHECK(cut("涿州市", 2) == "涿州…");
  CHECK(same_word("Prohibited", "pROHIBITED"));
  CHECK_FALSE(same_word("禁", "禁止"));
  CHECK(short_text(110101) == "110101");
  CHECK(short_text(-0.5) == "-0.5");
  CHECK(plain_text(column_of(FieldType::real, {110101.0}), 0) == "110101");
  CHECK(plain_text(column_of(FieldType::real, {Value{}}), 0).empty());
}

TEST_CASE("numbers in text") {
  struct Row {
    const char* text;
    const char* unit;
    double number;
  };
  for (const Row& row :
       {Row{"12", "", 12}, Row{" -1.5e3 ", "", -1500}, Row{"1,234", "", 1234},
        Row{"-1,234,567.25", "", -1234567.25}, Row{"１２．５", "", 12.5}, Row{"１，２３４", "", 1234},
        Row{"3 km", "m", 3000}, Row{"3km2", "m2", 3e6}, Row{"1,234 m", "km", 1.234}, Row{"45%", "%", 45},
        Row{"12.5万人", "people", 125000}, Row{"30 min", "min", 30}}) {
    CAPTURE(row.text, row.unit);
    const auto number = number_in(row.text, row.unit, 1);
    REQUIRE(number);
    CHECK(*number == Approx(row.number).epsilon(1e-14));
  }
  CHECK(number_in("2.5", "m2", 10000) == 25000);  // the factor of the source's unit
  CHECK(number_in("2.5 ha", "m2", 7) == 25000);   // a unit of its own goes before
  for (const char* text : {"", "abc", "12 km", "12abc", "1,23", "1,2345", "12,34,567", ",123", "nan", "inf",
                           "1e999", "0x10", "--1", "1 2", "约 5"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in(text, "", 1));
  }
  CHECK_FALSE(number_in("12 kg", "m", 1));
  CHECK_FALSE(number_in("12 km2", "m", 1));
}

TEST_CASE("yes and no in text") {
  for (const char* text : {"1", "true", "TRUE", "t", "Yes", "y", "是", "真", "有", " 是 ", "１"})
    CHECK(flag_in(text) == true);
  for (const char* text : {"0", "false", "F", "No", "n", "否", "假", "无", "０"})
    CHECK(flag_in(text) == false);
  for (const char* text : {"", "2", "-1", "maybe", "是的", "1.0"}) CHECK_FALSE(flag_in(text));
}

TEST_CASE("dates in text") {
  for (const char* text : {"2026-01-31", "2026/1/31", "20260131", "2026年1月31日", "2026-01-31T08:00:00Z",
                           "2026/01/31 08:00", " 2026-1-31 "})
    CHECK(date_in(text) == "2026-01-31");
  CHECK(date_in("2024-02-29") == "2024-02-29");
  for (const char* text : {"", "2026", "2026-01", "2026-13-01", "2026-02-29", "2026-00-10", "31.01.2026",
                           "01/31/2026", "2026-1-31-1", "abcd-ef-gh", "202601311", "2026-01-256"})
    CHECK_FALSE(date_in(text));
}
