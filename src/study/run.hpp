#pragma once
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/text.hpp"
#include "study/earlier_answers.hpp"
#include "study/publish.hpp"

namespace jingwei {

struct RunRequest {
  std::string study_file;
  std::string scenario;  ///< empty: the study as it stands
  std::string folder;    ///< of the study's results, a scenario's in <scenario> within; empty: output/<id>
  std::vector<std::string> only;  ///< analyses to answer, with what they read; empty: all
  EarlierAnswers::Use earlier = EarlierAnswers::Use::take;  ///< whether answers of earlier runs are
};

/// Runs a study: the way of the data from its file to the written GeoPackage.
Published run_study(const RunRequest& request, Context& context);

}  // namespace jingwei
