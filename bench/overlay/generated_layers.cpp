#include "overlay/generated_layers.hpp"

#include <cmath>
#include <numbers>
#include <random>

namespace jingwei {
namespace {

constexpr double parcel_m = 50;
constexpr Point corner{500'000, 4'400'000};  // as in a projected CRS

/// Whole millimetres from the lower left corner on.
Point place(double x, double y) {
  return {std::round((corner.x + x) * 1000) / 1000, std::round((corner.y + y) * 1000) / 1000};
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : m_bits(seed) {}
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(m_bits() >> 11) * 0x1p-53;
  }

 private:
  std::mt19937_64 m_bits;
};

/// A ring around a place whose radius varies from corner to corner between two shares of `radius`.
Path ragged_ring(Random& random, Point center, double radius, std::size_t corners, double least) {
  Path ring;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
    const double r = radius * random.between(least, 1);
    ring.push_back(place(center.x + r * std::cos(angle), center.y + r * std::sin(angle)));
  }
  ring.push_back(ring.front());
  return ring;
}

/// A ring whose radius wanders as coasts do: by as much less as it does so more often.
Path coast(Random& random, Point center, double radius, std::size_t corners) {
  std::vector<double> shares(corners, 0.85);
  double most = 0.1;
  for (std::size_t bends = 16; bends < corners; bends *= 2, most /= 2) {
    std::vector<double> at(bends);
    for (double& share : at) share = random.between(-most, most);
    for (std::size_t i = 0; i < corners; ++i) {
      const double along = static_cast<double>(i) * static_cast<double>(bends) / static_cast<double>(corners);
      const auto bend = static_cast<std::size_t>(along);
      const double part = along - static_cast<double>(bend);
      shares[i] += (1 - part) * at[bend] + part * at[(bend + 1) % bends];
    }
  }
  Path ring;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
    ring.push_back(place(center.x + radius * shares[i] * std::cos(angle),
                         center.y + radius * shares[i] * std::sin(angle)));
  }
  ring.push_back(ring.front());
  return ring;
}

std::size_t columns_of(std::size_t parcels) {
  return static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(parcels))));
}

}  // namespace

double GeneratedLayers::side_m() const {
  return parcel_m * static_cast<double>(columns_of(parcel_count));
}

GeometryColumn GeneratedLayers::parcels() const {
  Random random(1);
  // A lattice of corners and middles of edges, each moved a little; middles of cells are not used.
  const std::size_t columns = columns_of(parcel_count);
  const std::size_t wide = 2 * columns + 1;
  std::vector<Point> nodes;
  for (std::size_t y = 0; y < wide; ++y)
    for (std::size_t x = 0; x < wide; ++x)
      nodes.push_back(place(parcel_m / 2 * (static_cast<double>(x) + random.between(-0.35, 0.35)),
                            parcel_m / 2 * (static_cast<double>(y) + random.between(-0.35, 0.35))));
  GeometryColumn column;
  for (std::size_t n = 0; n < parcel_count; ++n) {
    const std::size_t at = 2 * (n / columns) * wide + 2 * (n % columns);
    const Rings rings{{nodes[at], nodes[at + 1], nodes[at + 2], nodes[at + wide + 2],
                       nodes[at + 2 * wide + 2], nodes[at + 2 * wide + 1], nodes[at + 2 * wide],
                       nodes[at + wide], nodes[at]}};
    column.append(wkb_of_polygons({&rings, 1}));
  }
  return column;
}

GeometryColumn GeneratedLayers::overlapping_parcels() const {
  const GeometryColumn column = parcels();
  GeometryColumn grown;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const Point middle = column.envelope(row).center();
    Rings rings = polygons_of(column.wkb(row))[0];
    for (Point& p : rings[0])
      p = place(middle.x + 1.02 * (p.x - middle.x) - corner.x, middle.y + 1.02 * (p.y - middle.y) - corner.y);
    grown.append(wkb_of_polygons({&rings, 1}));
  }
  return grown;
}

std::vector<std::uint32_t> GeneratedLayers::districts() const {
  const std::size_t columns = columns_of(parcel_count);
  std::vector<std::uint32_t> districts;
  for (std::size_t n = 0; n < parcel_count; ++n)
    districts.push_back(
        static_cast<std::uint32_t>(n / columns * districts_across / columns * districts_across +
                                   n % columns * districts_across / columns));
  return districts;
}

GeometryColumn GeneratedLayers::patches() const {
  Random random(2);
  GeometryColumn column;
  for (std::size_t n = 0; n < parcel_count / 10; ++n) {
    const Point center{random.between(0, side_m()), random.between(0, side_m())};
    const auto corners = static_cast<std::size_t>(random.between(10, 41));
    const Rings rings{ragged_ring(random, center, random.between(50, 200), corners, 0.4)};
    column.append(wkb_of_polygons({&rings, 1}));
  }
  return column;
}

GeometryColumn GeneratedLayers::large_polygon() const {
  Random random(3);
  const double middle = side_m() / 2;
  const double radius = 0.5 * side_m();
  constexpr std::size_t hole_corners = 60;
  const std::size_t corners = parcel_count * 265 / 100;
  const auto across = static_cast<std::size_t>(std::sqrt(static_cast<double>(corners) / 2 / hole_corners));
  const double pitch = 0.9 * radius / static_cast<double>(across);
  Rings rings{coast(random, {middle, middle}, radius, corners - across * across * hole_corners)};
  for (std::size_t y = 0; y < across; ++y)
    for (std::size_t x = 0; x < across; ++x) {
      const Point center{middle + pitch * (static_cast<double>(x) + 0.5 - static_cast<double>(across) / 2),
                         middle + pitch * (static_cast<double>(y) + 0.5 - static_cast<double>(across) / 2)};
      Path hole = ragged_ring(random, center, 0.45 * pitch, hole_corners, 0.5);
      rings.emplace_back(hole.rbegin(), hole.rend());
    }
  GeometryColumn column;
  column.append(wkb_of_polygons({&rings, 1}));
  return column;
}

GeometryColumn GeneratedLayers::lines() const {
  Random random(4);
  GeometryColumn column;
  for (std::size_t n = 0; n < parcel_count / 40; ++n) {
    Point at{random.between(0, side_m()), random.between(0, side_m())};
    double heading = random.between(0, 2 * std::numbers::pi);
    Path line;
    for (int corners = 0; corners < 100; ++corners) {
      line.push_back(place(at.x, at.y));
      heading += random.between(-0.3, 0.3);
      const double step = random.between(10, 30);
      at = {at.x + step * std::cos(heading), at.y + step * std::sin(heading)};
    }
    column.append(wkb_of_lines({&line, 1}));
  }
  return column;
}

}  // namespace jingwei
