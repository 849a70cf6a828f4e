#include "io/read_osm.hpp"

#include <algorithm>
#include <numeric>
#include <osmium/handler.hpp>
#include <osmium/visitor.hpp>

#include "base/error.hpp"
#include "io/osm_file.hpp"

namespace jingwei {
namespace {

template <class Wanted>
void add_tags(const osmium::TagList& tags, const Wanted& wanted, TextPool& texts, std::vector<OsmTag>& into) {
  for (const osmium::Tag& tag : tags)
    if (wanted(tag.key())) into.push_back({texts.add(tag.key()), texts.add(tag.value())});
}

/// Ways and restrictions, with the ids of the nodes that ways use in the order of the ways.
class WayReader : public osmium::handler::Handler {
 public:
  WayReader(OsmData& data, const OsmKeys& keys) : m_data(data), m_keys(keys) {}

  void way(const osmium::Way& way) {
    const bool ferry = way.tags().has_tag("route", "ferry");
    if (!way.tags().has_key("highway") && !ferry) return;
    if (!way.visible() || way.nodes().size() < 2) return;
    m_data.way_ids.push_back(way.id());
    for (const osmium::NodeRef& node : way.nodes()) m_references.push_back(node.ref());
    m_data.first_way_node.push_back(m_references.size());
    const auto wanted = [&](std::string_view key) { return m_keys.wants_of_way(key); };
    add_tags(way.tags(), wanted, m_data.texts, m_data.way_tags);
    m_data.first_way_tag.push_back(m_data.way_tags.size());
  }

  void relation(const osmium::Relation& relation) {
    if (!relation.tags().has_tag("type", "restriction") || !relation.visible()) return;
    m_data.restriction_ids.push_back(relation.id());
    for (const osmium::RelationMember& member : relation.members()) {
      const OsmType type = member.type() == osmium::item_type::node  ? OsmType::node
                           : member.type() == osmium::item_type::way ? OsmType::way
                                                                     : OsmType::relation;
      m_data.members.push_back({type, member.ref(), m_data.texts.add(member.role())});
    }
    m_data.first_member.push_back(m_data.members.size());
    for (const osmium::Tag& tag : relation.tags())
      m_data.restriction_tags.push_back({m_data.texts.add(tag.key()), m_data.texts.add(tag.value())});
    m_data.first_restriction_tag.push_back(m_data.restriction_tags.size());
  }

  std::vector<std::int64_t>& references() { return m_references; }

 private:
  OsmData& m_data;
  const OsmKeys& m_keys;
  std::vector<std::int64_t> m_references;
};

/// The places and tags of the nodes that were asked for (ascending).
class NodeReader : public osmium::handler::Handler {
 public:
  NodeReader(OsmData& data, const OsmKeys& keys) : m_data(data), m_keys(keys), m_found(data.nodes(), 0) {
    m_data.longitude_e7.assign(m_data.nodes(), 0);
    m_data.latitude_e7.assign(m_data.nodes(), 0);
  }

  void node(const osmium::Node& node) {
    const auto number = m_data.node_of(node.id());
    if (!number || !node.location().valid()) return;
    if (m_found[*number])
      throw input_error({"{}：节点 {} 出现两次", "{}: node {} stands in it twice"}, m_data.source, node.id());
    m_found[*number] = 1;
    m_data.longitude_e7[*number] = node.location().x();
    m_data.latitude_e7[*number] = node.location().y();
    const std::size_t before = m_data.node_tags.size();
    const auto wanted = [&](std::string_view key) { return m_keys.wants(key); };
    add_tags(node.tags(), wanted, m_data.texts, m_data.node_tags);
    if (m_data.node_tags.size() == before) return;
    m_data.tagged_nodes.push_back(*number);
    m_data.first_node_tag.push_back(m_data.node_tags.size());
  }
  const std::vector<std::uint8_t>& found() const { return m_found; }

