// Where are the values of a raster, as points that have weights?
#include <cmath>
#include <limits>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/join.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"

namespace jingwei {

enum class PointValue { sum, mean };

template <>
std::vector<Choice> choices_of<PointValue>() {
  return {{"sum", {"像元值之和（人口等计数）", "the sum of its cells (counts, as people)"}},
          {"mean", {"像元值的平均（密度、高程）", "the mean of its cells (densities, heights)"}}};
}

namespace {

struct RasterToPointsOptions {
  std::int64_t cells = 1;
  PointValue value = PointValue::sum;
  double above = 0;
};

Description raster_to_points_description() {
  using Options = RasterToPointsOptions;
  return describe<Options>("raster-to-points")
      .title({"栅格转点", "Raster to points"})
      .summary({"栅格的值作为带权重的点在哪里？",
                "Where are the values of a raster, as points that have weights?"})
      .reads_raster("raster", {"单波段栅格", "a raster of one band"})
      .reads("mask", {"只取像元中心在其内的像元", "polygons: only cells whose centres they cover are taken"},
             {}, {GeometryForm::polygon}, Presence::optional)
      .option("cells", &Options::cells,
              {"每个点合并多少行多少列像元", "how many cells wide and high the block of a point is"},
              between("1", "10000"))
      .option("value", &Options::value, {"合并后的值", "what the value of a block is"})
      .option("above", &Options::above,
              {"只取值大于此数的像元", "only cells whose value is above this are taken"})
      .writes("points", owned)
      .cites(
          "Tobler, W. R. & Deichmann, U. & Gottsegen, J. & Maloy, K. (1997). World population in a grid of "
          "spherical quadrilaterals. International Journal of Population Geography 3, 203–225.");
}

/// The cells of a block that are taken.
struct Block {
  double sum = 0;
  std::int64_t cells = 0;
};

class Points {
 public:
  Points(const Window& in, const RasterToPointsOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_raster(in.raster("raster")),
        m_grid(m_raster.grid()),
        m_side(static_cast<int>(options.cells)),
        m_points(output_layer("raster_to_points_points", in.crs())) {}

  Layer run() {
    m_context.begin({"读取像元", "cells"}, static_cast<std::size_t>(m_grid.rows));
    for (int row = 0; row < m_grid.rows; row += rows_at_once()) {
      m_context.check_cancelled();
      const CellWindow strip{0, row, m_grid.columns, std::min(rows_at_once(), m_grid.rows - row)};
      read(strip);
      for (int above = 0; above < strip.rows; above += m_side) add_blocks(strip, above);
      m_context.advance(static_cast<std::size_t>(strip.rows));
    }
    m_context.end();
    set_provenance(m_points, std::vector<Provenance>(m_points.rows()));
    return std::move(m_points);
  }

 private:
  /// Whole blocks of points that are whole blocks of the file too, where that is not too many.
  int rows_at_once() const {
    const int wanted = std::max(256, m_raster.block_rows());
    return std::max(1, wanted / m_side) * m_side;
  }

  Point center(double column, double row) const { return {m_grid.x(column), m_grid.y(row)}; }

  /// The values of a strip, NaN where a cell is not taken.
  void read(const CellWindow& strip) {
    m_values.resize(strip.size());
    m_raster.read(strip, m_values);
    std::vector<std::size_t> taken;
    std::vector<Point> centers;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
      if (!(m_values[i] > m_options.above)) {
        m_values[i] = std::numeric_limits<double>::quiet_NaN();
      } else if (m_in.has("mask")) {
        const auto columns = static_cast<std::size_t>(strip.columns);
        taken.push_back(i);
        centers.push_back(center(static_cast<double>(i % columns) + 0.5,
                                 strip.row + static_cast<double>(i / columns) + 0.5));
      }
    }
    if (taken.empty()) return;
    const std::vector<std::uint32_t> of = covering(in_study(centers), m_in["mask"].geometry(), m_context);
    for (std::size_t i = 0; i < taken.size(); ++i)
      if (of[i] == no_row) m_values[taken[i]] = std::numeric_limits<double>::quiet_NaN();
  }

  std::vector<Point> in_study(const std::vector<Point>& points) const {
    return m_raster.crs().same_as(m_in.crs()) ? points : project(points, m_raster.crs(), m_in.crs());
  }

  /// The blocks that begin `above` rows down the strip.
  void add_blocks(const CellWindow& strip, int above) {
    const int high = std::min(m_side, strip.rows - above);
    std::vector<Block> blocks(static_cast<std::size_t>((strip.columns + m_side - 1) / m_side));
    for (int row = above; row < above + high; ++row)
      for (int column = 0; column < strip.columns; ++column) {
        const double value =
            m_values[static_cast<std::size_t>(row) * static_cast<std::size_t>(strip.columns) +
                     static_cast<std::size_t>(column)];
        if (std::isnan(value)) continue;
        Block& block = blocks[static_cast<std::size_t>(column / m_side)];
        block.sum += value;
        ++block.cells;
      }
    std::vector<std::size_t> filled;
    std::vector<Point> centers;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].cells == 0) continue;
      const int first = static_cast<int>(i) * m_side;
      const int wide = std::min(m_side, strip.columns - first);
      filled.push_back(i);
      centers.push_back(center(first + wide / 2.0, strip.row + above + high / 2.0));
    }
    const std::vector<Point> places = in_study(centers);
    for (std::size_t i = 0; i < filled.size(); ++i)
      if (m_in.owns(places[i]))
        add(strip.row + above, static_cast<int>(filled[i]) * m_side, blocks[filled[i]], places[i]);
  }

  void add(int row, int column, const Block& block, Point place) {
    const bool mean = m_options.value == PointValue::mean;
    m_points.append(wkb_of(place),
                    {{"point_key", format("r{}c{}", row, column)},
                     {"value", mean ? block.sum / static_cast<double>(block.cells) : block.sum},
                     {"cells", block.cells}});
  }

  const Window& m_in;
  const RasterToPointsOptions& m_options;
  Context& m_context;
  const Raster& m_raster;
  const RasterGrid& m_grid;
  int m_side;
  Layer m_points;
  std::vector<double> m_values;  // of a strip
};

Result raster_to_points_run(const Window& in, const RasterToPointsOptions& options, Context& context) {
  Result result;
  result.layers.emplace_back("points", Points(in, options, context).run());
  return result;
}

void raster_to_points_finish(Result& whole, const RasterToPointsOptions& options, Context&) {
  const Layer& points = whole.layer("points");
  whole.figures = {{"points", static_cast<double>(points.rows())}, {"cells", total(points, "cells")}};
  if (options.value == PointValue::sum) whole.figures.push_back({"value", total(points, "value")});
}

}  // namespace

Analysis raster_to_points_analysis() {
  return make_analysis(&raster_to_points_description, &raster_to_points_run, &raster_to_points_finish);
}

}  // namespace jingwei
