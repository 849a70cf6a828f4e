#pragma once
#include <chrono>
#include <string>

namespace jingwei {

/// The time that outputs carry, "2026-01-31T08:00:00Z": SOURCE_DATE_EPOCH where it is set, else now.
std::string timestamp();
/// The largest resident memory of this process so far, in bytes.
std::size_t peak_memory_bytes();

/// Seconds since it was made.
class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
  }

 private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace jingwei
