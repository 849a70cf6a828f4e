#pragma once
#include <atomic>
#include <cstddef>
#include <string_view>

#include "base/message.hpp"

namespace jingwei {

/// Set by a signal handler or a caller, asked between steps.
class Cancellation {
 public:
  void request() noexcept { m_requested.store(true, std::memory_order_relaxed); }
  bool requested() const noexcept { return m_requested.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> m_requested{false};
};

/// How far a long step is; stages are named in the language of messages. Called from any thread.
class Progress {
 public:
  virtual ~Progress() = default;
  /// A stage begins that has `total` steps (0: not known).
  virtual void begin(std::string_view stage, std::size_t total) = 0;
  virtual void advance(std::size_t steps) = 0;
  virtual void end() = 0;
};

enum class LogLevel { debug, info, warning, error };

class Log {
 public:
  virtual ~Log() = default;
  virtual void write(LogLevel level, std::string_view message) = 0;
};

/// What every step of a run is given: threads, progress, cancel, log. Passed in, never global.
class Context {
 public:
  /// A quiet context with one thread, as the tests use.
  Context() = default;
  Context(int threads, Cancellation& cancellation, Progress& progress, Log& log,
          Language language = Language::en)
      : m_threads(threads),
        m_cancellation(&cancellation),
        m_progress(&progress),
        m_log(&log),
        m_language(language) {}

  int threads() const { return m_threads; }
  void set_threads(int threads) { m_threads = threads; }
  bool cancelled() const { return m_cancellation != nullptr && m_cancellation->requested(); }
  /// Throws an Error of kind cancelled once a cancel was requested.
  void check_cancelled() const;

  void begin(const Text& stage, std::size_t total = 0) {
    if (m_progress) m_progress->begin(stage.in(m_language), total);
  }
  void advance(std::size_t steps = 1) {
    if (m_progress) m_progress->advance(steps);
  }
  void end() {
    if (m_progress) m_progress->end();
  }

  void info(const Text& message) const { write(LogLevel::info, message); }
  void warn(const Text& message) const { write(LogLevel::warning, message); }

 private:
  void write(LogLevel level, const Text& message) const {
    if (m_log) m_log->write(level, message.in(m_language));
  }

  int m_threads = 1;
  Cancellation* m_cancellation = nullptr;
  Progress* m_progress = nullptr;
  Log* m_log = nullptr;
  Language m_language = Language::en;
};

}  // namespace jingwei
