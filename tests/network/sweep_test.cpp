#include "network/sweep.hpp"

#include <catch2/catch.hpp>
#include <mutex>

#include "network/random_graphs.hpp"

using namespace jingwei;
using namespace jingwei::testing;

namespace {

constexpr CostDirection directions[] = {CostDirection::from_source, CostDirection::to_source};

std::vector<Cost> oracle(const Graph& graph, std::span<const Seed> seeds, CostDirection direction,
                         Cost limit) {
  return dijkstra(direction == CostDirection::from_source ? graph : reversed(graph), seeds, limit);
}

Cost target_cost(std::span<const Cost> costs, std::span<const Seed> target, Cost limit) {
  Cost best = unreachable;
  for (const Seed& seed : target) best = std::min(best, add_costs(costs[seed.node], seed.cost, limit));
  return best;
}

Context threads(int count) {
  Context context;
  context.set_threads(count);
  return context;
}

std::vector<Cost> matrix(const Sweeps& sweeps, const SeedLists& sources, const SeedLists& targets,
                         CostDirection direction, Cost limit, int thread_count) {
  Context context = threads(thread_count);
  std::vector<Cost> result(sources.size() * targets.size());
  const SweepTargets prepared(sweeps.metric(), targets, direction);
  sweeps.to_targets(sources, prepared, limit, context, [&](std::size_t source, std::span<const Cost> row) {
    REQUIRE(row.size() == targets.size());
    std::copy(row.begin(), row.end(), result.begin() + static_cast<std::ptrdiff_t>(source * targets.size()));
  });
  return result;
}

}  // namespace

TEST_CASE("sweeps agree with Dijkstra to the last unit on graphs of every shape") {
  std::mt19937 random(21);
  Context context;
  for (int round = 0; round < 2000; ++round) {
    const Graph graph = random_graph(random, round % 50 == 0 ? 600 : 50);
    const Hierarchy hierarchy =
        round % 2 ? Hierarchy(graph, random_order(random, graph), context) : Hierarchy(graph, context);
    const Metric metric(hierarchy, arc_costs(graph), context);
    const Sweeps sweeps(metric);
    const Cost greatest = round % 5 == 0 ? 4000000000U : 500;
    const SeedLists sources = random_sources(random, graph, random() % 20, greatest);
    const SeedLists targets = random_sources(random, graph, random() % 20, greatest);
    const Cost limit = round % 3 == 0 ? unreachable : static_cast<Cost>(random() % (greatest * 3 / 2));
    for (const CostDirection direction : directions) {
      std::size_t visited = 0;
      sweeps.to_all(sources, direction, limit, context, [&](std::size_t i, std::span<const Cost> row) {
        ++visited;
        REQUIRE(row.size() == graph.nodes());
        const auto expected = oracle(graph, sources[i], direction, limit);
        for (std::uint32_t node = 0; node < graph.nodes(); ++node)
          REQUIRE(row[hierarchy.position(node)] == expected[node]);
      });
      REQUIRE(visited == sources.size());
      sweeps.reach(sources, direction, limit, context,
                   [&](std::size_t i, std::span<const SweepReached> reached) {
                     const auto expected = oracle(graph, sources[i], direction, limit);
                     std::size_t within = 0;
                     for (const Cost cost : expected) within += cost != unreachable;
                     REQUIRE(reached.size() == within);
                     for (const SweepReached& node : reached)
                       REQUIRE(expected[hierarchy.node(node.position)] == node.cost);
                   });
      const auto costs = matrix(sweeps, sources, targets, direction, limit, 1);
      for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto expected = oracle(graph, sources[i], direction, limit);
        for (std::size_t j = 0; j < targets.size(); ++j)
          REQUIRE(costs[i * targets.size() + j] ==
                  target_cost(expected, targets[j], std::min(limit, unreachable - 1)));
      }
    }
  }
}

TEST_CASE("a reach leaves out what lies beyond on a larger network, and nothing else") {
  std::mt19937 random(22);
  Context context = threads(3);
  const Graph graph = random_graph(random, Shape::grid, 20000, 1000);
  const Hierarchy hierarchy(graph, context);
  const Metric metric(hierarchy, arc_costs(graph), context);
  const Sweeps sweeps(metric);
  const SeedLists sources = random_sources(random, graph, 50, 3000);
  std::mutex mutex;
  for (const Cost limit : {0U, 900U, 5000U, 20000U}) {
    for (const CostDirection direction : directions) {
      sweeps.reach(sources, direction, limit, context,
                   [&](std::size_t i, std::span<const SweepReached> reached) {
                     const auto expected = oracle(graph, sources[i], direction, limit);
                     std::vector<Cost> found(graph.nodes(), unreachable);
                     for (const SweepReached& node : reached)
                       found[hierarchy.node(node.position)] = node.cost;
                     const std::lock_guard lock(mutex);  // the checks of Catch are for one thread
                     REQUIRE(found == expected);
                     REQUIRE(std::ranges::is_sorted(reached, {}, &SweepReached::position));
                   });
      sweeps.to_all(sources, direction, limit, context, [&](std::size_t i, std::span<const Cost> row) {
        const auto expected = oracle(graph, sources[i], direction, limit);
        std::vector<Cost> found(graph.nodes());
        for (std::uint32_t node = 0; node < graph.nodes(); ++node)
          found[node] = row[hierarchy.position(node)];
        const std::lock_guard lock(mutex);
        REQUIRE(found == expected);
      });
    }
  }
}

