#include "analyses/apportion_parts.hpp"

#include <algorithm>

#include "analyses/grid_tolerance.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"

namespace jingwei {
namespace {

class Apportioning {
 public:
  Apportioning(const Window& in, const std::vector<double>& densities, Result& result, Context& context)
      : m_in(in),
        m_densities(densities),
        m_result(result),
        m_context(context),
        m_sources(in["input"]),
        m_targets(in["target"]),
        m_own(in.owned(m_sources, context)) {
    m_made.kind = kind_of(m_sources.geometry());
    m_made.wholes.resize(m_sources.rows());
  }

  Apportionment run() {
    if (m_made.kind == GeometryKind::mixed)
      throw input_error({"apportion：图层“{}”混有点、线或面；请只用一种",
                         "apportion: layer “{}” mixes points, lines or polygons; give it in one kind"},
                        m_sources.name());
    const bool measured = m_made.kind == GeometryKind::polygon || m_made.kind == GeometryKind::line;
    if (measured) divide();
    place(measured);
    std::ranges::stable_sort(m_made.parts, {},
                             [](const ApportionPart& part) { return std::pair(part.source, part.target); });
    return std::move(m_made);
  }

 private:
  bool weighted() const { return m_in.has("weights") && m_made.kind == GeometryKind::polygon; }

  std::vector<double> measures(const GeometryColumn& column) {
    return m_made.kind == GeometryKind::polygon ? areas_m2(column, m_in.crs(), m_context)
                                                : lengths_m(column, m_in.crs(), m_context);
  }

  /// Areas times densities of each row, where densities count.
  std::vector<std::optional<double>> weights(const GeometryColumn& column) {
    if (!weighted()) return std::vector<std::optional<double>>(column.size());
    std::vector<std::optional<double>> weights(column.size(), 0.0);
    const Pieces pieces = intersection(column, m_in["weights"].geometry(), m_in.grid_size(), m_context);
    m_result.certificate.add(pieces.certificate);
    const std::vector<double> areas = areas_m2(pieces.geometry, m_in.crs(), m_context);
    for (std::size_t i = 0; i < areas.size(); ++i)
      *weights[pieces.source_a[i]] += areas[i] * m_densities[pieces.source_b[i]];
    return weights;
  }

  void divide() {
    const Pieces pieces = identity(m_sources.geometry(), m_targets.geometry(), m_in.grid_size(), m_context);
    m_result.certificate.add(pieces.certificate);
    m_divided.assign(m_sources.rows(), false);
    for (const std::uint32_t source : pieces.source_a) m_divided[source] = true;

    const GeometryColumn inside = m_in.in_core(pieces.geometry, m_context);
    const std::vector<double> measure = measures(inside);
    const std::vector<std::optional<double>> weight = weights(inside);
    for (std::size_t i = 0; i < inside.size(); ++i)
      if (!is_empty(inside.wkb(i)))
        m_made.parts.push_back({pieces.source_a[i], pieces.source_b[i], measure[i], weight[i]});
    measure_wholes();
  }

  void measure_wholes() {
    const GeometryColumn inside = m_in.in_core(m_sources.geometry(), m_context);
    const std::vector<double> measure = measures(inside);
    const std::vector<std::optional<double>> weight = weights(inside);
    for (std::uint32_t row = 0; row < m_sources.rows(); ++row)
      if (m_divided[row])
        m_made.wholes[row] = {measure[row], weight[row], grid_tolerance(m_sources.geometry().wkb(row), m_in)};
  }

  /// Sources that cannot be divided: each falls whole to one target or to none.
  void place(bool measured) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_sources.rows(); ++row)
      if (m_own[row] && (!measured || !m_divided[row])) rows.push_back(row);
    if (rows.empty()) return;
    const std::vector<Point> points = representative_points(take(m_sources.geometry(), rows), m_context);
    const std::vector<std::uint32_t> target = covering(points, m_targets.geometry(), m_context);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      m_made.parts.push_back({rows[i], target[i], 1, {}});
      m_made.wholes[rows[i]] = {1, {}, 0};
      if (is_empty(m_sources.geometry().wkb(rows[i])))
        m_result.issues.push_back(
            row_issue(m_sources, rows[i], "no_geometry", {"没有几何", "has no geometry"},
                      {"其数值计入目标之外", "its values count as outside of all targets"}));
      else if (measured)
        m_result.issues.push_back(row_issue(
            m_sources, rows[i], "vanishes_on_grid",
            {"小于精度网格，没有面积或长度", "is smaller than the precision grid and measures nothing"},
            {"整个数值归入其所在的目标", "its values go whole to the target that covers it"}));
    }
  }

  const Window& m_in;
  const std::vector<double>& m_densities;
  Result& m_result;
  Context& m_context;
  const Layer& m_sources;
  const Layer& m_targets;
  std::vector<bool> m_own;
  std::vector<bool> m_divided;  // of each source: has it pieces?
  Apportionment m_made;
};

}  // namespace

Apportionment apportioned(const Window& in, const std::vector<double>& densities, Result& result,
                          Context& context) {
  return Apportioning(in, densities, result, context).run();
}

}  // namespace jingwei
