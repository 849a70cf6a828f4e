#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "geometry/overlay.hpp"
#include "layer/samples.hpp"

using namespace jingwei;

TEST_CASE("a column holds values of its type and nulls") {
  const Column text = column_of(FieldType::text, {std::string("涿州"), {}, std::string("")});
  CHECK(text.size() == 3);
  CHECK(text.text(0) == "涿州");
  CHECK(text.is_null(1));
  CHECK_FALSE(text.is_null(2));
  CHECK(text.text_or(1, "–") == "–");
  CHECK(text.as_text(1).empty());
  CHECK(text.value(1) == Value{});

  const Column integer = column_of(FieldType::integer, {std::int64_t{9007199254740993}, {}});
  CHECK(integer.integer(0) == 9007199254740993);  // more digits than a double has
  CHECK(integer.as_text(0) == "9007199254740993");
  CHECK(integer.number_or(1, -1) == -1);

  const Column real = column_of(FieldType::real, {0.1, std::int64_t{3}, {}});
  CHECK(real.number(0) == 0.1);
  CHECK(real.as_text(0) == "0.1");
  CHECK(real.number(1) == 3);
  CHECK(real.value(1) == Value{3.0});

  const Column flag = column_of(FieldType::boolean, {true, false, {}});
  CHECK(flag.boolean(0));
  CHECK_FALSE(flag.boolean(1));
  CHECK(flag.number(0) == 1);
  CHECK(flag.value(0) == Value{true});
  CHECK(texts_of(flag) == std::vector<std::string>{"true", "false", "null"});

  const Column date = column_of(FieldType::date, {std::string("2026-01-31")});
  CHECK(date.text(0) == "2026-01-31");
  CHECK(date.value(0) == Value{std::string("2026-01-31")});
}

TEST_CASE("numbers that no file could hold are null") {
  const Column real =
      column_of(FieldType::real, {std::nan(""), std::numeric_limits<double>::infinity(), 1.5});
  CHECK(texts_of(real) == std::vector<std::string>{"null", "null", "1.5"});
}

TEST_CASE("values are set and taken, no_row gives null") {
  Column column = column_of(FieldType::integer, {std::int64_t{1}, std::int64_t{2}, {}});
  column.set(0, std::int64_t{7});
  column.set(1, {});
  column.set(2, std::int64_t{9});
  const std::vector<std::uint32_t> rows{2, no_row, 0, 0, 1};
  CHECK(texts_of(column.take(rows)) == std::vector<std::string>{"9", "null", "7", "7", "null"});
  CHECK(column.take({}).size() == 0);
}
