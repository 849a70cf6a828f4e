#include "analyses/zonal_cells.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "geometry/cell_coverage.hpp"
#include "geometry/measure.hpp"
#include "geometry/planar.hpp"

namespace jingwei {
namespace {

constexpr std::int64_t cells_at_once = 1 << 22;  // 32 MB of values

class ZoneWalk {
 public:
  ZoneWalk(const Raster& raster, const GeometryColumn& zones, const std::vector<double>& area_scale,
           Distribution distribution, Context& context)
      : m_raster(raster),
        m_grid(raster.grid()),
        m_zones(zones),
        m_area_scale(area_scale),
        m_distribution(distribution),
        m_context(context),
        m_made(zones.size()) {}

  std::vector<ZoneCells> run() {
    const CellWindow all = cells_of(m_grid, m_zones.extent());
    if (all.empty()) return std::move(m_made);
    measure_rows(all);
    const int rows = rows_at_once(all);
    m_context.begin({"统计像元", "cells"}, static_cast<std::size_t>(all.rows));
    // strips begin where blocks do, so that each block is decoded once
    for (int row = all.row; row < all.row + all.rows;) {
      m_context.check_cancelled();
      const int end = std::min(all.row + all.rows, (row / rows + 1) * rows);
      walk_strip({all.column, row, all.columns, end - row});
      m_context.advance(static_cast<std::size_t>(end - row));
      row = end;
    }
    m_context.end();
    return std::move(m_made);
  }

 private:
  int rows_at_once(const CellWindow& all) const {
    const std::int64_t block = std::max(1, m_raster.block_rows());
    const std::int64_t fitting = std::max<std::int64_t>(1, cells_at_once / std::max(1, all.columns) / block);
    return static_cast<int>(std::min<std::int64_t>(fitting * block, std::max(m_grid.rows, 1)));
  }

  /// The true area of a cell of each row, of a geographic grid; else its area in the plane, in the squares of
  /// the grid's units.
  void measure_rows(const CellWindow& all) {
    m_first_row = all.row;
    if (!m_raster.crs().geographic()) {
      m_cell_area.assign(static_cast<std::size_t>(all.rows), m_grid.cell_width * m_grid.cell_height);
      return;
    }
    GeometryColumn cells;
    for (int row = all.row; row < all.row + all.rows; ++row)
      cells.append(wkb_of(Envelope{m_grid.x(0), m_grid.y(row + 1), m_grid.x(1), m_grid.y(row)}));
    m_cell_area = areas_m2(cells, m_raster.crs(), m_context);
  }

  void walk_strip(const CellWindow& strip) {
    const double below = m_grid.y(strip.row + strip.rows), above = m_grid.y(strip.row);
    std::vector<std::uint32_t> zones;
    for (std::uint32_t zone = 0; zone < m_zones.size(); ++zone) {
      const Envelope& envelope = m_zones.envelope(zone);
      if (!envelope.empty() && envelope.min_y < above && envelope.max_y > below) zones.push_back(zone);
    }
    if (zones.empty()) return;
    read(strip);
    parallel_for(
        zones.size(), m_context,
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) add(zones[i], strip);
        },
        1);
  }

  /// Threads read apart what is stored apart: blocks beside or below each other.
  void read(const CellWindow& strip) {
    m_values.resize(strip.size());
    const int block = std::max(1, m_raster.block_rows());
    const auto parts = static_cast<std::size_t>((strip.rows + block - 1) / block);
    const auto row_of = [&](std::size_t part) {
      return std::min(strip.rows, static_cast<int>(part) * block);
    };
    if (parts > 1) {
      parallel_for(parts, m_context, [&](std::size_t begin, std::size_t end) {
        const int first = row_of(begin), last = row_of(end);
        const std::size_t width = static_cast<std::size_t>(strip.columns);
        m_raster.read({strip.column, strip.row + first, strip.columns, last - first},
                      std::span(m_values).subspan(static_cast<std::size_t>(first) * width,
                                                  static_cast<std::size_t>(last - first) * width));
      });
      return;
    }
    m_raster.read(strip, m_values);
  }

  void add(std::uint32_t zone, const CellWindow& strip) {
    ZoneCells& made = m_made[zone];
    const bool distribution = m_distribution == Distribution::kept;
    for (const CellRun& run : cell_coverage(oriented_polygons_of(m_zones.wkb(zone)), m_grid, strip)) {
      const double area_m2 =
          run.share * m_cell_area[static_cast<std::size_t>(run.row - m_first_row)] * m_area_scale[zone];
      const auto cells = static_cast<std::size_t>(run.end - run.begin);
      const auto values = std::span<const double>(m_values).subspan(
          static_cast<std::size_t>(run.row - strip.row) * static_cast<std::size_t>(strip.columns) +
              static_cast<std::size_t>(run.begin - strip.column),
          cells);
      const auto [valid, sum] = made.values.add(values, run.share);
      if (distribution)
        for (const double value : values)
          if (!std::isnan(value)) made.distribution.add(value, run.share, area_m2);
      made.value_area_m2 += sum * area_m2;
      made.data_m2 += valid * area_m2;
      made.no_data_m2 += (run.end - run.begin - valid) * area_m2;
      made.cells += (run.end - run.begin) * run.share;
    }
  }

  const Raster& m_raster;
  const RasterGrid& m_grid;
  const GeometryColumn& m_zones;
  const std::vector<double>& m_area_scale;
  Distribution m_distribution;
  Context& m_context;
  std::vector<ZoneCells> m_made;
  int m_first_row = 0;
  std::vector<double> m_cell_area;  // of each row from the first
  std::vector<double> m_values;     // of the strip
};

}  // namespace

std::vector<ZoneCells> zone_cells(const Raster& raster, const GeometryColumn& zones,
                                  const std::vector<double>& area_scale, Distribution distribution,
                                  Context& context) {
  return ZoneWalk(raster, zones, area_scale, distribution, context).run();
}

}  // namespace jingwei
