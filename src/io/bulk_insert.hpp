#pragma once
#include <cstddef>
#include <functional>
#include <string>

#include "io/sqlite.hpp"

namespace jingwei {

/// How many rows of so many columns are inserted by one statement: a row by itself costs SQLite twice as
/// much.
std::size_t rows_at_once(int columns);

/// Binds the values of a row to the parameters from `first_parameter` on. What it lends (bind_lasting,
/// bind_blob) must last for rows_at_once rows.
using BindRow = std::function<void(Statement& insert, int first_parameter, std::size_t row)>;

/// Inserts rows 0, 1, …; `into` is the table, with its columns where not all are given.
void insert_rows(Database& database, const std::string& into, int columns, std::size_t rows,
                 const BindRow& bind);

}  // namespace jingwei
