// g++ 12 does not see that an object of libosmium has its user's name behind it.
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

#include "io/osm_objects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <osmium/area/assembler.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <unordered_set>

#include "base/error.hpp"

namespace jingwei {
namespace {

constexpr std::size_t first_bytes = 1 << 16;
constexpr Point nowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

Point point_at(const osmium::Location& location) {
  return location.valid() ? Point{location.lon(), location.lat()} : nowhere;
}

/// Nodes are taken as points only, relations only where they are areas.
bool takes(const OsmMapping& mapping, const osmium::OSMObject& object) {
  const osmium::TagList& tags = object.tags();
  if (object.type() == osmium::item_type::node) return mapping.form() == GeometryForm::point;
  if (object.type() == osmium::item_type::way)
    return mapping.form() == GeometryForm::line || !tags.has_tag("area", "no");
  return mapping.form() != GeometryForm::line &&
         (tags.has_tag("type", "multipolygon") || tags.has_tag("type", "boundary"));
}

/// The objects of a buffer by id.
template <class Object>
std::vector<Object*> by_id(osmium::memory::Buffer& buffer) {
  std::vector<Object*> objects;
  for (Object& object : buffer.select<Object>()) objects.push_back(&object);
  std::sort(objects.begin(), objects.end(),
            [](const Object* a, const Object* b) { return a->id() < b->id(); });
  return objects;
}

template <class Object>
void require_once(const OsmFile& file, const std::vector<Object*>& objects, std::string_view what) {
  std::vector<std::int64_t> ids;
  for (const Object* object : objects) ids.push_back(object->id());
  file.require_once(ids, what);
}

void sort_unique(std::vector<std::int64_t>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// The first thing that keeps a multipolygon from being one.
class FirstProblem : public osmium::area::ProblemReporter {
 public:
  void report_intersection(osmium::object_id_type, osmium::Location, osmium::Location, osmium::object_id_type,
                           osmium::Location, osmium::Location, osmium::Location where) override {
    tell({"环相交", "its rings intersect"}, where);
  }
  void report_ring_not_closed(const osmium::NodeRef& end, const osmium::Way*) override {
    tell({"环不闭合", "a ring is not closed"}, end.location());
  }
  void report_duplicate_way(const osmium::Way& way) override {
    tell({"同一条路径两次为成员", "a way is its member twice"},
         way.nodes().empty() ? osmium::Location() : way.nodes().front().location());
  }
  Text reason = {"不能组成面", "its ways form no area"};
  Point place = nowhere;

 private:
  void tell(const Text& what, osmium::Location where) {
    if (m_told) return;
    m_told = true;
    reason = what;
    place = point_at(where);
  }
  bool m_told = false;
};

template <class RingOfNodes>
Path path_of(const RingOfNodes& ring) {
  Path path;
  for (const osmium::NodeRef& node : ring) path.push_back(point_at(node.location()));
  return path;
}

std::vector<std::uint8_t> wkb_of_area(const osmium::Area& area) {
  std::vector<Rings> polygons;
  for (const osmium::OuterRing& outer : area.outer_rings()) {
    Rings rings{path_of(outer)};
    for (const osmium::InnerRing& inner : area.inner_rings(outer)) rings.push_back(path_of(inner));
    polygons.push_back(std::move(rings));
  }
  return wkb_of_polygons(polygons);
}

/// The parts of a way between nodes that the data lack.
std::vector<Path> known_parts(const osmium::Way& way) {
  std::vector<Path> parts(1);
  for (const osmium::NodeRef& node : way.nodes()) {
    if (node.location().valid())
      parts.back().push_back(point_at(node.location()));
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  std::erase_if(parts, [](const Path& part) { return part.size() < 2; });
  return parts;
}

}  // namespace

bool is_candidate(const osmium::OSMObject& object, const OsmMapping& mapping) {
  return object.visible() && takes(mapping, object) && mapping.selects(object.tags());
}

struct OsmObjects::Data {
  Data(const OsmFile& of, const OsmMapping& by) : file(of), mapping(by) {}

  const OsmFile& file;
  const OsmMapping& mapping;
  osmium::memory::Buffer nodes{first_bytes}, ways{first_bytes}, relations{first_bytes};
  std::vector<osmium::Way*> way_list;
  std::vector<std::int64_t> member_ids;       ///< of ways in relations, ascending
  std::unordered_set<std::int64_t> outlines;  ///< outer ways of the multipolygons that could be made
  std::vector<Object> objects;
  GeometryColumn geometry;

  bool lines() const { return mapping.form() == GeometryForm::line; }

  void read(Context& context) {
    if (!lines()) file.relations([&](const auto& buffer) { take_relations(buffer); }, context);
    sort_unique(member_ids);
    file.ways([&](const auto& buffer) { take_ways(buffer); }, context);
    way_list = by_id<osmium::Way>(ways);
    require_once(file, way_list, "way");
    place_nodes(context);
    add_nodes();
    add_relations();
    for (const osmium::Way* way : way_list)
      if (is_candidate(*way, mapping)) add_way(*way);
  }

  void take_relations(const osmium::memory::Buffer& buffer) {
    for (const osmium::Relation& relation : buffer.select<osmium::Relation>()) {
      if (!is_candidate(relation, mapping)) continue;
      relations.add_item(relation);
      relations.commit();
      for (const osmium::RelationMember& member : relation.members())
        if (member.type() == osmium::item_type::way) member_ids.push_back(member.ref());
    }
  }

  void take_ways(const osmium::memory::Buffer& buffer) {
    for (const osmium::Way& way : buffer.select<osmium::Way>()) {
      const bool member = std::binary_search(member_ids.begin(), member_ids.end(), way.id());
      if (!(member && way.visible()) && !is_candidate(way, mapping)) continue;
      ways.add_item(way);
      ways.commit();
    }
  }

  /// Takes the nodes that are features, and gives the ways' nodes their places.
  void place_nodes(Context& context) {
    std::vector<std::int64_t> ids;
    for (const osmium::Way* way : way_list)
      for (const osmium::NodeRef& node : way->nodes()) ids.push_back(node.ref());
    sort_unique(ids);
    std::vector<osmium::Location> places(ids.size());
    const auto number = [&](std::int64_t id) {
      const auto found = std::lower_bound(ids.begin(), ids.end(), id);
      return found == ids.end() || *found != id ? ids.size() : static_cast<std::size_t>(found - ids.begin());
    };
    file.nodes(
        [&](const osmium::memory::Buffer& buffer) {
          for (const osmium::Node& node : buffer.select<osmium::Node>()) {
            if (const std::size_t known = number(node.id()); known < ids.size() && node.visible())
              places[known] = node.location();
            if (!is_candidate(node, mapping)) continue;
            nodes.add_item(node);
            nodes.commit();
          }
        },
        context);
    for (osmium::Way* way : way_list)
      for (osmium::NodeRef& node : way->nodes()) node.set_location(places[number(node.ref())]);
  }

  void add(std::string key, const osmium::TagList& tags, const std::vector<std::uint8_t>& wkb,
           std::optional<Text> fault = std::nullopt, Point place = nowhere) {
    objects.push_back({std::move(key), &tags, std::move(fault), !wkb.empty(), place});
    if (wkb.empty())
      geometry.append_null();
    else
      geometry.append(wkb);
  }

  void add_nodes() {
    const auto list = by_id<osmium::Node>(nodes);
    require_once(file, list, "node");
    for (const osmium::Node* node : list) {
      const Point place = point_at(node->location());
      const bool usable = node->location().valid();
      std::optional<Text> fault;
      if (!usable) fault = {"节点没有坐标", "the node has no place"};
      add(format("node/{}", node->id()), node->tags(), usable ? wkb_of(place) : std::vector<std::uint8_t>(),
          fault);
    }
  }

  void add_way(const osmium::Way& way) {
    const std::string key = format("way/{}", way.id());
    const std::vector<Path> parts = known_parts(way);
    const bool complete = std::all_of(way.nodes().begin(), way.nodes().end(),
                                      [](const osmium::NodeRef& node) { return node.location().valid(); });
    const Point place = parts.empty() ? nowhere : parts.front().front();
    const Text lacks{"数据缺少其部分节点", "the data lack some of its nodes"};
    if (lines()) {
      const auto wkb = parts.empty() ? std::vector<std::uint8_t>() : wkb_of_lines(parts);
      add(key, way.tags(), wkb, complete && !wkb.empty() ? std::nullopt : std::optional(lacks), place);
      return;
    }
    if (outlines.contains(way.id())) return;  // what its tags say is said of the relation too
    if (!complete) return add(key, way.tags(), {}, lacks, place);
    if (way.nodes().size() < 4 || !way.is_closed())
      return add(key, way.tags(), {}, Text{"路径不闭合，不是面", "the way is not closed, so no area"}, place);
    add(key, way.tags(), wkb_of_polygons(std::vector<Rings>{{parts.front()}}));
  }

  const osmium::Way* way_of(std::int64_t id) const {
    const auto found =
        std::lower_bound(way_list.begin(), way_list.end(), id,
                         [](const osmium::Way* way, std::int64_t wanted) { return way->id() < wanted; });
    return found == way_list.end() || (*found)->id() != id ? nullptr : *found;
  }

  void add_relations() {
    const auto list = by_id<osmium::Relation>(relations);
    require_once(file, list, "relation");
    for (const osmium::Relation* relation : list) add_relation(*relation);
  }

  void add_relation(const osmium::Relation& relation) {
    const std::string key = format("relation/{}", relation.id());
    std::vector<const osmium::Way*> members;
    bool complete = true;
    Point place = nowhere;
    for (const osmium::RelationMember& member : relation.members()) {
      if (member.type() != osmium::item_type::way) continue;
      const osmium::Way* way = way_of(member.ref());
      complete &= way != nullptr;
      if (way == nullptr) continue;
      members.push_back(way);
      for (const osmium::NodeRef& node : way->nodes()) {
        complete &= node.location().valid();
        if (std::isnan(place.x)) place = point_at(node.location());
      }
    }
    if (!complete)
      return add(key, relation.tags(), {},
                 Text{"数据缺少关系的部分成员或节点", "the data lack some of its members or their nodes"},
                 place);
    FirstProblem problem;
    osmium::area::AssemblerConfig config;
    config.problem_reporter = &problem;
    config.create_empty_areas = false;
    osmium::memory::Buffer made{first_bytes};
    if (!osmium::area::Assembler{config}(relation, members, made) || made.committed() == 0)
      return add(key, relation.tags(), {}, problem.reason,
                 std::isnan(problem.place.x) ? place : problem.place);
    add(key, relation.tags(), wkb_of_area(made.get<osmium::Area>(0)));
    for (const osmium::RelationMember& member : relation.members())
      if (member.type() == osmium::item_type::way && std::string_view(member.role()) != "inner")
        outlines.insert(member.ref());
  }
};

OsmObjects::OsmObjects(const OsmFile& file, const OsmMapping& mapping, Context& context)
    : m_data(std::make_unique<Data>(file, mapping)) {
  m_data->read(context);
}
OsmObjects::~OsmObjects() = default;

const std::vector<OsmObjects::Object>& OsmObjects::objects() const {
  return m_data->objects;
}
const GeometryColumn& OsmObjects::geometry() const {
  return m_data->geometry;
}

}  // namespace jingwei
