#include "geometry/union_proof.hpp"

#include <catch2/catch.hpp>

#include "geometry/shapes.hpp"

using namespace jingwei;

namespace {

constexpr double grid = 0.001;

/// Does a union of rows pass its proof?
bool proven(std::initializer_list<std::string_view> wkts, std::string_view united) {
  const GeometryColumn column = column_of(wkts);
  std::vector<Wkb> rows;
  RowWitnesses witnesses;
  for (std::size_t row = 0; row < column.size(); ++row) {
    rows.push_back(column.wkb(row));
    witnesses.add(polygons_of(column.wkb(row)));
  }
  Context context;
  const std::vector<Rings> polygons = united.empty() ? std::vector<Rings>{} : polygons_of(parse_wkt(united));
  try {
    prove_union(rows, witnesses, polygons, grid, context);
    return true;
  } catch (const Error& failure) {
    CHECK(failure.kind() == ErrorKind::failed);
    return false;
  }
}

}  // namespace

TEST_CASE("the proof of a union passes what is right and finds what is missing, invented or too large") {
  constexpr auto a = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
  constexpr auto b = "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))";
  CHECK(proven({a, b}, "POLYGON ((0 0, 8 0, 8 4, 0 4, 0 0))"));
  CHECK(proven({a, a, b}, "POLYGON ((0 0, 8 0, 8 4, 0 4, 0 0))"));
  CHECK_FALSE(proven({a, b}, a));
  CHECK_FALSE(proven({a, b}, ""));
  CHECK_FALSE(proven({a}, "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((9 0, 10 0, 10 1, 9 0)))"));
  CHECK_FALSE(proven({a}, "POLYGON ((0 0, 5 0, 5 4, 0 4, 0 0))"));
  // What is no wider than the grid may be lost.
  CHECK(proven({"POLYGON ((0 0, 4 0, 4 0.001, 0 0))"}, ""));
  CHECK(proven({}, ""));
}