 private:
  OsmData& m_data;
  const OsmKeys& m_keys;
  std::vector<std::uint8_t> m_found;
};

/// Rows of variable length put into another order.
template <class Item>
void reorder(std::vector<Item>& items, std::vector<std::size_t>& first,
             std::span<const std::uint32_t> order) {
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  std::vector<std::size_t> sorted_first{0};
  for (const std::uint32_t row : order) {
    sorted.insert(sorted.end(), items.begin() + static_cast<std::ptrdiff_t>(first[row]),
                  items.begin() + static_cast<std::ptrdiff_t>(first[row + 1]));
    sorted_first.push_back(sorted.size());
  }
  items = std::move(sorted);
  first = std::move(sorted_first);
}

template <class Id>
std::vector<std::uint32_t> ascending(const std::vector<Id>& ids) {
  std::vector<std::uint32_t> order(ids.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
  return order;
}

void sort_objects(const OsmFile& file, OsmData& data, std::vector<std::int64_t>& references) {
  if (!std::is_sorted(data.way_ids.begin(), data.way_ids.end())) {
    const auto order = ascending(data.way_ids);
    reorder(data.way_tags, data.first_way_tag, order);
    reorder(references, data.first_way_node, order);
  }
  std::sort(data.way_ids.begin(), data.way_ids.end());
  file.require_once(data.way_ids, "way");
  if (!std::is_sorted(data.restriction_ids.begin(), data.restriction_ids.end())) {
    const auto order = ascending(data.restriction_ids);
    reorder(data.members, data.first_member, order);
    reorder(data.restriction_tags, data.first_restriction_tag, order);
  }
  std::sort(data.restriction_ids.begin(), data.restriction_ids.end());
  file.require_once(data.restriction_ids, "relation");
}

/// Nodes by their number among those that the data have, in place of ids.
void number_nodes(OsmData& data, std::span<const std::int64_t> references,
                  const std::vector<std::uint8_t>& found) {
  std::vector<std::uint32_t> number(data.nodes(), OsmData::missing_node);
  std::uint32_t next = 0;
  for (std::uint32_t node = 0; node < data.nodes(); ++node)
    if (found[node]) number[node] = next++;
  data.way_nodes.reserve(references.size());
  for (const std::int64_t id : references) data.way_nodes.push_back(number[*data.node_of(id)]);
  for (std::uint32_t node = 0; node < data.nodes(); ++node) {
    if (!found[node]) continue;
    data.node_ids[number[node]] = data.node_ids[node];
    data.longitude_e7[number[node]] = data.longitude_e7[node];
    data.latitude_e7[number[node]] = data.latitude_e7[node];
  }
  data.node_ids.resize(next);
  data.longitude_e7.resize(next);
  data.latitude_e7.resize(next);
  for (std::uint32_t& node : data.tagged_nodes) node = number[node];
  const auto order = ascending(data.tagged_nodes);
  reorder(data.node_tags, data.first_node_tag, order);
  std::sort(data.tagged_nodes.begin(), data.tagged_nodes.end());
}

}  // namespace

OsmData read_osm(const std::string& path, const OsmKeys& keys, Context& context) {
  const OsmFile file(path);
  OsmData data;
  data.source = path;
  WayReader ways(data, keys);
  file.ways_and_relations([&](const auto& buffer) { osmium::apply(buffer, ways); }, context);
  sort_objects(file, data, ways.references());
  data.node_ids = ways.references();
  std::sort(data.node_ids.begin(), data.node_ids.end());
  data.node_ids.erase(std::unique(data.node_ids.begin(), data.node_ids.end()), data.node_ids.end());
  NodeReader nodes(data, keys);
  file.nodes([&](const auto& buffer) { osmium::apply(buffer, nodes); }, context);
  number_nodes(data, ways.references(), nodes.found());
  if (data.ways() == 0)
    throw input_error({"{}：其中没有可通行的路（没有 `highway` 或 `route=ferry` 标签）",
                       "{}: no way in it can be travelled (none has the tag `highway` or `route=ferry`)"},
                      path);
  return data;
}

}  // namespace jingwei
