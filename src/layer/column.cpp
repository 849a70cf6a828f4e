#include <cassert>
#include <cmath>

#include "geometry/overlay.hpp"
#include "layer/layer.hpp"

namespace jingwei {
namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

/// An integer, a boolean included.
std::int64_t integer_of(const Value& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  return std::get<std::int64_t>(value);
}

double real_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  return std::get<double>(value);
}

/// Null, or a number that no file could hold.
bool null_like(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return true;
  const auto* real = std::get_if<double>(&value);
  return real != nullptr && !std::isfinite(*real);
}

}  // namespace

Column::Column(FieldType type) : m_type(type) {
  switch (type) {
    case FieldType::text:
    case FieldType::date:
      m_values = Texts{};
      break;
    case FieldType::integer:
    case FieldType::boolean:
      m_values = Integers{};
      break;
    case FieldType::real:
      m_values = Reals{};
      break;
  }
}

const std::string& Column::text(std::size_t row) const {
  assert(!is_null(row));
  return std::get<Texts>(m_values)[row];
}

std::int64_t Column::integer(std::size_t row) const {
  assert(!is_null(row));
  return std::get<Integers>(m_values)[row];
}

double Column::number(std::size_t row) const {
  assert(!is_null(row));
  if (const auto* integers = std::get_if<Integers>(&m_values)) return static_cast<double>((*integers)[row]);
  return std::get<Reals>(m_values)[row];
}

std::string Column::text_or(std::size_t row, std::string_view otherwise) const {
  return is_null(row) ? std::string(otherwise) : text(row);
}

std::string Column::as_text(std::size_t row) const {
  if (is_null(row)) return "";
  switch (m_type) {
    case FieldType::text:
    case FieldType::date:
      return text(row);
    case FieldType::integer:
      return std::to_string(integer(row));
    case FieldType::boolean:
      return boolean(row) ? "true" : "false";
    case FieldType::real:
      return to_text(number(row));
  }
  return "";
}

Value Column::value(std::size_t row) const {
  if (is_null(row)) return {};
  switch (m_type) {
    case FieldType::text:
    case FieldType::date:
      return text(row);
    case FieldType::integer:
      return integer(row);
    case FieldType::boolean:
      return boolean(row);
    case FieldType::real:
      return number(row);
  }
  return {};
}

void Column::append(const Value& value) {
  m_valid.push_back(0);
  std::visit([](auto& values) { values.emplace_back(); }, m_values);
  set(size() - 1, value);
}

void Column::set(std::size_t row, const Value& value) {
  assert(row < size());
  const bool null = null_like(value);
  m_valid[row] = null ? 0 : 1;
  if (auto* texts = std::get_if<Texts>(&m_values))
    (*texts)[row] = null ? std::string() : std::get<std::string>(value);
  else if (auto* integers = std::get_if<Integers>(&m_values))
    (*integers)[row] = null ? 0 : integer_of(value);
  else
    std::get<Reals>(m_values)[row] = null ? 0 : real_of(value);
}

Column Column::take(std::span<const std::uint32_t> rows) const {
  Column taken(m_type);
  taken.m_valid.reserve(rows.size());
  for (const std::uint32_t row : rows) taken.m_valid.push_back(row == no_row ? 0 : m_valid[row]);
  std::visit(
      [&](const auto& values) {
        auto& target = std::get<std::decay_t<decltype(values)>>(taken.m_values);
        target.reserve(rows.size());
        for (const std::uint32_t row : rows)
          if (row == no_row)
            target.emplace_back();
          else
            target.push_back(values[row]);
      },
      m_values);
  return taken;
}

}  // namespace jingwei
