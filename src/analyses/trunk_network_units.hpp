#pragma once
#include <optional>
#include <vector>

#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/result.hpp"

namespace jingwei {

struct TrunkNetworkOptions {
  std::vector<Length> distances{Length{5000}, Length{10000}, Length{20000}};
  std::vector<Duration> times{Duration{30 * 60}, Duration{60 * 60}, Duration{90 * 60}, Duration{120 * 60}};
  Length line_tolerance{5000};
  Duration max_time{6 * 3600};
};

/// How far each place of people lies from the trunk lines, their stations and the core cities.
class TrunkCells {
 public:
  /// Places off the network are told in `issues`.
  TrunkCells(const Window& in, const TrunkNetworkOptions& options, std::vector<Issue>& issues,
             Context& context);

  /// Everyone within each distance of a line.
  std::vector<double> people_within_distances() const;
  /// The counties that the window owns: the layers by_unit and cores. People outside all counties are told.
  void write_units(Result& result, Context& context) const;

  const Layer& lines() const { return m_lines; }
  const Layer& cores() const { return m_cores; }

 private:
  struct Cell {
    double people = 0;
    std::uint32_t line = no_row;  ///< the nearest
    double line_m = 0;
    std::optional<double> station_min;  ///< to the nearest; nothing: no way within the limit
    std::vector<std::optional<double>> core_min;
  };
  struct Sums;
  void measure_lines(Context& context);
  void measure_times(std::vector<Issue>& issues, Context& context);
  Sums sums_of(const std::vector<std::uint32_t>& cells) const;
  void append(const Layer& units, std::uint32_t row, const std::vector<std::uint32_t>& cells, Result& result,
              Context& context) const;

  const Window& m_in;
  const TrunkNetworkOptions& m_options;
  Layer m_population, m_lines, m_cores, m_stations;  // by key
  std::vector<Point> m_points;
  std::vector<Cell> m_cells;
};

}  // namespace jingwei
