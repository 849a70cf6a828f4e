#include "analyses/parameter_types.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace jingwei {
namespace {

const std::string& only_text(const std::vector<std::string>& texts) {
  if (texts.size() != 1)
    throw input_error({"只取一个值，却给了 {} 个", "takes one value, {} are given"}, texts.size());
  return texts.front();
}

/// Of a list: one text may hold several items between commas, as the command line gives them.
std::vector<std::string> items_of(const std::vector<std::string>& texts) {
  return texts.size() == 1 ? split(texts.front(), ',') : texts;
}

double parse_number(std::string_view text) {
  const std::optional<double> number = to_number(text);
  if (!number) throw input_error({"“{}”不是数值", "“{}” is not a number"}, text);
  return *number;
}

template <class T>
T within_bounds(T value, const std::string& text, const Parameter& parameter, T (*parse)(std::string_view)) {
  const bool low = !parameter.lowest.empty() && value < parse(parameter.lowest);
  const bool high = !parameter.highest.empty() && value > parse(parameter.highest);
  if (!low && !high) return value;
  if (parameter.highest.empty())
    throw input_error({"“{}”小于 {}", "“{}” is less than {}"}, text, parameter.lowest);
  if (parameter.lowest.empty())
    throw input_error({"“{}”大于 {}", "“{}” is more than {}"}, text, parameter.highest);
  throw input_error({"“{}”不在 {} 到 {} 之间", "“{}” is outside {} to {}"}, text, parameter.lowest,
                    parameter.highest);
}

template <class T>
T parse_bounded(const std::string& text, const Parameter& parameter, T (*parse)(std::string_view)) {
  return within_bounds(parse(text), text, parameter, parse);
}

/// An Error where an item is there twice.
void require_distinct(const std::vector<std::string>& items) {
  for (auto item = items.begin(); item != items.end(); ++item)
    if (std::find(items.begin(), item, *item) != item)
      throw input_error({"“{}”重复列出", "“{}” is listed twice"}, *item);
}

/// Lists of quantities ascend, so that bands nest and each has a name of its own.
template <class T>
std::vector<T> parse_ascending(const std::vector<std::string>& texts, const Parameter& parameter,
                               T (*parse)(std::string_view)) {
  const std::vector<std::string> items = items_of(texts);
  if (items.empty())
    throw input_error({"至少需要一个值，例如 {}", "needs at least one value, such as {}"},
                      parameter.default_text);
  std::vector<T> values;
  for (const std::string& item : items) {
    values.push_back(parse_bounded(item, parameter, parse));
    if (values.size() > 1 && !(values[values.size() - 2] < values.back()))
      throw input_error({"“{}”排在“{}”之后；请按升序列出，且不重复",
                         "“{}” follows “{}”; list the values in ascending order, each once"},
                        item, items[values.size() - 2]);
  }
  return values;
}

template <class T>
std::string join_texts(const std::vector<T>& values) {
  std::vector<std::string> texts;
  for (const T& value : values) texts.push_back(to_text(value));
  return join(texts);
}

Parameter make(ParameterType type, std::string name, Text title, const Constraint& constraint,
               std::string default_text) {
  Parameter parameter;
  parameter.name = std::move(name);
  parameter.type = type;
  parameter.title = std::move(title);
  parameter.default_text = std::move(default_text);
  parameter.lowest = constraint.lowest;
  parameter.highest = constraint.highest;
  parameter.field_of = constraint.field_of;
  return parameter;
}

}  // namespace

void set_value(Length& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = parse_bounded(only_text(texts), parameter, &parse_length);
}

void set_value(Duration& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = parse_bounded(only_text(texts), parameter, &parse_duration);
}

void set_value(ClockTime& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = parse_bounded(only_text(texts), parameter, &parse_clock_time);
}

void set_value(Area& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = parse_bounded(only_text(texts), parameter, &parse_area);
}

void set_value(double& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  value = parse_bounded(only_text(texts), parameter, &parse_number);
}

void set_value(std::int64_t& value, const Parameter& parameter, const std::vector<std::string>& texts) {
  const std::string& text = only_text(texts);
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size())
    throw input_error({"“{}”不是整数", "“{}” is not a whole number"}, text);
  within_bounds(static_cast<double>(number), text, parameter, &parse_number);
  value = number;
}

