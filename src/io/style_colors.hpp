#pragma once
#include <memory>
#include <string>

#include "io/tables.hpp"

namespace jingwei {

/// How one symbol of a style is drawn: colours as "rgb(1,2,3)/0.50" (the last is the opacity), empty for
/// none.
struct Paint {
  std::string fill;
  std::string stroke;
  double width_mm = 0.2;
  double size_mm = 2;
};

/// The symbols that a QML style gives to the rows of its table: single, categorised, graduated and rule-based
/// renderers, of each symbol the top layer that has a colour.
class StyleColors {
 public:
  StyleColors(const Table& table, const std::string& qml);
  ~StyleColors();
  StyleColors(StyleColors&&) noexcept;
  StyleColors& operator=(StyleColors&&) = delete;
  /// The paint of a row of the layer; nothing where the style does not draw it.
  const Paint* paint(std::uint32_t row) const;

 private:
  struct Data;
  std::unique_ptr<Data> m_data;
};

}  // namespace jingwei
