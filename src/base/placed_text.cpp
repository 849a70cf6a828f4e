#include "base/placed_text.hpp"

namespace jingwei {

PlacedText::PlacedText(const std::string& name, std::string_view text) : m_name(name), m_text(text) {
  m_places.reserve(text.size() + 1);
  Place place{1, 1};
  for (const char c : text) {
    m_places.push_back(place);
    if (c == '\n') {
      place = {place.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  m_places.push_back(place);
}

void PlacedText::require_readable() const {
  const std::size_t valid = utf8_prefix(m_text);
  if (valid < m_text.size())
    throw refuse(place(valid), {"不是 UTF-8；请把文件另存为 UTF-8", "not UTF-8; save the file in UTF-8"});
  for (std::size_t i = 0; i < m_text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(m_text[i]);
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    if (control)
      throw refuse(place(i), {"含有控制字符（字节 {}）；请删去", "a control character (byte {}); remove it"},
                   int{byte});
  }
}

}  // namespace jingwei
