#pragma once
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

namespace jingwei {

/// Seconds on the clock, and of all threads of this process together.
struct Spent {
  double wall_s = 0, cpu_s = 0;
};

template <class Work>
Spent spent_on(const Work& work) {
  const auto cpu_seconds = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const auto start = std::chrono::steady_clock::now();
  const double cpu_start = cpu_seconds();
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), cpu_seconds() - cpu_start};
}

/// The least of several runs, each of the two by itself: other programs only ever add.
template <class Work>
Spent least_of(int runs, const Work& work) {
  Spent least = spent_on(work);
  for (int run = 1; run < runs; ++run) {
    const Spent spent = spent_on(work);
    least = {std::min(least.wall_s, spent.wall_s), std::min(least.cpu_s, spent.cpu_s)};
  }
  return least;
}

/// The largest resident size since the last reset, in MB.
inline double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024;
  return 0;
}
inline void reset_peak_memory() {
  std::ofstream("/proc/self/clear_refs") << 5;
}

}  // namespace jingwei
