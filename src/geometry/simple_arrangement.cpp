#include "geometry/simple_arrangement.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <span>

namespace jingwei {
namespace {

constexpr std::size_t most_edges = 192;  ///< that are compared pair by pair
constexpr std::size_t lanes = 16;        ///< that are compared at once
static_assert(most_edges % lanes == 0);
constexpr std::int64_t apart = 4;  ///< cells: rounding moves neither of two places by one

/// A place so near to all others that products of differences keep within 64 bits.
struct Place {
  std::int64_t x, y;
};
constexpr std::int64_t farthest = std::int64_t{1} << 29;

std::int64_t turn(Place a, Place b, Place c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
bool before(Place a, Place b) {
  return a.x != b.x ? a.x < b.x : a.y < b.y;
}

/// Two edges that cross inside both.
struct Crossing {
  std::uint32_t first = 0, second = 0;
  bool to_left = false;  // the second goes to the left of the first
  Cell cell;
  std::array<std::uint32_t, 2> pieces{};  // that begin there, of the first and of the second
};

/// A crossing of an edge, and how far along it lies.
struct Stop {
  std::uint32_t edge = 0;
  std::uint32_t crossing = 0;
  std::int64_t along = 0;
};

}  // namespace

/// The search for crossings, edge i running from corner i to the next one of its ring.
class SimpleArrangementBuilder {
 public:
  // Arrays are read as far as they are written. NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
  explicit SimpleArrangementBuilder(const SidedRings& rings)
      : m_rings(rings), m_count(rings.corners.size()) {}

  bool build(std::vector<SimpleArrangement::Piece>& pieces) {
    m_crossings.reserve(16);
    if (m_count == 0 || m_count > most_edges || !place_corners() || !find_crossings() || !are_apart())
      return false;
    sort_stops();
    pieces.reserve(m_count + m_stops.size());
    std::uint32_t first = 0;
    for (const SidedRings::Ring& ring : m_rings.rings) {
      add_pieces(first, static_cast<std::uint32_t>(ring.end), static_cast<std::uint32_t>(ring.side), pieces);
      first = static_cast<std::uint32_t>(ring.end);
    }
    for (const Crossing& crossing : m_crossings) {
      pieces[crossing.pieces[0]].across = crossing.pieces[1];
      pieces[crossing.pieces[1]].across = crossing.pieces[0];
    }
    return true;
  }

 private:
  using Piece = SimpleArrangement::Piece;

  bool place_corners() {
    const Cell origin = m_rings.corners[0];
    std::uint32_t corner = 0;
    for (const SidedRings::Ring& ring : m_rings.rings) {
      const std::uint32_t first = corner;
      if (ring.end - first < 3) return false;
      for (; corner < ring.end; ++corner) {
        const Cell cell = m_rings.corners[corner];
        const Place place{cell.x - origin.x, cell.y - origin.y};
        if (std::abs(place.x) >= farthest || std::abs(place.y) >= farthest) return false;
        m_places[corner] = place;
        m_to[corner] = corner + 1;
        m_side[corner] = static_cast<std::uint8_t>(ring.side);
      }
      m_to[corner - 1] = first;
    }
    for (std::size_t e = 0; e < m_count; ++e) {
      const Place a = m_places[e];
      const Place b = m_places[m_to[e]];
      m_min_x[e] = static_cast<std::int32_t>(std::min(a.x, b.x));
      m_min_y[e] = static_cast<std::int32_t>(std::min(a.y, b.y));
      m_max_x[e] = static_cast<std::int32_t>(std::max(a.x, b.x) + apart);
      m_max_y[e] = static_cast<std::int32_t>(std::max(a.y, b.y) + apart);
    }
    // Behind the last one boxes that meet nothing, up to where they are compared.
    for (std::size_t e = m_count; e % lanes != 0; ++e) {
      m_min_x[e] = m_min_y[e] = std::numeric_limits<std::int32_t>::max();
      m_max_x[e] = m_max_y[e] = std::numeric_limits<std::int32_t>::min();
    }
    return true;
  }

