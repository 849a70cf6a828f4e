#pragma once
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei {

/// The days on which the services of a GTFS feed run (calendar.txt and calendar_dates.txt, either of which
/// may be missing). Errors (input): neither is there; a date that is none.
class GtfsCalendar {
 public:
  explicit GtfsCalendar(const std::string& feed);

  std::set<std::string> services_on(std::chrono::year_month_day day) const;
  /// Whether nothing runs on any day; there are a first and a last day otherwise.
  bool empty() const { return m_first > m_last; }
  std::chrono::year_month_day first_day() const { return m_first; }
  std::chrono::year_month_day last_day() const { return m_last; }

 private:
  struct Week {
    std::string service;
    bool runs[7];  ///< from Monday
    std::chrono::sys_days first, last;
  };
  struct Exception {
    std::string service;
    std::chrono::sys_days day;
    bool added;
  };
  void cover(std::chrono::sys_days first, std::chrono::sys_days last);

  std::vector<Week> m_weeks;
  std::vector<Exception> m_exceptions;
  std::chrono::sys_days m_first = std::chrono::sys_days::max(), m_last = std::chrono::sys_days::min();
};

/// A date as "2026-03-02" or "20260302"; nothing where the text is none.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);
/// "2026-03-02".
std::string to_text(std::chrono::year_month_day day);

}  // namespace jingwei
