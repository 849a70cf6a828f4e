#include "io/sqlite.hpp"

#include <sqlite3.h>

#include "base/error.hpp"
#include "layer/convert_text.hpp"

namespace jingwei {
namespace {

constexpr std::size_t shown_characters = 200;  // of a statement

[[noreturn]] void fail(sqlite3* database, std::string_view what) {
  const int code = sqlite3_errcode(database);
  const bool held = code == SQLITE_BUSY || code == SQLITE_LOCKED;
  const char* file = sqlite3_db_filename(database, "main");
  throw error(held ? ErrorKind::locked : ErrorKind::failed, "{}: {}: {}", file ? file : "",
              cut(std::string(what), shown_characters), sqlite3_errmsg(database));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) : m_database(database) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) !=
      SQLITE_OK)
    fail(database, sql);
  m_statement.reset(statement);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text(m_statement.get(), parameter, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(m_statement.get(), parameter, number);
  return *this;
}

Statement& Statement::bind_real(int parameter, double number) {
  sqlite3_bind_double(m_statement.get(), parameter, number);
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  sqlite3_bind_null(m_statement.get(), parameter);
  return *this;
}

Statement& Statement::bind_lasting(int parameter, std::string_view text) {
  if (sqlite3_bind_text64(m_statement.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                          SQLITE_UTF8) != SQLITE_OK)
    fail(m_database, sqlite3_sql(m_statement.get()));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::span<const std::uint8_t> bytes) {
  if (sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC) !=
      SQLITE_OK)
    fail(m_database, sqlite3_sql(m_statement.get()));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(m_database, sqlite3_sql(m_statement.get()));
  return false;
}

void Statement::run() {
  while (step()) continue;
  sqlite3_reset(m_statement.get());
  sqlite3_clear_bindings(m_statement.get());
}

int Statement::columns() const {
  return sqlite3_column_count(m_statement.get());
}

std::string Statement::text(int column) const {
  // sqlite3_column_blob leaves text and blobs as they are.
  const void* bytes = sqlite3_column_blob(m_statement.get(), column);
  const int size = sqlite3_column_bytes(m_statement.get(), column);
  return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)) : std::string();
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(m_statement.get(), column);
}

Statement::Kind Statement::kind(int column) const {
  switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
      return Kind::integer;
    case SQLITE_FLOAT:
      return Kind::real;
    case SQLITE_TEXT:
      return Kind::text;
    case SQLITE_BLOB:
      return Kind::blob;
    default:
      return Kind::null;
  }
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(const std::string& path, Mode mode) {
  sqlite3* database = nullptr;
  // Used by one thread at a time: no locks.
  const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  m_database.reset(database);
  if (code != SQLITE_OK) fail(database, "cannot be opened");
}

void Database::run(const std::string& sql) {
  if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(m_database.get(), sql);
}

bool Database::has_table(std::string_view name) {
  return prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?1)")
      .bind(1, name)
      .step();
}

void Database::close() {
  sqlite3* database = m_database.release();
  if (database == nullptr) return;
  if (sqlite3_close(database) != SQLITE_OK) {
    m_database.reset(database);
    fail(database, "cannot be closed");
  }
}

std::string sql_name(std::string_view name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

}  // namespace jingwei
