#pragma once
// Windows must not show in results. Where a window cuts an edge that runs across the grid, the cut's ends are
// rounded to it: a line may become longer by some cells, an area by cells times its outline. On a grid of a
// micrometre next to nothing of that is left, so that every other difference shows. Areas of this CRS, which
// is not equal-area, follow edges as curves: whole and cut, these differ by less than 1e-7.
#include <array>

#include "analyses/fixtures.hpp"
#include "geometry/buffer.hpp"

namespace fixtures {

inline constexpr Length fine{1e-6};

inline Result run_fine(const std::string& name, const Inputs& inputs, const Parameters& parameters,
                       Windows windows) {
  const Analysis* analysis = find_analysis(name);
  REQUIRE(analysis != nullptr);
  std::any options = analysis->description.default_options;
  for (const auto& [parameter, texts] : parameters) analysis->description.set(options, parameter, texts);
  Context context;
  context.set_threads(windows.threads);
  return run_analysis(*analysis, name, inputs, options, crs(), fine, windows.columns, windows.rows, context);
}

/// What is of a row beyond a strip along the other's outline, or farther than that from the other.
inline double beyond(const GeometryColumn& a, const GeometryColumn& b) {
  Context context;
  const std::array near{Length{20 * fine.m}};
  const GeometryColumn grown = buffer(b, crs(), near, fine.m, context);
  return size_of(difference(a, grown, fine.m, context).geometry);
}

inline void expect_same_fine(const Layer& a, const Layer& b) {
  INFO("layer " << a.name());
  REQUIRE(a.rows() == b.rows());
  for (const Field& field : a.fields())
    for (std::size_t row = 0; row < a.rows(); ++row) {
      INFO("field " << field.name << ", key " << a.key().as_text(row));
      const Column& left = a[field.name];
      const Column& right = b[field.name];
      REQUIRE(left.is_null(row) == right.is_null(row));
      if (left.is_null(row)) continue;
      const Envelope& envelope = a.geometry().envelope(row);
      const double outline_m = 4 * (envelope.width() + envelope.height());
      const double cells = field.name.ends_with("_m2") ? outline_m : field.name.ends_with("_m") ? 20 : 0;
      if (field.type == FieldType::real)
        CHECK(left.number(row) == Approx(right.number(row)).epsilon(1e-7).margin(1e-9 + cells * fine.m));
      else
        CHECK(left.as_text(row) == right.as_text(row));
    }
  for (std::uint32_t row = 0; row < a.rows(); ++row) {
    INFO("geometry of " << a.key().as_text(row));
    const std::uint32_t rows[] = {row};
    const GeometryColumn left = take(a.geometry(), rows);
    const GeometryColumn right = take(b.geometry(), rows);
    REQUIRE(left.is_null(0) == right.is_null(0));
    if (left.is_null(0)) continue;
    CHECK(beyond(left, right) == Approx(0).margin(1e-6));
    CHECK(beyond(right, left) == Approx(0).margin(1e-6));
  }
}

/// As run_every_way, on the fine grid. Returns the result of one window.
inline Result run_fine_every_way(const std::string& analysis, const Inputs& inputs,
                                 const Parameters& parameters = {}) {
  Result whole = run_fine(analysis, inputs, parameters, {});
  CHECK(whole.certificate.witness_failures == 0);
  for (const Windows windows : {Windows{2, 2}, Windows{3, 5}}) {
    INFO(windows.columns << " by " << windows.rows << " windows");
    const Result parts = run_fine(analysis, inputs, parameters, windows);
    REQUIRE(whole.layers.size() == parts.layers.size());
    for (const auto& [thing, layer] : whole.layers) expect_same_fine(layer, parts.layer(thing));
    REQUIRE(whole.figures.size() == parts.figures.size());
    for (std::size_t i = 0; i < whole.figures.size(); ++i) {
      INFO("figure " << whole.figures[i].name);
      CHECK(whole.figures[i].value == Approx(parts.figures[i].value).epsilon(1e-7).margin(1e-9));
    }
    REQUIRE(whole.issues.size() == parts.issues.size());
    for (std::size_t i = 0; i < whole.issues.size(); ++i) {
      CHECK(whole.issues[i].feature == parts.issues[i].feature);
      CHECK(whole.issues[i].kind == parts.issues[i].kind);
    }
  }
  expect_identical(whole, run_fine(analysis, inputs, parameters, {1, 1, 4}));
  return whole;
}

}  // namespace fixtures
