#pragma once
#include <string>

#include "base/context.hpp"
#include "network/osm_data.hpp"

namespace jingwei {

/// What a network needs of OpenStreetMap data: ways with `highway` or `route=ferry`, their nodes, relations
/// of type restriction; of tags those that `keys` wants. Read as a stream, twice: relations and ways, then
/// the nodes that the ways use. Coordinates are degrees of WGS 84. Errors (input): no such file, empty, cut
/// short, no OpenStreetMap data, a change file or one with history, two versions of an object, no way to
/// travel.
OsmData read_osm(const std::string& path, const OsmKeys& keys, Context& context);

}  // namespace jingwei
