#include "io/plain_wkb.hpp"

#include <ogr_geometry.h>

#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

using wkb::Type;

/// Walks over the parts, not over their points.
class PlainParts {
 public:
  explicit PlainParts(Wkb bytes) : m_bytes(bytes) {}

  bool geometry() {
    const auto type = header();
    switch (type) {
      case Type::point:
      case Type::line:
      case Type::polygon:
        return single(type);
      case Type::multi_point:
      case Type::multi_line:
      case Type::multi_polygon:
        return several(static_cast<Type>(static_cast<std::uint32_t>(type) - 3));
      case Type::collection:
        break;
    }
    return false;
  }
  bool at_end() const { return m_at == m_bytes.size(); }

 private:
  static constexpr Type none = Type::collection;  // of which nothing is plain

  Type header() {
    if (m_bytes.size() - m_at < 5 || m_bytes[m_at] != 1) return none;
    ++m_at;
    const std::uint32_t type = number();
    return type >= 1 && type <= 6 ? static_cast<Type>(type) : none;
  }
  /// The next number; 0 where the bytes end.
  std::uint32_t number() {
    std::uint32_t n = 0;
    if (m_bytes.size() - m_at < sizeof n) return 0;
    std::memcpy(&n, m_bytes.data() + m_at, sizeof n);
    m_at += sizeof n;
    return n;
  }
  bool point() {
    Point p{};
    if (m_bytes.size() - m_at < sizeof p) return false;
    std::memcpy(&p, m_bytes.data() + m_at, sizeof p);
    m_at += sizeof p;
    return !wkb::is_empty_point(p);
  }
  bool path() {
    const std::uint32_t points = number();
    if (points == 0 || points > (m_bytes.size() - m_at) / sizeof(Point)) return false;
    m_at += points * sizeof(Point);
    return true;
  }
  bool single(Type type) {
    if (type == Type::point) return point();
    if (type == Type::line) return path();
    const std::uint32_t rings = number();
    for (std::uint32_t ring = 0; ring < rings; ++ring)
      if (!path()) return false;
    return rings > 0;
  }
  bool several(Type type) {
    const std::uint32_t parts = number();
    for (std::uint32_t part = 0; part < parts; ++part)
      if (header() != type || !single(type)) return false;
    return parts > 0;
  }

  Wkb m_bytes;
  std::size_t m_at = 0;
};

}  // namespace

bool is_plain(Wkb wkb) {
  PlainParts parts(wkb);
  return parts.geometry() && parts.at_end();
}

std::vector<std::uint8_t> plain_wkb(std::unique_ptr<OGRGeometry> geometry) {
  if (!geometry) return {};
  if (OGR_GT_IsNonLinear(geometry->getGeometryType())) geometry.reset(geometry->getLinearGeometry());
  const OGRwkbGeometryType flat = wkbFlatten(geometry->getGeometryType());
  if (flat == wkbTIN || flat == wkbPolyhedralSurface || flat == wkbTriangle)
    geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
  if (!geometry) return {};
  geometry->flattenTo2D();
  std::vector<std::uint8_t> wkb(geometry->WkbSize());
  if (geometry->exportToWkb(wkbNDR, wkb.data(), wkbVariantIso) != OGRERR_NONE) return {};
  return wkb;
}

}  // namespace jingwei
