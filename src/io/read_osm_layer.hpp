#pragma once
#include "io/read.hpp"

namespace jingwei {

/// A layer of OpenStreetMap data: the objects that the mapping to a definition selects, with the definition's
/// fields. What has no usable geometry (members or nodes that the data lack, open rings) is an Issue of the
/// raw layer. \pre is_osm_file(request.source.file). Errors (input) as those of OsmFile, and a layer to which
/// there is no mapping.
RawLayer read_osm_layer(const ReadRequest& request, Context& context);

/// The layers that OpenStreetMap data can be read as, without counts.
SourceInfo inspect_osm(const DataSource& source);
/// How many objects each of these layers selects.
void count_osm_features(const DataSource& source, SourceInfo& info, Context& context);
std::optional<Text> osm_filter_problem(const DataSource& source, const std::string& filter);

}  // namespace jingwei
