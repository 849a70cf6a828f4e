#pragma once
#include <memory>
#include <optional>

#include "io/vector_plan.hpp"

class OGRFeatureDefn;

namespace jingwei {

/// The features of an opened vector layer that pass the filter: by column where that is safe, else one by
/// one, with the same result.
RawLayer read_vector(const OpenedSource& opened, const ReadRequest& request, Context& context);
/// One feature after the other, of any driver.
RawLayer read_by_feature(const VectorPlan& plan, Context& context);
/// In batches of columns (GDAL's Arrow streams, several times as fast), of GeoPackage and FlatGeobuf. Nothing
/// where the layer has a field or the filter a condition of which the columns would say less than the
/// features do, and where the data are damaged, which the features then tell of.
std::optional<RawLayer> read_by_column(const VectorPlan& plan, Context& context);
/// The cells of an opened raster as points.
RawLayer read_raster(const OpenedSource& opened, const ReadRequest& request, Context& context);
/// The fields that a raster's filter sees: `value`.
std::shared_ptr<OGRFeatureDefn> raster_fields();
/// Points from the coordinate columns of a table.
void add_coordinates(RawLayer& table, const ReadRequest& request);

}  // namespace jingwei
