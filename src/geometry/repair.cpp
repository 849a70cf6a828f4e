#include "geometry/repair.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/wkb_io.hpp"

namespace jingwei {
namespace {

constexpr Point nowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

/// GEOS' words for what is wrong, in both languages.
Text reason_of(const std::string& words) {
  static const std::map<std::string, std::string, std::less<>> chinese{
      {"Self-intersection", "自相交"},
      {"Ring Self-intersection", "环自相交"},
      {"Hole lies outside shell", "内环在外环之外"},
      {"Holes are nested", "内环互相嵌套"},
      {"Interior is disconnected", "内部不连通"},
      {"Nested shells", "外环互相嵌套"},
      {"Duplicate Rings", "环重复"},
      {"Too few points in geometry component", "点数不足"}};
  const auto found = chinese.find(words);
  return {found == chinese.end() ? "几何无效（" + words + "）" : found->second, words};
}

/// The repair of one row, change by change.
class RowRepair {
 public:
  RowRepair(std::uint32_t row, std::vector<Defect>& defects) : m_row(row), m_defects(defects) {}

  std::vector<std::uint8_t> operator()(Wkb given) {
    if (given.empty()) return drop("null_geometry", {"没有几何", "no geometry"}, nowhere);
    std::optional<Point> finite;
    bool all_finite = true;
    wkb::for_each_point(given, [&](Point p) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y))
        all_finite = false;
      else if (!finite)
        finite = p;
    });
    if (!all_finite)
      return drop("non_finite_coordinates", {"坐标不是有限数", "a coordinate is not a finite number"},
                  finite.value_or(nowhere));
    if (!finite) return drop("empty_geometry", {"几何为空", "the geometry is empty"}, nowhere);

    m_place = *finite;
    wkb::Parts parts = wkb::parts_of(given);
    const int dimension = wkb::dimension_of(given);
    if ((dimension > 0 && !parts.points.empty()) || (dimension > 1 && !parts.lines.empty()))
      note("mixed_geometry",
           {"混合几何，只保留最高维部分", "mixed parts; those of the highest dimension are kept"});
    const bool as_given = wkb::Reader(given).header() != wkb::Type::collection;
    std::vector<std::uint8_t> same(given.begin(), given.end());
    if (dimension == 0) return as_given ? same : wkb_of_points(parts.points);
    if (dimension == 1) return lines(parts.lines, as_given ? &same : nullptr);
    return polygons(parts.polygons, as_given ? &same : nullptr);
  }

 private:
  void note(const char* kind, Text reason) {
    m_defects.push_back({m_row, kind, std::move(reason), Defect::Action::repaired, m_place});
  }
  std::vector<std::uint8_t> drop(const char* kind, Text reason, Point place) {
    m_defects.push_back({m_row, kind, std::move(reason), Defect::Action::dropped, place});
    return {};
  }
  std::vector<std::uint8_t> drop_collapsed() {
    return drop("collapsed_geometry",
                {"几何退化，没有长度或面积", "the geometry collapses: no length or area is left"}, m_place);
  }

  void remove_repeated(Path& path) {
    const auto end = std::unique(path.begin(), path.end());
    if (end == path.end()) return;
    m_repeated = m_repeated ? m_repeated : *std::prev(end);
    path.erase(end, path.end());
  }
  /// Takes away the paths that have too few points to be any.
  template <class T, class Collapsed>
  void remove_collapsed(std::vector<T>& items, const Collapsed& collapsed) {
    if (std::erase_if(items, collapsed) > 0) m_collapsed = true;
  }
  bool changed() {
    if (m_repeated) {
      m_place = *m_repeated;
      note("repeated_points", {"重复点已删除", "repeated points were removed"});
    }
    if (m_collapsed) note("collapsed_parts", {"退化的部分已删除", "collapsed parts were removed"});
    if (m_opened) note("open_ring", {"未闭合的环已闭合", "a ring that was open has been closed"});
    return m_repeated || m_collapsed || m_opened;
  }

  std::vector<std::uint8_t> lines(std::vector<Path>& lines, const std::vector<std::uint8_t>* same) {
    for (Path& line : lines) remove_repeated(line);
    remove_collapsed(lines, [](const Path& line) { return line.size() < 2; });
    if (lines.empty()) return drop_collapsed();
    return changed() || !same ? wkb_of_lines(lines) : *same;
  }

  std::vector<std::uint8_t> polygons(std::vector<Rings>& polygons, const std::vector<std::uint8_t>* same) {
    const auto collapsed = [](const Path& ring) { return ring.size() < 4; };
    for (Rings& rings : polygons) {
      for (Path& ring : rings) {
        if (ring.front() != ring.back()) {
          m_opened = true;
          ring.push_back(ring.front());
        }
        remove_repeated(ring);
      }
      // Without its shell a polygon is gone, holes and all.
      if (collapsed(rings.front())) rings.clear();
      remove_collapsed(rings, collapsed);
    }
    remove_collapsed(polygons, [](const Rings& rings) { return rings.empty(); });
    if (polygons.empty()) return drop_collapsed();
    std::vector<std::uint8_t> bytes = changed() || !same ? wkb_of_polygons(polygons) : *same;

    const geos::Geometry read = geos::read(bytes);
    const auto invalid = geos::validity(read);
    if (!invalid) return bytes;
    m_place = invalid->place;
    const Text reason = reason_of(invalid->reason);
    const geos::Geometry valid = geos::make_valid(read);
    std::vector<std::uint8_t> repaired = wkb::of_dimension(geos::write(valid), 2);
    if (repaired.empty()) return drop_collapsed();
    if (!is_valid(repaired)) return drop("invalid_geometry", reason, m_place);
    note("invalid_geometry", reason);
    return repaired;
  }

  std::uint32_t m_row;
  std::vector<Defect>& m_defects;
  Point m_place = nowhere;
  std::optional<Point> m_repeated;
  bool m_collapsed = false;
  bool m_opened = false;
};

}  // namespace

Repaired repair(const GeometryColumn& column, Context& context) {
  std::vector<std::vector<std::uint8_t>> rows(column.size());
  std::vector<std::vector<Defect>> defects(column.size());
  parallel_for(column.size(), context, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      rows[row] = RowRepair(static_cast<std::uint32_t>(row), defects[row])(column.wkb(row));
  });
  Repaired repaired;
  repaired.geometry.reserve(column.size(), column.bytes());
  for (std::size_t row = 0; row < column.size(); ++row) {
    repaired.geometry.append(rows[row]);
    repaired.defects.insert(repaired.defects.end(), defects[row].begin(), defects[row].end());
  }
  return repaired;
}

bool is_valid(Wkb wkb) {
  if (wkb.empty()) return true;
  bool finite = true;
  wkb::for_each_point(wkb, [&](Point p) { finite = finite && std::isfinite(p.x) && std::isfinite(p.y); });
  if (!finite) return false;
  // Rings that are not closed or too short are refused by the reader already.
  for (const Path& line : lines_of(wkb))
    if (line.size() < 2) return false;
  for (const Rings& rings : polygons_of(wkb))
    for (const Path& ring : rings)
      if (ring.size() < 4 || ring.front() != ring.back()) return false;
  return !geos::validity(geos::read(wkb));
}

}  // namespace jingwei
