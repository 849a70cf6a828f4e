#pragma once
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <thread>

#include "base/context.hpp"
#include "base/progress.hpp"

namespace jingwei {

/// What Ctrl-C asks for. A signal handler reaches nothing but a global; everything else is passed in.
Cancellation& cancellation();

/// To stdout, at once. Errors: failed, where it cannot be written.
void print(const std::string& text);

/// A command line that speaks one language.
struct CommandLine {
  CLI::App app;
  Language language;

  std::string say(const Text& text) const { return text.in(language); }
  CLI::App& add(const std::string& name, const Text& what, const Text& group = {"命令", "Commands"}) {
    CLI::App& command = *app.add_subcommand(name, say(what))->group(say(group));
    command.set_help_flag("-h,--help", say({"显示本帮助", "Print this help"}));
    return command;
  }
};

/// What every command that works for a while takes.
struct RunningOptions {
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool quiet = false;
  std::string log_file;
  std::string progress = "auto";
  Language language = Language::en;

  void add_to(CLI::App& command, const CommandLine& line) {
    command
        .add_option("--threads", threads,
                    line.say({"工作线程数（结果与线程数无关）",
                              "How many threads work (results are the same for any number)"}))
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_flag("--quiet", quiet, line.say({"只显示警告和错误", "Warnings and errors only"}));
    command.add_option(
        "--log", log_file,
        line.say({"把全部消息连同时间写入该文件", "Write all messages with their times to this file"}));
    command
        .add_option("--progress", progress,
                    line.say({"在 stderr 上如何显示进度", "How progress is told on stderr"}))
        ->check(CLI::IsMember({"auto", "json", "none"}))
        ->capture_default_str();
    add_language(command, line);
  }
  void add_language(CLI::App& command, const CommandLine& line) {
    language = line.language;  // which has read the option already
    const std::string what =
        line.say({"消息的语言（默认取自系统区域设置）", "Of messages (default: the locale's)"});
    command.add_option("--language", what)->check(CLI::IsMember({"zh", "en"}));
  }
  std::unique_ptr<Progress> make_progress() const {
    if (progress == "json") return json_progress();
    return quiet || progress == "none" ? silent_progress() : terminal_progress(language);
  }
  std::unique_ptr<Log> make_log() const {
    return log_file.empty() ? terminal_log(quiet ? Verbosity::quiet : Verbosity::normal, language)
                            : file_log(log_file);
  }
  /// Calls `step` with the context that these options ask for.
  template <class Step>
  void with_context(Step&& step) const {
    const auto shown = make_progress();
    const auto log = make_log();
    Context context(threads, cancellation(), *shown, *log, language);
    step(context);
  }
};

}  // namespace jingwei
