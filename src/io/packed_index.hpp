#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geometry/envelope.hpp"
#include "io/sqlite.hpp"

namespace jingwei {

/// An entry of SQLite's R-tree: bounds in single precision, rounded outward as SQLite itself rounds them, so
/// that a query finds the same rows whoever made the index.
struct IndexCell {
  std::int64_t id = 0;
  float min_x = 0, max_x = 0, min_y = 0, max_y = 0;
};
IndexCell index_cell(std::int64_t id, const Envelope& envelope);

/// Fills an R-tree of SQLite from the leaves up: cells in the order of a Hilbert curve through their centers
/// (Kamel & Faloutsos 1993), spread evenly over as few nodes as hold them, level by level. Every node is at
/// least half full, so later changes by SQL find a tree as they expect it. Node format: sqlite.org/rtree.html
/// and the comments of SQLite's ext/rtree/rtree.c. \pre `index` is an rtree of two dimensions without rows;
/// ids ascend.
void fill_index(Database& package, const std::string& index, const std::vector<IndexCell>& cells);

}  // namespace jingwei
