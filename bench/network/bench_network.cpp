// The routing kernels on a generated city, next to Boost.Graph and igraph in the same run:
//   bench_network [--blocks N] [--threads N] [--runs N] [--peer-sources N] [--write FOLDER]
// N × N blocks (1090: 1.14 million nodes, 3.04 million arcs). Prints the least of several runs: seconds on
// the clock, and of all threads together. Every sum is checked against the peers to the last digit. With
// --write it leaves the graph and what it found there, for bench/pgrouting.py.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <mutex>
#include <random>
#include <set>

#include "base/context.hpp"
#include "generated_network.hpp"
#include "measure.hpp"
#include "network/node_order.hpp"
#include "network/search_way.hpp"
#include "network/sweep.hpp"
#include "network/sweep_nearest.hpp"
#include "peers.hpp"

using namespace jingwei;

namespace {

struct Settings {
  std::uint32_t blocks = 1090;
  int threads = 2, runs = 3, peer_sources = 5;
  std::string write;
};

void add_options(CLI::App& app, Settings& settings) {
  app.add_option("--blocks", settings.blocks, "Blocks of the city along each side")->capture_default_str();
  app.add_option("--threads", settings.threads, "Threads of jingwei")->capture_default_str();
  app.add_option("--runs", settings.runs, "Times each step is taken; the least is told")
      ->capture_default_str();
  app.add_option("--peer-sources", settings.peer_sources, "Sources from which the peers search")
      ->capture_default_str();
  app.add_option("--write", settings.write, "A folder to leave the arcs in, for bench/pgrouting.py")
      ->capture_default_str();
}

void print(const char* what, Spent spent, const char* note = "") {
  std::printf("%-44s %10.4f %10.4f %10.0f  %s\n", what, spent.wall_s, spent.cpu_s, peak_memory_mb(), note);
  std::fflush(stdout);
}

void require(bool equal, const char* what) {
  if (equal) return;
  std::printf("UNEQUAL: %s\n", what);
  std::exit(1);
}

/// Sums that threads add to.
class Sum {
 public:
  void add(std::span<const Cost> row) {
    std::uint64_t sum = 0;
    for (const Cost cost : row) sum += cost == unreachable ? 0 : cost;
    add(sum);
  }
  void add(std::uint64_t amount) {
    const std::lock_guard lock(m_mutex);
    m_sum += amount;
  }
  std::uint64_t value() const { return m_sum; }

 private:
  std::mutex m_mutex;
  std::uint64_t m_sum = 0;
};

class Bench {
 public:
  explicit Bench(const Settings& settings)
      : m_settings(settings), m_graph(generated_network(settings.blocks)) {
    m_context.set_threads(settings.threads);
    std::printf("%u x %u blocks: %zu nodes, %zu arcs; %d threads, least of %d runs\n", settings.blocks,
                settings.blocks, m_graph.nodes(), m_graph.arcs(), settings.threads, settings.runs);
    std::printf("%-44s %10s %10s %10s\n", "", "wall s", "cpu s", "peak MB");
    std::mt19937 random(7);
    const auto pick = [&](std::size_t count) {
      std::set<std::uint32_t> taken;
      std::vector<std::uint32_t> nodes;
      while (nodes.size() < std::min(count, m_graph.nodes())) {
        const auto node = static_cast<std::uint32_t>(random() % m_graph.nodes());
        if (taken.insert(node).second) nodes.push_back(node);
      }
      return nodes;
    };
    m_sources = pick(1000), m_targets = pick(1000), m_facilities = pick(500);
  }

  void run() {
    memory_bandwidth();
    reset_peak_memory();
    prepare();
    one_to_all();
    matrix();
    isochrones();
    nearest();
    single_ways();
    if (!m_settings.write.empty()) write();
    peers();
  }

 private:
  static SeedLists lists(std::span<const std::uint32_t> nodes) {
    SeedLists result;
    for (const std::uint32_t node : nodes) {
      const Seed seed{node, 0};
      result.append(std::span(&seed, 1));
    }
    return result;
  }
  std::span<const std::uint32_t> sources(std::size_t count) const {
    return std::span(m_sources).first(count);
  }

  /// Reading memory from the first byte to the last, all threads together.
  void memory_bandwidth() {
    const std::vector<std::uint64_t> words(std::size_t{1} << 25, 1);
    std::uint64_t sum = 0;
    const Spent spent = least_of(m_settings.runs, [&] {
      for (const std::uint64_t word : words) sum += word;
    });
    char note[80];
    std::snprintf(note, sizeof note, "%.1f GB/s (%llu)",
                  8e-9 * static_cast<double>(words.size()) / spent.wall_s,
                  static_cast<unsigned long long>(sum % 10));
    print("reading 268 MB in one thread", spent, note);
  }

