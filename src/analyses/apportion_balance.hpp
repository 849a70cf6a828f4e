#pragma once
#include <cstdint>
#include <vector>

#include "layer/result.hpp"

namespace jingwei {

/// Completes `shares` and `sources` of an apportionment once all windows are combined: the share of its
/// source that each row of `shares` is (share_pct), what each source was divided by, and how much of it lies
/// in targets, outside, or counts again where targets overlap (told as issues; so are sources without weight
/// though densities are given, which are divided by area). Returns, for each row of `shares`, the row of
/// `sources` that it is a part of. Errors (failed): parts that do not add up to their source.
std::vector<std::uint32_t> balance_shares(Result& whole);

}  // namespace jingwei
