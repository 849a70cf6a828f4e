#include "layer/aggregate.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

namespace {

Column column_of(FieldType type, std::initializer_list<Value> values) {
  Column column(type);
  for (const Value& value : values) column.append(value);
  return column;
}

}  // namespace

TEST_CASE("aggregates of numbers leave nulls aside") {
  const Column column =
      column_of(FieldType::integer,
                {std::int64_t{7}, {}, std::int64_t{2}, std::int64_t{7}, std::int64_t{4}, std::int64_t{2}});
  const std::vector<std::uint32_t> rows{1, 4, 0, 2, 3, 5};
  const auto of = [&](Aggregate how) { return aggregate(column, rows, how); };
  CHECK(of(Aggregate::mean) == Value{4.4});
  CHECK(of(Aggregate::median) == Value{4.0});
  CHECK(aggregate(column, std::vector<std::uint32_t>{0, 2, 4, 3}, Aggregate::median) == Value{5.5});
  CHECK(of(Aggregate::min) == Value{std::int64_t{2}});
  CHECK(of(Aggregate::max) == Value{std::int64_t{7}});
  CHECK(of(Aggregate::count) == Value{std::int64_t{5}});
  CHECK(of(Aggregate::majority) == Value{std::int64_t{2}});  // as often as 7, and smaller
  CHECK(of(Aggregate::first) == Value{std::int64_t{4}});
}

TEST_CASE("a weighted mean goes by the rows that have value and weight") {
  const Column values = column_of(FieldType::real, {1.0, 4.0, {}, 100.0});
  const Column weights = column_of(FieldType::real, {3.0, 1.0, 5.0, {}});
  const std::vector<std::uint32_t> rows{0, 1, 2, 3};
  CHECK(aggregate(values, rows, Aggregate::weighted_mean, &weights) == Value{1.75});
  CHECK(aggregate(values, std::vector<std::uint32_t>{2}, Aggregate::weighted_mean, &weights) == Value{});
}

TEST_CASE("of nothing there is nothing, and a count of 0; types follow") {
  const Column none = column_of(FieldType::text, {Value{}});
  const std::vector<std::uint32_t> rows{0};
  for (const Aggregate how : {Aggregate::min, Aggregate::max, Aggregate::majority, Aggregate::first})
    CHECK(aggregate(none, rows, how) == Value{});
  CHECK(aggregate(none, rows, Aggregate::count) == Value{std::int64_t{0}});
  CHECK(type_of(Aggregate::max, FieldType::date) == FieldType::date);
  CHECK(type_of(Aggregate::mean, FieldType::integer) == FieldType::real);
  CHECK(type_of(Aggregate::count, FieldType::text) == FieldType::integer);
  CHECK(name_of(Aggregate::weighted_mean) == "weighted_mean");
  CHECK(needs_numbers(Aggregate::median));
  CHECK_FALSE(needs_numbers(Aggregate::majority));
}
