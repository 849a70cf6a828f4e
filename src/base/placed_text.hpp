#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/error.hpp"

namespace jingwei {

/// The text of a file with the place of each of its bytes. Neither name nor text is copied.
class PlacedText {
 public:
  PlacedText(const std::string& name, std::string_view text);

  std::string_view text() const { return m_text; }
  /// \pre offset <= text().size()
  Place place(std::size_t offset) const { return m_places[offset]; }

  /// An input Error "name:line:column: …".
  template <class... Values>
  Error refuse(Place place, std::type_identity_t<Pattern<Values...>> pattern, Values&&... values) const {
    return input_error("{}:{}:{}: {}", m_name, place.line, place.column,
                       told<Values...>(pattern, std::forward<Values>(values)...));
  }
  /// Refuses what is not UTF-8, and control characters.
  void require_readable() const;

 private:
  const std::string& m_name;
  std::string_view m_text;
  std::vector<Place> m_places;
};

}  // namespace jingwei
