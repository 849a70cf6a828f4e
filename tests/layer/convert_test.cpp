#include "layer/convert.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

namespace {

FieldDefinition field(FieldType type, std::string unit = "") {
  FieldDefinition made;
  made.name = "depth";
  made.type = type;
  made.unit = std::move(unit);
  return made;
}

Converted converted(const Column& source, const FieldDefinition& target, double factor = 1) {
  return convert(source, target, factor, target.required ? NullIsFault::yes : NullIsFault::no);
}

std::vector<std::string> kinds_of(const Converted& made) {
  std::vector<std::string> kinds;
  for (const Fault& fault : made.faults) kinds.push_back(jingwei::format("{}:{}", fault.row, fault.kind));
  return kinds;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("codes held as numbers become text") {
  CHECK(texts_of(converted(column_of(FieldType::integer, {std::int64_t{110101}}), field(FieldType::text))
                     .column) == Strings{"110101"});
  CHECK(texts_of(converted(column_of(FieldType::real, {110101.0, 0.5}), field(FieldType::text)).column) ==
        Strings{"110101", "0.5"});
  CHECK(texts_of(converted(column_of(FieldType::boolean, {true}), field(FieldType::text)).column) ==
        Strings{"true"});
}

TEST_CASE("numbers come from text, with units") {
  const Column source = column_of(
      FieldType::text, {std::string("12.5"), std::string("2 km"), std::string(" "), std::string("deep"), {}});
  const Converted made = converted(source, field(FieldType::real, "m"));
  CHECK(texts_of(made.column) == Strings{"12.5", "2000", "null", "null", "null"});
  CHECK(kinds_of(made) == Strings{"3:wrong_type"});
  CHECK(made.faults[0].action == Fault::Action::emptied);
  CHECK(made.faults[0].reason.en == "depth: “deep” is no number");
  CHECK(made.faults[0].reason.zh == "字段 depth 的值“deep”不是数字");
}

TEST_CASE("whole numbers, also after a change of unit") {
  const Converted people =
      converted(column_of(FieldType::real, {12.34, 0.00001, {}}), field(FieldType::integer), 10000);
  CHECK(texts_of(people.column) == Strings{"123400", "null", "null"});
  CHECK(kinds_of(people) == Strings{"1:wrong_type"});
  const Converted text = converted(column_of(FieldType::text, {std::string("1,234"), std::string("1.5")}),
                                   field(FieldType::integer));
  CHECK(texts_of(text.column) == Strings{"1234", "null"});
  // more digits than a double has
  CHECK(texts_of(converted(column_of(FieldType::integer, {std::int64_t{9007199254740993}}),
                           field(FieldType::integer))
                     .column) == Strings{"9007199254740993"});
}

TEST_CASE("yes and no, and dates") {
  const Column source = column_of(
      FieldType::text, {std::string("是"), std::string("N"), std::string("0"), std::string("perhaps")});
  const Converted flags = converted(source, field(FieldType::boolean));
  CHECK(texts_of(flags.column) == Strings{"true", "false", "false", "null"});
  CHECK(kinds_of(flags) == Strings{"3:wrong_type"});
  const Column numbers = column_of(FieldType::integer, {std::int64_t{1}, std::int64_t{0}, std::int64_t{2}});
  CHECK(texts_of(converted(numbers, field(FieldType::boolean)).column) == Strings{"true", "false", "null"});
  const Column days = column_of(FieldType::integer, {std::int64_t{20260131}, std::int64_t{20260231}});
  CHECK(texts_of(converted(days, field(FieldType::date)).column) == Strings{"2026-01-31", "null"});
}

TEST_CASE("ranges are inclusive, in the definition's unit") {
  FieldDefinition target = field(FieldType::real, "m");
  target.lowest = 0;
  target.highest = 500;
  const Converted made =
      converted(column_of(FieldType::real, {0.0, 0.5, 0.5001, -0.1}), target, 1000);  // given in km
  CHECK(texts_of(made.column) == Strings{"0", "500", "null", "null"});
  CHECK(kinds_of(made) == Strings{"2:out_of_range", "3:out_of_range"});
  CHECK(made.faults[0].reason.en == "depth: “0.5001” is above the highest allowed, 500 m");
  CHECK(contains(made.faults[1].reason.zh, "小于下限 0 m"));
}

TEST_CASE("allowed values, by value or title, with a suggestion") {
  FieldDefinition target = field(FieldType::text);
  target.values = {{"prohibited", {"禁止", "Prohibited"}}, {"advisory", {"引导", "Advisory"}}};
  const Column source =
      column_of(FieldType::text, {std::string("prohibited"), std::string("禁止"), std::string("ADVISORY"),
                                  std::string("prohibitted"), std::string("全部")});
  const Converted made = converted(source, target);
  CHECK(texts_of(made.column) == Strings{"prohibited", "prohibited", "advisory", "null", "null"});
  CHECK(kinds_of(made) == Strings{"3:not_allowed", "4:not_allowed"});
  CHECK(contains(made.faults[0].reason.en, "did you mean “prohibited”"));
  CHECK(contains(made.faults[1].reason.en, "is not one of prohibited, advisory"));

  FieldDefinition tier = field(FieldType::integer);
  tier.values = {{"2", {"二", "Two"}}, {"46", {"四六", "Forty-six"}}};
  const Converted tiers = converted(column_of(FieldType::real, {2.0, 46.0, 3.0}), tier);
  CHECK(texts_of(tiers.column) == Strings{"2", "46", "null"});
  CHECK(kinds_of(tiers) == Strings{"2:not_allowed"});
}

TEST_CASE("wrong encodings are shown and kept, long texts cut") {
  std::string long_text(4001, 'x');
  const Column source =
      column_of(FieldType::text, {std::string("\xd6\xd0\xb9\xfa"), long_text, long_text.substr(1)});
  const Converted made = converted(source, field(FieldType::text));
  CHECK(kinds_of(made) == Strings{"0:encoding", "1:too_long"});
  CHECK(is_utf8(made.column.text(0)));
  CHECK(utf8_length(made.column.text(1)) == 4001);  // 4,000 and the ellipsis
  CHECK(made.column.text(2).size() == 4000);
  CHECK(made.faults[0].action == Fault::Action::repaired);
  CHECK(utf8_length(made.faults[1].reason.en) < 200);  // the value is not repeated whole
}

TEST_CASE("required values that are wrong or missing set their row aside") {
  FieldDefinition target = field(FieldType::real);
  target.required = true;
  const Column source =
      column_of(FieldType::text, {std::string("1"), std::string("x"), std::string(" "), {}});
  const Converted made = converted(source, target);
  CHECK(kinds_of(made) == Strings{"1:wrong_type", "2:missing_value", "3:missing_value"});
  for (const Fault& fault : made.faults) CHECK(fault.action == Fault::Action::set_aside);
  CHECK(made.faults[1].reason.en == "depth is required and has no value");
}
