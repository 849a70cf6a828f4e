#pragma once
#include <vector>

#include "analyses/window.hpp"
#include "geometry/overlay.hpp"
#include "layer/provenance.hpp"

namespace jingwei {

/// The homes inside a window's core: residential land in built-up areas. \pre layers land_use, built_up_areas
struct Homes {
  /// Where a part comes from: rows of land_use and built_up_areas, and the unit that it lies in.
  struct Rows {
    std::uint32_t parcel, built_up_area, unit;
  };
  GeometryColumn parts;  ///< one for each parcel, built-up area and unit that meet; parcels may overlap
  std::vector<Rows> rows;
  std::vector<double> areas_m2;
  GeometryColumn by_unit;  ///< one row a unit, each place once
  GeometryColumn urban;    ///< the built-up areas of each unit, one row a unit
  Certificate certificate;
};
Homes homes_of(const Window& in, const Layer& units, Context& context);

/// The people of each unit inside built-up areas, by the layer `population` where it is given, else by what
/// the built-up areas say, spread evenly over them. What it stands on is added to `sources`, without weight.
std::vector<double> urban_people(const Window& in, const Layer& units, const Homes& homes,
                                 std::vector<Provenance>& sources, Context& context);

}  // namespace jingwei
