// Which facilities are nearest to each place, and which way does one go to them?
#include <algorithm>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "analyses/route_line.hpp"
#include "analyses/routes_between.hpp"
#include "analyses/travel_times.hpp"
#include "base/error.hpp"

namespace jingwei {

using namespace literals;

enum class FacilityTravel { to_facility, from_facility };
enum class FacilityLines { none, straight, route };

template <>
std::vector<Choice> choices_of<FacilityTravel>() {
  return {{"to_facility", {"前往设施（就医、上学）", "to the facility (patients, pupils)"}},
          {"from_facility", {"自设施出发（急救、消防）", "from the facility (ambulances, fire engines)"}}};
}

template <>
std::vector<Choice> choices_of<FacilityLines>() {
  return {{"none", {"不输出", "none"}},
          {"straight", {"直线", "straight lines"}},
          {"route", {"沿路网（按时刻表：步行与乘车）", "along the network; by timetable walks and rides"}}};
}

namespace {

struct NearestFacilityOptions {
  std::int64_t count = 1;
  FacilityTravel travel = FacilityTravel::to_facility;
  Duration max_time = 2_h;
  FacilityLines lines = FacilityLines::none;
  Departures departures;
};

bool has_lines(const NearestFacilityOptions& options) {
  return options.lines != FacilityLines::none;
}

Description nearest_facility_description() {
  using Options = NearestFacilityOptions;
  return describe<Options>("nearest-facility")
      .title({"最近设施", "Nearest facility"})
      .summary({"离每个地点最近的几处设施是哪些，要多久？",
                "Which facilities are nearest to each place, and how long does it take?"})
      .reads("origins", {"地点", "places"}, {},
             {GeometryForm::point, GeometryForm::polygon, GeometryForm::table})
      .reads("facilities", {"设施", "facilities"}, {},
             {GeometryForm::point, GeometryForm::polygon, GeometryForm::table})
      .reads_network("network", {"出行网络；或给出 travel_times", "network; or give travel_times"},
                     Presence::optional)
      .reads("travel_times", {"出行时间表，代替网络", "table of travel times, in place of a network"},
             {"travel_times", "od_matrix_pairs"}, {GeometryForm::table}, Presence::optional)
      .option("count", &Options::count, {"每个地点列出几处设施", "how many facilities for each place"},
              between("1", "100"))
      .option("travel", &Options::travel, {"出行方向", "which way one travels"})
      .option(
          "max-time", &Options::max_time,
          {"时间上限，含等于：更远的设施不计", "time limit, inclusive: facilities farther away do not count"},
          between("1 min", "24 h"))
      .option("lines", &Options::lines, {"到设施的连线", "lines to the facilities"})
      .includes(&Options::departures, departures_description())
      .writes("origins", owned)
      .writes("pairs", owned)
      .writes_if(&has_lines, "lines", owned)
      .sees_everything()  // a destination can be as far as the network carries
      .cites(
          "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, "
          "269–271.");
}

std::vector<std::uint8_t> straight_line(Point from, Point to) {
  if (!(from.x == from.x && to.x == to.x) || from == to) return {};
  return wkb_of_lines(std::vector<Path>{{from, to}});
}

/// One question in one window: for the places that it owns.
class NearestFacilities {
 public:
  NearestFacilities(const Window& in, const NearestFacilityOptions& options, Context& context)
      : m_in(in),
        m_options(options),
        m_context(context),
        m_origins(owned_rows(in, "origins", context)),
        m_facilities(in["facilities"].take(rows_by_key(in["facilities"]))) {}

  Result run() {
    const Network* source = travel_sources(m_in).front();
    if (source == nullptr && m_options.lines == FacilityLines::route)
      throw input_error({"lines: route 需要 network；出行时间表（travel_times）只有直线：lines: straight",
                         "lines: route needs a network; a table of travel times has lines: straight only"});
    const bool to = m_options.travel == FacilityTravel::to_facility;
    const TravelTimes times(m_in, source, "origins", m_origins, m_facilities,
                            to ? Network::Direction::from_place : Network::Direction::to_place,
                            m_options.departures.when, {m_options.departures.percentile}, m_result.issues,
                            m_context);
    m_nearest =
        times.nearest(static_cast<std::size_t>(m_options.count), to_cost(m_options.max_time), m_context);
    write_origins(times);
    write_pairs();
    if (has_lines(m_options)) write_lines(times);
    return std::move(m_result);
  }

 private:
  void write_origins(const TravelTimes& times) {
    Layer origins = output_layer("nearest_facility_origins", m_in.crs());
    std::vector<Provenance> sources;
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row) {
      const auto& found = m_nearest[row];
      const bool any = !found.empty();
      origins.append(m_origins.spatial() ? m_origins.geometry().wkb(row) : Wkb{},
                     {{"origin", m_origins.key().as_text(row)},
                      {"facility", any ? Value{m_facilities.key().as_text(found[0].destination)} : Value{}},
                      {"time_min", any ? Value{to_minutes(found[0].cost)} : Value{}},
                      {"farthest_min", found.size() == static_cast<std::size_t>(m_options.count)
                                           ? Value{to_minutes(found.back().cost)}
                                           : Value{}},
                      {"found", times.known(row) ? Value{static_cast<std::int64_t>(found.size())} : Value{}},
                      {"snap_m", times.snap_m(row) ? Value{*times.snap_m(row)} : Value{}}});
      Provenance& source = sources.emplace_back();
      source.add(m_origins, row);
      for (const auto& near : found) source.add(m_facilities, near.destination);
    }
    set_provenance(origins, sources);
    m_result.layers.emplace_back("origins", std::move(origins));
  }

