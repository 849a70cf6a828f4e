#pragma once
// Windows must not show in results. Where a window cuts an edge that runs across the grid, the cut's ends are
// rounded to it: a line may become longer by some cells, an area by cells times its outline. On a grid of a
// micrometre next to nothing of that is left, so that every other difference shows. Areas of this CRS, which
// is not equal-area, follow edges as curves: whole and cut, these differ by less than 1e-7.
#include <array>

#include "analyses/same_results.hpp"
#include "geometry/buffer.hpp"

namespace fixtures {

inline constexpr Length fine{1e-6};

inline Result run_fine(const std::string& name, const Inputs& inputs, const Parameters& parameters,
                       Windows windows) {
  return run(name, inputs, parameters, windows, fine);
}

/// What is of a row beyond a strip along the other's outline, or farther than that from the other.
inline double beyond(const GeometryColumn& a, const GeometryColumn& b) {
  Context context;
  const std::array near{Length{20 * fine.m}};
  const GeometryColumn grown = buffer(b, crs(), near, fine.m, context);
  return size_of(difference(a, grown, fine.m, context).geometry);
}

inline void expect_same_fine(const Result& a, const Result& b) {
  REQUIRE(a.layers.size() == b.layers.size());
  const auto tolerance = [](const std::string& field, const Envelope& envelope) {
    const double outline_m = 4 * (envelope.width() + envelope.height());
    const double cells = field.ends_with("_m2") ? outline_m : field.ends_with("_m") ? 20 : 0;
    return Tolerance{1e-7, cells * fine.m};
  };
  const auto expect_place = [](const GeometryColumn& left, const GeometryColumn& right) {
    CHECK(beyond(left, right) == Approx(0).margin(1e-6));
    CHECK(beyond(right, left) == Approx(0).margin(1e-6));
  };
  for (const auto& [thing, layer] : a.layers) expect_same(layer, b.layer(thing), tolerance, expect_place);
  expect_same_rest(a, b, 1e-7);
}

/// As run_every_way, on the fine grid. Returns the result of one window.
inline Result run_fine_every_way(const std::string& analysis, const Inputs& inputs,
                                 const Parameters& parameters = {}) {
  Result whole = run_fine(analysis, inputs, parameters, {});
  for (const Windows windows : {Windows{2, 2}, Windows{3, 5}}) {
    INFO(windows.columns << " by " << windows.rows << " windows");
    expect_same_fine(whole, run_fine(analysis, inputs, parameters, windows));
  }
  expect_identical(whole, run_fine(analysis, inputs, parameters, {1, 1, 4}));
  return whole;
}

}  // namespace fixtures
