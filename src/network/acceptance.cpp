#include "network/acceptance.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/error.hpp"

namespace jingwei {
namespace {

Layer layer_of(const std::string& definition, const std::optional<Crs>& crs) {
  return {definition, *find_layer_definition(definition), crs};
}

std::string word(Connection connection) {
  switch (connection) {
    case Connection::main:
      return "main";
    case Connection::no_way_out:
      return "no_way_out";
    case Connection::no_way_in:
      return "no_way_in";
    case Connection::apart:
      return "apart";
  }
  return {};
}

std::string word(SpeedOrigin origin) {
  switch (origin) {
    case SpeedOrigin::road_class:
      return "class";
    case SpeedOrigin::signed_speed:
      return "signed";
    case SpeedOrigin::implicit_speed:
      return "implicit";
    case SpeedOrigin::duration:
      return "duration";
    case SpeedOrigin::stated_time:
      return "stated";
  }
  return {};
}

/// The whole report, of one network.
class Acceptance {
 public:
  Acceptance(const NetworkData& data, const NetworkSources& sources)
      : m_data(data), m_sources(sources), m_connections(connections(data)) {}

  std::vector<Layer> layers(const SnappedPoints* points) {
    std::vector<Layer> result{streets(), groups("network_islands"), groups("network_pockets")};
    if (points) result.push_back(snaps(*points));
    result.push_back(classes());
    result.push_back(summary(points));
    return result;
  }

 private:
  const Edges& edges() const { return m_data.edges; }
  const LineOrigin& origin(std::uint32_t edge) const { return m_data.origins[edges().line[edge]]; }
  bool is_street(std::uint32_t edge) const {
    return edges().kind[edge] == EdgeKind::street || edges().kind[edge] == EdgeKind::motorway;
  }
  Path path(std::uint32_t edge) const { return edges().part(edge, 0, edges().length_m(edge)); }

  /// The key of the row, or the way, that an edge is a piece of.
  std::string source_key(std::uint32_t edge) const {
    const LineOrigin& from = origin(edge);
    if (from.source < m_sources.lines.size()) return m_sources.lines[from.source]->key().as_text(from.number);
    return std::to_string(m_sources.osm[from.source - m_sources.lines.size()]->way_ids[from.number]);
  }

  Layer streets() const {
    Layer layer = layer_of("network_streets", m_data.crs);
    const auto kmh = [](double speed) { return speed > 0 ? Value(speed) : Value(); };
    const auto named = [](const std::string& name) { return name.empty() ? Value() : Value(name); };
    for (std::uint32_t edge = 0; edge < edges().size(); ++edge) {
      if (!is_street(edge)) continue;
      const Path line = path(edge);
      layer.append(wkb_of_lines(std::span(&line, 1)), {{"street_id", std::to_string(edge)},
                                                       {"source_key", source_key(edge)},
                                                       {"name_zh", named(m_data.name_of(edge).zh)},
                                                       {"name_en", named(m_data.name_of(edge).en)},
                                                       {"class", m_data.class_of(edge)},
                                                       {"speed_from", word(origin(edge).speed)},
                                                       {"forward_kmh", kmh(edges().forward_kmh[edge])},
                                                       {"backward_kmh", kmh(edges().backward_kmh[edge])},
                                                       {"length_m", edges().length_m(edge)},
                                                       {"connection", word(m_connections[edge])}});
    }
    return layer;
  }

  /// Streets off the main part that hang together, in the order of their first edge.
  std::map<std::uint32_t, std::vector<std::uint32_t>> off_main() const {
    std::vector<std::uint32_t> group(edges().nodes);
    std::iota(group.begin(), group.end(), 0U);
    const auto root = [&](std::uint32_t node) {
      while (group[node] != node) node = group[node] = group[group[node]];
      return node;
    };
    const auto each = [&](auto&& visit) {
      for (std::uint32_t edge = 0; edge < edges().size(); ++edge)
        if (m_connections[edge] != Connection::main) visit(edge);
    };
    each([&](std::uint32_t edge) { group[root(edges().tail[edge])] = root(edges().head[edge]); });
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root, by_first;
    each([&](std::uint32_t edge) { by_root[root(edges().tail[edge])].push_back(edge); });
    for (auto& [node, members] : by_root) by_first[members.front()] = std::move(members);
    return by_first;
  }

  /// Groups that nobody gets to or out of are islands, those that connect one way are pockets.
  Layer groups(const std::string& definition) const {
    Layer layer = layer_of(definition, m_data.crs);
    const bool islands = definition == "network_islands";
    for (const auto& [first, members] : off_main()) {
      const auto any = [this, &members = members](Connection wanted) {
        return std::any_of(members.begin(), members.end(),
                           [&](std::uint32_t edge) { return m_connections[edge] == wanted; });
      };
      const bool in = any(Connection::no_way_out), out = any(Connection::no_way_in);
      if (islands == (in || out)) continue;
      std::vector<Path> paths;
      double length_m = 0;
      for (const std::uint32_t edge : members) {
        paths.push_back(path(edge));
        length_m += edges().length_m(edge);
      }
      const Value number = static_cast<std::int64_t>(members.size());
      const std::string id = std::to_string(layer.rows() + 1);
      if (islands)
        layer.append(wkb_of_lines(paths), {{"island_id", id}, {"streets", number}, {"length_m", length_m}});
      else
        layer.append(wkb_of_lines(paths), {{"pocket_id", id},
                                           {"connection", in && out ? "both"
                                                          : in      ? "no_way_out"
                                                                    : "no_way_in"},
                                           {"streets", number},
                                           {"length_m", length_m}});
    }
    return layer;
  }

