#include <proj.h>
#include <proj_experimental.h>

#include <cmath>

#include "base/format.hpp"
#include "geometry/crs.hpp"
#include "geometry/proj.hpp"

namespace jingwei {

Crs equal_area_for(const Envelope& extent) {
  const auto tenth = [](double degrees) { return std::round(degrees * 10) / 10; };
  const double lat_1 = tenth(extent.min_y + extent.height() / 6);
  const double lat_2 = tenth(extent.min_y + extent.height() * 5 / 6);
  const Point middle{tenth(extent.center().x), tenth(extent.center().y)};
  const auto named = [](const std::string& name, const std::string& definition) {
    const PjPointer crs(proj_create(proj_context(), (definition + " +type=crs").c_str()));
    const PjPointer titled(crs ? proj_alter_name(proj_context(), crs.get(), name.c_str()) : nullptr);
    const char* const wkt =
        titled ? proj_as_wkt(proj_context(), titled.get(), PJ_WKT2_2019, nullptr) : nullptr;
    return Crs::parse(wkt ? wkt : definition);
  };
  // Albers degenerates where its parallels lie symmetric to the equator; the cylindrical one takes its place.
  if (std::fabs(lat_1 + lat_2) < 0.05)
    return named(format("Lambert cylindrical equal-area {:.1f} / {:.1f} (GRS80)", lat_2, middle.x),
                 format("+proj=cea +lat_ts={:.1f} +lon_0={:.1f} +ellps=GRS80 +units=m", lat_2, middle.x));
  return named(
      format("Albers equal-area {:.1f} {:.1f} / {:.1f} {:.1f} (GRS80)", lat_1, lat_2, middle.y, middle.x),
      format("+proj=aea +lat_1={:.1f} +lat_2={:.1f} +lat_0={:.1f} +lon_0={:.1f} +ellps=GRS80 +units=m", lat_1,
             lat_2, middle.y, middle.x));
}

}  // namespace jingwei
