#pragma once
#include <cstdint>
#include <limits>

namespace jingwei {

/// What a connection that lies on no line is.
enum class LinkKind : std::uint8_t { board, alight, transfer, station_access, ramp };

/// A connection that lies on no line, with what a journey tells of it.
struct Link {
  LinkKind kind = LinkKind::transfer;
  double length_m = 0;               ///< straight between street and station or interchange; else 0
  std::uint32_t trunk = 0;           ///< of board and alight: the line
  std::uint32_t access = no_access;  ///< the station or interchange where it ends (of board: begins)
  static constexpr std::uint32_t no_access = std::numeric_limits<std::uint32_t>::max();
};

/// The label of an arc: 2 · edge on a line passed forwards, 2 · edge + 1 backwards, the number of a link
/// above `first_link`, or none for a turn.
inline constexpr std::uint32_t first_link = 1U << 31U;
inline constexpr std::uint32_t no_label = std::numeric_limits<std::uint32_t>::max();
inline bool is_edge(std::uint32_t label) {
  return label < first_link;
}
inline bool is_link(std::uint32_t label) {
  return label >= first_link && label != no_label;
}
inline std::uint32_t link_of(std::uint32_t label) {
  return label - first_link;
}
inline std::uint32_t edge_of(std::uint32_t label) {
  return label / 2;
}
inline bool runs_forward(std::uint32_t label) {
  return label % 2 == 0;
}

}  // namespace jingwei