  /// Calls `visit(edge)`, until it gives false, for the edges from `first` on whose boxes meet one that is
  /// grown at its upper sides, as theirs are.
  template <class Visit>
  bool visit_meeting(std::size_t first, std::int32_t min_x, std::int32_t min_y, std::int32_t max_x,
                     std::int32_t max_y, const Visit& visit) const {
    std::array<std::uint8_t, most_edges> meets;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const std::size_t begin = first / lanes * lanes;
    const std::size_t end = (m_count + lanes - 1) / lanes * lanes;
    for (std::size_t e = begin; e < end; ++e)
      meets[e] = static_cast<std::uint8_t>(
          static_cast<unsigned>(m_min_x[e] <= max_x) & static_cast<unsigned>(min_x <= m_max_x[e]) &
          static_cast<unsigned>(m_min_y[e] <= max_y) & static_cast<unsigned>(min_y <= m_max_y[e]));
    for (std::size_t at = first / 8 * 8; at < m_count; at += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, meets.data() + at, 8);
      for (; eight != 0; eight &= eight - 1) {
        const std::size_t edge = at + static_cast<std::size_t>(std::countr_zero(eight)) / 8;
        if (edge >= first && !visit(static_cast<std::uint32_t>(edge))) return false;
      }
    }
    return true;
  }

  bool find_crossings() {
    for (std::uint32_t i = 0; i + 1 < m_count; ++i)
      if (!visit_meeting(i + 1, m_min_x[i], m_min_y[i], m_max_x[i], m_max_y[i],
                         [&](std::uint32_t j) { return look_at(i, j); }))
        return false;
    return true;
  }

  /// Is a place so far from the line of an edge, on whose one side it lies by `turned`?
  bool is_far_from_line(std::uint32_t edge, std::int64_t turned) const {
    const Place a = m_places[edge], b = m_places[m_to[edge]];
    return std::abs(turned) >= apart * (std::abs(b.x - a.x) + std::abs(b.y - a.y));
  }
  /// Or from the edge?
  bool is_far(Place place, std::uint32_t edge, std::int64_t turned) const {
    return is_far_from_line(edge, turned) || place.x < m_min_x[edge] - apart || place.x > m_max_x[edge] ||
           place.y < m_min_y[edge] - apart || place.y > m_max_y[edge];
  }

  /// False where two edges come too near to each other without crossing.
  bool look_at(std::uint32_t i, std::uint32_t j) {
    const Place a = m_places[i], b = m_places[m_to[i]], c = m_places[j], d = m_places[m_to[j]];
    const std::int64_t at_c = turn(a, b, c), at_d = turn(a, b, d);
    if (m_to[i] == j) return is_far(a, j, at_d) && is_far(d, i, at_d);
    const std::int64_t at_a = turn(c, d, a);
    if (m_to[j] == i) return is_far(c, i, at_c) && is_far(b, j, turn(c, d, b));
    // All of one lies on one side of the other.
    if ((at_c < 0) == (at_d < 0) && is_far_from_line(i, at_c) && is_far_from_line(i, at_d)) return true;
    const std::int64_t at_b = turn(c, d, b);
    if (!is_far(c, i, at_c) || !is_far(d, i, at_d) || !is_far(a, j, at_a) || !is_far(b, j, at_b))
      return false;
    // A place on an edge's line is far from it, and no crossing.
    if (at_c != 0 && at_d != 0 && at_a != 0 && at_b != 0 && (at_c < 0) != (at_d < 0) &&
        (at_a < 0) != (at_b < 0))
      m_crossings.push_back({i, j, at_d > 0, crossing_cell(edge(i), edge(j)), {}});
    return true;
  }

  GridEdge edge(std::uint32_t e) const {
    return edge_between(m_rings.corners[e], m_rings.corners[m_to[e]], {});
  }

