#include "geometry/regular_triangulation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace jingwei {
namespace {

using Wide = WideInteger;

/// A site as another one sees it: where it lies from there, and their power distance.
struct Seen {
  std::int64_t x, y;
  Wide z;
};
Seen seen(const Site& site, const Site& from) {
  const std::int64_t x = site.cell.x - from.cell.x;
  const std::int64_t y = site.cell.y - from.cell.y;
  return {x, y, Wide(x) * x + Wide(y) * y - (Wide(site.weight) - from.weight)};
}

int sign(Wide n) {
  return (n > 0 ? 1 : 0) - (n < 0 ? 1 : 0);
}

/// The sign of the determinant of three rows x, y, z. Exact: |x|, |y| ≤ 2^36, |z| ≤ 2^74.
int determinant_sign(const Seen& a, const Seen& b, const Seen& c) {
  // In floating point first; the bound is Shewchuk's (1997) for an in-circle test, four times.
  const auto minor = [](const Seen& p, const Seen& q) {
    return static_cast<double>(p.x) * static_cast<double>(q.y) -
           static_cast<double>(p.y) * static_cast<double>(q.x);
  };
  const auto size = [](const Seen& p, const Seen& q) {
    return std::fabs(static_cast<double>(p.x) * static_cast<double>(q.y)) +
           std::fabs(static_cast<double>(p.y) * static_cast<double>(q.x));
  };
  const double za = static_cast<double>(a.z), zb = static_cast<double>(b.z), zc = static_cast<double>(c.z);
  const double value = za * minor(b, c) + zb * minor(c, a) + zc * minor(a, b);
  const double largest = std::fabs(za) * size(b, c) + std::fabs(zb) * size(c, a) + std::fabs(zc) * size(a, b);
  if (std::fabs(value) > 4.5e-15 * largest) return value > 0 ? 1 : -1;
  // In two parts, which are too wide for one number together.
  constexpr int bits = 32;
  Wide high = 0;
  Wide low = 0;
  const auto add = [&](Wide z, const Seen& p, const Seen& q) {
    const Wide m = Wide(p.x) * q.y - Wide(p.y) * q.x;
    const Wide upper = m >> bits;
    high += z * upper;
    low += z * (m - upper * (Wide(1) << bits));
  };
  add(a.z, b, c);
  add(b.z, c, a);
  add(c.z, a, b);
  const Wide carried = low >> bits;
  const int above = sign(high + carried);
  return above != 0 ? above : sign(low - carried * (Wide(1) << bits));
}

/// ⌊n/d + 1/2⌋. \pre d > 0
std::int64_t rounded(Wide n, Wide d) {
  const Wide twice = 2 * n + d;
  Wide quotient = twice / (2 * d);
  if (twice < 0 && quotient * 2 * d != twice) --quotient;
  return static_cast<std::int64_t>(quotient);
}

/// Rounds of twice as many sites each, every round in the order given: random by place, so that neither that
/// order nor equal numbers matter.
std::vector<std::uint32_t> insertion_order(std::span<const Site> sites) {
  std::vector<std::uint32_t> order(sites.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto round = [&](std::uint32_t i) {
    // splitmix64 (Steele, Lea & Flood 2014)
    std::uint64_t h = static_cast<std::uint64_t>(sites[i].cell.x) * 0x9E3779B97F4A7C15ULL +
                      static_cast<std::uint64_t>(sites[i].cell.y);
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
    return std::countr_zero(h ^ (h >> 31));
  };
  std::ranges::stable_sort(order, [&](auto a, auto b) { return round(a) > round(b); });
  return order;
}

}  // namespace

RegularTriangulation::RegularTriangulation(std::span<const Site> sites, std::int64_t reach)
    : m_sites(sites.begin(), sites.end()) {
  Cell low = sites.empty() ? Cell{} : sites.front().cell;
  Cell high = low;
  std::int64_t heaviest = 0;
  for (const Site& site : sites) {
    low = {std::min(low.x, site.cell.x), std::min(low.y, site.cell.y)};
    high = {std::max(high.x, site.cell.x), std::max(high.y, site.cell.y)};
    heaviest = std::max(heaviest, site.weight);
  }
  // A place that near to the middle lies within a radius of every site, and three from the guards, which
  // weigh least. As far as the heaviest site reaches they are away, so that no center lies far beyond them.
  const Cell middle{low.x + (high.x - low.x) / 2, low.y + (high.y - low.y) / 2};
  const std::int64_t radius = reach + (high.x - low.x) + (high.y - low.y) + 1;
  const std::int64_t half = 3 * radius + static_cast<std::int64_t>(std::sqrt(static_cast<double>(heaviest)));
  const auto first = static_cast<std::uint32_t>(sites.size());
  for (const Cell corner : {Cell{-half, -half}, Cell{half, -half}, Cell{half, half}, Cell{-half, half}})
    m_sites.push_back({{middle.x + corner.x, middle.y + corner.y}, 0});
  m_triangles = {{{first, first + 1, first + 2}, {none, 1, none}},
                 {{first, first + 2, first + 3}, {none, none, 0}}};
  m_seen.assign(2, none);
  m_begin.resize(m_sites.size());
  m_triangles.reserve(2 * m_sites.size());
  for (const std::uint32_t site : insertion_order(sites)) insert(site);
}

void RegularTriangulation::insert(std::uint32_t vertex) {
  const Site& site = m_sites[vertex];
  const std::uint32_t around = locate(site.cell);
  m_recent = around;
  if (!in_conflict(m_triangles[around], site)) return;  // all of it lies in the cells of others
  m_cavity.assign(1, around);
  m_rim.clear();
  m_seen[around] = vertex;
  collect_conflicts(around, site);
  fill_cavity(vertex);
}

std::uint32_t RegularTriangulation::locate(Cell cell) const {
  // Towards the place, triangle by triangle: in a regular triangulation no such walk goes in circles.
  std::uint32_t at = m_recent;
  for (bool moved = true; moved;) {
    moved = false;
    const Triangle& triangle = m_triangles[at];
    for (std::size_t i = 0; i < 3 && !moved; ++i) {
      const Cell from = m_sites[triangle.vertex[(i + 1) % 3]].cell;
      const Cell to = m_sites[triangle.vertex[(i + 2) % 3]].cell;
      if (orientation(from, to, cell) >= 0) continue;
      at = triangle.neighbour[i];
      moved = true;
    }
  }
  return at;
}

bool RegularTriangulation::in_conflict(const Triangle& triangle, const Site& site) const {
  const auto& v = triangle.vertex;
  return determinant_sign(seen(m_sites[v[0]], site), seen(m_sites[v[1]], site), seen(m_sites[v[2]], site)) >
         0;
}

void RegularTriangulation::collect_conflicts(std::uint32_t first, const Site& site) {
  const std::uint32_t vertex = m_seen[first];
  for (std::size_t next = 0; next < m_cavity.size(); ++next) {
    const std::uint32_t t = m_cavity[next];
    for (std::size_t i = 0; i < 3; ++i) {
      const std::uint32_t other = m_triangles[t].neighbour[i];
      if (other != none && m_seen[other] == vertex) continue;
      if (other != none && in_conflict(m_triangles[other], site)) {
        m_seen[other] = vertex;
        m_cavity.push_back(other);
        continue;
      }
      m_rim.push_back({m_triangles[t].vertex[(i + 1) % 3], m_triangles[t].vertex[(i + 2) % 3], other});
    }
  }
}

void RegularTriangulation::fill_cavity(std::uint32_t vertex) {
  // The rim is seen whole from the site; a site inside of it is left out from now on.
  std::vector<std::uint32_t> fresh(m_rim.size());
  for (std::size_t i = 0; i < m_rim.size(); ++i) {
    if (i < m_cavity.size()) {
      fresh[i] = m_cavity[i];
    } else {
      fresh[i] = static_cast<std::uint32_t>(m_triangles.size());
      m_triangles.emplace_back();
      m_seen.push_back(none);
    }
    m_begin[m_rim[i].from] = fresh[i];
  }
  // There can be fewer triangles than before.
  for (std::size_t i = m_rim.size(); i < m_cavity.size(); ++i)
    m_triangles[m_cavity[i]] = {{none, none, none}};
  for (std::size_t i = 0; i < m_rim.size(); ++i) {
    const auto [from, to, outside] = m_rim[i];
    m_triangles[fresh[i]].vertex = {vertex, from, to};
    m_triangles[fresh[i]].neighbour[0] = outside;
    m_triangles[fresh[i]].neighbour[1] = m_begin[to];
    m_triangles[m_begin[to]].neighbour[2] = fresh[i];
    if (outside == none) continue;
    Triangle& beyond = m_triangles[outside];
    for (std::size_t k = 0; k < 3; ++k)
      if (beyond.vertex[(k + 1) % 3] == to && beyond.vertex[(k + 2) % 3] == from)
        beyond.neighbour[k] = fresh[i];
  }
  m_recent = fresh[0];
}

Cell RegularTriangulation::center(std::uint32_t triangle) const {
  const auto& v = m_triangles[triangle].vertex;
  const Site& a = m_sites[v[0]];
  const Seen b = seen(m_sites[v[1]], a);
  const Seen c = seen(m_sites[v[2]], a);
  const Wide d = 2 * (Wide(b.x) * c.y - Wide(b.y) * c.x);
  return {a.cell.x + rounded(b.z * c.y - c.z * b.y, d), a.cell.y + rounded(c.z * b.x - b.z * c.x, d)};
}

}  // namespace jingwei
