#pragma once
#include <memory>

#include "io/read.hpp"
#include "io/source.hpp"

class OGRFeatureDefn;

namespace jingwei {

/// The features of an opened vector layer that pass the filter.
RawLayer read_vector(const OpenedSource& opened, const ReadRequest& request, Context& context);
/// The cells of an opened raster as points.
RawLayer read_raster(const OpenedSource& opened, const ReadRequest& request, Context& context);
/// The fields that a raster's filter sees: `value`.
std::shared_ptr<OGRFeatureDefn> raster_fields();
/// Points from the coordinate columns of a table.
void add_coordinates(RawLayer& table, const ReadRequest& request);

}  // namespace jingwei
