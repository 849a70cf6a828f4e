#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geometry/wkb.hpp"

namespace jingwei {

/// The union of the polygons of several rows on the grid. Noding is left to the polygons that may touch one
/// of another row: they are parted into clusters by their envelopes, and a cluster of one row's polygons
/// stays as it is. So towns that are far apart cost each its own size, not all of them the size of all. \pre
/// rows are valid polygons; those of one row do not overlap. \pre rows that touch no other are on the grid
/// already
std::vector<Rings> polygon_union(std::span<const std::vector<std::uint8_t>> rows, double grid_size);

/// The rows whose envelopes meet, directly or through others: lists of rows, ascending, in the order of their
/// first rows.
std::vector<std::vector<std::uint32_t>> clusters_of(std::span<const Envelope> envelopes);

}  // namespace jingwei
