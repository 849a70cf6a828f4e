#include "network/customisation.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <mutex>

#include "base/parallel.hpp"
#include "network/customisation_rows.hpp"
#include "network/workspace_pool.hpp"

namespace jingwei {
namespace {

/// The elimination tree in pieces that can be worked on at the same time: stage by stage from the leaves up,
/// each task a subtree without those of the stage before.
class Stages {
 public:
  explicit Stages(const Hierarchy& hierarchy) : m_hierarchy(hierarchy) {
    const std::size_t nodes = hierarchy.nodes();
    m_roots.emplace_back();
    for (const std::size_t most : {nodes / 64, nodes / 6, nodes})
      m_roots.push_back(hierarchy.cut(most).subtrees);
  }
  std::size_t size() const { return m_roots.size() - 1; }
  std::span<const std::uint32_t> roots(std::size_t stage) const { return m_roots[stage + 1]; }

  /// The positions of a task, ascending.
  void positions(std::size_t stage, std::uint32_t root, std::vector<std::uint32_t>& result) const {
    result.clear();
    const auto& done = m_roots[stage];
    auto next = std::lower_bound(done.begin(), done.end(), root);
    for (std::uint32_t position = root; position < m_hierarchy.end(root);) {
      if (next != done.end() && *next == position) {
        position = m_hierarchy.end(*next++);
      } else {
        result.push_back(position++);
      }
    }
  }

 private:
  const Hierarchy& m_hierarchy;
  std::vector<std::vector<std::uint32_t>> m_roots;
};

/// The costs of all arcs of the supergraph while they are worked out.
class Customisation {
 public:
  Customisation(const Hierarchy& hierarchy, std::span<const Cost> costs, Context& context);
  void make_basic(Context& context);
  void make_perfect(Context& context);
  void take_kept(SweepArcs& up, SweepArcs& down, Context& context) const;

 private:
  struct Task {
    std::uint32_t root;
    std::vector<std::uint32_t> positions;
    std::vector<std::size_t> chains;  // where each begins among the positions, and their number
    CustomisationRows& rows;
  };
  using Chain = std::array<CustomisationRows::Node, CustomisationRows::longest_chain>;
  void find_chains(Task& task) const;
  template <class Work>
  void for_each_task(std::size_t stage, Context& context, const Work& work);
  template <class Visit>
  void for_each_above(const Task& task, const Visit& visit) const;
  void hand_up(const Task& task);
  std::span<const CustomisationRows::Node> nodes_of(const Task& task, std::size_t chain, Chain& nodes);

  template <class T>
  std::span<T> of(RawVector<T>& arcs, std::uint32_t position) const {
    return std::span(arcs).subspan(m_hierarchy.first(position), m_hierarchy.upper(position).size());
  }

  const Hierarchy& m_hierarchy;
  Stages m_stages;
  WorkspacePool<CustomisationRows> m_rows;
  RawVector<Cost> m_up, m_down;
  RawVector<std::uint8_t> m_kept;
  RawVector<CustomisationRows::KeptCounts> m_kept_counts;
  std::array<std::mutex, 64> m_locks;
};

Customisation::Customisation(const Hierarchy& hierarchy, std::span<const Cost> costs, Context& context)
    : m_hierarchy(hierarchy),
      m_stages(hierarchy),
      m_up(hierarchy.arcs()),
      m_down(hierarchy.arcs()),
      m_kept(hierarchy.arcs()),
      m_kept_counts(hierarchy.nodes()) {
  parallel_for(hierarchy.nodes(), context, [&](std::size_t begin, std::size_t end) {
    const auto first = static_cast<std::uint32_t>(begin), last = static_cast<std::uint32_t>(end);
    const std::size_t first_arc = hierarchy.first(first), arcs = hierarchy.first(last) - first_arc;
    std::fill_n(m_up.data() + first_arc, arcs, unreachable);
    std::fill_n(m_down.data() + first_arc, arcs, unreachable);
    for (const Hierarchy::Entry& entry : hierarchy.entries(first, last)) {
      Cost& cost = (entry.leads_up() ? m_up : m_down)[entry.arc()];
      cost = std::min(cost, costs[entry.graph_arc]);
    }
  });
}

template <class Work>
void Customisation::for_each_task(std::size_t stage, Context& context, const Work& work) {
  const auto roots = m_stages.roots(stage);
  const auto run = [&](std::size_t begin, std::size_t end) {
    const auto rows = m_rows.lease(m_hierarchy.height());
    Task task{0, {}, {}, *rows};
    for (std::size_t i = begin; i < end; ++i) {
      task.root = roots[i];
      m_stages.positions(stage, task.root, task.positions);
      find_chains(task);
      work(task);
    }
  };
  parallel_for(roots.size(), context, run, roots.size() / 256 + 1);
}

void Customisation::find_chains(Task& task) const {
  task.chains.clear();
  bool may_go_on = false;
  for (std::size_t i = 0; i < task.positions.size(); ++i) {
    const std::uint32_t position = task.positions[i];
    const bool may_be_chained = CustomisationRows::may_be_chained(m_hierarchy.upper(position));
    if (!may_go_on || !may_be_chained || m_hierarchy.parent(position) != task.positions[i - 1] ||
        i - task.chains.back() == CustomisationRows::longest_chain)
      task.chains.push_back(i);
    may_go_on = may_be_chained;
  }
  task.chains.push_back(task.positions.size());
}

std::span<const CustomisationRows::Node> Customisation::nodes_of(const Task& task, std::size_t chain,
                                                                 Chain& nodes) {
  const std::size_t first = task.chains[chain], count = task.chains[chain + 1] - first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t position = task.positions[first + i];
    nodes[i] = {m_hierarchy.depth(position), m_hierarchy.upper(position), of(m_up, position),
                of(m_down, position), of(m_kept, position)};
  }
  return std::span(nodes).first(count);
}

/// Calls visit(ancestor) for each neighbour above the task's subtree, the nearest first.
template <class Visit>
void Customisation::for_each_above(const Task& task, const Visit& visit) const {
  std::uint32_t ancestor = task.root;
  const auto depths = m_hierarchy.upper(task.root);
  for (std::size_t i = depths.size(); i-- > 0;) {
    while (m_hierarchy.depth(ancestor) != depths[i]) ancestor = m_hierarchy.parent(ancestor);
    visit(ancestor);
  }
}

/// Every arc takes the cheapest way over nodes below both its ends.
void Customisation::make_basic(Context& context) {
  for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
    for_each_task(stage, context, [&](const Task& task) {
      Chain nodes;
      for (std::size_t chain = task.chains.size() - 1; chain-- > 0;)
        task.rows.contract(nodes_of(task, chain, nodes));
      hand_up(task);
    });
  }
}

