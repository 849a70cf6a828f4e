#include "base/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <optional>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

struct Stage {
  std::string name;
  std::size_t total = 0;
  std::size_t done = 0;
  Stopwatch watch;

  int percent() const {
    return total == 0 ? 0
                      : static_cast<int>(100.0 * static_cast<double>(std::min(done, total)) /
                                         static_cast<double>(total));
  }
};

/// Keeps the stages, the innermost last, and lets one thread at a time show them.
class StackedProgress : public Progress {
 public:
  void begin(std::string_view stage, std::size_t total) override {
    const std::lock_guard lock(m_mutex);
    m_stages.push_back({.name = printable(stage), .total = total, .done = 0, .watch = {}});
    begun(m_stages.back());
  }
  void advance(std::size_t steps) override {
    const std::lock_guard lock(m_mutex);
    if (m_stages.empty()) return;
    m_stages.back().done += steps;
    advanced(m_stages.back());
  }
  void end() override {
    const std::lock_guard lock(m_mutex);
    if (m_stages.empty()) return;
    ended(m_stages.back());
    m_stages.pop_back();
  }

 protected:
  virtual void begun(const Stage& stage) = 0;
  virtual void advanced(const Stage& stage) = 0;
  virtual void ended(const Stage& stage) = 0;

 private:
  std::mutex m_mutex;
  std::vector<Stage> m_stages;
};

void show(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

std::string seconds_text(double seconds) {
  if (seconds < 60) return format("{:.1f} s", seconds);
  const auto whole = static_cast<long>(seconds);
  return whole < 3600 ? format("{}:{:02}", whole / 60, whole % 60)
                      : format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

class BarProgress : public StackedProgress {
 public:
  explicit BarProgress(Language language) : m_left(Text{"剩余", "left"}.in(language)) {}

 protected:
  void begun(const Stage& stage) override { draw(stage); }
  void advanced(const Stage& stage) override {
    if (m_drawn && m_drawn->seconds() < 0.1) return;
    draw(stage);
  }
  void ended(const Stage& stage) override {
    show(format("\r\x1b[K{}  {}\n", stage.name, seconds_text(stage.watch.seconds())));
  }

 private:
  void draw(const Stage& stage) {
    m_drawn.emplace();
    if (stage.total == 0) return show(format("\r\x1b[K{} …", stage.name));
    constexpr int width = 24;
    const int filled = stage.percent() * width / 100;
    std::string bar;
    for (int i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    const double seconds = stage.watch.seconds();
    const double rate = seconds > 0 ? static_cast<double>(stage.done) / seconds : 0;
    std::string line = format("\r\x1b[K{} {} {}%", stage.name, bar, stage.percent());
    if (rate > 0 && stage.done < stage.total) {
      line += format("  {:.0f}/s  {} {}", rate, m_left,
                     seconds_text(static_cast<double>(stage.total - stage.done) / rate));
    }
    show(line);
  }

  std::string m_left;
  std::optional<Stopwatch> m_drawn;  ///< since the bar was last drawn
};

class LineProgress : public StackedProgress {
 protected:
  void begun(const Stage& /*stage*/) override {}
  void advanced(const Stage& /*stage*/) override {}
  void ended(const Stage& stage) override {
    show(format("{}  {}\n", stage.name, seconds_text(stage.watch.seconds())));
  }
};

class JsonProgress : public StackedProgress {
 protected:
  void begun(const Stage& stage) override { tell(stage, 0); }
  void advanced(const Stage& stage) override {
    if (stage.percent() != m_told) tell(stage, stage.percent());
  }
  void ended(const Stage& stage) override { tell(stage, 100); }

 private:
  void tell(const Stage& stage, int percent) {
    m_told = percent;
    Json event;
    event.set("event", "progress");
    event.set("stage", stage.name);
    event.set("percent", percent);
    show(to_text(event, -1) + "\n");
  }

  int m_told = 0;
};

class SilentProgress : public Progress {
 public:
  void begin(std::string_view /*stage*/, std::size_t /*total*/) override {}
  void advance(std::size_t /*steps*/) override {}
  void end() override {}
};

}  // namespace

std::unique_ptr<Progress> terminal_progress(Language language) {
  if (isatty(STDERR_FILENO) != 0) return std::make_unique<BarProgress>(language);
  return std::make_unique<LineProgress>();
}
std::unique_ptr<Progress> json_progress() {
  return std::make_unique<JsonProgress>();
}
std::unique_ptr<Progress> silent_progress() {
  return std::make_unique<SilentProgress>();
}

}  // namespace jingwei
