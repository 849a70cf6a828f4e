#pragma once
// Small layers, networks and runs for the tests of analyses. Coordinates are metres east and north of a place
// on the central meridian of CGCS2000 / 3-degree Gauss-Kruger CM 117E near 39° N: within 20 km of it the
// plane stretches lengths by less than 5e-6, so that numbers worked by hand in the plane are true ones.
#include <algorithm>
#include <catch2/catch.hpp>

#include "analyses/analysis.hpp"

namespace fixtures {

using namespace jingwei;

inline Crs crs() {
  return Crs::parse("EPSG:4548");
}
inline constexpr Point origin{500000, 4320000};
inline constexpr Length precision{0.001};

inline Point place(double x, double y) {
  return {origin.x + x, origin.y + y};
}

using Shape = std::vector<std::uint8_t>;

inline Shape spot(double x, double y) {
  return wkb_of(place(x, y));
}
inline Shape box(double min_x, double min_y, double max_x, double max_y) {
  return wkb_of(Envelope{origin.x + min_x, origin.y + min_y, origin.x + max_x, origin.y + max_y});
}
inline Shape line(const std::vector<Point>& points) {
  Path path;
  for (const Point p : points) path.push_back(place(p.x, p.y));
  return wkb_of_lines(std::vector<Path>{path});
}

using Values = std::vector<std::pair<std::string_view, Value>>;

/// A layer of a definition, row by row.
class Rows {
 public:
  Rows(std::string name, std::string_view definition)
      : m_layer(std::move(name), *find_layer_definition(definition), crs()) {}
  Rows& add(const Shape& shape, const Values& values) {
    m_layer.append(shape, values);
    return *this;
  }
  /// Rows are given where a layer is asked for. NOLINTNEXTLINE(google-explicit-constructor)
  operator Layer() const { return m_layer; }

 private:
  Layer m_layer;
};

using Parameters = std::vector<std::pair<std::string, std::vector<std::string>>>;

struct Windows {
  int columns = 1;
  int rows = 1;
  int threads = 1;
};

inline bool takes(const Inputs& inputs, const std::string& role) {
  const auto named = [&](const auto& given) { return given.first == role; };
  return std::ranges::any_of(inputs.layers, named) || std::ranges::any_of(inputs.networks, named);
}

/// Runs an analysis; its outputs must be those that its description tells.
inline Result run(const std::string& analysis_name, const Inputs& inputs, const Parameters& parameters = {},
                  Windows windows = {}, Length grid = precision) {
  const Analysis* analysis = find_analysis(analysis_name);
  REQUIRE(analysis != nullptr);
  const Description& description = analysis->description;
  std::any options = description.default_options;
  for (const auto& [name, texts] : parameters) description.set(options, name, texts);
  Context context;
  context.set_threads(windows.threads);
  Result result = run_analysis(*analysis, analysis_name, inputs, options, crs(), grid, windows.columns,
                               windows.rows, context);
  for (const Output& output : description.outputs) {
    INFO(analysis_name << " " << output.thing);
    const bool needed = std::ranges::all_of(output.needs, [&](auto& role) { return takes(inputs, role); });
    CHECK(result.has(output.thing) == (needed && (!output.written || output.written(options))));
  }
  return result;
}

/// The row of a key; fails the test where there is none.
inline std::size_t row_of(const Layer& layer, std::string_view key) {
  for (std::size_t row = 0; row < layer.rows(); ++row)
    if (layer.key().as_text(row) == key) return row;
  FAIL("layer " << layer.name() << " has no row " << key);
  return 0;
}
inline double number(const Layer& layer, std::string_view key, std::string_view field) {
  return layer[field].number(row_of(layer, key));
}
inline std::string text(const Layer& layer, std::string_view key, std::string_view field) {
  return layer[field].as_text(row_of(layer, key));
}
inline bool is_null(const Layer& layer, std::string_view key, std::string_view field) {
  return layer[field].is_null(row_of(layer, key));
}
inline double figure(const Result& result, std::string_view name) {
  for (const Figure& figure : result.figures)
    if (figure.name == name) return figure.value;
  FAIL("no figure " << name);
  return 0;
}
inline bool has_figure(const Result& result, std::string_view name) {
  return std::ranges::any_of(result.figures, [&](const Figure& figure) { return figure.name == name; });
}
inline std::size_t issues_of_kind(const Result& result, std::string_view kind) {
  std::size_t count = 0;
  for (const Issue& issue : result.issues) count += issue.kind == kind ? 1 : 0;
  return count;
}

/// Three counties side by side, 4 km by 4 km each.
inline Layer three_counties() {
  Rows rows("admin_units", "admin_units");
  for (int i = 0; i < 3; ++i)
    rows.add(box(4000 * i, 0, 4000 * (i + 1), 4000),
             {{"unit_code", "K" + std::to_string(i + 1)},
              {"name_zh", std::string(i == 0   ? "甲县"
                                      : i == 1 ? "乙县"
                                               : "丙县")},
              {"name_en", std::string(i == 0   ? "Jia"
                                      : i == 1 ? "Yi"
                                               : "Bing")},
              {"province_zh", std::string(i < 2 ? "河北省" : "天津市")},
              {"city_zh", std::string(i < 2 ? "廊坊市" : "天津市")},
              {"population", 1000.0 * (i + 1)},
              {"confidence", std::string(i == 1 ? "B" : "A")},
              {"synthetic", false}});
  return rows;
}

/// A cell of the layer population.
inline Values cell(const char* id, double people, bool synthetic = false) {
  return {{"cell_id", std::string(id)},
          {"people", people},
          {"unit_code", std::string("of ") + id},
          {"confidence", std::string("A")},
          {"synthetic", synthetic}};
}

/// Facilities by their IDs.
inline Layer places(const std::string& name, const std::vector<std::pair<const char*, Point>>& list) {
  Rows rows(name, "facilities");
  for (const auto& [id, p] : list) rows.add(spot(p.x, p.y), {{"facility_id", std::string(id)}});
  return rows;
}

/// One street 12 km along the middle of the three counties, and a lane of 1 km that touches nothing.
inline Layer streets() {
  return Rows("roads", "roads")
      .add(line({{0, 2000}, {12000, 2000}}),
           {{"road_id", std::string("R1")}, {"class", std::string("residential")}})
      .add(line({{10000, 3500}, {11000, 3500}}),
           {{"road_id", std::string("R2")}, {"class", std::string("residential")}});
}

inline Network walking(const Layer& roads, Length snap_limit = {500}) {
  NetworkSources sources;
  sources.name = "walk";
  sources.lines = {&roads};
  sources.snap_limit = snap_limit;
  std::vector<Issue> issues;
  Context context;
  return Network(sources, *find_profile("walk"), crs().grid_size(precision), issues, context);
}

}  // namespace fixtures
