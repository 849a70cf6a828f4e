#pragma once
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "network/customisation.hpp"
#include "network/sweep_kernels.hpp"
#include "network/sweep_sources.hpp"
#include "network/workspace_pool.hpp"

namespace jingwei {

struct SweepWorkspace;

/// Targets made ready for many sources: the part of the descent that leads to them (RPHAST: Delling, Goldberg
/// & Werneck 2011).
class SweepTargets {
 public:
  /// `direction` that of the questions: from sources to these targets, or to sources from them.
  SweepTargets(const Metric& metric, const SeedLists& targets, CostDirection direction);

  std::size_t size() const { return m_size; }
  CostDirection direction() const { return m_direction; }

 private:
  friend class Sweeps;
  struct Entry {
    std::uint32_t node;  ///< index in the part
    std::uint32_t target;
    Cost cost;
  };
  std::size_t m_size;
  CostDirection m_direction;
  SweepArcs m_part;
  std::vector<std::uint32_t> m_positions;  ///< of the part's nodes, ascending
  std::vector<Entry> m_entries;            ///< by node
};

/// Costs from (or to) many sources on one metric, sixteen at a time (PHAST: Delling, Goldberg, Nowatzyk &
/// Werneck 2011, over the elimination tree): a climb from the sources, then a descent in the order in which
/// nodes lie in memory. Sources near each other go together, batches in parallel. A cost is at most `limit`
/// or unreachable, and depends on nothing but its source and target: not on the others, nor on threads.
///
/// Visits of several sources may run at the same time; what they are given lives until they return. Any
/// number of threads may ask. The metric must live as long.
class Sweeps {
 public:
  explicit Sweeps(const Metric& metric);
  Sweeps(const Metric& metric, const SweepKernels& kernels);
  ~Sweeps();

  const Metric& metric() const { return *m_metric; }

  using VisitRow = std::function<void(std::size_t source, std::span<Cost> row)>;  ///< may change the row
  using VisitReached = std::function<void(std::size_t source, std::span<const SweepReached> reached)>;

  /// The cost of every node by its position (Hierarchy::position).
  void to_all(const SeedLists& sources, CostDirection direction, Cost limit, Context& context,
              const VisitRow& visit) const;
  /// The nodes within the limit by ascending position; what lies beyond is not looked at.
  void reach(const SeedLists& sources, CostDirection direction, Cost limit, Context& context,
             const VisitReached& visit) const;
  /// The cost of each target.
  void to_targets(const SeedLists& sources, const SweepTargets& targets, Cost limit, Context& context,
                  const VisitRow& visit) const;

 private:
  using Batch = std::span<const std::uint32_t>;
  void for_each_batch(const SeedLists& sources, Context& context,
                      const std::function<void(Batch, SweepWorkspace&)>& work) const;
  void climb(const SeedLists& sources, Batch batch, CostDirection direction, Cost limit,
             SweepWorkspace& space) const;
  template <class Block>
  void descend(CostDirection direction, Cost limit, SweepWorkspace& space, const Block& block) const;
  void descend_to(const SweepTargets& targets, SweepWorkspace& space) const;

  /// A subtree that is left out where its neighbours above, over which every way into it leads, lie beyond
  /// the limit.
  struct Cell {
    std::uint32_t root;
    std::uint32_t next;  ///< the first cell behind the subtree
  };
  const Metric* m_metric;
  const SweepKernels* m_kernels;
  std::vector<Cell> m_cells;
  std::unique_ptr<WorkspacePool<SweepWorkspace>> m_spaces;
};

}  // namespace jingwei
