#include "base/parallel.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>
#include <vector>

#include "base/expect_error.hpp"
#include "base/progress.hpp"

using namespace jingwei;

namespace {

Context with_threads(int threads) {
  Context context;
  context.set_threads(threads);
  return context;
}

class NoLog : public Log {
 public:
  void write(LogLevel /*level*/, std::string_view /*message*/) override {}
};

/// Sums of 1/(i+1) by range, in the order of the ranges: the last bits tell where the ranges were cut.
std::vector<double> sums_by_range(std::size_t count, int threads, std::size_t grain) {
  Context context = with_threads(threads);
  std::vector<double> sums(count, 0.0);
  parallel_for(
      count, context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) sums[begin] += 1.0 / static_cast<double>(i + 1);
      },
      grain);
  return sums;
}

}  // namespace

TEST_CASE("every index is visited once") {
  for (const int threads : {0, 1, 2, 3, 8}) {
    for (const std::size_t count : {0u, 1u, 2u, 255u, 256u, 257u, 1000u, 100'001u}) {
      for (const std::size_t grain : {0u, 1u, 7u, 1'000'000u}) {
        Context context = with_threads(threads);
        std::vector<int> visits(count, 0);
        parallel_for(
            count, context,
            [&](std::size_t begin, std::size_t end) {
              for (std::size_t i = begin; i < end; ++i) ++visits[i];
            },
            grain);
        const bool once = std::all_of(visits.begin(), visits.end(), [](int n) { return n == 1; });
        CAPTURE(threads, count, grain);
        CHECK(once);
      }
    }
  }
}

TEST_CASE("ranges are cut alike for any number of threads") {
  for (const std::size_t grain : {0u, 13u}) {
    const auto serial = sums_by_range(10'000, 1, grain);
    for (const int threads : {2, 4, 7}) CHECK(sums_by_range(10'000, threads, grain) == serial);
  }
}

TEST_CASE("as many threads work at once as were asked for, also beyond the cores") {
  constexpr int threads = 6;
  Context context = with_threads(threads);
  std::mutex mutex;
  std::condition_variable met;
  int waiting = 0;
  std::set<std::thread::id> ids;
  parallel_for(
      threads, context,
      [&](std::size_t, std::size_t) {
        std::unique_lock lock(mutex);
        ids.insert(std::this_thread::get_id());
        ++waiting;
        met.notify_all();
        met.wait_for(lock, std::chrono::seconds(60), [&] { return waiting == threads; });
      },
      1);
  CHECK(waiting == threads);
  CHECK(ids.size() == threads);
}

TEST_CASE("no more threads work than were asked for") {
  Context context = with_threads(2);
  std::atomic<int> running{0};
  std::atomic<int> most{0};
  parallel_for(
      200, context,
      [&](std::size_t, std::size_t) {
        const int now = ++running;
        int before = most;
        while (now > before && !most.compare_exchange_weak(before, now)) {
        }
        std::this_thread::yield();
        --running;
      },
      1);
  CHECK(most <= 2);
}

TEST_CASE("the failure of the lowest range is thrown, whatever the threads") {
  for (const int threads : {1, 2, 8}) {
    for (int repeat = 0; repeat < 20; ++repeat) {
      Context context = with_threads(threads);
      const std::string message = input_error_of([&] {
        parallel_for(
            1000, context,
            [](std::size_t begin, std::size_t) {
              if (begin >= 37) throw input_error("range {}", begin);
            },
            1);
      });
      REQUIRE(message == "range 37");
    }
  }
}

TEST_CASE("other exceptions come through as they are") {
  Context context = with_threads(4);
  CHECK_THROWS_AS(parallel_for(10, context, [](std::size_t, std::size_t) { throw std::bad_alloc(); }),
                  std::bad_alloc);
}

TEST_CASE("a cancel stops between ranges") {
  for (const int threads : {1, 4}) {
    Cancellation cancellation;
    const auto progress = silent_progress();
    NoLog log;
    Context context(threads, cancellation, *progress, log);
    std::atomic<int> done{0};
    const std::string message = error_of(ErrorKind::cancelled, [&] {
      parallel_for(
          10'000, context,
          [&](std::size_t begin, std::size_t) {
            ++done;
            if (begin == 5) cancellation.request();
          },
          1);
    });
    CHECK(message == "cancelled");
    CHECK(done < 10'000);
    CHECK(done >= 1);
    CHECK_THROWS_AS(parallel_for(0, context, [](std::size_t, std::size_t) {}), Error);
  }
}

TEST_CASE("loops within loops finish") {
  Context context = with_threads(3);
  std::vector<std::size_t> sums(40, 0);
  parallel_for(
      sums.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          std::vector<std::size_t> parts(100, 0);
          parallel_for(
              parts.size(), context,
              [&](std::size_t from, std::size_t to) {
                for (std::size_t j = from; j < to; ++j) parts[j] = i * j;
              },
              3);
          sums[i] = std::accumulate(parts.begin(), parts.end(), std::size_t{0});
        }
      },
      1);
  for (std::size_t i = 0; i < sums.size(); ++i) CHECK(sums[i] == i * 4950);
}
