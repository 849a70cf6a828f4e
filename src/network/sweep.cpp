#include "network/sweep.hpp"

#include <algorithm>
#include <cassert>
#include <memory>

#include "base/parallel.hpp"

namespace jingwei {
namespace {

constexpr std::uint32_t block_nodes = 128;      // their labels stay in the first cache
constexpr std::uint32_t least_cell_nodes = 64;  // below, sweeping is as quick as looking at the neighbours

/// One cost for each lane, in one line of the cache.
struct alignas(64) Label {
  Cost lanes[sweep_lanes];
};
constexpr Label no_label = [] {
  Label label{};
  for (Cost& cost : label.lanes) cost = unreachable;
  return label;
}();

Cost* costs_of(std::vector<Label>& labels) {
  return labels.empty() ? nullptr : labels.front().lanes;
}

void cut_off(std::span<Cost> row, Cost limit) {
  if (limit >= unreachable - 1) return;
  for (Cost& cost : row) cost = cost <= limit ? cost : unreachable;
}

}  // namespace

/// What a batch needs, kept for the next one.
struct SweepWorkspace {
  explicit SweepWorkspace(const Hierarchy& hierarchy)
      : paths(hierarchy),
        gathered(hierarchy.height(), no_label),
        stack(hierarchy.height(), no_label),
        block(block_nodes + sweep_lanes) {}

  AncestorSet paths;
  std::vector<Label> gathered;        ///< by depth, what a climb has brought up; else unreachable
  std::vector<Label> stack;           ///< by depth, the nodes above the one that a descent has come to
  std::vector<std::uint32_t> picked;  ///< nodes of the climb, ascending, and a number that is none
  std::vector<Label> labels;          ///< their costs
  std::vector<Label> block;           ///< of nodes that a descent has just passed
  RawVector<Cost> rows;               ///< of 16 sources
  std::vector<Label> targets;
  std::unique_ptr<SweepReached[]> reached;  ///< by 16 sources, each with room for all nodes

