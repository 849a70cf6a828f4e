#include "base/clock_time.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace jingwei {

std::optional<ClockTime> to_clock_time(std::string_view text) {
  const auto parts = split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const auto h = to_whole_number(parts[0]), m = to_whole_number(parts[1]);
  const auto s = parts.size() == 3 ? to_whole_number(parts[2]) : std::optional(0U);
  if (!h || !m || !s || *h > 72 || *m > 59 || *s > 59) return std::nullopt;
  return ClockTime{*h * 3600 + *m * 60 + *s};
}

ClockTime parse_clock_time(std::string_view text) {
  if (const auto time = to_clock_time(text)) return *time;
  throw input_error({"“{}”不是一天中的时刻；请写成“时:分”，例如“07:30”",
                     "“{}” is no time of day; write hours and minutes, such as “07:30”"},
                    text);
}

std::string to_text(ClockTime time) {
  const std::string text = format("{:02}:{:02}", time.s / 3600, time.s / 60 % 60);
  return time.s % 60 == 0 ? text : format("{}:{:02}", text, time.s % 60);
}

}  // namespace jingwei
