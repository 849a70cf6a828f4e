#include "base/key_hash.hpp"

#include <bit>
#include <cstring>

namespace jingwei {

void KeyHash::number(std::uint64_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  m_waiting.append(bytes, sizeof bytes);
  if (m_waiting.size() > (1U << 16U)) flush();
}

void KeyHash::number(double value) {
  number(std::bit_cast<std::uint64_t>(value));
}

void KeyHash::text(std::string_view value) {
  number(std::uint64_t{value.size()});
  m_waiting += value;
}

std::string KeyHash::hex() {
  flush();
  return m_hash.hex();
}

void KeyHash::flush() {
  m_hash.add_text(m_waiting);
  m_waiting.clear();
}

}  // namespace jingwei