  /// Gives memory of the size of the network back once a question is answered.
  void shrink() {
    constexpr std::size_t small = std::size_t{1} << 20;
    if (rows.capacity() > small) RawVector<Cost>().swap(rows);
    reached.reset();
  }
};

namespace {

/// Of the picked nodes those that `positions` holds too, as indices there, with their labels.
void keep_common(std::span<const std::uint32_t> positions, SweepWorkspace& space) {
  std::size_t kept = 0;
  auto from = positions.begin();
  for (std::size_t i = 0; i < space.picked.size(); ++i) {
    from = std::lower_bound(from, positions.end(), space.picked[i]);
    if (from == positions.end()) break;
    if (*from != space.picked[i]) continue;
    space.labels[kept] = space.labels[i];
    space.picked[kept++] = static_cast<std::uint32_t>(from - positions.begin());
  }
  space.picked.resize(kept);
  space.labels.resize(kept);
}

}  // namespace

SweepTargets::SweepTargets(const Metric& metric, const SeedLists& targets, CostDirection direction)
    : m_size(targets.size()), m_direction(direction) {
  const Hierarchy& hierarchy = metric.hierarchy();
  const SweepArcs& descent = metric.descent(direction);
  AncestorSet paths(hierarchy);
  std::vector<std::uint32_t> ends;
  for (const Seed& seed : targets.all()) {
    ends.push_back(hierarchy.position(seed.node));
    paths.add(ends.back());
  }
  std::sort(ends.begin(), ends.end());
  std::vector<std::uint32_t> candidates;
  paths.take(candidates);
  // From below: of the root paths, what the arcs lead to. At any time one node of a depth is open.
  std::vector<std::uint8_t> wanted(hierarchy.height(), 0);
  for (std::size_t i = candidates.size(); i-- > 0;) {
    const std::uint32_t position = candidates[i];
    const bool is_end = !ends.empty() && ends.back() == position;
    while (!ends.empty() && ends.back() == position) ends.pop_back();
    if (!std::exchange(wanted[hierarchy.depth(position)], 0) && !is_end) continue;
    m_positions.push_back(position);
    for (const SweepArc& arc : descent.of(position)) wanted[arc.depth] = 1;
  }
  std::reverse(m_positions.begin(), m_positions.end());
  for (const std::uint32_t position : m_positions) {
    m_part.nodes.push_back({static_cast<std::uint32_t>(m_part.arcs.size()), hierarchy.depth(position)});
    const auto arcs = descent.of(position);
    m_part.arcs.insert(m_part.arcs.end(), arcs.begin(), arcs.end());
  }
  m_part.nodes.push_back({static_cast<std::uint32_t>(m_part.arcs.size()), 0});
  for (std::uint32_t target = 0; target < targets.size(); ++target) {
    for (const Seed& seed : targets[target]) {
      const auto found =
          std::lower_bound(m_positions.begin(), m_positions.end(), hierarchy.position(seed.node));
      m_entries.push_back({static_cast<std::uint32_t>(found - m_positions.begin()), target, seed.cost});
    }
  }
  std::stable_sort(m_entries.begin(), m_entries.end(),
                   [](const Entry& a, const Entry& b) { return a.node < b.node; });
}

Sweeps::Sweeps(const Metric& metric) : Sweeps(metric, sweep_kernels()) {}

Sweeps::Sweeps(const Metric& metric, const SweepKernels& kernels)
    : m_metric(&metric), m_kernels(&kernels), m_spaces(std::make_unique<WorkspacePool<SweepWorkspace>>()) {
  const Hierarchy& hierarchy = metric.hierarchy();
  for (std::uint32_t root = 0; root < hierarchy.nodes(); ++root) {
    const std::uint32_t parent = hierarchy.parent(root), end = hierarchy.end(root);
    const bool only_child = parent != Hierarchy::none && parent + 1 == root && end == hierarchy.end(parent);
    if (end - root >= least_cell_nodes && !only_child) m_cells.push_back({root, 0});
  }
  auto next = static_cast<std::uint32_t>(m_cells.size());
  for (std::size_t i = m_cells.size(); i-- > 0;) {
    next = static_cast<std::uint32_t>(i + 1);
    while (next < m_cells.size() && m_cells[next].root < hierarchy.end(m_cells[i].root))
      next = m_cells[next].next;
    m_cells[i].next = next;
  }
}

Sweeps::~Sweeps() = default;

void Sweeps::for_each_batch(const SeedLists& sources, Context& context,
                            const std::function<void(Batch, SweepWorkspace&)>& work) const {
  const auto order = by_proximity(m_metric->hierarchy(), sources);
  const auto run = [&](std::size_t begin, std::size_t end) {
    const auto space = m_spaces->lease(m_metric->hierarchy());
    for (std::size_t batch = begin; batch < end; ++batch) {
      const std::size_t first = batch * sweep_lanes;
      work(std::span(order).subspan(first, std::min(sweep_lanes, order.size() - first)), *space);
    }
  };
  parallel_for((sources.size() + sweep_lanes - 1) / sweep_lanes, context, run, 1);
  m_spaces->for_each_idle([](SweepWorkspace& space) { space.shrink(); });
}

void Sweeps::climb(const SeedLists& sources, Batch batch, CostDirection direction, Cost limit,
                   SweepWorkspace& space) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const auto each = [&](const auto& visit) {
    for (std::size_t lane = 0; lane < batch.size(); ++lane)
      for (const Seed& seed : sources[batch[lane]])
        if (seed.cost <= limit) visit(lane, hierarchy.position(seed.node), seed.cost);
  };
  each([&](std::size_t, std::uint32_t position, Cost) { space.paths.add(position); });
  space.paths.take(space.picked);
  space.labels.assign(space.picked.size(), no_label);
  each([&](std::size_t lane, std::uint32_t position, Cost cost) {
    const auto found = std::lower_bound(space.picked.begin(), space.picked.end(), position);
    Cost& label = space.labels[static_cast<std::size_t>(found - space.picked.begin())].lanes[lane];
    label = std::min(label, cost);
  });
  const SweepArcs& arcs = m_metric->climb(direction);
  m_kernels->climb(arcs.nodes.data(), arcs.arcs.data(), space.picked.data(), space.picked.size(),
                   costs_of(space.labels), costs_of(space.gathered));
}

/// Down through all nodes, or with a limit through those that may lie within it: block(begin, end) for ranges
/// of positions whose labels are in space.block.
template <class Block>
void Sweeps::descend(CostDirection direction, Cost limit, SweepWorkspace& space, const Block& block) const {
  const Hierarchy& hierarchy = m_metric->hierarchy();
  const SweepArcs& arcs = m_metric->descent(direction);
  const auto nodes = static_cast<std::uint32_t>(hierarchy.nodes());
  const bool whole = limit >= unreachable - 1;
  std::size_t cell = whole ? m_cells.size() : 0, given = 0;
  space.picked.push_back(Hierarchy::none);
  for (std::uint32_t position = 0; position < nodes;) {
    if (cell < m_cells.size() && m_cells[cell].root == position) {
      const auto above = hierarchy.upper(position);
      const std::uint32_t end = hierarchy.end(position);
      if (space.picked[given] >= end &&
          !m_kernels->any_at_most(costs_of(space.stack), above.data(), above.size(), limit)) {
        position = end;
        cell = m_cells[cell].next;
        continue;
      }
      ++cell;
    }
    std::uint32_t end = std::min(nodes, position + block_nodes);
    if (cell < m_cells.size()) end = std::min(end, m_cells[cell].root);
    given += m_kernels->descend(arcs.nodes.data(), arcs.arcs.data(), position, end,
                                space.picked.data() + given, costs_of(space.labels) + given * sweep_lanes,
                                costs_of(space.stack), costs_of(space.block));
    block(position, end);
    position = end;
  }
  space.picked.pop_back();
}

