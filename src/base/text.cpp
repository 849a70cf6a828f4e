#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/message.hpp"

namespace jingwei {
namespace {

constexpr char32_t invalid = 0xFFFFFFFF;

struct Character {
  char32_t code = invalid;
  std::size_t bytes = 1;
};

/// The character at the front of a text that is not empty; an invalid one is one byte long. Follows table 3-7
/// of the Unicode Standard: no overlong forms, no surrogates, nothing past U+10FFFF.
Character front_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
  char32_t code = lead & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest[bytes] || code > 0x10FFFF || surrogate) return {};
  return {code, bytes};
}

std::u32string folded(std::string_view text) {
  std::u32string codes;
  while (!text.empty()) {
    const Character character = front_character(text);
    const bool upper = character.code >= U'A' && character.code <= U'Z';
    codes += upper ? character.code + (U'a' - U'A') : character.code;
    text.remove_prefix(character.bytes);
  }
  return codes;
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one text into the other, no part edited
/// twice. F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3),
/// 1964.
std::size_t edit_distance(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[to.size()];
}

}  // namespace

std::string_view stripped(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::u32string meant = folded(word);
  std::size_t best = std::max<std::size_t>(1, meant.size() / 3) + 1;
  // An edit of every character is no resemblance.
  best = std::min(best, meant.size());
  std::optional<std::string> nearest;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(meant, folded(candidate));
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

Text suggestion(std::string_view word, std::span<const std::string> candidates) {
  const auto nearest = did_you_mean(word, candidates);
  return nearest ? told({"；是否应为“{}”？", "; did you mean “{}”?"}, *nearest) : Text{};
}

bool is_utf8(std::string_view text) {
  return utf8_prefix(text) == text.size();
}

std::size_t utf8_prefix(std::string_view text) {
  std::size_t valid = 0;
  while (valid < text.size()) {
    const Character character = front_character(text.substr(valid));
    if (character.code == invalid) break;
    valid += character.bytes;
  }
  return valid;
}

std::size_t utf8_length(std::string_view text) {
  std::size_t length = 0;
  for (; !text.empty(); ++length) text.remove_prefix(front_character(text).bytes);
  return length;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Character character = front_character(text);
    const bool control = character.code < 0x20 || (character.code >= 0x7F && character.code < 0xA0);
    if (character.code == invalid) {
      result += "\uFFFD";
    } else if (control) {
      result += ' ';
    } else {
      result += text.substr(0, character.bytes);
    }
    text.remove_prefix(character.bytes);
  }
  return result;
}

std::string join(std::span<const std::string> items, std::string_view separator) {
  std::string joined;
  for (const std::string& item : items) {
    if (&item != &items.front()) joined += separator;
    joined += item;
  }
  return joined;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = stripped(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string to_text(double value) {
  std::array<char, 32> buffer{};  // the longest shortest double has 24 characters
  const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return failure == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::optional<std::uint32_t> to_whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<double> to_number(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

}  // namespace jingwei
