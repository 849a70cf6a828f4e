#include "layer/aggregate.hpp"

#include <algorithm>
#include <map>

namespace jingwei {
namespace {

struct Words {
  std::string_view name;
  Text title;
};

const Words& words_of(Aggregate aggregate) {
  static const Words words[] = {{"mean", {"平均", "mean"}},
                                {"weighted_mean", {"加权平均", "weighted mean"}},
                                {"median", {"中位数", "median"}},
                                {"min", {"最小", "smallest"}},
                                {"max", {"最大", "largest"}},
                                {"count", {"个数", "count"}},
                                {"majority", {"众数", "most frequent"}},
                                {"first", {"首个", "first"}}};
  return words[static_cast<std::size_t>(aggregate)];
}

Value weighted_mean(const Column& values, const Column& weights, std::span<const std::uint32_t> rows) {
  double sum = 0;
  double weight = 0;
  for (const std::uint32_t row : rows) {
    if (values.is_null(row) || weights.is_null(row)) continue;
    sum += weights.number(row) * values.number(row);
    weight += weights.number(row);
  }
  return weight > 0 ? Value{sum / weight} : Value{};
}

Value mean(const Column& column, const std::vector<std::uint32_t>& rows) {
  double sum = 0;
  for (const std::uint32_t row : rows) sum += column.number(row);
  return sum / static_cast<double>(rows.size());
}

Value median(const Column& column, const std::vector<std::uint32_t>& rows) {
  std::vector<double> numbers;
  for (const std::uint32_t row : rows) numbers.push_back(column.number(row));
  std::sort(numbers.begin(), numbers.end());
  return (numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2]) / 2;
}

Value majority(const Column& column, const std::vector<std::uint32_t>& rows) {
  std::map<Value, std::size_t> counts;
  for (const std::uint32_t row : rows) ++counts[column.value(row)];
  const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(counts.begin(), counts.end(), less)->first;
}

}  // namespace

std::string_view name_of(Aggregate aggregate) {
  return words_of(aggregate).name;
}

Text title_of(Aggregate aggregate) {
  return words_of(aggregate).title;
}

bool needs_numbers(Aggregate aggregate) {
  return aggregate == Aggregate::mean || aggregate == Aggregate::weighted_mean ||
         aggregate == Aggregate::median;
}

FieldType type_of(Aggregate aggregate, FieldType values) {
  if (needs_numbers(aggregate)) return FieldType::real;
  return aggregate == Aggregate::count ? FieldType::integer : values;
}

Value aggregate(const Column& column, std::span<const std::uint32_t> all, Aggregate how,
                const Column* weights) {
  if (how == Aggregate::weighted_mean) return weighted_mean(column, *weights, all);
  std::vector<std::uint32_t> rows;
  std::ranges::remove_copy_if(all, std::back_inserter(rows),
                              [&](std::uint32_t row) { return column.is_null(row); });
  if (how == Aggregate::count) return static_cast<std::int64_t>(rows.size());
  if (rows.empty()) return {};
  const auto less = [&](std::uint32_t a, std::uint32_t b) { return column.value(a) < column.value(b); };
  switch (how) {
    case Aggregate::mean:
      return mean(column, rows);
    case Aggregate::median:
      return median(column, rows);
    case Aggregate::min:
      return column.value(*std::ranges::min_element(rows, less));
    case Aggregate::max:
      return column.value(*std::ranges::max_element(rows, less));
    case Aggregate::majority:
      return majority(column, rows);
    default:
      return column.value(rows.front());
  }
}

}  // namespace jingwei
