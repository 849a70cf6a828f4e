#include "analyses/conservation_conflict_zones.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "analyses/output_layer.hpp"
#include "analyses/row_difference.hpp"
#include "analyses/row_issue.hpp"
#include "base/format.hpp"

namespace jingwei {
namespace {

FunctionalZone functional(const Layer& zones, std::size_t row) {
  const bool said =
      zones.has("functional") && !zones["functional"].is_null(row) && zones["functional"].boolean(row);
  return said ? FunctionalZone::yes : FunctionalZone::no;
}

Issue functional_not_advisory(const Layer& zones, std::size_t row) {
  return row_issue(zones, row, "functional_zone",
                   {"整县功能区只能为引导性管控", "a zone of whole counties can only be advisory"},
                   {"按引导类计", "taken as advisory"});
}

/// The stretches of a path in the core whose edges the window owns: all but those along its outer borders.
void add_owned(const Window& in, const Path& path, std::vector<Path>& kept) {
  bool open = false;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Point middle{(path[i - 1].x + path[i].x) / 2, (path[i - 1].y + path[i].y) / 2};
    if (!in.owns(middle)) {
      open = false;
      continue;
    }
    if (!open) kept.push_back({path[i - 1]});
    kept.back().push_back(path[i]);
    open = true;
  }
}

using Vertex = std::pair<double, double>;

/// The lowest vertex of each connected stretch of lines: paths that share an end belong together.
std::vector<Vertex> stretches(const std::vector<Path>& paths) {
  std::vector<std::size_t> parent(paths.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::map<Vertex, std::size_t> at;
  for (std::size_t i = 0; i < paths.size(); ++i)
    for (const Point end : {paths[i].front(), paths[i].back()}) {
      const auto [place, fresh] = at.try_emplace({end.x, end.y}, i);
      if (!fresh) parent[root(i)] = root(place->second);
    }
  std::map<std::size_t, Vertex> lowest;
  for (std::size_t i = 0; i < paths.size(); ++i)
    for (const Point p : paths[i]) {
      const auto [place, fresh] = lowest.try_emplace(root(i), p.x, p.y);
      if (!fresh) place->second = std::min(place->second, {p.x, p.y});
    }
  std::vector<Vertex> vertices;
  for (const auto& [stretch, vertex] : lowest) vertices.push_back(vertex);
  return vertices;
}

}  // namespace

std::vector<ControlStrength> strengths_of(const Layer& zones, std::vector<Issue>& issues) {
  std::vector<ControlStrength> strengths;
  for (std::size_t row = 0; row < zones.rows(); ++row) {
    const std::string text = zones["control_strength"].text_or(row, "advisory");
    const ControlStrength said = parse_control_strength(text).value_or(ControlStrength::advisory);
    strengths.push_back(strength_of(said, functional(zones, row)));
    if (strengths.back() != said) issues.push_back(functional_not_advisory(zones, row));
  }
  return strengths;
}

ControlStrength verdict_of(ProjectKind project, const Layer& zones, std::span<const std::uint32_t> rows,
                           const std::vector<ControlStrength>& strengths) {
  std::vector<ControlStrength> verdicts;
  for (const std::uint32_t row : rows) {
    const bool red_line = zones["kind"].text_or(row, "") == "ecological_red_line";
    verdicts.push_back(verdict(project, strengths[row], red_line ? RedLine::yes : RedLine::no));
  }
  return strictest(verdicts).value();
}

ZoneFaces zone_faces(const Window& in, const Layer& zones, const std::vector<ControlStrength>& strengths,
                     Context& context) {
  Faces faces = faces_of(zones.geometry(), in.grid_size(), context);
  for (auto& rows : faces.rows)
    std::ranges::stable_sort(rows, [&](auto a, auto b) { return strengths[a] > strengths[b]; });
  std::vector<std::uint32_t> order(faces.rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, [&](auto a, auto b) {
    return strengths[faces.rows[a].front()] > strengths[faces.rows[b].front()];
  });
  ZoneFaces sorted;
  sorted.geometry = take(faces.geometry, order);
  for (const std::uint32_t face : order) {
    sorted.strength.push_back(strengths[faces.rows[face].front()]);
    sorted.zones.push_back(std::move(faces.rows[face]));
  }
  return sorted;
}

std::string zone_ids(const Layer& zones, const std::vector<std::uint32_t>& rows) {
  std::string ids;
  for (const std::uint32_t row : rows) {
    if (!ids.empty()) ids += ';';
    ids += escaped(zones.key().as_text(row), ';');
  }
  return ids;
}

std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) key += escaped(part, '|') + '|';
  return key;
}

void add_sources(Provenance& sources, const Layer& layer, const std::vector<std::uint32_t>& rows,
                 double area_m2) {
  for (const std::uint32_t row : rows) sources.add(layer, row, area_m2 / static_cast<double>(rows.size()));
}

Pieces lines_inside(const GeometryColumn& lines, const GeometryColumn& polygons, double grid_size,
                    Context& context) {
  Pieces found = intersection(lines, polygons, grid_size, context);
  GeometryColumn earlier;  // of each piece: the pieces of lower polygons that may share a part with it
  for (std::size_t i = 0; i < found.source_a.size(); ++i) {
    std::vector<Path> paths;
    for (std::size_t k = i; k-- > 0 && found.source_a[k] == found.source_a[i];)
      if (found.geometry.envelope(k).intersects(found.geometry.envelope(i)))
        std::ranges::move(lines_of(found.geometry.wkb(k)), std::back_inserter(paths));
    if (paths.empty())
      earlier.append_null();
    else
      earlier.append(wkb_of_lines(paths));
  }
  RowDifference once = row_difference(found.geometry, earlier, grid_size, context);
  Pieces kept;
  kept.certificate = found.certificate;
  kept.certificate.add(once.certificate);
  for (std::size_t i = 0; i < found.source_a.size(); ++i) {
    if (once.geometry.is_null(i)) continue;
    kept.geometry.append(once.geometry.wkb(i), once.geometry.envelope(i));
    kept.source_a.push_back(found.source_a[i]);
    kept.source_b.push_back(found.source_b[i]);
  }
  return kept;
}

GeometryColumn lines_in_core(const Window& in, const GeometryColumn& lines, Context& context) {
  GeometryColumn cut = in.in_core(lines, context);
  if (in.whole()) return cut;
  GeometryColumn owned;
  for (std::size_t row = 0; row < cut.size(); ++row) {
    std::vector<Path> kept;
    for (const Path& path : lines_of(cut.wkb(row))) add_owned(in, path, kept);
    if (kept.empty())
      owned.append_null();
    else
      owned.append(wkb_of_lines(kept));
  }
  return owned;
}

std::vector<std::int64_t> crossings(const Window& in, const GeometryColumn& lines,
                                    const GeometryColumn& zones, Context& context) {
  std::vector<std::int64_t> counts(zones.size());
  const Pieces pieces = intersection(lines, zones, in.grid_size(), context);
  for (std::size_t i = 0; i < pieces.source_b.size(); ++i)
    for (const auto& [x, y] : stretches(lines_of(pieces.geometry.wkb(i))))
      if (in.owns({x, y})) ++counts[pieces.source_b[i]];
  return counts;
}

}  // namespace jingwei
