#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "geometry/wkb.hpp"

class OGRGeometry;

namespace jingwei {

/// Whether these bytes are what a GeometryColumn holds, so that they can be taken as they are: a whole
/// point, line or polygon, or several of one kind, little-endian, two-dimensional, none of its parts empty.
/// Of what is not (collections, heights, curves, damage) GDAL makes what can be made.
bool is_plain(Wkb wkb);

/// The same geometry with curves made lines, surfaces of other kinds multi-polygons, and without heights and
/// measures; null for nothing.
std::vector<std::uint8_t> plain_wkb(std::unique_ptr<OGRGeometry> geometry);

}  // namespace jingwei
