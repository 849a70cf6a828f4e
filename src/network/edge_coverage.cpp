#include "network/edge_coverage.hpp"

#include <algorithm>
#include <tuple>

namespace jingwei {

void EdgeCoverage::add(std::span<const ReachedPart> parts) {
  for (const ReachedPart& part : parts) {
    if (part.from == 0 && part.to == 1) {
      ++m_whole[part.edge];
    } else if (part.from < part.to) {
      m_cuts.push_back({part.edge, part.from, 1});
      m_cuts.push_back({part.edge, part.to, -1});
    }
  }
}

void EdgeCoverage::add(const EdgeCoverage& more) {
  for (std::size_t edge = 0; edge < m_whole.size(); ++edge) m_whole[edge] += more.m_whole[edge];
  m_cuts.insert(m_cuts.end(), more.m_cuts.begin(), more.m_cuts.end());
}

std::vector<ReachedPart> EdgeCoverage::at_least(std::size_t times) const {
  std::vector<Cut> cuts = m_cuts;
  std::ranges::sort(cuts, {}, [](const Cut& cut) { return std::tie(cut.edge, cut.share); });
  std::vector<ReachedPart> parts;
  auto cut = cuts.begin();
  for (std::uint32_t edge = 0; edge < m_whole.size(); ++edge) {
    std::int64_t count = m_whole[edge];
    double from = 0;
    const auto reach_up_to = [&](double to) {
      if (count < static_cast<std::int64_t>(times) || !(from < to)) return;
      if (!parts.empty() && parts.back().edge == edge && parts.back().to == from)
        parts.back().to = to;
      else
        parts.push_back({edge, from, to});
    };
    for (; cut != cuts.end() && cut->edge == edge; ++cut) {
      if (from < cut->share) {
        reach_up_to(cut->share);
        from = cut->share;
      }
      count += cut->change;
    }
    reach_up_to(1);
  }
  return parts;
}

}  // namespace jingwei
