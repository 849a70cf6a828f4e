#pragma once
#include <memory>
#include <string>

#include "base/context.hpp"

namespace jingwei {

/// A bar with rate and time left where stderr is a terminal, else one plain line a stage with its time.
std::unique_ptr<Progress> terminal_progress(Language language);
/// One JSON event a line on stderr: {"event":"progress","stage":…,"percent":…}, flushed at once.
std::unique_ptr<Progress> json_progress();
std::unique_ptr<Progress> silent_progress();

/// Messages to stderr (warnings and errors only when `quiet`), or all of them with time and level to a file.
/// Errors: input where the file cannot be written.
enum class Verbosity { normal, quiet };
std::unique_ptr<Log> terminal_log(Verbosity verbosity, Language language);
std::unique_ptr<Log> file_log(const std::string& path);

}  // namespace jingwei
