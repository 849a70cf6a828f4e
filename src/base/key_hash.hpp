#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace jingwei {

/// SHA-256 over many small values, each told apart from its neighbours: the key of what is made of them.
class KeyHash {
 public:
  void number(std::uint64_t value);
  void number(double value);
  void text(std::string_view value);
  /// 64 lower-case hexadecimal digits; nothing can be added afterwards.
  std::string hex();

 private:
  void flush();

  Sha256 m_hash;
  std::string m_waiting;  // the hash takes its time to be called, so it is fed in pieces of some size
};

}  // namespace jingwei
