#include "network/restrictions.hpp"

#include <algorithm>
#include <map>

#include "network/graph.hpp"
#include "network/osm_rules.hpp"

namespace jingwei {
namespace {

using Way = std::vector<std::uint32_t>;  // of labels

/// Why a restriction is not applied. Those before `conditional` are as it should be: told in one note each.
enum class Refusal {
  other_vehicle,
  excepted,
  unused_way,
  against_oneway,
  conditional,
  unknown_kind,
  no_members,
  missing_member,
  not_connected,
  ambiguous
};

Text reason_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::other_vehicle:
      return {"只针对其他车辆", "for other vehicles only"};
    case Refusal::excepted:
      return {"不适用于该出行方式（except）", "this vehicle is excepted"};
    case Refusal::unused_way:
      return {"涉及该出行方式不使用的道路", "on ways that the profile does not use"};
    case Refusal::against_oneway:
      return {"单行规定已不允许该转向", "the turn is against a one-way street already"};
    case Refusal::conditional:
      return {"有时间或其他条件，不予采用", "conditional: when it holds is not modelled"};
    case Refusal::unknown_kind:
      return {"限制类型无法识别", "its kind is not known (no_… or only_… is expected)"};
    case Refusal::no_members:
      return {"缺少 from、via 或 to 成员", "it lacks a member from, via or to"};
    case Refusal::missing_member:
      return {"成员不在数据中", "a member is not in the data"};
    case Refusal::not_connected:
      return {"from、via、to 不相接", "from, via and to do not meet"};
    case Refusal::ambiguous:
      return {"道路未在转向处断开，无法确定转向",
              "a way goes on past the turn, so which turn is meant is open"};
  }
  return {};
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// The members of one restriction by role.
struct Members {
  std::vector<std::int64_t> from, to;
  std::vector<OsmMember> via;
};

class RestrictionFinder {
 public:
  RestrictionFinder(const OsmEdges& streets, const Profile& profile, Restrictions& result)
      : m_streets(streets), m_data(streets.data), m_rules(profile), m_result(result) {
    index_starts();
  }

  /// Nothing where it is applied.
  std::optional<Refusal> apply(std::size_t restriction) {
    const OsmTags tags = m_data.tags_of_restriction(restriction);
    const auto value = m_rules.restriction(tags);
    if (!value) {
      const bool conditional = tags["restriction:conditional"].has_value();
      return conditional ? Refusal::conditional : Refusal::other_vehicle;
    }
    if (tags["day_on"] || tags["hour_on"] || tags["day_off"] || tags["hour_off"]) return Refusal::conditional;
    if (m_rules.excepted(tags)) return Refusal::excepted;
    const bool only = starts_with(*value, "only_");
    if (!only && !starts_with(*value, "no_")) return Refusal::unknown_kind;
    const Members members = members_of(restriction);
    if (members.from.empty() || members.to.empty() || members.via.empty()) return Refusal::no_members;
    // no_entry has several ways from which, no_exit several to which; each pair is a turn.
    std::optional<Refusal> worst;
    bool applied = false;
    for (const std::int64_t from : members.from) {
      for (const std::int64_t to : members.to) {
        const auto refusal = apply_pair(from, members.via, to, *value, only);
        if (refusal) worst = std::max(worst.value_or(*refusal), *refusal);
        applied |= !refusal;
      }
    }
    return applied && worst && *worst < Refusal::conditional ? std::nullopt : worst;
  }

 private:
  Members members_of(std::size_t restriction) const {
    Members members;
    for (const OsmMember& member : m_data.members_of(restriction)) {
      const std::string& role = m_data.texts[member.role];
      if (role == "via" && member.type != OsmType::relation) members.via.push_back(member);
      if (member.type != OsmType::way) continue;
      if (role == "from") members.from.push_back(member.id);
      if (role == "to") members.to.push_back(member.id);
    }
    return members;
  }

  void index_starts() {
    std::vector<Arc> starts;
    const auto labels = static_cast<std::uint32_t>(m_streets.costs.size());
    for (std::uint32_t label = 0; label < labels; ++label)
      if (open(label)) starts.push_back({end(label ^ 1U), label, 0});
    m_starts = graph_of(std::max<std::size_t>(m_streets.edges.nodes, labels), starts);
  }

