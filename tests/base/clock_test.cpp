#include "base/clock.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <vector>

#include "base/expect_error.hpp"

using namespace jingwei;

namespace {

/// Sets SOURCE_DATE_EPOCH and puts back what it was.
class EpochGuard {
 public:
  explicit EpochGuard(const char* value) {
    if (const char* before = std::getenv("SOURCE_DATE_EPOCH")) m_before = before;
    if (value == nullptr) {
      unsetenv("SOURCE_DATE_EPOCH");
    } else {
      setenv("SOURCE_DATE_EPOCH", value, 1);
    }
  }
  ~EpochGuard() {
    unsetenv("SOURCE_DATE_EPOCH");
    if (!m_before.empty()) setenv("SOURCE_DATE_EPOCH", m_before.c_str(), 1);
  }
  EpochGuard(const EpochGuard&) = delete;
  EpochGuard& operator=(const EpochGuard&) = delete;

 private:
  std::string m_before;
};

}  // namespace

TEST_CASE("outputs carry the time of SOURCE_DATE_EPOCH") {
  const auto at = [](const char* epoch) {
    const EpochGuard guard(epoch);
    return timestamp();
  };
  CHECK(at("0") == "1970-01-01T00:00:00Z");
  CHECK(at("951782400") == "2000-02-29T00:00:00Z");
  CHECK(at("1769846400") == "2026-01-31T08:00:00Z");
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no time is an error") {
  for (const char* epoch : {"", "today", "-1", "1.5", "12 ", "9223372036854775807"}) {
    CAPTURE(epoch);
    const EpochGuard guard(epoch);
    CHECK_THAT(input_error_of([] { timestamp(); }), Catch::Matchers::Contains("SOURCE_DATE_EPOCH"));
  }
}

TEST_CASE("without it the time is now") {
  const EpochGuard guard(nullptr);
  const std::string now = timestamp();
  REQUIRE(now.size() == 20);
  CHECK(now > "2024-01-01T00:00:00Z");
  CHECK(now[10] == 'T');
  CHECK(now[19] == 'Z');
}

TEST_CASE("peak memory grows with what is touched and never falls") {
  const std::size_t before = peak_memory_bytes();
  {
    const std::vector<char> block(before + (64u << 20), 'x');
    CHECK(block.back() == 'x');
  }
  CHECK(peak_memory_bytes() >= before + (48u << 20));
}

TEST_CASE("a stopwatch never runs backwards") {
  const Stopwatch watch;
  const double first = watch.seconds();
  CHECK(first >= 0);
  CHECK(watch.seconds() >= first);
}
