#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "geometry/snap_rounding.hpp"

namespace jingwei {

/// A tree of boxes over edges in their order: best where edges that follow each other lie near each other.
class ReachTree {
 public:
  explicit ReachTree(const std::vector<GridEdge>& edges);

  /// visit(i, j), i < j, for every two edges whose boxes are no farther apart than a cell (and perhaps a few
  /// more, where edges lie further from each other than 2^30 cells).
  template <class Visit>
  void for_each_pair(const Visit& visit) const {
    if (!m_boxes.empty()) pairs_within(m_levels.size() - 1, 0, visit);
  }
  /// visit(i) for every edge whose box the cell is in (or next to). \pre it lies in the box of all edges
  template <class Visit>
  void for_each_at(Cell cell, const Visit& visit) const {
    if (!m_boxes.empty()) at(m_levels.size() - 1, 0, scaled(cell), visit);
  }

 private:
  static constexpr std::uint32_t fan_out = 8;
  using Numbers = std::array<std::int32_t, fan_out>;

  /// Where one box lies; its sides above are a cell further out than it is.
  struct Sides {
    std::int32_t min_x, max_x, min_y, max_y;
  };
  /// Eight edges or boxes that share a box. Those that are not there meet nothing.
  struct Boxes {
    Numbers min_x{}, max_x{}, min_y{}, max_y{};

    Boxes();
    void set(std::uint32_t lane, const Sides& sides);
    Sides of(std::uint32_t lane) const { return {min_x[lane], max_x[lane], min_y[lane], max_y[lane]}; }
    Sides all() const;
    /// A bit in each byte, that of the first box last, of those that meet another.
    std::uint64_t meeting(const Sides& other) const {
      std::array<std::uint8_t, fan_out> meets{};
      for (std::uint32_t i = 0; i < fan_out; ++i)
        meets[i] = static_cast<std::uint8_t>(
            static_cast<int>(min_x[i] <= other.max_x) & static_cast<int>(other.min_x <= max_x[i]) &
            static_cast<int>(min_y[i] <= other.max_y) & static_cast<int>(other.min_y <= max_y[i]));
      return std::bit_cast<std::uint64_t>(meets);
    }
  };

  template <class Visit>
  static void for_each_lane(std::uint64_t lanes, const Visit& visit) {
    for (; lanes != 0; lanes &= lanes - 1) visit(static_cast<std::uint32_t>(std::countr_zero(lanes)) / 8);
  }

  template <class Visit>
  void pairs_within(std::size_t level, std::uint32_t box, const Visit& visit) const {
    const Boxes& boxes = m_boxes[m_levels[level] + box];
    for (std::uint32_t i = 0; i < fan_out; ++i) {
      const Sides sides = boxes.of(i);
      if (sides.min_x > sides.max_x) break;
      const std::uint64_t later = i + 1 < fan_out ? ~std::uint64_t{0} << 8 * (i + 1) : 0;
      if (level > 0) pairs_within(level - 1, box * fan_out + i, visit);
      for_each_lane(boxes.meeting(sides) & later,
                    [&](std::uint32_t j) { meet(level, box * fan_out + i, box * fan_out + j, visit); });
    }
  }
  /// Two edges or boxes of a level meet.
  template <class Visit>
  void meet(std::size_t level, std::uint32_t i, std::uint32_t j, const Visit& visit) const {
    if (level == 0)
      visit(i, j);
    else
      pairs_between(level - 1, i, j, visit);
  }
  template <class Visit>
  void pairs_between(std::size_t level, std::uint32_t first, std::uint32_t second, const Visit& visit) const {
    const Boxes& a = m_boxes[m_levels[level] + first];
    const Boxes& b = m_boxes[m_levels[level] + second];
    for_each_lane(a.meeting(b.all()), [&](std::uint32_t i) {
      for_each_lane(b.meeting(a.of(i)),
                    [&](std::uint32_t j) { meet(level, first * fan_out + i, second * fan_out + j, visit); });
    });
  }
  template <class Visit>
  void at(std::size_t level, std::uint32_t box, const Sides& sides, const Visit& visit) const {
    for_each_lane(m_boxes[m_levels[level] + box].meeting(sides), [&](std::uint32_t i) {
      if (level == 0)
        visit(box * fan_out + i);
      else
        at(level - 1, box * fan_out + i, sides, visit);
    });
  }

  Sides scaled(Cell cell) const {
    const auto x = static_cast<std::int32_t>((cell.x - m_base.x) >> m_shift);
    const auto y = static_cast<std::int32_t>((cell.y - m_base.y) >> m_shift);
    return {x, x, y, y};
  }

  Cell m_base;
  int m_shift = 0;
  std::vector<std::size_t> m_levels;  // the first of m_boxes of each, those of the edges first
  std::vector<Boxes> m_boxes;
};

}  // namespace jingwei
