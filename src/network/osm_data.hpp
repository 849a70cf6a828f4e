#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geometry/envelope.hpp"

namespace jingwei {

/// Texts by number, each held once.
class TextPool {
 public:
  TextPool() = default;
  TextPool(TextPool&&) = default;
  TextPool& operator=(TextPool&&) = default;

  std::uint32_t add(std::string_view text);
  const std::string& operator[](std::uint32_t number) const { return m_texts[number]; }
  std::size_t size() const { return m_texts.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::vector<std::string> m_texts;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_numbers;
};

struct OsmTag {
  std::uint32_t key, value;  ///< numbers of texts
};

/// The tags of one object, by key.
class OsmTags {
 public:
  OsmTags(std::span<const OsmTag> tags, const TextPool& texts) : m_tags(tags), m_texts(&texts) {}

  /// The value of a key, or nothing.
  std::optional<std::string_view> operator[](std::string_view key) const;
  bool empty() const { return m_tags.empty(); }
  template <class Visit>
  void each(Visit&& visit) const {
    for (const OsmTag& tag : m_tags)
      visit(std::string_view((*m_texts)[tag.key]), std::string_view((*m_texts)[tag.value]));
  }

 private:
  std::span<const OsmTag> m_tags;
  const TextPool* m_texts;
};

enum class OsmType : std::uint8_t { node, way, relation };

struct OsmMember {
  OsmType type;
  std::int64_t id;
  std::uint32_t role;  ///< number of a text
};

/// What a network takes of OpenStreetMap data: ways that may be travelled, their nodes, turn restrictions;
/// each ascending by id, each id once. Ways name their nodes by number; tags are those that were asked for.
struct OsmData {
  std::string source;  ///< as messages name it
  TextPool texts;

  std::vector<std::int64_t> node_ids;
  std::vector<std::int32_t> longitude_e7, latitude_e7;  ///< degrees times 10⁷, as the data have them
  std::vector<std::uint32_t> tagged_nodes;              ///< ascending
  std::vector<std::size_t> first_node_tag{0};           ///< of the tagged nodes
  std::vector<OsmTag> node_tags;

  std::vector<std::int64_t> way_ids;
  std::vector<std::size_t> first_way_node{0}, first_way_tag{0};
  std::vector<std::uint32_t> way_nodes;  ///< missing_node where the data lack it
  std::vector<OsmTag> way_tags;

  std::vector<std::int64_t> restriction_ids;
  std::vector<std::size_t> first_member{0}, first_restriction_tag{0};
  std::vector<OsmMember> members;
  std::vector<OsmTag> restriction_tags;

  static constexpr std::uint32_t missing_node = std::numeric_limits<std::uint32_t>::max();

  std::size_t nodes() const { return node_ids.size(); }
  std::size_t ways() const { return way_ids.size(); }
  std::size_t restrictions() const { return restriction_ids.size(); }
  Point lon_lat(std::uint32_t node) const { return {longitude_e7[node] * 1e-7, latitude_e7[node] * 1e-7}; }
  Envelope extent() const;
  std::span<const std::uint32_t> nodes_of(std::size_t way) const {
    return std::span(way_nodes).subspan(first_way_node[way], first_way_node[way + 1] - first_way_node[way]);
  }
  std::span<const OsmMember> members_of(std::size_t restriction) const {
    return std::span(members).subspan(first_member[restriction],
                                      first_member[restriction + 1] - first_member[restriction]);
  }
  OsmTags tags_of_way(std::size_t way) const { return tags_in(way_tags, first_way_tag, way); }
  OsmTags tags_of_restriction(std::size_t restriction) const {
    return tags_in(restriction_tags, first_restriction_tag, restriction);
  }
  /// Of the tagged node of this number among them.
  OsmTags tags_of_tagged(std::size_t tagged) const { return tags_in(node_tags, first_node_tag, tagged); }
  std::optional<std::uint32_t> node_of(std::int64_t id) const { return number_in(node_ids, id); }
  std::optional<std::uint32_t> way_of(std::int64_t id) const { return number_in(way_ids, id); }

 private:
  OsmTags tags_in(const std::vector<OsmTag>& tags, const std::vector<std::size_t>& first,
                  std::size_t number) const {
    return {std::span(tags).subspan(first[number], first[number + 1] - first[number]), texts};
  }
  static std::optional<std::uint32_t> number_in(const std::vector<std::int64_t>& ids, std::int64_t id);
};

/// Which tags a network asks for: these keys, and those that begin with one of them and a colon; of ways some
/// besides, which are these alone.
struct OsmKeys {
  std::vector<std::string> keys;     ///< sorted
  std::vector<std::string> of_ways;  ///< sorted
  bool wants(std::string_view key) const;
  bool wants_of_way(std::string_view key) const;
};

}  // namespace jingwei