  Place place_of(Cell cell) const { return {cell.x - m_rings.corners[0].x, cell.y - m_rings.corners[0].y}; }

  /// Are crossings far from all other edges? From corners they are, as those are from the edges.
  bool are_apart() {
    for (const Crossing& crossing : m_crossings) {
      const Place place = place_of(crossing.cell);
      const auto x = static_cast<std::int32_t>(place.x), y = static_cast<std::int32_t>(place.y);
      constexpr auto grown = static_cast<std::int32_t>(apart);
      const bool far = visit_meeting(0, x, y, x + grown, y + grown, [&](std::uint32_t e) {
        return e == crossing.first || e == crossing.second ||
               is_far(place, e, turn(m_places[e], m_places[m_to[e]], place));
      });
      if (!far) return false;
    }
    return true;
  }

  void sort_stops() {
    m_stops.reserve(2 * m_crossings.size());
    std::fill_n(m_is_crossed.begin(), m_count, false);
    for (std::uint32_t n = 0; n < m_crossings.size(); ++n) {
      const Place place = place_of(m_crossings[n].cell);
      for (const std::uint32_t e : {m_crossings[n].first, m_crossings[n].second}) {
        const Place a = m_places[e], b = m_places[m_to[e]];
        m_is_crossed[e] = true;
        m_stops.push_back({e, n, (place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y)});
      }
    }
    std::ranges::sort(m_stops, [](const Stop& a, const Stop& b) {
      return a.edge != b.edge ? a.edge < b.edge : a.along < b.along;
    });
  }

  /// The winding on the right of the edge from a ring's lowest corner.
  Winding winding_at_lowest(std::uint32_t lowest, std::uint32_t previous, std::uint32_t side) const {
    const Place place = m_places[lowest];
    // Of the places just on its left: what lies below them, the ring itself not.
    Winding winding{};
    const auto x = static_cast<std::int32_t>(place.x), y = static_cast<std::int32_t>(place.y);
    visit_meeting(0, x, std::numeric_limits<std::int32_t>::min(), x, y, [&](std::uint32_t e) {
      Place low = m_places[e], high = m_places[m_to[e]];
      const bool rightwards = before(low, high);
      if (!rightwards) std::swap(low, high);
      if (low.x < place.x && place.x <= high.x && turn(low, high, place) > 0)
        winding[m_side[e]] += rightwards ? 1 : -1;
      return true;
    });
    // Of a ring that bends to the right there they lie on the left.
    if (turn(m_places[previous], place, m_places[m_to[lowest]]) < 0) --winding[side];
    return winding;
  }

  void add_pieces(std::uint32_t first, std::uint32_t end, std::uint32_t side, std::vector<Piece>& pieces) {
    std::uint32_t lowest = first;
    for (std::uint32_t corner = first + 1; corner < end; ++corner)
      if (before(m_places[corner], m_places[lowest])) lowest = corner;
    Winding winding = winding_at_lowest(lowest, lowest == first ? end - 1 : lowest - 1, side);

    const auto first_piece = static_cast<std::uint32_t>(pieces.size());
    std::uint32_t count = first_piece;
    const auto add = [&](Cell from) {
      pieces.push_back({from, winding, count - 1, count + 1, SimpleArrangement::none, side});
      return count++;
    };
    std::uint32_t e = lowest;
    do {
      add(m_rings.corners[e]);
      if (m_is_crossed[e]) {
        auto stop = std::ranges::lower_bound(m_stops, e, {}, &Stop::edge);
        for (; stop != m_stops.end() && stop->edge == e; ++stop) {
          Crossing& crossing = m_crossings[stop->crossing];
          const bool is_first = crossing.first == e;
          // Behind an edge that goes to the left lies its right.
          const std::uint32_t other = is_first ? crossing.second : crossing.first;
          winding[m_side[other]] += is_first == crossing.to_left ? -1 : 1;
          crossing.pieces[is_first ? 0 : 1] = add(crossing.cell);
        }
      }
      e = m_to[e];
    } while (e != lowest);
    pieces[first_piece].before = count - 1;
    pieces.back().next = first_piece;
  }

