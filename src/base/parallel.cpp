#include "base/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>

namespace jingwei {
namespace {

/// The ranges of one parallel_for, handed out in ascending order.
class Ranges {
 public:
  Ranges(std::size_t count, std::size_t grain, const Context& context,
         const std::function<void(std::size_t, std::size_t)>& body)
      : m_count(count), m_grain(grain), m_context(context), m_body(body) {}

  std::size_t size() const { return (m_count - 1) / m_grain + 1; }

  /// Takes ranges until none is left. A range above a failed one is skipped; one below it never is, so that
  /// the lowest failure does not depend on threads.
  void work() {
    m_workers.load(std::memory_order_acquire);
    for (std::size_t range = m_next++; range < size(); range = m_next++) {
      if (range > m_lowest_failed.load(std::memory_order_relaxed)) break;
      try {
        m_context.check_cancelled();
        m_body(range * m_grain, std::min(m_count, (range + 1) * m_grain));
      } catch (...) {
        record(range, std::current_exception());
      }
    }
    m_workers.fetch_add(1, std::memory_order_release);
  }

  void rethrow() const {
    if (m_failure) std::rethrow_exception(m_failure);
  }

  // What the caller wrote happens before work(), and what work() wrote before see_results() returns. The
  // scheduler promises this too, but a thread sanitizer does not see into its library.
  void publish() { m_workers.store(0, std::memory_order_release); }
  void see_results() const { m_workers.load(std::memory_order_acquire); }

 private:
  void record(std::size_t range, std::exception_ptr failure) {
    const std::lock_guard lock(m_mutex);
    if (range >= m_lowest_failed.load(std::memory_order_relaxed)) return;
    m_lowest_failed.store(range, std::memory_order_relaxed);
    m_failure = std::move(failure);
  }

  std::size_t m_count;
  std::size_t m_grain;
  const Context& m_context;
  const std::function<void(std::size_t, std::size_t)>& m_body;
  std::atomic<std::size_t> m_next{0};
  std::atomic<std::size_t> m_workers{0};
  std::atomic<std::size_t> m_lowest_failed{std::numeric_limits<std::size_t>::max()};
  std::mutex m_mutex;
  std::exception_ptr m_failure;
};

/// At most 256 ranges, whatever the threads: a body that sums within its range gives the same sums.
std::size_t default_grain(std::size_t count) {
  return (count - 1) / 256 + 1;
}

void run_on_threads(Ranges& ranges, int threads) {
  // By default oneTBB starts no more threads than there are cores, also where the user asks for more.
  std::optional<tbb::global_control> more_threads;
  const auto wanted = static_cast<std::size_t>(threads);
  const auto parallelism = tbb::global_control::max_allowed_parallelism;
  if (tbb::global_control::active_value(parallelism) < wanted) more_threads.emplace(parallelism, wanted);

  tbb::task_arena arena(threads);
  ranges.publish();
  arena.execute([&] {
    tbb::parallel_for(
        0, threads, [&](int) { ranges.work(); }, tbb::simple_partitioner());
  });
  ranges.see_results();
}

}  // namespace

void parallel_for(std::size_t count, Context& context,
                  const std::function<void(std::size_t, std::size_t)>& body, std::size_t grain) {
  context.check_cancelled();
  if (count == 0) return;
  Ranges ranges(count, grain == 0 ? default_grain(count) : grain, context, body);
  const auto useful = static_cast<int>(std::min<std::size_t>(ranges.size(), std::numeric_limits<int>::max()));
  const int threads = std::min(context.threads(), useful);
  if (threads <= 1) {
    ranges.work();
  } else {
    run_on_threads(ranges, threads);
  }
  ranges.rethrow();
}

}  // namespace jingwei
