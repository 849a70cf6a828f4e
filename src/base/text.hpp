#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei {

enum class Language { zh, en };

/// One text in the two languages of jingwei.
struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  /// "中文 English": what layer titles and aliases show, as the readers of a layer are not known.
  std::string both() const { return zh == en ? zh : zh + " " + en; }
  bool operator==(const Text&) const = default;
};

/// The candidate nearest to `word` by Damerau–Levenshtein distance (characters, case ignored), if near enough
/// to be meant: at most a third of the word's length, at least one edit. Ties go to the first candidate.
std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// "; did you mean “parks”?", or nothing.
Text suggestion(std::string_view word, std::span<const std::string> candidates);

bool is_utf8(std::string_view text);
/// The bytes at the front of `text` that are valid UTF-8, up to the first that is not.
std::size_t utf8_prefix(std::string_view text);
/// The number of characters (code points) of a UTF-8 text.
std::size_t utf8_length(std::string_view text);
/// `text` with every byte that is not part of valid UTF-8 replaced by U+FFFD, and control characters by a
/// space.
std::string printable(std::string_view text);
/// The items joined: "a, b, c".
std::string join(std::span<const std::string> items, std::string_view separator = ", ");
/// The parts of `text` between separators, without surrounding spaces, empty parts left out.
std::vector<std::string> split(std::string_view text, char separator);
/// The shortest decimal text that reads back as the same double, with a point whatever the locale says.
std::string to_text(double value);
/// The number that the whole of `text` is, if it is one; never by the locale.
std::optional<double> to_number(std::string_view text);
/// The same of a number of digits alone, up to 2³² − 1.
std::optional<std::uint32_t> to_whole_number(std::string_view text);
/// `text` without spaces, tabs and line ends around it.
std::string_view stripped(std::string_view text);

}  // namespace jingwei