  bool open(std::uint32_t label) const { return m_streets.costs[label] != unreachable; }
  std::uint32_t end(std::uint32_t label) const {
    return label % 2 == 0 ? m_streets.edges.head[label / 2] : m_streets.edges.tail[label / 2];
  }
  std::uint32_t start(std::uint32_t label) const { return end(label ^ 1U); }

  /// The labels of a way's edges, in both directions, closed ones too.
  Way labels_of(std::uint32_t way) const {
    Way labels;
    for (std::size_t edge = m_streets.first_edge[way]; edge < m_streets.first_edge[way + 1]; ++edge)
      for (std::uint32_t direction = 0; direction < 2; ++direction)
        labels.push_back(static_cast<std::uint32_t>(2 * edge + direction));
    return labels;
  }
  template <class Where>
  Way labels_where(std::uint32_t way, Where&& where) const {
    Way labels = labels_of(way);
    labels.erase(std::remove_if(labels.begin(), labels.end(), [&](std::uint32_t l) { return !where(l); }),
                 labels.end());
    return labels;
  }

  /// A member way as the profile uses it; why not, where it does not.
  std::optional<Refusal> find_way(std::int64_t id, std::uint32_t& way) const {
    const auto found = m_data.way_of(id);
    if (!found) return Refusal::missing_member;
    if (m_streets.first_edge[*found] == m_streets.first_edge[*found + 1]) return Refusal::unused_way;
    way = *found;
    return std::nullopt;
  }

  std::optional<Refusal> apply_pair(std::int64_t from_id, const std::vector<OsmMember>& via,
                                    std::int64_t to_id, std::string_view value, bool only) {
    std::uint32_t from = 0, to = 0;
    if (const auto refusal = find_way(from_id, from)) return refusal;
    if (const auto refusal = find_way(to_id, to)) return refusal;
    const bool u_turn = value.find("u_turn") != std::string_view::npos;
    std::vector<Way> middles;  // what is driven between from and to; empty: nothing but a node
    std::uint32_t node = Joints::no_node;
    if (via.size() == 1 && via.front().type == OsmType::node) {
      const auto found = m_data.node_of(via.front().id);
      if (!found) return Refusal::missing_member;
      node = m_streets.node_of[*found];
      if (node == Joints::no_node) return Refusal::not_connected;
      middles.emplace_back();
    } else {
      if (const auto refusal = find_middles(via, middles)) return refusal;
    }
    std::vector<Way> ways;
    Refusal why = Refusal::not_connected;
    for (const Way& middle : middles) {
      const std::uint32_t first = middle.empty() ? node : start(middle.front());
      const std::uint32_t last = middle.empty() ? node : end(middle.back());
      if (add_ways(from, first, middle, last, to, u_turn, ways) == Refusal::against_oneway)
        why = Refusal::against_oneway;
    }
    if (ways.empty()) return why;
    if (ways.size() > 1) return Refusal::ambiguous;
    forbid(ways.front(), only);
    return std::nullopt;
  }

  /// The turns from one way to another over a middle, if it is clear which they are.
  std::optional<Refusal> add_ways(std::uint32_t from, std::uint32_t first, const Way& middle,
                                  std::uint32_t last, std::uint32_t to, bool u_turn,
                                  std::vector<Way>& ways) const {
    const Way arriving = labels_where(from, [&](std::uint32_t label) { return end(label) == first; });
    const Way leaving = labels_where(to, [&](std::uint32_t label) { return start(label) == last; });
    if (arriving.empty() || leaving.empty()) return Refusal::not_connected;
    bool closed = false;
    std::size_t before = ways.size();
    for (const std::uint32_t a : arriving) {
      for (const std::uint32_t b : leaving) {
        // On one way only a ban on turning round means turning round.
        if (middle.empty() && from == to && (b == (a ^ 1U)) != u_turn) continue;
        Way way{a};
        way.insert(way.end(), middle.begin(), middle.end());
        way.push_back(b);
        if (std::all_of(way.begin(), way.end(), [&](std::uint32_t label) { return open(label); }))
          ways.push_back(std::move(way));
        else
          closed = true;
      }
    }
    if (ways.size() > before) return std::nullopt;
    return closed ? Refusal::against_oneway : Refusal::not_connected;
  }

