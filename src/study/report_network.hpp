#pragma once
#include <optional>
#include <string>

#include "base/context.hpp"
#include "base/text.hpp"

namespace jingwei {

/// What `jingwei network` is asked: whether a network may be trusted.
struct NetworkRequest {
  std::string source;    ///< streets: OpenStreetMap data, or FILE[:LAYER] of roads; or a study file (.yaml)
  std::string network;   ///< of a study with several: its name
  std::string scenario;  ///< of a study; empty: none
  std::string profile;   ///< a name; of a study its own
  std::string points;    ///< FILE[:LAYER]: places to snap; empty: none
  std::string snap_limit = "500 m";
  std::string crs = "auto";
  std::string report;  ///< FILE.gpkg; empty: the summary only
  Language language = Language::en;
};

/// Builds the network and writes its acceptance report (docs/networks.md), issues included; gives the summary
/// as lines of text. A network of a study is built as a run would, of the inputs that it needs. Errors as of
/// reading and building; an unknown profile or network.
std::string report_network(const NetworkRequest& request, Context& context);

}  // namespace jingwei
