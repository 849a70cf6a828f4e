#include "network/forbidden_ways.hpp"

namespace jingwei {

ForbiddenWays::ForbiddenWays(std::span<const std::vector<std::uint32_t>> ways) : m_states(1) {
  for (const auto& way : ways) add(way);
  link();
}

void ForbiddenWays::add(std::span<const std::uint32_t> way) {
  std::uint32_t state = none;
  for (const std::uint32_t label : way) {
    const auto [place, added] = m_states[state].next.try_emplace(label, size());
    const std::uint32_t next = place->second;
    if (added) {
      const std::uint32_t depth = m_states[state].depth + 1;
      m_states.emplace_back();
      m_states.back().depth = depth;
      m_states.back().label = label;
    }
    state = next;
  }
  m_states[state].forbidden = true;
}

/// Breadth first, so that a fallback is complete before longer beginnings fall back on it.
void ForbiddenWays::link() {
  std::vector<std::uint32_t> queue;
  for (const auto& [label, child] : m_states[none].next) queue.push_back(child);
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const State& state = m_states[queue[i]];
    for (const auto& [label, child] : state.next) {
      const std::uint32_t fallback = step(state.fallback, label);
      m_states[child].fallback = fallback;
      m_states[child].forbidden |= m_states[fallback].forbidden;
      queue.push_back(child);
    }
  }
}

std::uint32_t ForbiddenWays::step(std::uint32_t state, std::uint32_t label) const {
  while (true) {
    const auto& next = m_states[state].next;
    if (const auto found = next.find(label); found != next.end()) return found->second;
    if (state == none) return none;
    state = m_states[state].fallback;
  }
}

}  // namespace jingwei