  /// The ways through the via ways, each driven from end to end, in both orders.
  std::optional<Refusal> find_middles(const std::vector<OsmMember>& via, std::vector<Way>& middles) const {
    std::vector<std::vector<Way>> parts;
    for (const OsmMember& member : via) {
      if (member.type != OsmType::way) return Refusal::not_connected;
      std::uint32_t way = 0;
      if (const auto refusal = find_way(member.id, way)) return refusal;
      Way along, against;
      for (std::size_t edge = m_streets.first_edge[way]; edge < m_streets.first_edge[way + 1]; ++edge) {
        along.push_back(static_cast<std::uint32_t>(2 * edge));
        against.insert(against.begin(), static_cast<std::uint32_t>(2 * edge + 1));
      }
      if (!drivable(along)) return Refusal::not_connected;
      parts.push_back({along, against});
    }
    for (int order = 0; order < (via.size() > 1 ? 2 : 1); ++order) {
      std::vector<Way> chains = parts.front();
      for (std::size_t i = 1; i < parts.size(); ++i) {
        std::vector<Way> longer;
        for (const Way& chain : chains) {
          for (const Way& next : parts[i]) {
            if (end(chain.back()) != start(next.front())) continue;
            longer.push_back(chain);
            longer.back().insert(longer.back().end(), next.begin(), next.end());
          }
        }
        chains = std::move(longer);
      }
      middles.insert(middles.end(), chains.begin(), chains.end());
      std::reverse(parts.begin(), parts.end());
    }
    return middles.empty() ? std::optional(Refusal::not_connected) : std::nullopt;
  }

  bool drivable(const Way& way) const {
    for (std::size_t i = 1; i < way.size(); ++i)
      if (end(way[i - 1]) != start(way[i])) return false;
    return true;
  }

  void forbid(const Way& way, bool only) {
    if (!only) {
      m_result.forbidden.push_back(way);
      return;
    }
    for (std::size_t step = 1; step < way.size(); ++step) {
      for (const auto& other : m_starts.out(end(way[step - 1]))) {
        if (other.head == way[step]) continue;
        Way forbidden(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(step));
        forbidden.push_back(other.head);
        m_result.forbidden.push_back(std::move(forbidden));
      }
    }
  }

  const OsmEdges& m_streets;
  const OsmData& m_data;
  OsmRules m_rules;
  Restrictions& m_result;
  Graph m_starts;  ///< the open labels that leave each node, as heads
};

Issue rejected_issue(const OsmData& data, std::size_t restriction, Refusal refusal) {
  const OsmTags tags = data.tags_of_restriction(restriction);
  std::string what;
  tags.each([&](std::string_view key, std::string_view value) {
    if (starts_with(key, "restriction")) what += format("{}{}={}", what.empty() ? "" : " ", key, value);
  });
  Issue issue;
  issue.kind = "restriction_rejected";
  issue.layer = data.source;
  issue.feature = "relation " + std::to_string(data.restriction_ids[restriction]);
  const Text reason = reason_of(refusal);
  issue.reason = {format("转向限制 {}：{}", what, reason.zh),
                  format("turn restriction {}: {}", what, reason.en)};
  issue.action = {"未采用", "not applied"};
  return issue;
}

Issue unneeded_issue(const OsmData& data, Refusal refusal, std::size_t count) {
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = "restrictions_not_needed";
  issue.layer = data.source;
  const Text reason = reason_of(refusal);
  issue.reason = {format("{} 条转向限制：{}", count, reason.zh),
                  format("{} turn restrictions: {}", count, reason.en)};
  issue.action = {"未采用", "not applied"};
  return issue;
}

}  // namespace

Restrictions find_restrictions(const OsmEdges& streets, const Profile& profile, std::vector<Issue>& issues) {
  Restrictions result;
  result.known = streets.data.restrictions();
  if (profile.turns.restrictions == RestrictionRule::ignore) return result;
  RestrictionFinder finder(streets, profile, result);
  std::map<Refusal, std::size_t> unneeded;
  for (std::size_t restriction = 0; restriction < result.known; ++restriction) {
    const auto refusal = finder.apply(restriction);
    if (!refusal) {
      ++result.applied;
    } else if (*refusal < Refusal::conditional) {
      ++unneeded[*refusal];
    } else {
      ++result.rejected;
      issues.push_back(rejected_issue(streets.data, restriction, *refusal));
    }
  }
  for (const auto& [refusal, count] : unneeded)
    issues.push_back(unneeded_issue(streets.data, refusal, count));
  return result;
}

}  // namespace jingwei
