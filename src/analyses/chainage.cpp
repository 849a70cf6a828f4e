#include "analyses/chainage.hpp"

#include <cmath>

#include "analyses/group_values.hpp"
#include "analyses/row_issue.hpp"

namespace jingwei {

std::string chainage_mark(double chainage_m) {
  const auto millimetres = static_cast<std::int64_t>(std::llround(std::fabs(chainage_m) * 1000));
  const char* const sign = chainage_m < 0 && millimetres > 0 ? "-" : "";
  return format("{}K{}+{:03}.{:03}", sign, millimetres / 1'000'000, millimetres / 1000 % 1000,
                millimetres % 1000);
}

std::vector<double> starts_of(std::string_view analysis, const Layer& lines,
                              const std::optional<std::string>& field, std::vector<Issue>& issues) {
  std::vector<double> starts(lines.rows(), 0.0);
  if (!field) return starts;
  known_field(analysis, lines, *field, Values::numbers);
  const Column& column = lines[*field];
  for (std::size_t row = 0; row < starts.size(); ++row) {
    starts[row] = column.number_or(row, 0);
    if (column.is_null(row))
      issues.push_back(
          row_issue(lines, row, "no_start",
                    {format("字段“{}”没有起点里程", *field), format("its field “{}” holds no start", *field)},
                    {"从 0 起算", "it begins at 0"}));
  }
  return starts;
}

}  // namespace jingwei
