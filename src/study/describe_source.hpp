#pragma once
#include <string>
#include <vector>

#include "base/json.hpp"
#include "io/read.hpp"

namespace jingwei {

/// How well a source layer fits a layer definition.
struct Fit {
  std::string definition;
  std::vector<std::string> present;  ///< fields of the definition that the layer has
  std::vector<std::string> missing;  ///< required ones that it lacks
};

/// The input definitions whose geometry the layer has and of whose fields it has at least one, best first:
/// least missing, then most present.
std::vector<Fit> fitting_definitions(const SourceLayer& layer);

/// The first of these input definitions that a source fits without lacking anything ("any" fits all); the
/// first of them where none does, or where the source cannot be read. \pre not empty
std::string first_fitting(const std::vector<std::string>& definitions, const std::string& source,
                          Context& context);

/// What is in a data set (`jingwei describe`): layers, features, CRS, extent, fields, and the definitions
/// that would fit; as JSON or lines of text.
Json describe_source(const std::string& source);
std::string describe_source_text(const std::string& source, Language language);

}  // namespace jingwei
