#include "study/check.hpp"

#include "base/error.hpp"
#include "study/check_parts.hpp"
#include "study/parse.hpp"
#include "study/scenarios.hpp"

namespace jingwei {

void check_study(Study& study, Mistakes& mistakes, Context& context) {
  check_names(study, mistakes);
  check_inputs(study, mistakes, context);
  check_networks(study, mistakes);
  check_analyses(study, mistakes);
  plan_analyses(study, mistakes);
  check_outputs(study, mistakes);
}

namespace {

Study checked(const Document& document, Mistakes& mistakes, Context& context) {
  Study study = parse_study(document, mistakes);
  check_study(study, mistakes, context);
  return study;
}

Study checked_under(const Document& document, const Scenario& scenario, Mistakes& mistakes,
                    Context& context) {
  Study study = checked(under_scenario(document, scenario, mistakes), mistakes, context);
  study.scenario = scenario.name;
  study.title = told({"{}：{}", "{}: {}"}, study.title, scenario.title);
  return study;
}

const Scenario& named(const std::string& name, const std::vector<Scenario>& scenarios,
                      const std::string& file) {
  std::vector<std::string> known;
  for (const Scenario& scenario : scenarios) {
    if (scenario.name == name) return scenario;
    known.push_back(scenario.name);
  }
  if (known.empty()) throw input_error({"{} 没有情景（scenarios）", "{} has no scenarios"}, file);
  throw input_error({"{} 没有情景“{}”；有：{}{}", "{} has no scenario “{}”; it has {}{}"}, file,
                    printable(name), join(known), suggestion(name, known));
}

}  // namespace

Study load_study(const std::string& file, const std::string& scenario, Context& context) {
  Mistakes mistakes({file, file});
  const Document document = read_document(file);
  const std::vector<Scenario> scenarios = scenarios_of(document, mistakes);
  Study study = scenario.empty()
                    ? checked(document, mistakes, context)
                    : checked_under(document, named(scenario, scenarios, file), mistakes, context);
  mistakes.throw_if_any();
  return study;
}

CheckedStudy check_study_file(const std::string& file, Context& context) {
  Mistakes mistakes({file, file});
  const Document document = read_document(file);
  const std::vector<Scenario> scenarios = scenarios_of(document, mistakes);
  CheckedStudy all{checked(document, mistakes, context), scenarios.size()};
  for (const Scenario& scenario : scenarios) {
    Mistakes own({file, file});
    checked_under(document, scenario, own, context);
    mistakes.add_others(own, told({"情景“{}”：", "scenario “{}”: "}, scenario.name));
  }
  mistakes.throw_if_any();
  return all;
}

}  // namespace jingwei