void set_value(bool& value, const Parameter&, const std::vector<std::string>& texts) {
  const std::string& text = only_text(texts);
  if (text != "true" && text != "false")
    throw input_error({"“{}”既不是 true 也不是 false", "“{}” is neither true nor false"}, text);
  value = text == "true";
}

void set_value(std::string& value, const Parameter&, const std::vector<std::string>& texts) {
  value = only_text(texts);
}

void set_value(std::optional<std::string>& value, const Parameter&, const std::vector<std::string>& texts) {
  if (texts.empty() || only_text(texts).empty())
    value.reset();
  else
    value = texts.front();
}

void set_value(std::vector<Length>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  value = parse_ascending(texts, parameter, &parse_length);
}

void set_value(std::vector<Duration>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  value = parse_ascending(texts, parameter, &parse_duration);
}

void set_value(std::vector<double>& value, const Parameter& parameter,
               const std::vector<std::string>& texts) {
  const std::vector<std::string> items = items_of(texts);
  if (items.empty())
    throw input_error({"至少需要一个值，例如 {}", "needs at least one value, such as {}"},
                      parameter.default_text);
  require_distinct(items);
  value.clear();
  for (const std::string& item : items) value.push_back(parse_bounded(item, parameter, &parse_number));
}

void set_value(std::vector<std::string>& value, const Parameter&, const std::vector<std::string>& texts) {
  std::vector<std::string> items = items_of(texts);
  require_distinct(items);
  value = std::move(items);
}

std::size_t choice_index(const Parameter& parameter, const std::vector<std::string>& texts) {
  const std::string& text = only_text(texts);
  const auto found = std::ranges::find(parameter.choices, text, &Choice::value);
  if (found != parameter.choices.end()) return static_cast<std::size_t>(found - parameter.choices.begin());
  std::vector<std::string> values;
  for (const Choice& choice : parameter.choices) values.push_back(choice.value);
  throw input_error({"“{}”不在可选值 {} 之中{}", "“{}” is not one of {}{}"}, text, join(values),
                    suggestion(text, values));
}

Parameter parameter_for(Length initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::length, std::move(name), std::move(title), constraint, to_text(initial));
}

Parameter parameter_for(Duration initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::duration, std::move(name), std::move(title), constraint, to_text(initial));
}

Parameter parameter_for(ClockTime initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::time, std::move(name), std::move(title), constraint, to_text(initial));
}

Parameter parameter_for(Area initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::area, std::move(name), std::move(title), constraint, to_text(initial));
}

Parameter parameter_for(double initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::number, std::move(name), std::move(title), constraint, to_text(initial));
}

Parameter parameter_for(std::int64_t initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::integer, std::move(name), std::move(title), constraint, std::to_string(initial));
}

Parameter parameter_for(bool initial, std::string name, Text title, const Constraint& constraint) {
  return make(ParameterType::boolean, std::move(name), std::move(title), constraint,
              initial ? "true" : "false");
}

Parameter parameter_for(const std::string& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return make(constraint.field_of.empty() ? ParameterType::text : ParameterType::field, std::move(name),
              std::move(title), constraint, initial);
}

Parameter parameter_for(const std::optional<std::string>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return parameter_for(initial.value_or(std::string()), std::move(name), std::move(title), constraint);
}

Parameter parameter_for(const std::vector<Length>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return make(ParameterType::lengths, std::move(name), std::move(title), constraint, join_texts(initial));
}

Parameter parameter_for(const std::vector<Duration>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return make(ParameterType::durations, std::move(name), std::move(title), constraint, join_texts(initial));
}

Parameter parameter_for(const std::vector<double>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return make(ParameterType::numbers, std::move(name), std::move(title), constraint, join_texts(initial));
}

Parameter parameter_for(const std::vector<std::string>& initial, std::string name, Text title,
                        const Constraint& constraint) {
  return make(constraint.field_of.empty() ? ParameterType::texts : ParameterType::fields, std::move(name),
              std::move(title), constraint, join(initial));
}

Parameter choice_parameter(std::size_t initial, std::vector<Choice> choices, std::string name, Text title) {
  Parameter parameter =
      make(ParameterType::choice, std::move(name), std::move(title), {}, choices.at(initial).value);
  parameter.choices = std::move(choices);
  return parameter;
}

}  // namespace jingwei