void Sweeps::to_all(const SeedLists& sources, CostDirection direction, Cost limit, Context& context,
                    const VisitRow& visit) const {
  limit = std::min(limit, unreachable - 1);
  const std::size_t nodes = m_metric->hierarchy().nodes();
  const std::size_t stride = nodes + 2 * sweep_lanes;  // whole blocks of 16 × 16 may pass the end
  for_each_batch(sources, context, [&](Batch batch, SweepWorkspace& space) {
    space.rows.resize(sweep_lanes * stride);
    std::uint32_t filled = 0;
    const auto skip_to = [&](std::uint32_t position) {
      for (std::size_t lane = 0; lane < batch.size() && filled < position; ++lane)
        std::fill_n(space.rows.data() + lane * stride + filled, position - filled, unreachable);
    };
    climb(sources, batch, direction, limit, space);
    descend(direction, limit, space, [&](std::uint32_t begin, std::uint32_t end) {
      skip_to(begin);
      for (std::uint32_t position = begin; position < end; position += sweep_lanes)
        m_kernels->transpose(space.block[position - begin].lanes, space.rows.data() + position, stride);
      filled = end;
    });
    skip_to(static_cast<std::uint32_t>(nodes));
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      const auto row = std::span(space.rows).subspan(lane * stride, nodes);
      cut_off(row, limit);
      visit(batch[lane], row);
    }
  });
}

void Sweeps::reach(const SeedLists& sources, CostDirection direction, Cost limit, Context& context,
                   const VisitReached& visit) const {
  limit = std::min(limit, unreachable - 1);
  const std::size_t nodes = m_metric->hierarchy().nodes();
  for_each_batch(sources, context, [&](Batch batch, SweepWorkspace& space) {
    // Room for all; the memory that a reach does not come to is never touched.
    if (!space.reached) space.reached = std::make_unique_for_overwrite<SweepReached[]>(sweep_lanes * nodes);
    SweepReached* ends[sweep_lanes];
    for (std::size_t lane = 0; lane < sweep_lanes; ++lane) ends[lane] = space.reached.get() + lane * nodes;
    climb(sources, batch, direction, limit, space);
    descend(direction, limit, space, [&](std::uint32_t begin, std::uint32_t end) {
      m_kernels->collect(costs_of(space.block), end - begin, begin, limit, ends);
    });
    for (std::size_t lane = 0; lane < batch.size(); ++lane)
      visit(batch[lane], std::span(space.reached.get() + lane * nodes, ends[lane]));
  });
}

void Sweeps::to_targets(const SeedLists& sources, const SweepTargets& targets, Cost limit, Context& context,
                        const VisitRow& visit) const {
  limit = std::min(limit, unreachable - 1);
  const std::size_t stride = (targets.size() + sweep_lanes - 1) / sweep_lanes * sweep_lanes;
  for_each_batch(sources, context, [&](Batch batch, SweepWorkspace& space) {
    climb(sources, batch, targets.direction(), limit, space);
    space.targets.assign(stride, no_label);
    descend_to(targets, space);
    space.rows.resize(sweep_lanes * stride);
    for (std::size_t target = 0; target < stride; target += sweep_lanes)
      m_kernels->transpose(space.targets[target].lanes, space.rows.data() + target, stride);
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      const auto row = std::span(space.rows).subspan(lane * stride, targets.size());
      cut_off(row, limit);
      visit(batch[lane], row);
    }
  });
}

/// Down through the part that leads to the targets, and the costs of the targets to space.targets.
void Sweeps::descend_to(const SweepTargets& targets, SweepWorkspace& space) const {
  keep_common(targets.m_positions, space);
  const auto nodes = static_cast<std::uint32_t>(targets.m_positions.size());
  space.picked.push_back(Hierarchy::none);
  std::size_t given = 0;
  auto entry = targets.m_entries.begin();
  for (std::uint32_t node = 0; node < nodes;) {
    const std::uint32_t end = std::min(nodes, node + block_nodes);
    given += m_kernels->descend(targets.m_part.nodes.data(), targets.m_part.arcs.data(), node, end,
                                space.picked.data() + given, costs_of(space.labels) + given * sweep_lanes,
                                costs_of(space.stack), costs_of(space.block));
    for (; entry != targets.m_entries.end() && entry->node < end; ++entry)
      m_kernels->improve(space.targets[entry->target].lanes, space.block[entry->node - node].lanes,
                         entry->cost);
    node = end;
  }
}

}  // namespace jingwei
