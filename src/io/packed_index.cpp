#include "io/packed_index.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/format.hpp"
#include "geometry/hilbert.hpp"
#include "io/bulk_insert.hpp"

namespace jingwei {
namespace {

constexpr std::size_t node_header = 4, cell_bytes = 24;
constexpr std::int64_t root = 1;

float rounded_down(double value) {
  const auto near = static_cast<float>(value);
  if (near <= value) return near;
  return static_cast<float>(value * (value < 0 ? 1 + 0x1p-23 : 1 - 0x1p-23));
}
float rounded_up(double value) {
  return -rounded_down(-value);
}

std::vector<std::uint32_t> in_hilbert_order(const std::vector<IndexCell>& cells) {
  const auto center = [](const IndexCell& cell) {
    return Point{(double{cell.min_x} + double{cell.max_x}) / 2,
                 (double{cell.min_y} + double{cell.max_y}) / 2};
  };
  Envelope extent;
  for (const IndexCell& cell : cells) extent.expand(center(cell));
  // The code before the place in `cells`, by which equal codes are kept in the order of the ids.
  std::vector<std::uint64_t> keys(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) keys[i] = hilbert_code(center(cells[i]), extent) << 32 | i;
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order(cells.size());
  std::transform(keys.begin(), keys.end(), order.begin(),
                 [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
  return order;
}

/// Items dealt out evenly to groups: group g has [first(g), first(g + 1)).
struct Share {
  std::size_t items = 0, groups = 0;
  Share(std::size_t count, std::size_t most) : items(count), groups((count + most - 1) / most) {}
  std::size_t first(std::size_t group) const { return items * group / groups; }
};

/// The cells of the nodes of one level, in their order, and how the next level shares them.
struct Level {
  std::vector<IndexCell> cells;
  Share nodes;
};

/// From the leaves to the root.
std::vector<Level> levels_of(std::vector<IndexCell> leaves, std::size_t node_cells) {
  std::vector<Level> levels;
  const Share nodes(leaves.size(), node_cells);
  levels.push_back({std::move(leaves), nodes});
  while (levels.back().nodes.groups > 1) {
    const Level& below = levels.back();
    std::vector<IndexCell> cells(below.nodes.groups);
    for (std::size_t node = 0; node < cells.size(); ++node) {
      const std::size_t end = below.nodes.first(node + 1);
      IndexCell whole = below.cells[below.nodes.first(node)];
      for (std::size_t i = below.nodes.first(node); i < end; ++i) {
        const IndexCell& part = below.cells[i];
        whole.min_x = std::min(whole.min_x, part.min_x), whole.max_x = std::max(whole.max_x, part.max_x);
        whole.min_y = std::min(whole.min_y, part.min_y), whole.max_y = std::max(whole.max_y, part.max_y);
      }
      cells[node] = whole;
    }
    const Share above(cells.size(), node_cells);
    levels.push_back({std::move(cells), above});
  }
  return levels;
}

template <class Number>
void put(std::vector<std::uint8_t>& blob, std::size_t at, Number number) {
  for (std::size_t byte = sizeof(Number); byte-- > 0; number = static_cast<Number>(number >> 7 >> 1))
    blob[at + byte] = static_cast<std::uint8_t>(number & 0xFF);
}

void put(std::vector<std::uint8_t>& blob, std::size_t at, const IndexCell& cell) {
  put(blob, at, static_cast<std::uint64_t>(cell.id));
  at += 8;
  for (const float bound : {cell.min_x, cell.max_x, cell.min_y, cell.max_y}) {
    put(blob, at, std::bit_cast<std::uint32_t>(bound));
    at += 4;
  }
}

}  // namespace

IndexCell index_cell(std::int64_t id, const Envelope& envelope) {
  return {id, rounded_down(envelope.min_x), rounded_up(envelope.max_x), rounded_down(envelope.min_y),
          rounded_up(envelope.max_y)};
}

void fill_index(Database& package, const std::string& index, const std::vector<IndexCell>& cells) {
  if (cells.empty()) return;
  const auto shadow = [&](const char* what) { return sql_name(format("{}_{}", index, what)); };
  std::size_t node_size = 0;
  {
    Statement size = package.prepare(format("SELECT length(data) FROM {} WHERE nodeno = 1", shadow("node")));
    size.step();
    node_size = static_cast<std::size_t>(size.integer(0));
  }

  const std::vector<std::uint32_t> order = in_hilbert_order(cells);
  std::vector<IndexCell> leaves(cells.size());
  for (std::size_t i = 0; i < order.size(); ++i) leaves[i] = cells[order[i]];
  std::vector<Level> levels = levels_of(std::move(leaves), (node_size - node_header) / cell_bytes);

  // Nodes are numbered from the root down, so that all tables are filled in the order of their keys.
  Statement node = package.prepare(format("INSERT OR REPLACE INTO {} VALUES(?1, ?2)", shadow("node")));
  Statement parent = package.prepare(format("INSERT INTO {} VALUES(?1, ?2)", shadow("parent")));
  std::vector<std::uint8_t> blob(node_size);
  std::vector<std::int64_t> leaf_of(cells.size());
  std::int64_t first_of_level = root;
  for (std::size_t depth = levels.size(); depth-- > 0;) {
    Level& level = levels[depth];
    const std::int64_t first_below = first_of_level + static_cast<std::int64_t>(level.nodes.groups);
    for (std::size_t n = 0; n < level.nodes.groups; ++n) {
      const std::int64_t number = first_of_level + static_cast<std::int64_t>(n);
      const std::size_t begin = level.nodes.first(n), end = level.nodes.first(n + 1);
      std::fill(blob.begin(), blob.end(), std::uint8_t{0});
      if (number == root) put(blob, 0, static_cast<std::uint16_t>(depth));
      put(blob, 2, static_cast<std::uint16_t>(end - begin));
      for (std::size_t i = begin; i < end; ++i) {
        if (depth > 0) {
          level.cells[i].id = first_below + static_cast<std::int64_t>(i);
          parent.bind(1, level.cells[i].id).bind(2, number).run();
        } else {
          leaf_of[order[i]] = number;
        }
        put(blob, node_header + cell_bytes * (i - begin), level.cells[i]);
      }
      node.bind(1, number).bind_blob(2, blob).run();
    }
    first_of_level = first_below;
  }

  insert_rows(package, shadow("rowid"), 2, cells.size(), [&](Statement& leaf, int parameter, std::size_t i) {
    leaf.bind(parameter, cells[i].id).bind(parameter + 1, leaf_of[i]);
  });
}

}  // namespace jingwei