  void prepare() {
    std::vector<std::uint32_t> order;
    const Spent ordering = spent_on([&] { order = nested_dissection(m_graph); });
    print("node order", ordering);
    const Spent contracting =
        least_of(m_settings.runs, [&] { m_hierarchy.emplace(m_graph, order, m_context); });
    print("contraction", contracting);
    m_costs = arc_costs(m_graph);
    const Spent first = spent_on([&] { m_metric.emplace(*m_hierarchy, m_costs, m_context); });
    const Spent metric =
        least_of(m_settings.runs, [&] { m_metric.emplace(*m_hierarchy, m_costs, m_context); });
    char note[120];
    std::snprintf(note, sizeof note, "%zu arcs of the supergraph, height %u; %zu up, %zu down",
                  m_hierarchy->arcs(), m_hierarchy->height(), m_metric->up().arcs.size(),
                  m_metric->down().arcs.size());
    print("metric, the first", first);
    print("metric, a new one", metric, note);
    m_sweeps.emplace(*m_metric);
    Sum sum;
    const Spent answer = spent_on([&] {
      m_sweeps->to_all(lists(sources(1)), CostDirection::from_source, unreachable, m_context,
                       [&](std::size_t, std::span<const Cost> row) { sum.add(row); });
    });
    print("the first one-to-all", answer);
    print("arrays to first answer", {ordering.wall_s + contracting.wall_s + first.wall_s + answer.wall_s,
                                     ordering.cpu_s + contracting.cpu_s + first.cpu_s + answer.cpu_s});
  }

  void one_to_all() {
    constexpr std::size_t count = 160;
    const Spent spent = least_of(m_settings.runs, [&] {
      Sum sum;
      m_sweeps->to_all(lists(sources(count)), CostDirection::from_source, unreachable, m_context,
                       [&](std::size_t, std::span<const Cost> row) { sum.add(row); });
      m_one_to_all_sum = sum.value();
    });
    print("one-to-all, 160 sources, per source", {spent.wall_s / count, spent.cpu_s / count},
          "every cost in a row, rows summed");
    m_one_to_all_s = spent.wall_s / count;
    m_rows.resize(static_cast<std::size_t>(m_settings.peer_sources));
    m_sweeps->to_all(
        lists(sources(m_rows.size())), CostDirection::from_source, unreachable, m_context,
        [&](std::size_t i, std::span<const Cost> row) { m_rows[i].assign(row.begin(), row.end()); });
  }

  void matrix() {
    const SeedLists from = lists(m_sources), to = lists(m_targets);
    const Spent spent = least_of(m_settings.runs, [&] {
      const SweepTargets targets(*m_metric, to, CostDirection::from_source);
      m_matrix.assign(from.size() * to.size(), unreachable);
      m_sweeps->to_targets(
          from, targets, unreachable, m_context, [&](std::size_t i, std::span<const Cost> row) {
            std::copy(row.begin(), row.end(), m_matrix.begin() + static_cast<std::ptrdiff_t>(i * to.size()));
          });
    });
    print("matrix 1,000 x 1,000", spent, "targets made ready among it");
  }

  void isochrones() {
    const SeedLists from = lists(sources(200));
    m_reached.resize(200);
    std::size_t nodes = 0;
    const Spent spent = least_of(m_settings.runs, [&] {
      m_sweeps->reach(from, CostDirection::from_source, limit_ms, m_context,
                      [&](std::size_t i, std::span<const SweepReached> reached) {
                        m_reached[i].count = reached.size();
                        m_reached[i].sum = 0;
                        for (const SweepReached& node : reached) m_reached[i].sum += node.cost;
                      });
    });
    for (const Reach& reach : m_reached) nodes += reach.count;
    char note[80];
    std::snprintf(note, sizeof note, "%zu nodes each on average", nodes / 200);
    print("200 isochrones of 30 min, node sets", spent, note);
  }

  void nearest() {
    const SeedLists facilities = lists(m_facilities);
    const Spent spent = least_of(m_settings.runs, [&] {
      m_nearest.reset();
      m_nearest.emplace(
          nearest_facilities(*m_metric, facilities, 5, CostDirection::to_source, unreachable, m_context));
    });
    print("5 nearest of 500 for every node", spent);
  }

