#include "layer/convert_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "base/format.hpp"
#include "base/quantity.hpp"

namespace jingwei {
namespace {

constexpr std::array<std::string_view, 6> spaces{" ", "\t", "\r", "\n", "\u3000", "\u00a0"};

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// Full-width ASCII (U+FF01 … U+FF5E, in UTF-8 EF BC 81 … EF BD 9E) as ASCII.
std::string narrow(std::string_view text) {
  std::string narrowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (i + 2 < text.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
      const int code = (byte(i + 1) - 0xBC) * 64 + (byte(i + 2) - 0x80) + 0x20;
      if (code > 0x20 && code < 0x7F) {
        narrowed += static_cast<char>(code);
        i += 2;
        continue;
      }
    }
    narrowed += text[i];
  }
  return narrowed;
}

/// A number without its commas, where they stand between thousands only ("1,234,567.8"); else as it is.
std::string without_commas(const std::string& text) {
  const std::size_t end = std::min(text.find('.'), text.size());
  const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t first = text.find(',');
  if (first == std::string::npos || first >= end || first - begin > 3 || first == begin) return text;
  std::string joined = text.substr(0, first);
  for (std::size_t at = first; at < end; at += 4) {
    if (text[at] != ',' || at + 4 > end || !std::all_of(&text[at + 1], &text[at] + 4, digit)) return text;
    joined.append(text, at + 1, 3);
  }
  return joined.append(text, end);
}

std::optional<double> finite(const std::string& text) {
  const auto number = to_number(without_commas(text));
  return number && std::isfinite(*number) ? number : std::nullopt;
}

/// The whole number that `text` is made of, 1 … 8 digits.
std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.size() > 8 || !std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string made;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
    made.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + what.size());
  }
  return made.append(text);
}

}  // namespace

std::string trimmed(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : spaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
    }
  }
  return std::string(text);
}

std::string cut(const std::string& text, std::size_t characters) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (starts && ++count > characters) return text.substr(0, i).append("…");
  }
  return text;
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::string short_text(double number) {
  if (number == std::round(number) && std::abs(number) < 1e15)
    return std::to_string(static_cast<std::int64_t>(number));
  return to_text(number);
}

std::string plain_text(const Column& column, std::size_t row) {
  if (column.type() == FieldType::real && !column.is_null(row)) return short_text(column.number(row));
  return column.as_text(row);
}

std::optional<double> number_in(std::string_view text, std::string_view unit, double factor) {
  const std::string plain = trimmed(narrow(text));
  if (const auto number = finite(plain)) return *number * factor;
  const std::size_t last = plain.find_last_of("0123456789.");
  if (last == std::string::npos || unit.empty()) return std::nullopt;
  // "3 km2" ends in a digit: the number is the longest beginning that is one
  for (std::size_t length = last + 1; length > 0; --length) {
    const auto number = finite(plain.substr(0, length));
    const auto own = number ? unit_factor(trimmed(plain.substr(length)), unit) : std::nullopt;
    if (own) return *number * *own;
  }
  return std::nullopt;
}

std::optional<bool> flag_in(std::string_view text) {
  const std::string plain = trimmed(narrow(text));
  const auto among = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return same_word(word, plain); });
  };
  if (among({"1", "true", "t", "yes", "y", "是", "真", "有"})) return true;
  if (among({"0", "false", "f", "no", "n", "否", "假", "无"})) return false;
  return std::nullopt;
}

std::optional<std::string> date_in(std::string_view text) {
  std::string plain = trimmed(narrow(text));
  plain = plain.substr(0, plain.find_first_of("T "));
  plain = replaced(replaced(replaced(plain, "年", "-"), "月", "-"), "日", "");
  plain = replaced(plain, "/", "-");
  if (plain.size() == 8 && digits(plain))
    plain = jingwei::format("{}-{}-{}", plain.substr(0, 4), plain.substr(4, 2), plain.substr(6));
  const std::size_t first = plain.find('-');
  const std::size_t second = first == std::string::npos ? first : plain.find('-', first + 1);
  if (first != 4 || second == std::string::npos) return std::nullopt;
  const std::string_view view = plain;
  const auto year = digits(view.substr(0, first));
  const auto month = digits(view.substr(first + 1, second - first - 1));
  const auto day = digits(view.substr(second + 1));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *month > 12 || *day > 31) return std::nullopt;
  return jingwei::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

}  // namespace jingwei