/// What a subtree found for arcs above it. Several do so at once; the least of them is the same whoever comes
/// first.
void Customisation::hand_up(const Task& task) {
  const auto gathered = m_hierarchy.upper(task.root);
  for_each_above(task, [&](std::uint32_t ancestor) {
    const std::lock_guard lock(m_locks[ancestor % m_locks.size()]);
    task.rows.hand_up(m_hierarchy.depth(ancestor), gathered, m_hierarchy.upper(ancestor), of(m_up, ancestor),
                      of(m_down, ancestor));
  });
}

/// Every arc takes the cheapest way there is; those that had it already are kept.
void Customisation::make_perfect(Context& context) {
  for (std::size_t stage = m_stages.size(); stage-- > 0;) {
    for_each_task(stage, context, [&](const Task& task) {
      for_each_above(task, [&](std::uint32_t ancestor) {
        task.rows.take(m_hierarchy.depth(ancestor), m_hierarchy.upper(ancestor), of(m_up, ancestor),
                       of(m_down, ancestor));
      });
      Chain nodes;
      std::array<CustomisationRows::KeptCounts, CustomisationRows::longest_chain> counts;
      for (std::size_t chain = 0; chain + 1 < task.chains.size(); ++chain) {
        task.rows.tighten(nodes_of(task, chain, nodes), counts);
        for (std::size_t i = task.chains[chain]; i < task.chains[chain + 1]; ++i)
          m_kept_counts[task.positions[i]] = counts[i - task.chains[chain]];
      }
      task.rows.clear();
    });
  }
}

/// The arcs that were kept, both ways.
void Customisation::take_kept(SweepArcs& up, SweepArcs& down, Context& context) const {
  const auto nodes = static_cast<std::uint32_t>(m_hierarchy.nodes());
  up.nodes.resize(nodes + 1), down.nodes.resize(nodes + 1);
  std::uint32_t up_count = 0, down_count = 0;
  for (std::uint32_t position = 0; position < nodes; ++position) {
    up.nodes[position] = {up_count, m_hierarchy.depth(position)};
    down.nodes[position] = {down_count, m_hierarchy.depth(position)};
    up_count += m_kept_counts[position].up, down_count += m_kept_counts[position].down;
  }
  up.nodes[nodes] = {up_count, 0}, down.nodes[nodes] = {down_count, 0};
  up.arcs.resize(up_count), down.arcs.resize(down_count);
  parallel_for(nodes, context, [&](std::size_t begin, std::size_t end) {
    for (auto position = static_cast<std::uint32_t>(begin); position < end; ++position) {
      std::uint32_t arc = m_hierarchy.first(position);
      SweepArc *next_up = up.arcs.data() + up.nodes[position].first_arc,
               *next_down = down.arcs.data() + down.nodes[position].first_arc;
      for (const std::uint32_t depth : m_hierarchy.upper(position)) {
        if (m_kept[arc] & CustomisationRows::kept_up) *next_up++ = {depth, m_up[arc]};
        if (m_kept[arc] & CustomisationRows::kept_down) *next_down++ = {depth, m_down[arc]};
        ++arc;
      }
    }
  });
}

}  // namespace

Metric::Metric(const Hierarchy& hierarchy, std::span<const Cost> costs, Context& context)
    : m_hierarchy(&hierarchy) {
  Customisation customisation(hierarchy, costs, context);
  customisation.make_basic(context);
  customisation.make_perfect(context);
  customisation.take_kept(m_up, m_down, context);
}

std::vector<Cost> arc_costs(const Graph& graph) {
  std::vector<Cost> costs;
  costs.reserve(graph.arcs());
  for (const Graph::Target& arc : graph.targets) costs.push_back(arc.cost);
  return costs;
}

}  // namespace jingwei
