#pragma once
#include <cstddef>
#include <functional>

#include "base/context.hpp"

namespace jingwei {

/// Calls body(begin, end) for ranges that together are [0, count), on at most context.threads() threads, and
/// returns when all are done. The body writes only to places of its own range, so that results do not depend
/// on threads. Stops between ranges when cancelled. Of several exceptions that of the lowest range is thrown.
/// grain 0: chosen from the count.
void parallel_for(std::size_t count, Context& context,
                  const std::function<void(std::size_t, std::size_t)>& body, std::size_t grain = 0);

}  // namespace jingwei