  /// Calls each(pair's key, origin, rank from 1, the facility near it).
  template <class Each>
  void for_each_pair(Each&& each) const {
    for (std::uint32_t row = 0; row < m_origins.rows(); ++row)
      for (std::size_t i = 0; i < m_nearest[row].size(); ++i) {
        const Network::NearestPlace& near = m_nearest[row][i];
        each(joined_key(m_origins.key().as_text(row), m_facilities.key().as_text(near.destination), '|'), row,
             static_cast<std::int64_t>(i + 1), near);
      }
  }

  /// The columns that pairs and lines have in common.
  std::vector<std::pair<std::string_view, Value>> values_of(const std::string& key, std::uint32_t row,
                                                            std::int64_t rank,
                                                            const Network::NearestPlace& near) const {
    return {{"pair_id", key},
            {"origin", m_origins.key().as_text(row)},
            {"facility", m_facilities.key().as_text(near.destination)},
            {"rank", rank},
            {"time_min", to_minutes(near.cost)}};
  }

  Provenance sources_of(std::uint32_t row, const Network::NearestPlace& near) const {
    Provenance source;
    source.add(m_origins, row);
    source.add(m_facilities, near.destination);
    return source;
  }

  void write_pairs() {
    Layer pairs = output_layer("nearest_facility_pairs", m_in.crs());
    std::vector<Provenance> sources;
    for_each_pair([&](const std::string& key, std::uint32_t row, std::int64_t rank, const auto& near) {
      pairs.append(values_of(key, row, rank, near));
      sources.push_back(sources_of(row, near));
    });
    set_provenance(pairs, sources);
    m_result.layers.emplace_back("pairs", std::move(pairs));
  }

  void write_lines(const TravelTimes& times) {
    Layer lines = output_layer("nearest_facility_lines", m_in.crs());
    std::vector<Provenance> sources;
    const std::vector<std::vector<std::uint8_t>> shapes =
        m_options.lines == FacilityLines::route ? routes(times) : straight_lines();
    std::size_t number = 0;
    for_each_pair([&](const std::string& key, std::uint32_t row, std::int64_t rank, const auto& near) {
      lines.append(shapes[number++], values_of(key, row, rank, near));
      sources.push_back(sources_of(row, near));
    });
    set_provenance(lines, sources);
    m_result.layers.emplace_back("lines", std::move(lines));
  }

  std::vector<std::vector<std::uint8_t>> straight_lines() const {
    const std::vector<Point> from = places_of(m_origins, m_context), to = places_of(m_facilities, m_context);
    std::vector<std::vector<std::uint8_t>> shapes;
    for_each_pair([&](const std::string&, std::uint32_t row, std::int64_t, const auto& near) {
      shapes.push_back(straight_line(from[row], to[near.destination]));
    });
    return shapes;
  }

  std::vector<std::vector<std::uint8_t>> routes(const TravelTimes& times) const {
    std::vector<NetworkPlace> from, to;
    for (std::size_t row = 0; row < m_origins.rows(); ++row) from.push_back(times.place(row));
    for (std::size_t row = 0; row < m_facilities.rows(); ++row) to.push_back(times.other_place(row));
    const bool away = m_options.travel == FacilityTravel::from_facility;
    if (away) std::swap(from, to);
    RowPairs pairs;
    for_each_pair([&](const std::string&, std::uint32_t row, std::int64_t, const auto& near) {
      pairs.emplace_back(away ? near.destination : row, away ? row : near.destination);
    });
    std::vector<std::vector<std::uint8_t>> shapes;
    for (const auto& route : routes_between(m_in, "network", from, to, pairs, m_options.departures,
                                            m_options.max_time, m_context))
      shapes.push_back(route ? line_of(*route) : std::vector<std::uint8_t>{});
    return shapes;
  }

  const Window& m_in;
  const NearestFacilityOptions& m_options;
  Context& m_context;
  Layer m_origins;
  Layer m_facilities;
  std::vector<std::vector<Network::NearestPlace>> m_nearest;  // by origin
  Result m_result;
};

Result nearest_facility_run(const Window& in, const NearestFacilityOptions& options, Context& context) {
  return NearestFacilities(in, options, context).run();
}

void nearest_facility_finish(Result& whole, const NearestFacilityOptions&, Context&) {
  const Layer& origins = whole.layer("origins");
  std::size_t reached = 0;
  for (std::size_t row = 0; row < origins.rows(); ++row) reached += origins["time_min"].is_null(row) ? 0 : 1;
  whole.figures.push_back({"origins", static_cast<double>(origins.rows())});
  whole.figures.push_back({"origins_reached", static_cast<double>(reached)});
  if (reached == 0) return;
  whole.figures.push_back({"mean_time_min", total(origins, "time_min") / static_cast<double>(reached)});
  whole.figures.push_back({"longest_time_min", largest(origins, "time_min")});
}

}  // namespace

Analysis nearest_facility_analysis() {
  return make_analysis(&nearest_facility_description, &nearest_facility_run, &nearest_facility_finish);
}

}  // namespace jingwei
