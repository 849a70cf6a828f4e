#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "geometry/measure.hpp"
#include "network/source_lines.hpp"

namespace jingwei {
namespace {

/// A row as a line from node to node.
struct Link {
  std::uint32_t row;
  std::uint32_t from, to;  ///< joints
  Cost time;
  Path path;
};

bool turned_round(const Path& a, const Path& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.rbegin());
}

/// The speed at which a length takes exactly this many milliseconds.
double kmh_for(double length_m, Cost time) {
  return time == 0 ? std::numeric_limits<double>::infinity() : length_m * 3600 / time;
}

class LinkReader {
 public:
  LinkReader(std::uint32_t source, const Layer& layer, NetworkLines& lines)
      : m_source(source), m_layer(layer), m_lines(lines) {}

  void read(std::vector<Issue>& issues) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Link>> waiting;  // by (from, to)
    LeftOut no_length{"zero_length", {"没有长度的弧段", "Links without length"}};
    for (const std::uint32_t row : rows_by_key(m_layer)) {
      for (Path& path : lines_of(m_layer.geometry().wkb(row))) {
        Link link{row, node("from_node", row), node("to_node", row), to_cost({m_layer["time_s"].number(row)}),
                  std::move(path)};
        if (!(length_m(link) > 0)) {
          no_length.keys.push_back(m_layer.key().as_text(row));
          continue;
        }
        auto& against = waiting[{link.to, link.from}];
        const auto twin = std::find_if(against.begin(), against.end(), [&](const Link& other) {
          return turned_round(other.path, link.path);
        });
        if (twin == against.end()) {
          waiting[{link.from, link.to}].push_back(std::move(link));
          continue;
        }
        m_pairs.emplace_back(std::move(*twin), link.time);
        against.erase(twin);
      }
    }
    for (auto& [ends, links] : waiting)
      for (Link& link : links) m_pairs.emplace_back(std::move(link), unreachable);
    std::stable_sort(m_pairs.begin(), m_pairs.end(), [&](const auto& a, const auto& b) {
      return m_layer.key().as_text(a.first.row) < m_layer.key().as_text(b.first.row);
    });
    for (auto& [link, back] : m_pairs) add(link, back);
    m_lines.joints.wanted.resize(m_next_joint, 0);
    if (!no_length.keys.empty()) issues.push_back(note_of(no_length, m_layer));
  }

 private:
  std::uint32_t node(std::string_view field, std::uint32_t row) {
    const auto [found, added] = m_joints.try_emplace(m_layer[field].as_text(row), m_next_joint);
    m_next_joint += added;
    return found->second;
  }

  double length_m(const Link& link) const {
    const Column& stated = m_layer["length_m"];
    if (!stated.is_null(link.row) && stated.number(link.row) > 0) return stated.number(link.row);
    GeometryColumn column;
    column.append(wkb_of_lines(std::span(&link.path, 1)));
    Context context;
    return lengths_m(column, m_layer.crs(), context).front();
  }

  void add(Link& link, Cost back) {
    SourceLine line;
    const double length = length_m(link);
    line.stated_length_m = length;
    line.forward_kmh = kmh_for(length, link.time);
    if (back != unreachable) line.backward_kmh = kmh_for(length, back);
    line.joints.assign(link.path.size(), no_joint);
    line.joints.front() = link.from;
    line.joints.back() = link.to;
    line.path = std::move(link.path);
    m_lines.add(std::move(line), {m_source, link.row, m_lines.classes.add("link"), SpeedOrigin::stated_time,
                                  m_lines.names.add(street_name(m_layer, link.row))});
  }

  std::uint32_t m_source;
  const Layer& m_layer;
  NetworkLines& m_lines;
  std::unordered_map<std::string, std::uint32_t> m_joints;
  std::uint32_t m_next_joint = static_cast<std::uint32_t>(m_lines.joints.wanted.size());
  std::vector<std::pair<Link, Cost>> m_pairs;  ///< with the time back
};

}  // namespace

void read_links(std::uint32_t source, const Layer& layer, NetworkLines& lines, std::vector<Issue>& issues) {
  LinkReader(source, layer, lines).read(issues);
}

}  // namespace jingwei
