#pragma once
// The same question over several windows and threads must give the same results. `combine` adds up what
// windows found and joins their pieces; what it cannot undo is that the border of a window cuts edges, and
// that the ends of a cut are rounded to the grid.
#include "analyses/fixtures.hpp"
#include "geometry/join.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"

namespace fixtures {

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

struct Tolerance {
  double epsilon, margin;
};

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

/// Layers of the same rows and values; numbers up to `tolerance(field name, envelope)`, places as
/// `expect_place(left, right)` has it.
template <class ToleranceOf, class ExpectPlace>
void expect_same(const Layer& a, const Layer& b, const ToleranceOf& tolerance,
                 const ExpectPlace& expect_place) {
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
      const Tolerance off =
          tolerance(field.name, a.spatial() ? a.geometry().envelope(row) : Envelope{0, 0, 0, 0});
      CHECK(left.number(row) == Approx(right.number(row)).epsilon(off.epsilon).margin(1e-9 + off.margin));
    }
  for (std::uint32_t row = 0; a.spatial() && row < a.rows(); ++row) {
    INFO("geometry of " << a.key().as_text(row));
    const std::uint32_t rows[] = {row};
    const GeometryColumn left = take(a.geometry(), rows);
    const GeometryColumn right = take(b.geometry(), rows);
    REQUIRE(left.is_null(0) == right.is_null(0));
    if (!left.is_null(0)) expect_place(left, right);
  }
}

/// The same figures and issues, and nothing unproven.
inline void expect_same_rest(const Result& a, const Result& b, double epsilon) {
  REQUIRE(a.figures.size() == b.figures.size());
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    INFO("figure " << a.figures[i].name);
    CHECK(a.figures[i].name == b.figures[i].name);
    CHECK(a.figures[i].value == Approx(b.figures[i].value).epsilon(epsilon).margin(1e-9));
  }
  REQUIRE(a.issues.size() == b.issues.size());
  for (std::size_t i = 0; i < a.issues.size(); ++i) {
    CHECK(a.issues[i].feature == b.issues[i].feature);
    CHECK(a.issues[i].kind == b.issues[i].kind);
  }
  CHECK(a.certificate.witness_failures == 0);
  CHECK(b.certificate.witness_failures == 0);
}

/// `epsilon`: relative, of numbers that do not follow the grid.
inline void expect_same(const Result& a, const Result& b, double epsilon = 1e-9) {
  REQUIRE(a.layers.size() == b.layers.size());
  const auto tolerance = [&](const std::string& field, const Envelope& envelope) {
    return follows_grid(field) ? Tolerance{1e-6, margin_m2(envelope)} : Tolerance{epsilon, 0};
  };
  for (const auto& [thing, layer] : a.layers)
    expect_same(layer, b.layer(thing), tolerance, expect_same_place);
  expect_same_rest(a, b, 1e-5);
}

inline void expect_identical(const Result& a, const Result& b) {
  REQUIRE(a.layers.size() == b.layers.size());
  for (const auto& [thing, layer] : a.layers) {
    const Layer& other = b.layer(thing);
    REQUIRE(layer.rows() == other.rows());
    for (std::size_t row = 0; row < layer.rows(); ++row) {
      for (const Field& field : layer.fields())
        CHECK(layer[field.name].value(row) == other[field.name].value(row));
      if (!layer.spatial()) continue;
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

}  // namespace fixtures
