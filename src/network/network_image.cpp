#include "network/network_image.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/image.hpp"
#include "layer/issue_image.hpp"
#include "network/report_image.hpp"

namespace jingwei {

template <>
inline constexpr bool image_plain<Point> = true;
template <>
inline constexpr bool image_plain<Graph::Target> = true;
template <>
inline constexpr bool image_plain<TurnStates::Copy> = true;
static_assert(sizeof(Point) == 16 && sizeof(Graph::Target) == 8 && sizeof(TurnStates::Copy) == 12);

// What consists of what; found by their arguments, for which no anonymous namespace is searched.
template <class Archive>
static void archive_parts(Archive& archive, Edges& edges) {
  archive(edges.tail, edges.head, edges.kind, edges.trunk, edges.line, edges.forward_kmh, edges.backward_kmh,
          edges.first, edges.vertices, edges.chainage_m, edges.nodes);
}

template <class Archive>
static void archive_parts(Archive& archive, Link& link) {
  archive(link.kind, link.length_m, link.trunk, link.access);
}

template <class Archive>
static void archive_parts(Archive& archive, LineOrigin& origin) {
  archive(origin.source, origin.number, origin.road_class, origin.speed, origin.name);
}

template <class Archive>
static void archive_parts(Archive& archive, Graph& graph) {
  archive(graph.first, graph.targets, graph.labels);
}

namespace {

/// All of a network but what the caller tells and what is quickly made of the rest: contraction in a given
/// order takes a thirtieth of the time that finding the order does.
template <class Archive>
void archive_network(Archive& archive, NetworkData& data, std::vector<std::string>& classes,
                     std::vector<std::uint32_t>& order, std::vector<Issue>& issues) {
  archive(data.mode, data.report, data.edges, data.links, data.line_names, data.access_names, data.origins,
          classes, data.street_names, data.forward, data.backward, data.states.start, data.states.end,
          data.states.copies, data.states.states, data.states.expanded_nodes, data.graph, order, issues);
}

std::vector<std::string> texts_of(const TextPool& pool) {
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < pool.size(); ++i) texts.push_back(pool[i]);
  return texts;
}

template <class Number>
bool all_below(const std::vector<Number>& numbers, std::size_t bound) {
  return std::all_of(numbers.begin(), numbers.end(), [&](Number number) { return number < bound; });
}

/// Offsets of rows into a list: from 0 to its size, never back.
template <class Number>
bool offsets(const std::vector<Number>& first, std::size_t rows, std::size_t size) {
  return first.size() == rows + 1 && first.front() == 0 && first.back() == size &&
         std::is_sorted(first.begin(), first.end());
}

bool sound(const Edges& edges) {
  const std::size_t count = edges.size();
  for (const std::size_t size : {edges.head.size(), edges.kind.size(), edges.trunk.size(), edges.line.size(),
                                 edges.forward_kmh.size(), edges.backward_kmh.size()})
    if (size != count) return false;
  if (!offsets(edges.first, count, edges.vertices.size()) || edges.chainage_m.size() != edges.vertices.size())
    return false;
  for (std::size_t edge = 0; edge < count; ++edge)
    if (edges.first[edge + 1] < edges.first[edge] + 2 || edges.kind[edge] > EdgeKind::rail) return false;
  const auto finite = [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); };
  return all_below(edges.tail, edges.nodes) && all_below(edges.head, edges.nodes) &&
         std::all_of(edges.vertices.begin(), edges.vertices.end(), finite) &&
         std::all_of(edges.chainage_m.begin(), edges.chainage_m.end(),
                     [](double chainage_m) { return chainage_m >= 0 && chainage_m <= longest_edge_m; });
}

bool sound(const Graph& graph, const NetworkData& data) {
  const auto known = [&](std::uint32_t label) {
    return label == no_label ||
           (is_edge(label) ? edge_of(label) < data.edges.size() : link_of(label) < data.links.size());
  };
  return !graph.first.empty() && offsets(graph.first, graph.first.size() - 1, graph.targets.size()) &&
         graph.labels.size() == graph.targets.size() &&
         std::all_of(graph.targets.begin(), graph.targets.end(),
                     [&](const Graph::Target& target) { return target.head < graph.nodes(); }) &&
         std::all_of(graph.labels.begin(), graph.labels.end(), known);
}

/// Names that links and edges number: trunk lines, stations and interchanges.
bool sound_names(const NetworkData& data) {
  for (const Link& link : data.links) {
    const bool rides = link.kind == LinkKind::board || link.kind == LinkKind::alight;
    if (rides && link.trunk >= data.line_names.size()) return false;
    if (!(link.length_m >= 0 && link.length_m <= longest_edge_m)) return false;
    if (link.access != Link::no_access && link.access >= data.access_names.size()) return false;
  }
  for (std::size_t edge = 0; edge < data.edges.size(); ++edge) {
    if (is_trunk(data.edges.kind[edge]) && data.edges.trunk[edge] >= data.line_names.size()) return false;
  }
  return true;
}

bool permutation(const std::vector<std::uint32_t>& order, std::size_t nodes) {
  if (order.size() != nodes) return false;
  std::vector<std::uint8_t> seen(nodes, 0);
  return std::all_of(order.begin(), order.end(),
                     [&](std::uint32_t node) { return node < nodes && !std::exchange(seen[node], 1); });
}

bool sound(const NetworkData& data, std::size_t classes, const std::vector<std::uint32_t>& order) {
  const std::size_t edges = data.edges.size(), states = data.graph.nodes();
  const TurnStates& turns = data.states;
  return sound(data.edges) && sound(data.graph, data) && sound_names(data) && permutation(order, states) &&
         data.forward.size() == edges && data.backward.size() == edges && turns.states <= states &&
         turns.start.size() == 2 * edges && turns.end.size() == 2 * edges && all_below(turns.start, states) &&
         all_below(turns.end, states) &&
         std::all_of(turns.copies.begin(), turns.copies.end(),
                     [&](const TurnStates::Copy& copy) {
                       return copy.label < 2 * edges && copy.start < states && copy.end < states;
                     }) &&
         all_below(data.edges.line, data.origins.size()) &&
         std::all_of(data.origins.begin(), data.origins.end(), [&](const LineOrigin& origin) {
           return origin.road_class < classes && origin.name < data.street_names.size();
         });
}

}  // namespace

std::string network_image(const NetworkData& data, const std::vector<Issue>& issues) {
  ImageWriter archive;
  std::vector<std::string> classes = texts_of(data.classes);
  // Nothing is changed: what tells the parts serves reading too.
  std::vector<std::uint32_t> order = data.order();
  archive_network(archive, const_cast<NetworkData&>(data), classes, order,
                  const_cast<std::vector<Issue>&>(issues));
  return std::move(archive).take();
}

bool read_network_image(std::string_view image, NetworkData& data, std::vector<Issue>& issues) {
  ImageReader archive(image);
  std::vector<std::string> classes;
  std::vector<std::uint32_t> order;
  std::vector<Issue> told, again;
  try {
    archive_network(archive, data, classes, order, told);
  } catch (const DamagedImage&) {
    return false;
  }
  if (!archive.done() || !sound(data, classes.size(), order)) return false;
  for (const std::string& name : classes) data.classes.add(name);
  if (data.classes.size() != classes.size()) return false;
  data.set_order(std::move(order));
  complete_network(data, again);  // what it finds wrong is among the issues stored
  issues.insert(issues.end(), std::make_move_iterator(told.begin()), std::make_move_iterator(told.end()));
  return true;
}

}  // namespace jingwei
