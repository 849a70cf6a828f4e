#include "layer/convert.hpp"

#include <algorithm>
#include <cmath>

#include "layer/convert_text.hpp"

namespace jingwei {
namespace {

/// What became of one value: itself, or what is wrong with it.
struct Outcome {
  Value value;
  std::string kind = {};  ///< empty: nothing is wrong
  Text wrong = {};        ///< "is no number"
  bool kept = false;      ///< the value was repaired rather than lost
};

Outcome wrong(std::string kind, Text what) {
  return {{}, std::move(kind), std::move(what)};
}
Outcome wrong_type(Text what) {
  return wrong("wrong_type", std::move(what));
}

class Converter {
 public:
  Converter(const FieldDefinition& target, double factor) : m_target(target), m_factor(factor) {
    for (const AllowedValue& allowed : target.values) m_allowed.push_back(allowed.value);
  }

  Outcome operator()(const Column& source, std::size_t row) const {
    if (source.is_null(row)) return {};
    switch (m_target.type) {
      case FieldType::text:
        return checked(as_text(source, row));
      case FieldType::integer:
        return checked(as_integer(source, row));
      case FieldType::real:
        return checked(as_real(source, row));
      case FieldType::boolean:
        return as_boolean(source, row);
      case FieldType::date:
        return as_date(source, row);
    }
    return {};
  }

 private:
  Outcome as_text(const Column& source, std::size_t row) const;
  Outcome as_real(const Column& source, std::size_t row) const;
  Outcome as_integer(const Column& source, std::size_t row) const;
  Outcome as_boolean(const Column& source, std::size_t row) const;
  Outcome as_date(const Column& source, std::size_t row) const;
  Outcome checked(Outcome outcome) const;
  Outcome in_range(Outcome outcome) const;
  Outcome allowed(Outcome outcome) const;

