#pragma once
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/text.hpp"
#include "study/publish.hpp"

namespace jingwei {

struct RunRequest {
  std::string study_file;
  std::string scenario;           ///< empty: the study as it stands
  std::string folder;             ///< empty: output/<id>, of a scenario output/<id>/<scenario>
  std::vector<std::string> only;  ///< analyses to answer, with what they read; empty: all
};

/// Runs a study: the way of the data from its file to the written GeoPackage.
Published run_study(const RunRequest& request, Context& context);

}  // namespace jingwei
