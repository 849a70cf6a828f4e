#include "base/context.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "base/expect_error.hpp"

using namespace jingwei;

namespace {

class Recorder : public Progress, public Log {
 public:
  void begin(std::string_view stage, std::size_t total) override {
    lines.push_back(format("begin {} {}", stage, total));
  }
  void advance(std::size_t steps) override { lines.push_back(format("advance {}", steps)); }
  void end() override { lines.emplace_back("end"); }
  void write(LogLevel level, std::string_view message) override {
    lines.push_back(format("{} {}", static_cast<int>(level), message));
  }

  std::vector<std::string> lines;
};

}  // namespace

TEST_CASE("a context made of nothing is quiet, has one thread and is never cancelled") {
  Context context;
  context.begin({"阶段", "stage"}, 3);
  context.advance();
  context.end();
  context.info({"一", "one"});
  context.warn({"二", "two"});
  CHECK(context.threads() == 1);
  CHECK_FALSE(context.cancelled());
  CHECK_NOTHROW(context.check_cancelled());
}

TEST_CASE("a context hands on what it is told") {
  Cancellation cancellation;
  Recorder recorder;
  Context context(4, cancellation, recorder, recorder, Language::zh);
  CHECK(context.threads() == 4);
  context.begin({"读取", "read"}, 2);
  context.advance();
  context.advance(5);
  context.info(told({"{} 行", "{} rows"}, 7));
  context.warn({"小心", "mind"});
  context.end();
  CHECK(recorder.lines ==
        std::vector<std::string>{"begin 读取 2", "advance 1", "advance 5", "1 7 行", "2 小心", "end"});

  recorder.lines.clear();
  Context english(1, cancellation, recorder, recorder);
  english.begin({"读取", "read"});
  english.warn({"小心", "mind"});
  CHECK(recorder.lines == std::vector<std::string>{"begin read 0", "2 mind"});
}

TEST_CASE("a cancel is an Error with exit code 130") {
  Cancellation cancellation;
  Recorder recorder;
  const Context context(1, cancellation, recorder, recorder);
  cancellation.request();
  CHECK(context.cancelled());
  CHECK(error_of(ErrorKind::cancelled, [&] { context.check_cancelled(); }) == "cancelled");
  CHECK(Error(ErrorKind::cancelled, "").exit_code() == 130);
}
