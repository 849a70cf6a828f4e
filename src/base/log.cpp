#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <unistd.h>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      break;
  }
  return spdlog::level::err;
}

/// One line a message: names in the data cannot break it, nor steer a terminal.
class LineLog : public Log {
 public:
  LineLog(spdlog::sink_ptr sink, spdlog::level::level_enum lowest, const std::string& pattern)
      : m_logger("jingwei", std::move(sink)) {
    m_logger.set_level(lowest);
    m_logger.set_pattern(pattern);
    m_logger.flush_on(lowest);
  }

  void write(LogLevel level, std::string_view message) override {
    m_logger.log(level_of(level), prefix(level) + printable(message));
  }

 protected:
  virtual std::string prefix(LogLevel /*level*/) const { return {}; }

 private:
  spdlog::logger m_logger;
};

class TerminalLog : public LineLog {
 public:
  TerminalLog(spdlog::level::level_enum lowest, Language language)
      : LineLog(std::make_shared<spdlog::sinks::stderr_sink_mt>(), lowest, "%v"),
        m_start(isatty(STDERR_FILENO) != 0 ? "\r\x1b[K" : ""),
        m_warning(Text{"警告：", "warning: "}.in(language)),
        m_error(Text{"错误：", "error: "}.in(language)) {}

 protected:
  std::string prefix(LogLevel level) const override {
    if (level == LogLevel::warning) return m_start + m_warning;
    if (level == LogLevel::error) return m_start + m_error;
    return m_start;
  }

 private:
  std::string m_start;  ///< clears the progress bar that may stand on the line
  std::string m_warning, m_error;
};

}  // namespace

std::unique_ptr<Log> terminal_log(Verbosity verbosity, Language language) {
  return std::make_unique<TerminalLog>(
      verbosity == Verbosity::quiet ? spdlog::level::warn : spdlog::level::info, language);
}

std::unique_ptr<Log> file_log(const std::string& path) {
  try {
    auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path, true);
    return std::make_unique<LineLog>(std::move(sink), spdlog::level::debug, "%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  } catch (const spdlog::spdlog_ex& failure) {
    throw input_error({"日志文件 {}：无法写入：{}", "log file {}: cannot be written: {}"}, path,
                      failure.what());
  }
}

}  // namespace jingwei
