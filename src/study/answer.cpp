#include "base/error.hpp"
#include "study/data.hpp"
#include "study/earlier_answers.hpp"
#include "study/target.hpp"

namespace jingwei {
namespace {

void add_network(Inputs& inputs, const std::string& role, const std::string& name, const Network& network,
                 const StudyData& data) {
  inputs.networks.emplace_back(role, &network);
  if (const auto timetable = data.timetables.find(name); timetable != data.timetables.end())
    inputs.timetables.push_back(&timetable->second);
}

Inputs inputs_of(const StudyAnalysis& entry, const StudyData& data) {
  Inputs inputs;
  for (const auto& binding : entry.inputs) {
    if (binding_kind(entry, binding.role.name) == RoleKind::raster)
      inputs.rasters.emplace_back(binding.role.name, data.rasters.at(binding.target.name).get());
    else if (const auto layer = data.layers.find(binding.target.name); layer != data.layers.end())
      inputs.layers.emplace_back(binding.role.name, &layer->second);
    else if (const auto network = data.networks.find(binding.target.name); network != data.networks.end())
      add_network(inputs, binding.role.name, network->first, network->second, data);
    else
      throw input_error({"“{}”没有产生：只有在其他输入下，其分析才会写出它",
                         "“{}” was not written: the analysis that names it makes it only from other inputs"},
                        binding.target.name);
  }
  return inputs;
}

/// Runs one analysis; an Error of it is told with the analysis' name.
Result answer(const StudyAnalysis& entry, const Study& study, const StudyData& data, Context& context) {
  try {
    return run_analysis(*entry.analysis, entry.name, inputs_of(entry, data), entry.options, data.crs,
                        study.precision, 1, 1, context);
  } catch (const Error& problem) {
    if (problem.kind() == ErrorKind::cancelled) throw;
    throw error(problem.kind(), "{}: {}", entry.name, problem.message());
  }
}

Text stage_of(const StudyAnalysis& entry, const Origin& origin) {
  if (origin.taken)
    return {format("{}（{}，取自先前的运行）", entry.title.zh, entry.name),
            format("{} (from an earlier run)", entry.name)};
  return {format("{}（{}）", entry.title.zh, entry.name), entry.name};
}

}  // namespace

void require_few_issues(const Study& study, const StudyData& data) {
  if (data.issues.size() > study.limits.issues)
    throw error(ErrorKind::limit,
                {"{}：有 {} 个数据问题，超过 limits.issues（{}）：请修正数据或提高上限",
                 "{}: {} issues, more than limits.issues ({}): mend the data or raise the limit"},
                study.file, data.issues.size(), study.limits.issues);
}

void answer_analyses(const Study& study, StudyData& data, EarlierAnswers& earlier, RunRecord& record,
                     Context& context) {
  for (const StudyAnalysis& entry : study.analyses) {
    context.check_cancelled();
    std::optional<Result> found = earlier.take(entry);
    const Origin origin{earlier.key(entry), found.has_value()};
    const Text stage = stage_of(entry, origin);
    context.begin(stage);
    const Stopwatch watch;
    Result result = record.phase(stage, [&] {
      if (found) return std::move(*found);
      Result computed = answer(entry, study, data, context);
      earlier.keep(entry, computed, context);
      return computed;
    });
    record.add_analysis(entry, result, watch.seconds(), origin);
    data.issues.insert(data.issues.end(), result.issues.begin(), result.issues.end());
    for (auto& [thing, layer] : result.layers) data.layers.insert_or_assign(layer.name(), std::move(layer));
    result.layers.clear();
    data.answers.emplace_back(&entry, std::move(result));
    context.end();
  }
  require_few_issues(study, data);
}

}  // namespace jingwei