  const FieldDefinition& m_target;
  double m_factor;
  std::vector<std::string> m_allowed;
};

bool is_text(const Column& column) {
  return column.type() == FieldType::text || column.type() == FieldType::date;
}

Outcome Converter::as_text(const Column& source, std::size_t row) const {
  if (!is_text(source)) return {plain_text(source, row)};
  const std::string& raw = source.text(row);
  std::string text = trimmed(is_utf8(raw) ? raw : printable(raw));
  if (text.empty()) return {};
  if (!is_utf8(raw))
    return {text,
            "encoding",
            {"不是有效的 UTF-8 文本（编码声明有误？）", "is not valid UTF-8 (a wrong encoding?)"},
            true};
  if (utf8_length(text) > most_characters)
    return {cut(text, most_characters),
            "too_long",
            {jingwei::format("超过 {} 个字符", most_characters),
             jingwei::format("is longer than {} characters", most_characters)},
            true};
  return {text};
}

Outcome Converter::as_real(const Column& source, std::size_t row) const {
  if (!is_text(source)) return {source.number(row) * m_factor};
  const std::string text = trimmed(source.text(row));
  if (text.empty()) return {};
  const auto number = number_in(text, m_target.unit, m_factor);
  if (!number) return wrong_type({"不是数字", "is no number"});
  return {*number};
}

Outcome Converter::as_integer(const Column& source, std::size_t row) const {
  const bool whole = source.type() == FieldType::integer || source.type() == FieldType::boolean;
  if (whole && m_factor == 1) return {source.integer(row)};
  Outcome real = as_real(source, row);
  const double* number = std::get_if<double>(&real.value);
  if (number == nullptr) return real;
  // conversion of units leaves rounding errors: 12.34 万人 are 123,400 people
  const double rounded = std::round(*number);
  if (std::abs(*number - rounded) > 1e-9 * std::max(1.0, std::abs(rounded)) || std::abs(rounded) > 9e15)
    return wrong_type({"不是整数", "is no whole number"});
  return {static_cast<std::int64_t>(rounded)};
}

Outcome Converter::as_boolean(const Column& source, std::size_t row) const {
  const std::string text = is_text(source) ? trimmed(source.text(row)) : plain_text(source, row);
  if (text.empty()) return {};
  if (const auto flag = flag_in(text)) return {*flag};
  return wrong_type({"不是是/否（可用 0/1、true/false、是/否、y/n）",
                     "is neither yes nor no (0/1, true/false, 是/否, y/n are understood)"});
}

Outcome Converter::as_date(const Column& source, std::size_t row) const {
  const std::string text = is_text(source) ? trimmed(source.text(row)) : plain_text(source, row);
  if (text.empty()) return {};
  if (const auto date = date_in(text)) return {*date};
  return wrong_type({"不是日期（例如 2026-01-31）", "is no date (as 2026-01-31)"});
}

Outcome Converter::checked(Outcome outcome) const {
  if (std::holds_alternative<std::monostate>(outcome.value)) return outcome;
  if (const double* real = std::get_if<double>(&outcome.value); real != nullptr && !std::isfinite(*real))
    return wrong_type({"不是有限的数", "is no finite number"});
  if (m_target.type != FieldType::text) outcome = in_range(std::move(outcome));
  return m_target.values.empty() ? outcome : allowed(std::move(outcome));
}

double number_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  return std::get<double>(value);
}

Outcome Converter::in_range(Outcome outcome) const {
  const double number = number_of(outcome.value);
  const bool low = m_target.lowest && number < *m_target.lowest;
  const bool high = m_target.highest && number > *m_target.highest;
  if (!low && !high) return outcome;
  const std::string unit = m_target.unit.empty() ? std::string() : jingwei::format(" {}", m_target.unit);
  const std::string bound = short_text(low ? *m_target.lowest : *m_target.highest);
  return wrong("out_of_range",
               low ? Text{jingwei::format("小于下限 {}{}", bound, unit),
                          jingwei::format("is below the lowest allowed, {}{}", bound, unit)}
                   : Text{jingwei::format("大于上限 {}{}", bound, unit),
                          jingwei::format("is above the highest allowed, {}{}", bound, unit)});
}

Outcome Converter::allowed(Outcome outcome) const {
  if (std::holds_alternative<std::monostate>(outcome.value)) return outcome;
  const std::string* text = std::get_if<std::string>(&outcome.value);
  for (const AllowedValue& value : m_target.values) {
    if (text == nullptr ? to_number(value.value) == number_of(outcome.value) : value.value == *text)
      return outcome;
    if (text != nullptr && (same_word(value.value, *text) || same_word(value.title.zh, *text) ||
                            same_word(value.title.en, *text))) {
      outcome.value = value.value;
      return outcome;
    }
  }
  const std::string list = join(m_allowed);
  const Text hint = text != nullptr ? suggestion(*text, m_allowed) : Text{};
  return wrong("not_allowed", told({"不在允许值之内（{}{}）", "is not one of {}{}"}, list, hint));
}

Text reason_of(const FieldDefinition& field, const Column& source, std::size_t row, const Text& wrong) {
  const std::string shown = cut(printable(plain_text(source, row)), 60);
  return told({"字段 {} 的值“{}”{}", "{}: “{}” {}"}, field.name, shown, wrong);
}

}  // namespace

Converted convert(const Column& source, const FieldDefinition& target, double factor,
                  NullIsFault null_is_fault) {
  const Converter converter(target, factor);
  Converted made{Column(target.type), {}};
  for (std::uint32_t row = 0; row < source.size(); ++row) {
    Outcome outcome = converter(source, row);
    made.column.append(outcome.value);
    const bool null = std::holds_alternative<std::monostate>(outcome.value);
    if (!outcome.kind.empty()) {
      const auto action = outcome.kept      ? Fault::Action::repaired
                          : target.required ? Fault::Action::set_aside
                                            : Fault::Action::emptied;
      made.faults.push_back({row, outcome.kind, reason_of(target, source, row, outcome.wrong), action});
    } else if (null && null_is_fault == NullIsFault::yes) {
      made.faults.push_back({row,
                             "missing_value",
                             {jingwei::format("必填字段 {} 没有值", target.name),
                              jingwei::format("{} is required and has no value", target.name)},
                             Fault::Action::set_aside});
    }
  }
  return made;
}

}  // namespace jingwei
