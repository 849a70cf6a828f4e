// How far along which line does a place lie, and how far from it on which side?
#include "analyses/analysis.hpp"
#include "analyses/chainage.hpp"
#include "analyses/describe.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/owned_rows.hpp"
#include "geometry/linear_reference.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {

using namespace literals;

enum class LineMatch { nearest, all };

template <>
std::vector<Choice> choices_of<LineMatch>() {
  return {{"nearest", {"最近的一条线", "the nearest line"}},
          {"all", {"搜索距离内的每一条线", "every line within the search distance"}}};
}

namespace {

struct LocateOptions {
  Length search_distance = 1_km;
  LineMatch match = LineMatch::nearest;
  std::optional<std::string> start_field;
};

Description locate_description() {
  return describe<LocateOptions>("locate-along-lines")
      .title({"沿线定位", "Locate along lines"})
      .summary({"地点在哪条线的什么里程，离线多远，在哪一侧？",
                "How far along which line does a place lie, and how far from it on which side?"})
      .reads("points", {"地点", "places"}, {}, {GeometryForm::point})
      .reads("lines", {"线路", "lines"}, {}, {GeometryForm::line})
      .option("search-distance", &LocateOptions::search_distance,
              {"离线多远以内才定位", "how far from a line places are looked for"}, between("0 m", "500 km"))
      .option("match", &LocateOptions::match, {"定位到哪些线", "on which lines a place is located"})
      .option("start-field", &LocateOptions::start_field,
              {"线路起点里程的字段（米）；不填则为 0",
               "the field of the chainage in metres at which each line begins; none: 0"},
              field_of("lines"))
      .writes("places", owned)
      .halo([](const LocateOptions& options) { return std::optional(options.search_distance); })
      .cites("ISO 19148:2021. Geographic information: linear referencing.")
      .cites("Karney, C. F. F. (2013). Algorithms for geodesics. Journal of Geodesy 87, 43–55.");
}

std::string_view name_of(LineSide side) {
  switch (side) {
    case LineSide::left:
      return "left";
    case LineSide::right:
      return "right";
    case LineSide::on:
      break;
  }
  return "on";
}

std::vector<std::vector<LinePlace>> located(const Layer& points, const Layer& lines, const Crs& crs,
                                            const LocateOptions& options, Context& context) {
  const std::vector<Point> places = representative_points(points.geometry(), context);
  if (options.match == LineMatch::all)
    return along_lines(places, lines.geometry(), crs, options.search_distance, context);
  std::vector<std::vector<LinePlace>> found;
  for (const auto& place :
       along_nearest_line(places, lines.geometry(), crs, options.search_distance, context))
    found.push_back(place ? std::vector{*place} : std::vector<LinePlace>());
  return found;
}

Result locate_run(const Window& in, const LocateOptions& options, Context& context) {
  Result result;
  const Layer points = owned_rows(in, "points", context);
  const Layer& lines = in["lines"];
  const std::vector<double> starts =
      starts_of("locate-along-lines", lines, options.start_field, result.issues);
  const auto found = located(points, lines, in.crs(), options, context);

  Layer places = output_layer("locate_along_lines_places", in.crs());
  std::vector<std::uint32_t> point_rows, line_rows;
  std::vector<Provenance> provenance;
  for (std::uint32_t row = 0; row < points.rows(); ++row) {
    const std::string point_key = points.key().as_text(row);
    const auto add = [&](const std::string& key, std::uint32_t line,
                         std::vector<std::pair<std::string_view, Value>> values) {
      values.emplace_back("place_key", key);
      values.emplace_back("point_key", point_key);
      places.append(points.geometry().wkb(row), values);
      point_rows.push_back(row);
      line_rows.push_back(line);
      provenance.emplace_back().add(points, row);
      if (line != no_row) provenance.back().add(lines, line);
    };
    if (found[row].empty()) add(point_key, no_row, {});
    for (const LinePlace& place : found[row]) {
      const std::string line_key = lines.key().as_text(place.row);
      const double chainage_m = starts[place.row] + place.chainage_m;
      add(options.match == LineMatch::all ? joined_key(point_key, line_key, '|') : point_key, place.row,
          {{"line_key", line_key},
           {"chainage_m", chainage_m},
           {"chainage_mark", chainage_mark(chainage_m)},
           {"offset_m", place.side == LineSide::right ? -place.distance_m : place.distance_m},
           {"side", std::string(name_of(place.side))}});
    }
  }
  pass_through(points, point_rows, "", places);
  pass_through(lines, line_rows, "line_", places);
  set_provenance(places, provenance);
  result.layers.emplace_back("places", std::move(places));
  return result;
}

void locate_finish(Result& whole, const LocateOptions&, Context&) {
  const Layer& places = whole.layer("places");
  const Column& lines = places["line_key"];
  double located = 0;
  for (std::size_t row = 0; row < places.rows(); ++row) located += lines.is_null(row) ? 0 : 1;
  whole.figures = {{"located", located}, {"not_located", static_cast<double>(places.rows()) - located}};
}

}  // namespace

Analysis locate_along_lines_analysis() {
  return make_analysis(&locate_description, &locate_run, &locate_finish);
}

}  // namespace jingwei
