#pragma once
#include <optional>
#include <string>

#include "base/context.hpp"
#include "base/text.hpp"

namespace jingwei {

/// What `jingwei network` is asked: whether a network may be trusted.
struct NetworkRequest {
  std::string source;   ///< streets: OpenStreetMap data, or FILE[:LAYER] of roads
  std::string profile;  ///< a name
  std::string points;   ///< FILE[:LAYER]: places to snap; empty: none
  std::string snap_limit = "500 m";
  std::string crs = "auto";
  std::string report;  ///< FILE.gpkg; empty: the summary only
  Language language = Language::en;
};

/// Builds the network and writes its acceptance report (docs/networks.md), issues included; gives the summary
/// as lines of text. Errors as of reading and building; an unknown profile.
std::string report_network(const NetworkRequest& request, Context& context);

}  // namespace jingwei
