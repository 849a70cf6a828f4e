#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace jingwei {

/// A statement with its parameters; rows come one by one.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  /// The parameter of this number, from 1.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind_real(int parameter, double number);
  Statement& bind_null(int parameter);
  /// Not copied: the text or bytes must stay as they are until the statement has run. An Error (failed) where
  /// they are more than a value may hold (1 GB).
  Statement& bind_lasting(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::span<const std::uint8_t> bytes);
  /// The next row, or false at the end.
  bool step();
  /// Runs to the end and makes ready for new parameters.
  void run();

  int columns() const;
  std::string text(int column) const;  ///< bytes of a text or blob; empty for null
  std::int64_t integer(int column) const;
  double real(int column) const;
  enum class Kind { null, integer, real, text, blob };
  Kind kind(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* m_database;
  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A SQLite file, used by one thread at a time. Every failure is an Error (failed; locked where another
/// program holds it) with SQLite's reason.
class Database {
 public:
  enum class Mode { read, write };
  Database(const std::string& path, Mode mode);
  void run(const std::string& sql);
  Statement prepare(std::string_view sql) { return Statement(m_database.get(), sql); }
  bool has_table(std::string_view name);
  /// Closes; an Error where that fails.
  void close();

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> m_database;
};

/// A name as SQL text: in double quotes, with those inside it doubled.
std::string sql_name(std::string_view name);

}  // namespace jingwei
