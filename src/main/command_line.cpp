#include "main/command_line.hpp"

#include <cstdio>

#include "base/error.hpp"

namespace jingwei {

Cancellation& cancellation() {
  static Cancellation requested;
  return requested;
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw error(ErrorKind::failed, {"标准输出无法写入（磁盘已满，或读取方已退出）",
                                    "stdout: cannot be written (disk full, or its reader has gone)"});
}

}  // namespace jingwei
