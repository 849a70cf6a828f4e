#include "study/run.hpp"

#include "study/check.hpp"
#include "study/plan.hpp"

namespace jingwei {
namespace {

/// A scenario's results lie in a folder of their own within those of its study.
std::string folder_of(const RunRequest& request, const Study& study) {
  if (!request.folder.empty()) return request.folder;
  const std::string own = "output/" + study.id;
  return study.scenario.empty() ? own : own + "/" + study.scenario;
}

}  // namespace

Published run_study(const RunRequest& request, Context& context) {
  RunRecord record(context.threads());
  Study study = record.phase({"检查", "check"},
                             [&] { return load_study(request.study_file, request.scenario, context); });
  keep_only(study, request.only);

  StudyData data = read_inputs(study, record, context);
  record.add_study(study, data.crs);
  build_networks(study, data, record, context);
  answer_analyses(study, data, record, context);

  return publish(study, data, folder_of(request, study), record, context);
}

}  // namespace jingwei