  void single_ways() {
    std::optional<CheapestWays> ways;
    print("ways made ready", spent_on([&] { ways.emplace(*m_metric, m_graph, m_costs); }));
    std::size_t arcs = 0;
    const Spent spent = least_of(m_settings.runs, [&] {
      arcs = 0;
      for (std::size_t i = 0; i < 1000; ++i) {
        const Seed source{m_sources[i], 0}, target{m_targets[i], 0};
        const auto way = ways->way(std::span(&source, 1), std::span(&target, 1));
        require(way.has_value() && way->cost == m_matrix[i * 1000 + i], "way and matrix");
        arcs += way->arcs.size();
      }
    });
    char note[80];
    std::snprintf(note, sizeof note, "%zu arcs each on average, one thread", arcs / 1000);
    print("a single way with its arcs", {spent.wall_s / 1000, spent.cpu_s / 1000}, note);
  }

  void write() const {
    std::ofstream arcs(m_settings.write + "/arcs.csv"), targets(m_settings.write + "/targets.csv"),
        found(m_settings.write + "/found.csv");
    for (std::uint32_t tail = 0; tail < m_graph.nodes(); ++tail)
      for (const Graph::Target& arc : m_graph.out(tail))
        arcs << tail << ',' << arc.head << ',' << arc.cost << '\n';
    for (const std::uint32_t target : m_targets) targets << target << '\n';
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      std::uint64_t sum = 0;
      for (std::size_t j = 0; j < m_targets.size(); ++j) sum += m_matrix[i * m_targets.size() + j];
      found << m_sources[i] << ',' << sum << ',' << m_reached[i].count << ',' << m_reached[i].sum << '\n';
    }
  }

  void peers() {
    for (const auto& make : {boost_peer, igraph_peer}) {
      const auto peer = make(m_graph);
      Spent all;
      for (std::size_t i = 0; i < m_rows.size(); ++i) {
        std::vector<Cost> costs;
        const Spent spent = spent_on([&] { costs = peer->costs_from(m_sources[i]); });
        all = {all.wall_s + spent.wall_s, all.cpu_s + spent.cpu_s};
        check_against(i, costs);
      }
      const auto count = static_cast<double>(m_rows.size());
      char note[120];
      std::snprintf(note, sizeof note, "equal to the last digit; %.0f times one-to-all batched",
                    all.wall_s / count / m_one_to_all_s);
      print((std::string(peer->name()) + ", per source").c_str(), {all.wall_s / count, all.cpu_s / count},
            note);
    }
  }

  /// All that was found for source i, against its costs by a peer.
  void check_against(std::size_t i, const std::vector<Cost>& costs) {
    for (std::uint32_t node = 0; node < costs.size(); ++node)
      require(costs[node] == m_rows[i][m_hierarchy->position(node)], "one-to-all");
    for (std::size_t j = 0; j < 1000; ++j) require(costs[m_targets[j]] == m_matrix[i * 1000 + j], "matrix");
    Reach reach;
    for (const Cost cost : costs)
      if (cost <= limit_ms) ++reach.count, reach.sum += cost;
    require(reach.count == m_reached[i].count && reach.sum == m_reached[i].sum, "isochrone");
    std::vector<NearestLists::Item> items;
    for (std::uint32_t facility = 0; facility < m_facilities.size(); ++facility)
      items.push_back({costs[m_facilities[facility]], facility});
    std::ranges::sort(items, {}, [](const auto& item) { return std::pair(item.cost, item.facility); });
    for (std::size_t k = 0; k < std::min<std::size_t>(5, items.size()); ++k)
      require(m_nearest->item(m_hierarchy->position(m_sources[i]), k) == items[k], "nearest");
  }

  static constexpr Cost limit_ms = 30 * 60 * 1000;
  struct Reach {
    std::uint64_t count = 0, sum = 0;
  };
  Settings m_settings;
  Context m_context;
  Graph m_graph;
  std::vector<Cost> m_costs;
  std::optional<Hierarchy> m_hierarchy;
  std::optional<Metric> m_metric;
  std::optional<Sweeps> m_sweeps;
  std::vector<std::uint32_t> m_sources, m_targets, m_facilities;
  std::uint64_t m_one_to_all_sum = 0;
  double m_one_to_all_s = 1;
  std::vector<std::vector<Cost>> m_rows;
  std::vector<Cost> m_matrix;
  std::vector<Reach> m_reached;
  std::optional<NearestLists> m_nearest;
};

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Shortest paths of a generated city next to Boost.Graph and igraph");
  Settings settings;
  add_options(app, settings);
  CLI11_PARSE(app, count, arguments);
  Bench bench(settings);
  bench.run();
}
