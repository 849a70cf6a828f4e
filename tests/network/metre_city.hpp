#pragma once
// A random town whose streets run along whole metres, and its oracle: a graph with a node at every metre.
#include <algorithm>
#include <map>
#include <random>

#include "network/support.hpp"

namespace jingwei::testing {

/// A place in the town: street, and metres from its beginning.
struct MetrePlace {
  std::size_t street = 0;
  int metre = 0;
};

class MetreCity {
 public:
  /// A grid of 4 × 4 blocks of 100 m whose streets are missing, one-way or bent at random, and fast or slow.
  explicit MetreCity(unsigned seed) : m_random(seed) {
    for (int x = 0; x <= 4; ++x)
      for (int y = 0; y <= 4; ++y) {
        if (x < 4) add_street(x, y, x + 1, y);
        if (y < 4) add_street(x, y, x, y + 1);
      }
  }

  std::vector<Road> roads_list() const {
    std::vector<Road> list;
    for (const Street& street : m_streets) list.push_back(street.road);
    return list;
  }
  std::size_t streets() const { return m_streets.size(); }
  int length(std::size_t street) const { return static_cast<int>(m_streets[street].metres.size()) - 1; }
  Point point(MetrePlace place) const {
    return m_streets[place.street].metres[static_cast<std::size_t>(place.metre)];
  }
  MetrePlace random_place() {
    const std::size_t street = m_random() % m_streets.size();
    // Inside a street, and nearer to it than to any other.
    return {street, 1 + static_cast<int>(m_random() % static_cast<unsigned>(length(street) - 1))};
  }
  std::mt19937& random() { return m_random; }

  /// Costs from a place to every metre of every street, by Bellman and Ford over single metres.
  std::vector<std::vector<Cost>> costs_from(MetrePlace from) const { return relax(from, 1); }
  std::vector<std::vector<Cost>> costs_to(MetrePlace to) const { return relax(to, -1); }

 private:
  struct Street {
    Road road;
    std::vector<Point> metres;
    Cost forward = 0, backward = 0;  // of one metre
  };

  void add_street(int x0, int y0, int x1, int y1) {
    if (m_random() % 8 == 0) return;
    Point a{100.0 * x0, 100.0 * y0}, b{100.0 * x1, 100.0 * y1};
    if (m_random() % 2) std::swap(a, b);
    std::vector<Point> corners{a};
    if (m_random() % 5 == 0) {  // a bend of 30 m to the side
      const double dx = (b.x - a.x) / 100, dy = (b.y - a.y) / 100;
      for (const auto& [along, aside] : {std::pair{40, 0}, {40, 30}, {60, 30}, {60, 0}})
        corners.push_back({a.x + along * dx - aside * dy, a.y + along * dy + aside * dx});
    }
    corners.push_back(b);
    Street street;
    const bool fast = m_random() % 3 == 0;
    const Cost cost = fast ? 100 : 180;
    const unsigned way = m_random() % 4;
    street.forward = way == 1 ? unreachable : cost;
    street.backward = way == 0 ? unreachable : cost;
    std::string wkt = "LINESTRING(";
    for (std::size_t i = 0; i < corners.size(); ++i)
      wkt += (i ? ", " : "") + std::to_string(static_cast<int>(corners[i].x)) + " " +
             std::to_string(static_cast<int>(corners[i].y));
    const std::string oneway = way == 0 ? "forward" : way == 1 ? "backward" : "both";
    street.road = {"s" + std::to_string(100 + m_streets.size()), wkt + ")", fast ? "primary" : "residential",
                   oneway};
    street.metres.push_back(corners.front());
    for (std::size_t i = 1; i < corners.size(); ++i) {
      const double dx = corners[i].x - corners[i - 1].x, dy = corners[i].y - corners[i - 1].y;
      const int steps = static_cast<int>(std::abs(dx) + std::abs(dy));
      for (int step = 1; step <= steps; ++step)
        street.metres.push_back({corners[i - 1].x + step * dx / steps, corners[i - 1].y + step * dy / steps});
    }
    m_streets.push_back(std::move(street));
  }

  std::vector<std::vector<Cost>> relax(MetrePlace from, int direction) const {
    std::vector<std::vector<Cost>> cost;
    for (std::size_t s = 0; s < m_streets.size(); ++s)
      cost.emplace_back(m_streets[s].metres.size(), unreachable);
    cost[from.street][static_cast<std::size_t>(from.metre)] = 0;
    std::map<std::pair<int, int>, Cost> corner;
    for (bool changed = true; changed;) {
      changed = false;
      const auto improve = [&](Cost& target, Cost value) {
        if (value < target) target = value, changed = true;
      };
      for (std::size_t s = 0; s < m_streets.size(); ++s) {
        auto& along = cost[s];
        const Cost up = direction > 0 ? m_streets[s].forward : m_streets[s].backward;
        const Cost down = direction > 0 ? m_streets[s].backward : m_streets[s].forward;
        for (const std::size_t end : {std::size_t{0}, along.size() - 1}) {
          const Point p = m_streets[s].metres[end];
          const std::pair key{static_cast<int>(p.x), static_cast<int>(p.y)};
          Cost& shared = corner.try_emplace(key, unreachable).first->second;
          improve(shared, along[end]);
          improve(along[end], shared);
        }
        for (std::size_t m = 1; m < along.size(); ++m) improve(along[m], add_costs(along[m - 1], up));
        for (std::size_t m = along.size() - 1; m > 0; --m) improve(along[m - 1], add_costs(along[m], down));
      }
    }
    return cost;
  }

  std::mt19937 m_random;
  std::vector<Street> m_streets;
};

}  // namespace jingwei::testing
