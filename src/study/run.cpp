#include "study/run.hpp"

#include "study/check.hpp"
#include "study/plan.hpp"

namespace jingwei {

Published run_study(const RunRequest& request, Context& context) {
  RunRecord record(context.threads());
  Study study = record.phase({"检查", "check"}, [&] { return load_study(request.study_file, context); });
  keep_only(study, request.only);

  StudyData data = read_inputs(study, record, context);
  record.add_study(study, data.crs);
  build_networks(study, data, record, context);
  answer_analyses(study, data, record, context);

  return publish(study, data, request.folder.empty() ? "output/" + study.id : request.folder, record,
                 context);
}

}  // namespace jingwei
