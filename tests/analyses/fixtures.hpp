#pragma once
// Small layers, networks and runs for the tests of analyses. Coordinates are metres east and north of a place
// on the central meridian of CGCS2000 / 3-degree Gauss-Kruger CM 117E near 39° N: within 20 km of it the
// plane stretches lengths by less than 5e-6, so that numbers worked by hand in the plane are true ones.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "analyses/analysis.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

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

inline Result run(const std::string& analysis_name, const Inputs& inputs, const Parameters& parameters = {},
                  Windows windows = {}) {
  const Analysis* analysis = find_analysis(analysis_name);
  REQUIRE(analysis != nullptr);
  std::any options = analysis->description.default_options;
  for (const auto& [name, texts] : parameters) analysis->description.set(options, name, texts);
  Context context;
  context.set_threads(windows.threads);
  return run_analysis(*analysis, analysis_name, inputs, options, crs(), precision, windows.columns,
                      windows.rows, context);
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
inline std::size_t issues_of_kind(const Result& result, std::string_view kind) {
  std::size_t count = 0;
  for (const Issue& issue : result.issues) count += issue.kind == kind ? 1 : 0;
  return count;
}

/// Measures follow the grid, and so does all that is divided by them: where a window cuts a long edge, the
/// cut's ends move by up to half a grid cell, and the area beside that edge changes by as much times its
/// length.
inline bool follows_grid(const std::string& field) {
  return field.ends_with("_m2") || field.ends_with("length_m") || field.ends_with("_pct") ||
         field.find("_per_") != std::string::npos;
}
inline double margin_m2(const Envelope& envelope) {
  return precision.m * 2 * (envelope.width() + envelope.height());
}

inline double size_of(const GeometryColumn& column) {
  Context context;
  double size = 0;
  for (const double area : areas_m2(column, crs(), context)) size += area;
  for (const double length : lengths_m(column, crs(), context)) size += length;
  return size;
}

/// Polygons: next to nothing lies in only one of them. Lines and points: all vertices of each lie on the
/// other, up to the grid (cut lines that are almost the same share no piece).
inline void expect_same_place(const GeometryColumn& left, const GeometryColumn& right) {
  Context context;
  const double grid_size = crs().grid_size(precision);
  if (kind_of(left) == GeometryKind::polygon) {
    const double apart = size_of(difference(left, right, grid_size, context).geometry) +
                         size_of(difference(right, left, grid_size, context).geometry);
    CHECK(apart <= 1e-6 * size_of(left) + margin_m2(left.envelope(0)));
    return;
  }
  CHECK(size_of(left) == Approx(size_of(right)).epsilon(1e-6).margin(precision.m));
  const auto on = [&](const GeometryColumn& one, const GeometryColumn& other) {
    std::vector<Point> vertices = points_of(one.wkb(0));
    for (const Path& path : lines_of(one.wkb(0))) vertices.insert(vertices.end(), path.begin(), path.end());
    const auto places = nearest(vertices, other, crs(), Length{2 * precision.m}, context);
    CHECK(std::ranges::count(places, no_row, &Nearest::row) == 0);
  };
  on(left, right);
  on(right, left);
}

/// `epsilon`: relative, of numbers that do not follow the grid.
inline void expect_same(const Layer& a, const Layer& b, double epsilon) {
  INFO("layer " << a.name());
  REQUIRE(a.rows() == b.rows());
  REQUIRE(a.fields().size() == b.fields().size());
  for (const Field& field : a.fields())
    for (std::size_t row = 0; row < a.rows(); ++row) {
      INFO("field " << field.name << ", key " << a.key().as_text(row));
      const Column& left = a[field.name];
      const Column& right = b[field.name];
      REQUIRE(left.is_null(row) == right.is_null(row));
      if (left.is_null(row)) continue;
      if (field.type != FieldType::real) {
        CHECK(left.as_text(row) == right.as_text(row));
        continue;
      }
      const bool loose = follows_grid(field.name);
      const double margin = loose && a.spatial() ? margin_m2(a.geometry().envelope(row)) : 0;
      CHECK(left.number(row) ==
            Approx(right.number(row)).epsilon(loose ? 1e-6 : epsilon).margin(1e-9 + margin));
    }
  if (!a.spatial()) return;
  for (std::uint32_t row = 0; row < a.rows(); ++row) {
    INFO("geometry of " << a.key().as_text(row));
    const std::uint32_t rows[] = {row};
    const GeometryColumn left = take(a.geometry(), rows);
    const GeometryColumn right = take(b.geometry(), rows);
    REQUIRE(left.is_null(0) == right.is_null(0));
    if (!left.is_null(0)) expect_same_place(left, right);
  }
}

inline void expect_same(const Result& a, const Result& b, double epsilon = 1e-9) {
  REQUIRE(a.layers.size() == b.layers.size());
  for (const auto& [thing, layer] : a.layers) expect_same(layer, b.layer(thing), epsilon);
  REQUIRE(a.figures.size() == b.figures.size());
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    INFO("figure " << a.figures[i].name);
    CHECK(a.figures[i].name == b.figures[i].name);
    CHECK(a.figures[i].value == Approx(b.figures[i].value).epsilon(1e-5));
  }
  REQUIRE(a.issues.size() == b.issues.size());
  for (std::size_t i = 0; i < a.issues.size(); ++i) {
    CHECK(a.issues[i].feature == b.issues[i].feature);
    CHECK(a.issues[i].kind == b.issues[i].kind);
  }
  CHECK(a.certificate.witness_failures == 0);
}

inline void expect_identical(const Result& a, const Result& b) {
  REQUIRE(a.layers.size() == b.layers.size());
  for (const auto& [thing, layer] : a.layers) {
    const Layer& other = b.layer(thing);
    REQUIRE(layer.rows() == other.rows());
    for (std::size_t row = 0; row < layer.rows(); ++row) {
      for (const Field& field : layer.fields())
        CHECK(layer[field.name].value(row) == other[field.name].value(row));
      const Wkb left = layer.geometry().wkb(row);
      const Wkb right = other.geometry().wkb(row);
      CHECK(std::equal(left.begin(), left.end(), right.begin(), right.end()));
    }
  }
}

/// Runs over 1 × 1, 2 × 2 and 3 × 5 windows and on one and four threads: all the same. Returns the first.
/// `epsilon`: of numbers whose names do not tell that they follow the grid (people split by area: 1e-6).
inline Result run_every_way(const std::string& analysis, const Inputs& inputs,
                            const Parameters& parameters = {}, double epsilon = 1e-9) {
  Result whole = run(analysis, inputs, parameters);
  for (const Windows windows : {Windows{2, 2}, Windows{3, 5}}) {
    INFO(windows.columns << " by " << windows.rows << " windows");
    expect_same(whole, run(analysis, inputs, parameters, windows), epsilon);
  }
  expect_identical(whole, run(analysis, inputs, parameters, {1, 1, 4}));
  return whole;
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