  const SidedRings& m_rings;
  std::size_t m_count;
  std::array<Place, most_edges> m_places;
  std::array<std::uint32_t, most_edges> m_to;
  std::array<std::uint8_t, most_edges> m_side;
  std::array<bool, most_edges> m_is_crossed;
  std::array<std::int32_t, most_edges> m_min_x, m_min_y, m_max_x, m_max_y;
  std::vector<Crossing> m_crossings;
  std::vector<Stop> m_stops;
};

std::optional<SimpleArrangement> SimpleArrangement::of(const SidedRings& rings) {
  std::optional<SimpleArrangement> made(std::in_place);
  if (!SimpleArrangementBuilder(rings).build(made->m_pieces)) made.reset();
  return made;
}

/// What is kept lies on the left of the way around, which takes borders out of `borders`. At a crossing there
/// are two borders or none.
void SimpleArrangement::trace(std::uint32_t first, std::vector<std::int8_t>& borders,
                              std::vector<Cell>& ring) const {
  std::uint32_t piece = first;
  while (borders[piece] != 0) {
    const bool forward = borders[piece] > 0;
    const std::uint32_t ahead = m_pieces[piece].next;
    ring.push_back(m_pieces[forward ? piece : ahead].from);
    borders[piece] = 0;
    const std::uint32_t straight = forward ? ahead : m_pieces[piece].before;
    const std::uint32_t across = m_pieces[forward ? ahead : piece].across;
    const std::int8_t sign = forward ? 1 : -1;
    if (across == none || borders[straight] == sign)
      piece = straight;
    else
      piece = borders[across] > 0 ? across : m_pieces[across].before;
  }
}

namespace {

/// A ring without its end, from its lowest corner on.
struct Traced {
  std::vector<Cell> cells;
  bool is_shell() const { return orientation(cells.back(), cells[0], cells[1]) > 0; }
};

bool is_inside(Cell place, std::span<const Cell> ring) {
  bool odd = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Cell p = ring[i];
    const Cell q = ring[i + 1 < ring.size() ? i + 1 : 0];
    if ((p.y > place.y) != (q.y > place.y)) odd = odd != ((orientation(p, q, place) > 0) == (q.y > p.y));
  }
  return odd;
}

Path path_of(std::span<const Cell> cells, double scale) {
  Path path;
  path.reserve(cells.size() + 1);
  for (const Cell c : cells)
    path.push_back({static_cast<double>(c.x) / scale, static_cast<double>(c.y) / scale});
  path.push_back(path[0]);
  return path;
}

}  // namespace

std::vector<Rings> SimpleArrangement::polygons_between(std::vector<std::int8_t> borders, double scale) const {
  std::vector<Traced> rings;
  for (std::uint32_t piece = 0; piece < borders.size(); ++piece) {
    if (borders[piece] == 0) continue;
    std::vector<Cell>& cells = rings.emplace_back().cells;
    cells.reserve(borders.size());
    trace(piece, borders, cells);
    std::rotate(cells.begin(), std::min_element(cells.begin(), cells.end()), cells.end());
  }
  std::ranges::sort(rings, [](const Traced& a, const Traced& b) { return a.cells[0] < b.cells[0]; });
  std::vector<Rings> polygons;
  std::vector<const Traced*> shells;
  for (const Traced& ring : rings) {
    if (ring.is_shell()) {
      polygons.push_back({path_of(ring.cells, scale)});
      shells.push_back(&ring);
      continue;
    }
    // Of shells around a place the innermost begins last.
    std::size_t shell = shells.size() - 1;
    while (shell > 0 && !is_inside(ring.cells[0], shells[shell]->cells)) --shell;
    polygons[shell].push_back(path_of(ring.cells, scale));
  }
  return polygons;
}

}  // namespace jingwei
