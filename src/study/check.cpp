#include "study/check.hpp"

#include "base/error.hpp"
#include "study/check_parts.hpp"
#include "study/parse.hpp"

namespace jingwei {

void check_study(Study& study, Mistakes& mistakes, Context& context) {
  check_names(study, mistakes);
  check_inputs(study, mistakes, context);
  check_networks(study, mistakes);
  check_analyses(study, mistakes);
  plan_analyses(study, mistakes);
  check_outputs(study, mistakes);
}

Study load_study(const std::string& file, Context& context) {
  Mistakes mistakes({file, file});
  Study study = parse_study(read_document(file), mistakes);
  check_study(study, mistakes, context);
  mistakes.throw_if_any();
  return study;
}

}  // namespace jingwei
