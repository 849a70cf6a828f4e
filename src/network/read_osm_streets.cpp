#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "network/source_lines.hpp"

namespace jingwei {
namespace {

/// Ways of one data that were left out or only partly used, told once for each reason.
struct OsmNotes {
  std::map<std::string, std::size_t, std::less<>> classes;  ///< not used, by class
  std::vector<std::string> refused, closed, cut, strange;

  void tell(const OsmData& data, const Profile& profile, std::vector<Issue>& issues) const;
};

Issue note(const OsmData& data, Severity severity, std::string kind, Text reason, Text action) {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.layer = data.source;
  issue.reason = std::move(reason);
  issue.action = std::move(action);
  return issue;
}

std::string first_of(const std::vector<std::string>& all) {
  constexpr std::size_t shown = 10;
  const auto count = static_cast<std::ptrdiff_t>(std::min(shown, all.size()));
  return join(std::vector<std::string>(all.begin(), all.begin() + count)) + (all.size() > shown ? ", …" : "");
}

void OsmNotes::tell(const OsmData& data, const Profile& profile, std::vector<Issue>& issues) const {
  const Text left_out{"未纳入网络", "left out of the network"};
  if (!classes.empty()) {
    std::size_t count = 0;
    std::vector<std::string> names;
    for (const auto& [name, ways] : classes) count += ways, names.push_back(format("{} {}", name, ways));
    issues.push_back(note(
        data, Severity::note, "class_not_used",
        {format("出行方式 {} 不使用的道路等级：{} 条（{}）", profile.name, count, join(names)),
         format("Classes that the profile {} does not use: {} ways ({})", profile.name, count, join(names))},
        left_out));
  }
  const auto listed = [&](const std::vector<std::string>& ways, Severity severity, const char* kind,
                          const char* zh, const char* en, const Text& action) {
    if (ways.empty()) return;
    issues.push_back(note(data, severity, kind,
                          {format("{}：{} 条（{}）", zh, ways.size(), first_of(ways)),
                           format("{}: {} ways ({})", en, ways.size(), first_of(ways))},
                          action));
  };
  listed(refused, Severity::note, "access_refused", "标签不允许通行", "Their tags refuse access", left_out);
  listed(closed, Severity::note, "way_closed", "按标签不可使用", "Not usable by their tags", left_out);
  listed(cut, Severity::warning, "missing_nodes", "数据缺少其部分节点（范围边缘）",
         "The data lack some of their nodes (at the edge of the extract)",
         {"在缺失处断开", "cut where nodes are missing"});
  listed(strange, Severity::warning, "strange_speed", "限速值不合理", "Their speed makes no sense",
         {"按道路等级取值", "taken by their class"});
}

class OsmStreetReader {
 public:
  OsmStreetReader(std::uint32_t source, const OsmData& data, const Profile& profile, const Crs& crs,
                  NetworkLines& lines, Context& context)
      : m_source(source),
        m_data(data),
        m_rules(profile),
        m_crs(crs),
        m_lines(lines),
        m_context(context),
        m_first_joint(static_cast<std::uint32_t>(lines.joints.wanted.size())) {}

  void read(OsmNotes& notes) {
    project_nodes();
    m_lines.first_joint.push_back(m_first_joint);
    m_lines.joints.wanted.resize(m_first_joint + m_data.nodes(), 0);
    read_nodes();
    for (std::uint32_t way = 0; way < m_data.ways(); ++way) {
      if (way % 65536 == 0) m_context.check_cancelled();
      read_way(way, notes);
    }
  }

 private:
  void project_nodes() {
    std::vector<Point> lon_lat(m_data.nodes());
    for (std::uint32_t node = 0; node < lon_lat.size(); ++node) lon_lat[node] = m_data.lon_lat(node);
    m_places = project(lon_lat, Crs::parse("EPSG:4326"), m_crs);
  }

  void read_nodes() {
    for (std::size_t tagged = 0; tagged < m_data.tagged_nodes.size(); ++tagged) {
      const NodeUse use = m_rules.node(m_data.tags_of_tagged(tagged));
      if (!use.heeded()) continue;
      const std::uint32_t joint = m_first_joint + m_data.tagged_nodes[tagged];
      m_lines.joints.wanted[joint] = 1;
      m_lines.joint_uses.push_back({joint, use});
    }
  }

  void read_way(std::uint32_t way, OsmNotes& notes) {
    const OsmTags tags = m_data.tags_of_way(way);
    const WayUse use = m_rules.way(tags);
    const std::string id = "way " + std::to_string(m_data.way_ids[way]);
    if (!use.strange.empty()) notes.strange.push_back(format("{} {}", id, use.strange));
    switch (use.refusal) {
      case WayRefusal::road_class:
        ++notes.classes[use.road_class];
        return;
      case WayRefusal::access:
        notes.refused.push_back(id);
        return;
      case WayRefusal::closed:
        notes.closed.push_back(id);
        return;
      case WayRefusal::none:
        break;
    }
    SourceLine line;
    const bool motorway = use.road_class == "motorway" || use.road_class == "motorway_link";
    line.kind = motorway ? EdgeKind::motorway : EdgeKind::street;
    line.forward_kmh = use.forward_kmh;
    line.backward_kmh = use.backward_kmh;
    if (use.whole_time) share_time(way, *use.whole_time, line);
    const LineOrigin origin{m_source, way, m_lines.classes.add(use.road_class), use.origin,
                            m_lines.names.add(street_name(tags))};
    if (add_runs(way, line, origin)) notes.cut.push_back(id);
  }

  bool known(std::uint32_t node) const {
    return node != OsmData::missing_node && std::isfinite(m_places[node].x) &&
           std::isfinite(m_places[node].y);
  }

  /// The runs of nodes that the data have; true where some are missing.
  bool add_runs(std::uint32_t way, SourceLine& line, const LineOrigin& origin) {
    bool missing = false;
    const auto flush = [&] {
      if (line.path.size() > 1) m_lines.add(line, origin);
      line.path.clear();
      line.joints.clear();
    };
    for (const std::uint32_t node : m_data.nodes_of(way)) {
      if (!known(node)) {
        missing = true;
        flush();
        continue;
      }
      const std::uint32_t joint = m_first_joint + node;
      if (!line.joints.empty() && line.joints.back() == joint) continue;
      line.joints.push_back(joint);
      line.path.push_back(m_places[node]);
    }
    flush();
    return missing;
  }

  /// The speed at which the whole way takes the time stated.
  void share_time(std::uint32_t way, Duration time, SourceLine& line) {
    Path path;
    for (const std::uint32_t node : m_data.nodes_of(way))
      if (known(node)) path.push_back(m_places[node]);
    GeometryColumn column;
    column.append(wkb_of_lines(std::span(&path, 1)));
    const double kmh = lengths_m(column, m_crs, m_context).front() / time.s * 3.6;
    line.forward_kmh *= kmh;
    line.backward_kmh *= kmh;
  }

  std::uint32_t m_source;
  const OsmData& m_data;
  OsmRules m_rules;
  const Crs& m_crs;
  NetworkLines& m_lines;
  Context& m_context;
  std::uint32_t m_first_joint;
  std::vector<Point> m_places;
};

}  // namespace

void read_osm_streets(std::uint32_t source, const OsmData& data, const Profile& profile, const Crs& crs,
                      NetworkLines& lines, std::vector<Issue>& issues, Context& context) {
  require_osm_profile(profile, data.source);
  OsmNotes notes;
  OsmStreetReader(source, data, profile, crs, lines, context).read(notes);
  notes.tell(data, profile, issues);
}

}  // namespace jingwei
