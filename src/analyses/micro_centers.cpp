// What stands around each micro-center of the trunk lines: people, jobs, parks, protected land?
#include <algorithm>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/micro_centers_contents.hpp"
#include "analyses/output_layer.hpp"
#include "geometry/buffer.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

namespace {

/// 800 m is the usual outer ring of station areas, 5 km the farthest that a centre counts to a line
/// (confidence C). No standard delimits a node town: 3 km, a county seat and its edge, is our assumption.
struct MicroCentersOptions {
  Length catchment = 800_m;
  Length node_town_catchment = 3_km;
  Length line_tolerance = 5_km;
  Length station_tolerance = 800_m;
};

/// A catchment that reaches the core may lie on a line that is farther off by the tolerance.
std::optional<Length> reach(const MicroCentersOptions& options) {
  const double radius_m = std::max(options.catchment.m, options.node_town_catchment.m);
  return Length{radius_m + std::max(options.line_tolerance.m, options.station_tolerance.m)};
}

Description micro_centers_description() {
  return describe<MicroCentersOptions>("micro-centers")
      .title({"微中心", "Micro-centers"})
      .summary({"各微中心属于哪条干线，影响区内有多少人口、岗位、公园与受保护用地？",
                "Which trunk line does each micro-center belong to, and what people, jobs, parks and "
                "protected land lie in its catchment?"})
      .reads("micro_centers", {"微中心", "micro-centers"}, {"micro_centers"})
      .reads("trunk_lines", {"交通干线", "trunk lines"}, {"trunk_lines"})
      .reads("population", {"人口", "population"}, {"population"})
      .reads("jobs", {"岗位", "jobs"}, {"jobs"}, {}, Presence::optional)
      .reads("parks", {"公园绿地", "parks"}, {"parks"}, {}, Presence::optional)
      .reads("conservation_zones", {"生态保护区域", "conservation zones"}, {"conservation_zones"}, {},
             Presence::optional)
      .reads("stations", {"车站", "stations"}, {"stations"}, {}, Presence::optional)
      .option("catchment", &MicroCentersOptions::catchment,
              {"轨道微中心的影响半径（直线）", "radius of a rail micro-center (straight line)"},
              between("1 m", "20 km"))
      .option("node-town-catchment", &MicroCentersOptions::node_town_catchment,
              {"节点城镇的影响半径（直线）", "radius of a node town (straight line)"},
              between("1 m", "50 km"))
      .option("line-tolerance", &MicroCentersOptions::line_tolerance,
              {"归属干线的最大距离", "how far a micro-center may lie from its trunk line"},
              between("1 m", "50 km"))
      .option("station-tolerance", &MicroCentersOptions::station_tolerance,
              {"对应车站的最大距离", "how far a micro-center may lie from its station"},
              between("1 m", "50 km"))
      .writes("catchments", owned)
      .writes("by_line", sum_by_key)
      .halo(&reach)
      .cites(
          "北京市轨道微中心名录（2020） (rail micro-centers: a station and its walking catchment; 800 m is "
          "the usual "
          "outer ring of station areas).");
}

/// One question in one window: catchments of the micro-centers that it owns, sums by line inside its core.
class MicroCenters {
 public:
  MicroCenters(const Window& in, const MicroCentersOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_centers(by_key("micro_centers")),
        m_lines(by_key("trunk_lines")),
        m_points(representative_points(m_centers.geometry(), context)),
        m_nearest(nearest(m_points, m_lines.geometry(), in.crs(), options.line_tolerance, context)) {
    for (std::uint32_t row = 0; row < m_centers.rows(); ++row) {
      const bool town = m_centers["kind"].text_or(row, "") == "node_town";
      m_radii.push_back(town ? options.node_town_catchment : options.catchment);
    }
    m_catchments = buffer(m_centers.geometry(), in.crs(), m_radii, in.grid_size(), context);
  }

  Result run() {
    write_catchments();
    write_by_line();
    return std::move(m_result);
  }

 private:
  Layer by_key(std::string_view role) const { return m_in[role].take(rows_by_key(m_in[role])); }

  void write_catchments() {
    const std::vector<bool> own = m_in.owned(m_centers, m_context);
    const std::vector<std::uint32_t> rows =
        rows_where(m_centers, [&](auto row) { return own[row] && !m_catchments.is_null(row); });
    const GeometryColumn catchments = take(m_catchments, rows);
    const CatchmentContents contents = contents_of(m_in, catchments, m_result, m_context);
    const std::vector<double> areas = areas_m2(catchments, m_in.crs(), m_context);
    std::vector<Nearest> stations(m_centers.rows());
    Layer station_layer;
    if (m_in.has("stations")) {
      station_layer = by_key("stations");
      stations =
          nearest(m_points, station_layer.geometry(), m_in.crs(), m_options.station_tolerance, m_context);
    }

    Layer layer = output_layer("micro_centers_catchments", m_in.crs());
    std::vector<Provenance> sources;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::uint32_t row = rows[i];
      const Nearest& line = m_nearest[row];
      const Nearest& station = stations[row];
      Provenance& source = sources.emplace_back(contents.people.provenance[i]);
      source.add(contents.others[i]);
      source.add(m_centers, row, contents.people.values[i] == 0 ? 1 : 0);
      if (line.row != no_row) source.add(m_lines, line.row, 0);
      if (station.row != no_row) source.add(station_layer, station.row, 0);

      const double people = contents.people.values[i];
      const auto number = [&](const std::vector<double>& values) {
        return values.empty() ? Value{} : Value{values[i]};
      };
      const auto per_person = [&](const std::vector<double>& values) {
        return values.empty() || people == 0 ? Value{} : Value{values[i] / people};
      };
      const auto on_line = [&](const Value& value) { return line.row == no_row ? Value{} : value; };
      std::vector<std::pair<std::string_view, Value>> values{
          {"micro_center_id", m_centers.key().as_text(row)},
          {"name_zh", m_centers["name_zh"].value(row)},
          {"name_en", m_centers["name_en"].value(row)},
          {"kind", m_centers["kind"].value(row)},
          {"line_distance_m", on_line(line.distance_m)},
          {"chainage_km", on_line(line.chainage_m / 1000)},
          {"radius_m", m_radii[row].m},
          {"area_m2", areas[i]},
          {"people", people},
          {"jobs", number(contents.jobs)},
          {"jobs_per_person", per_person(contents.jobs)},
          {"park_m2", number(contents.park_m2)},
          {"park_m2_per_person", per_person(contents.park_m2)},
          {"protected_m2", number(contents.protected_m2)},
          {"prohibited_m2", number(contents.prohibited_m2)},
          {"restricted_m2", number(contents.restricted_m2)},
          {"advisory_m2", number(contents.advisory_m2)}};
      if (line.row != no_row) {
        values.emplace_back("line_id", m_lines.key().as_text(line.row));
        values.emplace_back("line_name_zh", m_lines["name_zh"].value(line.row));
      }
      if (station.row != no_row) {
        values.emplace_back("station_id", station_layer.key().as_text(station.row));
        values.emplace_back("station_distance_m", station.distance_m);
      }
      layer.append(catchments.wkb(i), values);
    }
    set_provenance(layer, sources);
    m_result.layers.emplace_back("catchments", std::move(layer));
  }