  Layer snaps(const SnappedPoints& points) const {
    Layer layer = layer_of("network_snaps", m_data.crs);
    for (std::size_t row = 0; row < points.places.size(); ++row) {
      const NetworkPlace& place = points.places[row];
      layer.append(
          wkb_of(points.points[row]),
          {{"point_key", points.layer.key().as_text(row)},
           {"status", place.snapped() ? "snapped" : "unsnapped"},
           {"snap_m", place.snapped() ? Value(place.snap_m) : Value()},
           {"class", place.snapped() ? Value(m_data.classes[origin(place.edge).road_class]) : Value()}});
    }
    return layer;
  }

  Layer classes() const {
    struct Sum {
      std::int64_t streets = 0;
      double length_m = 0, length_kmh = 0;
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    for (std::uint32_t edge = 0; edge < edges().size(); ++edge) {
      if (!is_street(edge)) continue;
      Sum& sum = sums[{m_data.classes[origin(edge).road_class], word(origin(edge).speed)}];
      const double length_m = edges().length_m(edge);
      const double forward = edges().forward_kmh[edge], backward = edges().backward_kmh[edge];
      ++sum.streets;
      sum.length_m += length_m;
      sum.length_kmh +=
          length_m * (forward > 0 && backward > 0 ? (forward + backward) / 2 : forward + backward);
    }
    Layer layer = layer_of("network_classes", std::nullopt);
    for (const auto& [name, sum] : sums)
      layer.append({{"class_key", name.first + "/" + name.second},
                    {"class", name.first},
                    {"speed_from", name.second},
                    {"streets", sum.streets},
                    {"length_m", sum.length_m},
                    {"mean_kmh", sum.length_m > 0 ? Value(sum.length_kmh / sum.length_m) : Value()}});
    return layer;
  }

  Layer summary(const SnappedPoints* points) const {
    Layer layer = layer_of("network_summary", std::nullopt);
    const auto add = [&](const char* item, const char* zh, const char* en, double value) {
      layer.append({{"item", item}, {"title_zh", zh}, {"title_en", en}, {"value", value}});
    };
    const NetworkReport& report = m_data.report;
    const auto count = [](std::size_t number) { return static_cast<double>(number); };
    std::size_t streets = 0;
    double length_m = 0, off_m = 0;
    for (std::uint32_t edge = 0; edge < edges().size(); ++edge) {
      if (!is_street(edge)) continue;
      ++streets;
      length_m += edges().length_m(edge);
      if (m_connections[edge] != Connection::main) off_m += edges().length_m(edge);
    }
    add("streets", "道路段数", "Street parts", count(streets));
    add("street_length_m", "道路长度（m）", "Length of streets (m)", length_m);
    add("off_main_length_m", "与主体不双向连通的长度（m）",
        "Length not connected both ways with the main part (m)", off_m);
    add("crossings_noded", "按交叉设节点的位置数", "Crossings of roads that were given a node",
        count(report.crossings_noded));
    add("ends_joined", "延伸到近旁道路的端点数", "Ends of roads led on to another",
        count(report.ends_joined));
    add("nodes", "图的节点数", "Nodes of the graph", count(report.nodes));
    add("arcs", "图的弧数", "Arcs of the graph", count(report.edges));
    add("strong_components", "强连通分量数", "Strongly connected components",
        count(report.strong_components));
    add("largest_component_nodes", "最大分量节点数", "Nodes of the largest component",
        count(report.largest_component_nodes));
    add("turn_nodes", "区分来向的节点数", "Places where it matters whence one comes",
        count(report.turn_nodes));
    add("restrictions", "转向限制数", "Turn restrictions in the data", count(report.restrictions));
    add("restrictions_applied", "采用的转向限制", "Turn restrictions applied",
        count(report.restrictions_applied));
    add("restrictions_rejected", "不能采用的转向限制", "Turn restrictions that could not be applied",
        count(report.restrictions_rejected));
    if (!points) return layer;
    std::size_t snapped = 0;
    double farthest_m = 0;
    for (const NetworkPlace& place : points->places)
      if (place.snapped()) ++snapped, farthest_m = std::max(farthest_m, place.snap_m);
    add("points", "地点数", "Points", count(points->places.size()));
    add("points_snapped", "捕捉到道路的地点", "Points snapped to a street", count(snapped));
    add("farthest_snap_m", "最远捕捉距离（m）", "Farthest snap (m)", farthest_m);
    return layer;
  }

  const NetworkData& m_data;
  const NetworkSources& m_sources;
  std::vector<Connection> m_connections;
};

}  // namespace

std::vector<Layer> acceptance_layers(const NetworkData& data, const NetworkSources& sources,
                                     const SnappedPoints* points) {
  return Acceptance(data, sources).layers(points);
}

}  // namespace jingwei
