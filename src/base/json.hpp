#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jingwei {

/// A JSON value; objects keep the order in which their members were added.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;
  // Values become Json wherever one is asked for. NOLINTBEGIN(google-explicit-constructor)
  Json(std::nullptr_t) {}
  Json(bool value) : m_value(value) {}
  Json(int value) : m_value(static_cast<std::int64_t>(value)) {}
  Json(std::int64_t value) : m_value(value) {}
  Json(std::size_t value) : m_value(static_cast<std::int64_t>(value)) {}
  Json(double value) : m_value(value) {}
  Json(const char* value) : m_value(std::string(value)) {}
  Json(std::string value) : m_value(std::move(value)) {}
  Json(Array value) : m_value(std::move(value)) {}
  Json(Object value) : m_value(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  template <class T>
  const T* as() const {
    return std::get_if<T>(&m_value);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&m_value);
  }
  bool is_null() const { return std::holds_alternative<std::monostate>(m_value); }
  /// The member of an object, or nothing.
  const Json* find(std::string_view key) const;
  /// Adds or replaces a member; a null value becomes an object first.
  Json& set(std::string key, Json value);
  /// Adds an item; a null value becomes an array first.
  Json& push(Json value);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

/// The text of a value; indent < 0: one line. NaN and infinities are written as null, as JSON has none.
std::string to_text(const Json& value, int indent = 2);
/// The value of a JSON text; an input Error "name:line:column: …" where it is none, or where an object
/// repeats a key.
Json parse_json(const std::string& name, std::string_view text);

}  // namespace jingwei
