#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layer/result.hpp"

namespace jingwei {

/// Carries the values of `sources` by the balanced `shares` to `targets`: of extensive fields v_t = Σ v_s ·
/// share, of intensive ones Σ v_s · a_st / Σ a_st with a_st the measure of the part; null where no source
/// with a value meets the target. The rows of `shares` get what they take along. `source_of`: the row of
/// `sources` of each share. Adds the figures: of each extensive field what went in, what targets have, what
/// is outside of them and what counts again, <field>_in = _out + _outside − _overlap. Errors (failed): totals
/// that are not kept.
void carry_values(Result& whole, const std::vector<std::string>& extensive,
                  const std::vector<std::string>& intensive, std::span<const std::uint32_t> source_of);

}  // namespace jingwei
