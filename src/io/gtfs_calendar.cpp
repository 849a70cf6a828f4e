#include "io/gtfs_calendar.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/gtfs_table.hpp"

namespace jingwei {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days day_in(const std::string& feed, const std::string& table, std::size_t row, const std::string& text) {
  const auto day = parse_day(text);
  if (!day)
    throw input_error({"{}：{}：第 {} 行的日期“{}”无效", "{}: {}: row {}: “{}” is no date (YYYYMMDD)"},
                      printable(feed), table, row, printable(text));
  return *day;
}

}  // namespace

GtfsCalendar::GtfsCalendar(const std::string& feed) {
  const bool weeks = GtfsTable::exists(feed, "calendar.txt");
  if (weeks || !GtfsTable::exists(feed, "calendar_dates.txt"))
    GtfsTable(feed, "calendar.txt",
              {"service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
               "start_date", "end_date"})
        .for_each([&](std::size_t row, std::span<const std::string> values) {
          Week week{values[0],
                    {},
                    day_in(feed, "calendar.txt", row, values[8]),
                    day_in(feed, "calendar.txt", row, values[9])};
          for (std::size_t i = 0; i < 7; ++i) week.runs[i] = values[i + 1] == "1";
          cover(week.first, week.last);
          m_weeks.push_back(std::move(week));
        });
  if (GtfsTable::exists(feed, "calendar_dates.txt"))
    GtfsTable(feed, "calendar_dates.txt", {"service_id", "date", "exception_type"})
        .for_each([&](std::size_t row, std::span<const std::string> values) {
          const sys_days day = day_in(feed, "calendar_dates.txt", row, values[1]);
          m_exceptions.push_back({values[0], day, values[2] == "1"});
          if (values[2] == "1") cover(day, day);
        });
}

void GtfsCalendar::cover(sys_days first, sys_days last) {
  m_first = std::min(m_first, first);
  m_last = std::max(m_last, last);
}

std::set<std::string> GtfsCalendar::services_on(year_month_day date) const {
  const sys_days day = date;
  const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
  std::set<std::string> services;
  for (const Week& week : m_weeks)
    if (week.runs[weekday] && week.first <= day && day <= week.last) services.insert(week.service);
  for (const Exception& exception : m_exceptions) {
    if (exception.day != day) continue;
    if (exception.added)
      services.insert(exception.service);
    else
      services.erase(exception.service);
  }
  return services;
}

std::optional<year_month_day> parse_day(std::string_view text) {
  std::string digits(text);
  if (digits.size() == 10 && digits[4] == '-' && digits[7] == '-') digits.erase(7, 1).erase(4, 1);
  if (digits.size() != 8) return std::nullopt;
  const std::string_view view = digits;
  const auto year = to_whole_number(view.substr(0, 4));
  const auto month = to_whole_number(view.substr(4, 2)), day = to_whole_number(view.substr(6, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                            std::chrono::day(*day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_text(year_month_day day) {
  return format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

}  // namespace jingwei
