#pragma once
#include <unistd.h>

#include <cstdio>
#include <string>

#include "base/file.hpp"
#include "base/temporary_folder.hpp"

namespace jingwei {

/// What a call writes to stderr, which is no terminal meanwhile.
template <class Call>
std::string stderr_of(const Call& call) {
  const TemporaryFolder folder;
  const std::string path = folder.file("stderr");
  std::fflush(stderr);
  const int before = dup(STDERR_FILENO);
  std::FILE* const file = std::fopen(path.c_str(), "w");
  dup2(fileno(file), STDERR_FILENO);
  std::fclose(file);
  call();
  std::fflush(stderr);
  dup2(before, STDERR_FILENO);
  close(before);
  return read_file(path);
}

}  // namespace jingwei
