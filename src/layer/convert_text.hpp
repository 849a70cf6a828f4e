#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "layer/layer.hpp"

namespace jingwei {

/// A text without surrounding spaces, the ideographic and the no-break space included.
std::string trimmed(std::string_view text);
/// The first `characters` of a UTF-8 text, with an ellipsis where some were left out.
std::string cut(const std::string& text, std::size_t characters);
/// Whether two texts are the same word, the case of ASCII letters aside.
bool same_word(std::string_view a, std::string_view b);

/// A number without needless decimals: "110101", "0.5".
std::string short_text(double number);
/// Any value of a column as text; whole reals as integers, for codes that a file holds as numbers.
std::string plain_text(const Column& column, std::size_t row);

/// The number in a text, times `factor`. Understood: full-width digits, commas between thousands, and a unit
/// behind it that can be brought to `unit` (it goes before `factor`). Nothing where it is no finite number.
std::optional<double> number_in(std::string_view text, std::string_view unit, double factor);
/// Yes or no: 1/0, true/false, t/f, yes/no, y/n, 是/否, 真/假, 有/无.
std::optional<bool> flag_in(std::string_view text);
/// The date in "2026-01-31", "2026/1/31", "2026年1月31日", "20260131", a time behind it left out, as
/// "2026-01-31". Nothing where the calendar (Gregorian) has no such day.
std::optional<std::string> date_in(std::string_view text);

}  // namespace jingwei
