#include "geometry/spatial_index.hpp"

#include <catch2/catch.hpp>

#include "geometry/hilbert.hpp"
#include "geometry/shapes.hpp"

using namespace jingwei;

TEST_CASE("an index finds what looking at every row finds") {
  std::mt19937 random(2);
  std::uniform_real_distribution<double> place(0, 1000), size(0, 30);
  for (const std::size_t count : {0, 1, 2, 15, 16, 17, 256, 257, 4'097, 10'000}) {
    std::vector<Envelope> envelopes(count);
    for (std::size_t row = 0; row < count; ++row) {
      if (row % 50 == 7) continue;  // stays empty
      const Point p{place(random), place(random)};
      envelopes[row] = row % 9 == 0 ? Envelope{p.x, p.y, p.x, p.y}
                                    : Envelope{p.x, p.y, p.x + size(random), p.y + size(random)};
    }
    const SpatialIndex index(envelopes);
    std::vector<std::uint32_t> found{99};
    for (int i = 0; i < 60; ++i) {
      const Point p{place(random), place(random)};
      const Envelope window{p.x, p.y, p.x + 3 * size(random), p.y + size(random)};
      index.query(window, found);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t row = 0; row < count; ++row)
        if (!envelopes[row].empty() && envelopes[row].intersects(window)) expected.push_back(row);
      CHECK(found == expected);

      const double distance = size(random);
      index.query(p, distance, found);
      expected.clear();
      for (std::uint32_t row = 0; row < count; ++row) {
        const Envelope& e = envelopes[row];
        if (e.empty()) continue;
        const Point q{std::clamp(p.x, e.min_x, e.max_x), std::clamp(p.y, e.min_y, e.max_y)};
        if (std::hypot(p.x - q.x, p.y - q.y) <= distance) expected.push_back(row);
      }
      CHECK(found == expected);
    }
  }
}

TEST_CASE("windows that are empty, endless or touching") {
  const std::vector<Envelope> envelopes{{0, 0, 1, 1}, {}, {1, 1, 2, 2}, {5, 5, 5, 5}};
  const SpatialIndex index(envelopes);
  std::vector<std::uint32_t> found;
  index.query(Envelope{}, found);
  CHECK(found.empty());
  const double infinity = std::numeric_limits<double>::infinity();
  index.query(Envelope{-infinity, -infinity, infinity, infinity}, found);
  CHECK(found == std::vector<std::uint32_t>{0, 2, 3});
  index.query(Envelope{1, 1, 1, 1}, found);
  CHECK(found == std::vector<std::uint32_t>{0, 2});
  index.query(Point{5, 6}, 1, found);
  CHECK(found == std::vector<std::uint32_t>{3});
  index.query(Point{5, 6}, std::nan(""), found);
  CHECK(found.empty());
}

TEST_CASE("a Hilbert curve visits every cell once, neighbour after neighbour") {
  const Envelope extent{0, 0, 65535, 65535};
  std::vector<std::pair<std::uint64_t, Point>> cells;
  for (int x = 0; x < 32; ++x)
    for (int y = 0; y < 32; ++y) {
      const Point p{static_cast<double>(x), static_cast<double>(y)};
      cells.emplace_back(hilbert_code(p, extent), p);
    }
  std::ranges::sort(cells, {}, [](const auto& cell) { return cell.first; });
  for (std::size_t i = 0; i < cells.size(); ++i) CHECK(cells[i].first == i);
  for (std::size_t i = 1; i < cells.size(); ++i)
    CHECK(std::fabs(cells[i].second.x - cells[i - 1].second.x) +
              std::fabs(cells[i].second.y - cells[i - 1].second.y) ==
          1);
}
