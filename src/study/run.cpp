#include "study/run.hpp"

#include "study/check.hpp"
#include "study/plan.hpp"

namespace jingwei {
namespace {

struct Folders {
  std::string study;  ///< of its results
  std::string own;    ///< of this run's: a scenario's lie in a folder of their own within those of its study
};

Folders folders_of(const RunRequest& request, const Study& study) {
  std::string whole = request.folder.empty() ? "output/" + study.id : request.folder;
  std::string own = study.scenario.empty() ? whole : whole + "/" + study.scenario;
  return {std::move(whole), std::move(own)};
}

}  // namespace

Published run_study(const RunRequest& request, Context& context) {
  RunRecord record(context.threads());
  Study study = record.phase({"检查", "check"},
                             [&] { return load_study(request.study_file, request.scenario, context); });
  keep_only(study, request.only);
  const Folders folders = folders_of(request, study);

  StudyData data = read_inputs(study, record, context);
  record.add_study(study, data.crs);
  EarlierAnswers earlier;
  record.phase({"查找先前的答案", "earlier answers"}, [&] {
    earlier.find(study, data, {folders.own, folders.study}, request.earlier, context);
  });
  build_networks(study, data, earlier, record, context);
  answer_analyses(study, data, earlier, record, context);

  Published published = publish(study, data, folders.own, record, context);
  if (request.only.empty()) earlier.remove_unused();
  return published;
}

}  // namespace jingwei
