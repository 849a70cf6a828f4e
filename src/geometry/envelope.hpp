#pragma once
#include <algorithm>
#include <limits>

namespace jingwei {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

/// An axis-parallel rectangle, closed; empty until it is expanded.
struct Envelope {
  double min_x = std::numeric_limits<double>::infinity();
  double min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity();
  double max_y = -std::numeric_limits<double>::infinity();

  bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
  double width() const { return empty() ? 0 : max_x - min_x; }
  double height() const { return empty() ? 0 : max_y - min_y; }
  Point center() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
  void expand(Point p) {
    min_x = std::min(min_x, p.x), min_y = std::min(min_y, p.y);
    max_x = std::max(max_x, p.x), max_y = std::max(max_y, p.y);
  }
  void expand(const Envelope& other) {
    min_x = std::min(min_x, other.min_x), min_y = std::min(min_y, other.min_y);
    max_x = std::max(max_x, other.max_x), max_y = std::max(max_y, other.max_y);
  }
  /// The rectangle with `distance` more on every side.
  Envelope grown(double distance) const {
    return empty() ? *this : Envelope{min_x - distance, min_y - distance, max_x + distance, max_y + distance};
  }
  bool intersects(const Envelope& other) const {
    return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
  }
  bool contains(Point p) const { return min_x <= p.x && p.x <= max_x && min_y <= p.y && p.y <= max_y; }
  bool operator==(const Envelope&) const = default;
};

}  // namespace jingwei
