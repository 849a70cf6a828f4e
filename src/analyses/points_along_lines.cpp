// Where do the stations at a regular interval along lines lie?
#include <cmath>

#include "analyses/analysis.hpp"
#include "analyses/chainage.hpp"
#include "analyses/describe.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "base/error.hpp"
#include "geometry/linear_reference.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

namespace {

struct PointsAlongOptions {
  Length interval = 1_km;
  bool ends = true;
  std::optional<std::string> start_field;
};

Description points_along_description() {
  return describe<PointsAlongOptions>("points-along-lines")
      .title({"沿线等距点", "Points along lines"})
      .summary({"沿线每隔固定里程的点在哪里？", "Where do the points at a regular interval along lines lie?"})
      .reads("lines", {"线路", "lines"}, {}, {GeometryForm::line})
      .option("interval", &PointsAlongOptions::interval,
              {"间隔；点位于其整倍数里程处", "the interval; points lie at chainages that are its multiples"},
              between("10 cm", "1000 km"))
      .option("ends", &PointsAlongOptions::ends,
              {"是否另加线的起点和终点", "whether the ends of lines are points too"})
      .option("start-field", &PointsAlongOptions::start_field,
              {"线路起点里程的字段（米）；不填则为 0",
               "the field of the chainage in metres at which each line begins; none: 0"},
              field_of("lines"))
      .writes("points", owned)
      .cites("ISO 19148:2021. Geographic information: linear referencing.");
}

/// The chainages of a line's points, ascending, counted from its start.
std::vector<double> stations_of(double length_m, double start_m, const PointsAlongOptions& options) {
  constexpr double apart_m = 1e-3;  // nearer to an end than that, a point is the end
  const double interval_m = options.interval.m;
  std::vector<double> stations;
  if (options.ends) stations.push_back(0);
  for (double k = std::ceil(start_m / interval_m); k * interval_m - start_m <= length_m; ++k) {
    const double station_m = k * interval_m - start_m;
    if (options.ends && (station_m < apart_m || station_m > length_m - apart_m)) continue;
    stations.push_back(station_m);
  }
  if (options.ends && length_m >= apart_m) stations.push_back(length_m);
  return stations;
}

Result points_along_run(const Window& in, const PointsAlongOptions& options, Context& context) {
  constexpr double most_points = 2e7;
  Result result;
  const Layer lines = owned_rows(in, "lines", context);
  const std::vector<double> starts =
      starts_of("points-along-lines", lines, options.start_field, result.issues);
  const CrsGeodesic truth(in.crs());
  Layer points = output_layer("points_along_lines_points", in.crs());
  std::vector<std::uint32_t> sources;
  std::vector<Provenance> provenance;
  for (std::uint32_t row = 0; row < lines.rows(); ++row) {
    context.check_cancelled();
    const MeasuredLine line(lines.geometry().wkb(row), in.crs(), truth);
    if (static_cast<double>(points.rows()) + line.length_m() / options.interval.m > most_points)
      throw input_error({"points-along-lines：间隔 {} 会产生两千万以上的点；请加大间隔",
                         "points-along-lines: an interval of {} gives more than twenty million points; "
                         "choose a longer one"},
                        to_text(options.interval));
    const std::string key = lines.key().as_text(row);
    for (const double station_m : stations_of(line.length_m(), starts[row], options)) {
      const auto station = line.at(station_m);
      if (!station) continue;
      const std::string mark = chainage_mark(starts[row] + station_m);
      points.append(wkb_of(station->place), {{"point_key", joined_key(key, mark, '|')},
                                             {"line_key", key},
                                             {"chainage_m", starts[row] + station_m},
                                             {"chainage_mark", mark},
                                             {"azimuth_deg", station->azimuth}});
      sources.push_back(row);
      provenance.emplace_back().add(lines, row);
    }
  }
  pass_through(lines, sources, "", points);
  set_provenance(points, provenance);
  result.layers.emplace_back("points", std::move(points));
  return result;
}

void points_along_finish(Result& whole, const PointsAlongOptions&, Context&) {
  whole.figures = {{"points", static_cast<double>(whole.layer("points").rows())}};
}

}  // namespace

Analysis points_along_lines_analysis() {
  return make_analysis(&points_along_description, &points_along_run, &points_along_finish);
}

}  // namespace jingwei
