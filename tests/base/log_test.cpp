#include <catch2/catch.hpp>

#include "base/expect_error.hpp"
#include "base/progress.hpp"
#include "base/stderr_capture.hpp"
#include "base/text.hpp"

using namespace jingwei;
using Catch::Matchers::Contains;
using Catch::Matchers::Matches;

namespace {

void write_all_levels(Log& log) {
  log.write(LogLevel::debug, "细节 detail");
  log.write(LogLevel::info, "读了 {} rows");
  log.write(LogLevel::warning, "一\n二\x1b[2J");
  log.write(LogLevel::error, "坏 bad");
}

}  // namespace

TEST_CASE("messages go to stderr, one line each, warnings marked in the language asked for") {
  const std::string text =
      stderr_of([] { write_all_levels(*terminal_log(Verbosity::normal, Language::zh)); });
  CHECK(text == "读了 {} rows\n警告：一 二 [2J\n错误：坏 bad\n");
}

TEST_CASE("a quiet log keeps warnings and errors") {
  const std::string text = stderr_of([] { write_all_levels(*terminal_log(Verbosity::quiet, Language::en)); });
  CHECK(text == "warning: 一 二 [2J\nerror: 坏 bad\n");
}

TEST_CASE("a log file holds every message with time and level") {
  const TemporaryFolder folder;
  const std::string path = folder.file("日志.txt");
  write_file(path, "old\n");
  write_all_levels(*file_log(path));
  const auto lines = split(read_file(path), '\n');
  REQUIRE(lines.size() == 4);
  CHECK_THAT(lines[0], Matches(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d debug .*)"));
  CHECK_THAT(lines[1], Contains(" info 读了 {} rows"));
  CHECK_THAT(lines[2], Contains(" warning 一 二"));
  CHECK_THAT(lines[3], Contains(" error 坏 bad"));
}

TEST_CASE("a log file that cannot be written is an input error") {
  const TemporaryFolder folder;
  CHECK_THAT(input_error_of([&] { file_log(folder.path().string()); }), Contains("log file"));
}