TEST_CASE("a matrix does not depend on who else was asked, on the order, or on threads") {
  std::mt19937 random(23);
  Context context;
  const Graph graph = random_graph(random, Shape::grid, 5000, 1000);
  const Hierarchy hierarchy(graph, context);
  const Metric metric(hierarchy, arc_costs(graph), context);
  const Sweeps sweeps(metric);
  const SeedLists sources = random_sources(random, graph, 70, 3000);
  const SeedLists targets = random_sources(random, graph, 90, 3000);
  for (const CostDirection direction : directions) {
    const auto whole = matrix(sweeps, sources, targets, direction, unreachable, 1);
    CHECK(whole == matrix(sweeps, sources, targets, direction, unreachable, 4));
    for (int round = 0; round < 10; ++round) {
      std::vector<std::size_t> rows, columns;
      SeedLists some_sources, some_targets;
      for (auto i = 1 + random() % 70; i > 0; --i) rows.push_back(random() % 70);
      for (auto i = 1 + random() % 90; i > 0; --i) columns.push_back(random() % 90);
      for (const std::size_t row : rows) some_sources.append(sources[row]);
      for (const std::size_t column : columns) some_targets.append(targets[column]);
      const auto part = matrix(sweeps, some_sources, some_targets, direction, unreachable, 1 + round % 3);
      for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < columns.size(); ++j)
          REQUIRE(part[i * columns.size() + j] == whole[rows[i] * 90 + columns[j]]);
    }
  }
}

TEST_CASE("every instruction set gives the same costs") {
  std::mt19937 random(24);
  Context context;
  const Graph graph = random_graph(random, Shape::grid, 4000, unreachable / 40);
  const Hierarchy hierarchy(graph, context);
  const Metric metric(hierarchy, arc_costs(graph), context);
  const SeedLists sources = random_sources(random, graph, 40, 3000);
  const auto portable = matrix(Sweeps(metric, sweep_kernels(InstructionSet::portable)), sources, sources,
                               CostDirection::from_source, unreachable, 1);
  for (const InstructionSet set : {InstructionSet::avx2, InstructionSet::avx512}) {
    if (!has_instructions(set)) continue;
    const Sweeps sweeps(metric, sweep_kernels(set));
    CHECK(matrix(sweeps, sources, sources, CostDirection::from_source, unreachable, 1) == portable);
    for (const Cost limit : {unreachable, unreachable / 20}) {
      std::vector<std::vector<Cost>> rows(sources.size());
      sweeps.to_all(
          sources, CostDirection::to_source, limit, context,
          [&](std::size_t i, std::span<const Cost> row) { rows[i].assign(row.begin(), row.end()); });
      const Sweeps plain(metric, sweep_kernels(InstructionSet::portable));
      plain.to_all(
          sources, CostDirection::to_source, limit, context,
          [&](std::size_t i, std::span<const Cost> row) { REQUIRE(std::ranges::equal(row, rows[i])); });
    }
  }
}

TEST_CASE("the loops of every instruction set agree on any numbers") {
  std::mt19937 random(25);
  const SweepKernels& plain = sweep_kernels(InstructionSet::portable);
  const auto any_cost = [&]() -> Cost {
    const auto kind = random() % 4;
    return kind == 0   ? unreachable
           : kind == 1 ? unreachable - static_cast<Cost>(random() % 5)
                       : static_cast<Cost>(random());
  };
  for (const InstructionSet set : {InstructionSet::avx2, InstructionSet::avx512}) {
    if (!has_instructions(set)) continue;
    const SweepKernels& fast = sweep_kernels(set);
    for (int round = 0; round < 500; ++round) {
      const std::size_t count = random() % 70, nodes = 1 + random() % SweepKernels::most_nodes;
      const auto row = [&](std::size_t costs) {
        std::vector<Cost> result(costs);
        std::generate(result.begin(), result.end(), any_cost);
        return result;
      };
      const auto up = row(count), down = row(count), add = row(nodes);
      std::vector<std::vector<Cost>> x_up, x_down;
      for (std::size_t n = 0; n < nodes; ++n)
        x_up.push_back(row(count + 1)), x_down.push_back(row(count + 1));

      std::vector<const Cost*> sources;
      for (const auto& x : x_up) sources.push_back(x.data());
      const auto relaxed = [&](const SweepKernels& kernels) {
        auto target = up;
        kernels.relax(target.data(), sources.data(), add.data(), nodes, count);
        return target;
      };
      auto one_by_one = up;
      for (std::size_t n = 0; n < nodes; ++n) plain.relax(one_by_one.data(), &sources[n], &add[n], 1, count);
      REQUIRE(relaxed(plain) == one_by_one);
      REQUIRE(relaxed(fast) == one_by_one);

      const auto tightened = [&](const SweepKernels& kernels, std::size_t at_once) {
        auto result_up = x_up, result_down = x_down;
        std::vector<SweepRow> rows;
        for (std::size_t n = 0; n < nodes; ++n) rows.push_back({result_up[n].data(), result_down[n].data()});
        for (std::size_t n = 0; n < nodes; n += at_once)
          kernels.tighten(&rows[n], std::min(at_once, nodes - n), up.data(), down.data(), count);
        return std::pair(result_up, result_down);
      };
      REQUIRE(tightened(plain, nodes) == tightened(plain, 1));
      REQUIRE(tightened(fast, nodes) == tightened(plain, 1));
    }
  }
}
