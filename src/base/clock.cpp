#include "base/clock.hpp"

#include <sys/resource.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "base/error.hpp"

namespace jingwei {
namespace {

std::time_t output_time() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr) return std::time(nullptr);
  const std::string_view text = epoch;
  std::int64_t seconds = -1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failure != std::errc() || end != text.data() + text.size() || seconds < 0) {
    throw input_error({"SOURCE_DATE_EPOCH 为“{}”；应为自 1970 年起的整秒数",
                       "SOURCE_DATE_EPOCH is “{}”; it must be a whole number of seconds since 1970"},
                      text);
  }
  return static_cast<std::time_t>(seconds);
}

}  // namespace

std::string timestamp() {
  const std::time_t time = output_time();
  std::tm utc{};
  if (gmtime_r(&time, &utc) == nullptr) {
    throw input_error(
        {"SOURCE_DATE_EPOCH 为 {}，超出日期范围", "SOURCE_DATE_EPOCH is {}, later than any date"},
        static_cast<std::int64_t>(time));
  }
  return format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::size_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;  // Linux counts KiB
}

}  // namespace jingwei
