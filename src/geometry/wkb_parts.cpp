#include <algorithm>

#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace wkb {
namespace {

void read_parts(Reader& reader, Parts& parts, int depth) {
  if (depth > 64) throw error(ErrorKind::failed, "a geometry nests collections deeper than 64");
  const Type type = reader.header();
  if (type == Type::point) {
    const Point p = reader.point();
    if (!is_empty_point(p)) parts.points.push_back(p);
  } else if (type == Type::line) {
    Path path = reader.path();
    if (!path.empty()) parts.lines.push_back(std::move(path));
  } else if (type == Type::polygon) {
    Rings rings(reader.count(4));
    for (Path& ring : rings) ring = reader.path();
    std::erase_if(rings, [](const Path& ring) { return ring.empty(); });
    if (!rings.empty()) parts.polygons.push_back(std::move(rings));
  } else {
    for (auto n = reader.count(9); n > 0; --n) read_parts(reader, parts, depth + 1);
  }
}

}  // namespace

Parts parts_of(Wkb bytes) {
  Parts parts;
  if (bytes.empty()) return parts;
  Reader reader(bytes);
  read_parts(reader, parts, 0);
  return parts;
}

int dimension_of(Wkb bytes) {
  int dimension = -1;
  if (bytes.empty()) return dimension;
  Reader reader(bytes);
  walk(reader,
       [&](Type type, std::size_t, Point) { dimension = std::max(dimension, static_cast<int>(type) - 1); });
  return dimension;
}

std::vector<std::uint8_t> of_dimension(Wkb bytes, int dimension) {
  if (bytes.empty()) return {};
  const Parts parts = parts_of(bytes);
  if (dimension == 0 && !parts.points.empty()) return wkb_of_points(parts.points);
  if (dimension == 1 && !parts.lines.empty()) return wkb_of_lines(parts.lines);
  if (dimension == 2 && !parts.polygons.empty()) return wkb_of_polygons(parts.polygons);
  return {};
}

}  // namespace wkb

using wkb::Type;
using wkb::Writer;

std::vector<Point> points_of(Wkb wkb) {
  return wkb::parts_of(wkb).points;
}
std::vector<Path> lines_of(Wkb wkb) {
  return wkb::parts_of(wkb).lines;
}
std::vector<Rings> polygons_of(Wkb wkb) {
  return wkb::parts_of(wkb).polygons;
}

std::vector<std::uint8_t> wkb_of(Point point) {
  Writer writer;
  writer.header(Type::point);
  writer.point(point);
  return writer.finish();
}

std::vector<std::uint8_t> wkb_of_points(std::span<const Point> points) {
  if (points.size() == 1) return wkb_of(points[0]);
  Writer writer;
  writer.header(Type::multi_point);
  writer.count(points.size());
  for (const Point p : points) {
    writer.header(Type::point);
    writer.point(p);
  }
  return writer.finish();
}

std::vector<std::uint8_t> wkb_of_lines(std::span<const Path> lines) {
  Writer writer;
  if (lines.size() != 1) {
    writer.header(Type::multi_line);
    writer.count(lines.size());
  }
  for (const Path& line : lines) {
    writer.header(Type::line);
    writer.path(line);
  }
  return writer.finish();
}

std::vector<std::uint8_t> wkb_of_polygons(std::span<const Rings> polygons) {
  constexpr std::size_t header_bytes = 9;
  std::size_t bytes = header_bytes;
  for (const Rings& rings : polygons) {
    bytes += header_bytes;
    for (const Path& ring : rings) bytes += sizeof(std::uint32_t) + ring.size() * sizeof(Point);
  }
  Writer writer;
  writer.reserve(bytes);
  if (polygons.size() != 1) {
    writer.header(Type::multi_polygon);
    writer.count(polygons.size());
  }
  for (const Rings& rings : polygons) writer.rings(rings);
  return writer.finish();
}

std::vector<std::uint8_t> wkb_of(const Envelope& e) {
  const Rings rings{
      {{e.min_x, e.min_y}, {e.max_x, e.min_y}, {e.max_x, e.max_y}, {e.min_x, e.max_y}, {e.min_x, e.min_y}}};
  return wkb_of_polygons({&rings, 1});
}

std::vector<std::uint8_t> to_multi(Wkb wkb) {
  std::vector<std::uint8_t> same(wkb.begin(), wkb.end());
  if (wkb.empty()) return same;
  const Type type = wkb::Reader(wkb).header();
  if (type != Type::line && type != Type::polygon) return same;
  Writer writer;
  writer.header(type == Type::line ? Type::multi_line : Type::multi_polygon);
  writer.count(jingwei::is_empty(wkb) ? 0 : 1);
  if (!jingwei::is_empty(wkb)) writer.bytes(wkb);
  return writer.finish();
}

}  // namespace jingwei
