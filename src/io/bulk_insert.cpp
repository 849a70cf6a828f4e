#include "io/bulk_insert.hpp"

#include <algorithm>

#include "base/format.hpp"

namespace jingwei {
namespace {

constexpr std::size_t most_rows = 50;          // more gain nothing
constexpr std::size_t most_parameters = 8000;  // SQLite allows 32,766

std::string insert_of(const std::string& into, int columns, std::size_t rows) {
  std::string row = "(?";
  for (int i = 1; i < columns; ++i) row += ",?";
  row += ')';
  std::string sql = format("INSERT INTO {} VALUES{}", into, row);
  for (std::size_t i = 1; i < rows; ++i) sql.append(",").append(row);
  return sql;
}

}  // namespace

std::size_t rows_at_once(int columns) {
  return std::clamp<std::size_t>(most_parameters / static_cast<std::size_t>(columns), 1, most_rows);
}

void insert_rows(Database& database, const std::string& into, int columns, std::size_t rows,
                 const BindRow& bind) {
  const std::size_t batch = rows_at_once(columns);
  const auto insert = [&](Statement& statement, std::size_t begin, std::size_t end) {
    int parameter = 1;
    for (std::size_t row = begin; row < end; ++row, parameter += columns) bind(statement, parameter, row);
    statement.run();
  };
  const std::size_t rest = rows % batch;
  if (rows >= batch) {
    Statement statement = database.prepare(insert_of(into, columns, batch));
    for (std::size_t begin = 0; begin + batch <= rows; begin += batch)
      insert(statement, begin, begin + batch);
  }
  if (rest > 0) {
    Statement statement = database.prepare(insert_of(into, columns, rest));
    insert(statement, rows - rest, rows);
  }
}

}  // namespace jingwei
