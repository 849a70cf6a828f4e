#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace jingwei {

/// Recognises forbidden ways (sequences of labels) while they are travelled: the automaton of Aho & Corasick
/// (1975). A state is the longest beginning of a forbidden way that the labels so far end with.
class ForbiddenWays {
 public:
  explicit ForbiddenWays(std::span<const std::vector<std::uint32_t>> ways);

  static constexpr std::uint32_t none = 0;  ///< the state of no beginning
  std::uint32_t step(std::uint32_t state, std::uint32_t label) const;
  bool forbidden(std::uint32_t state) const { return m_states[state].forbidden; }
  /// How many labels the beginning has, and its last.
  std::uint32_t depth(std::uint32_t state) const { return m_states[state].depth; }
  std::uint32_t label(std::uint32_t state) const { return m_states[state].label; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(m_states.size()); }

 private:
  struct State {
    std::map<std::uint32_t, std::uint32_t> next;
    std::uint32_t fallback = none;
    std::uint32_t depth = 0;
    std::uint32_t label = 0;
    bool forbidden = false;
  };
  void add(std::span<const std::uint32_t> way);
  void link();

  std::vector<State> m_states;
};

}  // namespace jingwei
