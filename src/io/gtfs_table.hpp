#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei {

/// One table of a GTFS feed, a folder or a ZIP file of CSV tables (gtfs.org/schedule/reference), read row by
/// row. Values are texts without surrounding spaces; empty where the row or the feed has none.
class GtfsTable {
 public:
  /// `required` columns must be there, `optional` ones need not. Errors (input): a feed that is no folder or
  /// ZIP file, a table that is missing, empty or unreadable, a required column that is missing.
  GtfsTable(const std::string& feed, const std::string& table, std::vector<std::string> required,
            std::vector<std::string> optional = {});

  /// Calls visit(row from 1, values of the required columns, then of the optional ones).
  void for_each(const std::function<void(std::size_t, std::span<const std::string>)>& visit) const;

  /// Whether the feed has such a table.
  static bool exists(const std::string& feed, const std::string& table);
  /// The Errors of a feed without it.
  static void require(const std::string& feed, const std::string& table);

 private:
  std::string m_feed, m_table;
  std::vector<std::string> m_columns;
  std::size_t m_required;
};

}  // namespace jingwei