  void write_by_line() {
    const auto lines = static_cast<std::uint32_t>(m_lines.rows());
    const std::vector<bool> own = m_in.owned(m_centers, m_context);
    std::vector<std::uint32_t> groups;
    std::vector<std::int64_t> counts(lines);
    std::vector<Provenance> sources(lines);
    for (std::uint32_t row = 0; row < m_centers.rows(); ++row) {
      groups.push_back(m_nearest[row].row);
      if (!own[row] || m_nearest[row].row == no_row) continue;
      ++counts[m_nearest[row].row];
      sources[m_nearest[row].row].add(m_centers, row, 0);
    }
    const GeometryColumn joined =
        dissolve(m_in.in_core(m_catchments, m_context), groups, lines, m_in.grid_size(), m_context);
    const Sums people = sum_within(countable(m_in, m_in["population"], m_context), "people", joined,
                                   Overlap::every_zone, m_in.grid_size(), m_context);
    std::optional<Sums> jobs;
    if (m_in.has("jobs")) {
      jobs = sum_within(countable(m_in, m_in["jobs"], m_context), "jobs", joined, Overlap::every_zone,
                        m_in.grid_size(), m_context);
      add_job_sources(m_in["jobs"], joined, sources, m_context);
    }

    const std::vector<double> lengths = lengths_m(m_lines.geometry(), m_in.crs(), m_context);
    Layer layer = output_layer("micro_centers_by_line", m_in.crs());
    for (std::uint32_t row = 0; row < lines; ++row) {
      sources[row].add(people.provenance[row]);
      sources[row].add(m_lines, row, 0);
      layer.append(m_lines.geometry().wkb(row), {{"line_id", m_lines.key().as_text(row)},
                                                 {"name_zh", m_lines["name_zh"].value(row)},
                                                 {"name_en", m_lines["name_en"].value(row)},
                                                 {"scheme", m_lines["scheme"].value(row)},
                                                 {"length_m", lengths[row]},
                                                 {"micro_centers", counts[row]},
                                                 {"people", people.values[row]},
                                                 {"jobs", jobs ? Value{jobs->values[row]} : Value{}}});
    }
    set_provenance(layer, sources);
    m_result.layers.emplace_back("by_line", std::move(layer));
  }

  const Window& m_in;
  const MicroCentersOptions& m_options;
  Context& m_context;
  Layer m_centers;
  Layer m_lines;
  std::vector<Point> m_points;     // of the micro-centers
  std::vector<Nearest> m_nearest;  // line of each micro-center
  std::vector<Length> m_radii;
  GeometryColumn m_catchments;
  Result m_result;
};

Result micro_centers_run(const Window& in, const MicroCentersOptions& options, Context& context) {
  return MicroCenters(in, options, context).run();
}

void micro_centers_finish(Result& whole, const MicroCentersOptions&, Context&) {
  Layer& lines = whole.layer("by_line");
  for (std::size_t row = 0; row < lines.rows(); ++row)
    if (const double km = lines["length_m"].number_or(row, 0) / 1000; km > 0)
      lines.column("people_per_km").set(row, lines["people"].number_or(row, 0) / km);

  const Layer& catchments = whole.layer("catchments");
  double on_a_line = 0;
  double in_prohibited = 0;
  for (std::size_t row = 0; row < catchments.rows(); ++row) {
    if (!catchments["line_id"].is_null(row)) ++on_a_line;
    if (catchments["prohibited_m2"].number_or(row, 0) > 0) ++in_prohibited;
  }
  whole.figures = {{"micro_centers", static_cast<double>(catchments.rows())},
                   {"micro_centers_on_a_line", on_a_line},
                   {"micro_centers_in_prohibited_zones", in_prohibited},
                   {"largest_catchment_people", largest(catchments, "people")}};
}

}  // namespace

Analysis micro_centers_analysis() {
  return make_analysis(&micro_centers_description, &micro_centers_run, &micro_centers_finish);
}

}  // namespace jingwei
