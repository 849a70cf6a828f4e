#include "study/plan.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "study/check_parts.hpp"

namespace jingwei {

std::vector<std::size_t> prerequisites(const Study& study, const StudyAnalysis& entry) {
  std::vector<std::size_t> needed;
  for (std::size_t other = 0; other < study.analyses.size(); ++other) {
    const StudyAnalysis& candidate = study.analyses[other];
    if (candidate.analysis == nullptr) continue;
    for (const Output& output : candidate.analysis->description.outputs)
      for (const auto& binding : entry.inputs)
        if (binding.target.name == candidate.output_name(output)) needed.push_back(other);
  }
  std::sort(needed.begin(), needed.end());
  needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
  return needed;
}

void plan_analyses(Study& study, Mistakes& mistakes) {
  std::vector<std::vector<std::size_t>> needs;
  for (const StudyAnalysis& entry : study.analyses) needs.push_back(prerequisites(study, entry));
  std::vector<std::size_t> order;
  std::vector<bool> placed(needs.size(), false);
  const auto ready = [&](std::size_t entry) {
    return !placed[entry] && std::all_of(needs[entry].begin(), needs[entry].end(),
                                         [&](std::size_t need) { return placed[need]; });
  };
  for (;;) {
    std::size_t next = 0;
    while (next < needs.size() && !ready(next)) ++next;
    if (next == needs.size()) break;
    placed[next] = true;
    order.push_back(next);
  }
  if (order.size() < needs.size()) {
    std::vector<std::string> circle;
    Place place;
    for (std::size_t entry = 0; entry < needs.size(); ++entry) {
      if (placed[entry]) continue;
      if (circle.empty()) place = study.analyses[entry].place;
      circle.push_back(study.analyses[entry].name);
    }
    mistakes.add(place,
                 told({"分析互相依赖成环，无法排序：{}", "these analyses read each other in a circle: {}"},
                      join(circle)));
    return;
  }
  std::vector<StudyAnalysis> planned;
  for (const std::size_t entry : order) planned.push_back(std::move(study.analyses[entry]));
  study.analyses = std::move(planned);
}

void keep_only(Study& study, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::set<std::size_t> kept;
  std::vector<std::string> known;
  for (const StudyAnalysis& entry : study.analyses) known.push_back(entry.name);
  for (const std::string& name : names) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
      throw input_error({"--only {}：{} 没有该名称的分析；有：{}{}",
                         "--only {}: {} has no analysis of that name; it has {}{}"},
                        name, study.file, join(known), suggestion(name, known));
    kept.insert(static_cast<std::size_t>(found - known.begin()));
  }
  for (std::size_t entry = study.analyses.size(); entry-- > 0;)  // planned: what is needed stands before
    if (kept.count(entry) > 0)
      for (const std::size_t need : prerequisites(study, study.analyses[entry])) kept.insert(need);
  std::vector<StudyAnalysis> analyses;
  std::set<std::string> used;
  for (const std::size_t entry : kept) {
    for (const auto& binding : study.analyses[entry].inputs) used.insert(binding.target.name);
    analyses.push_back(std::move(study.analyses[entry]));
  }
  study.analyses = std::move(analyses);
  std::erase_if(study.networks, [&](const StudyNetwork& network) { return used.count(network.name) == 0; });
  for (const StudyNetwork& network : study.networks) {
    for (const Reference& source : network.sources) used.insert(source.name);
    for (const auto& source : {network.stations, network.transfers, network.interchanges})
      if (source) used.insert(source->name);
    for (const StudyTimetable& timetable : network.timetables)
      for (const auto& source : {timetable.services, timetable.stops, timetable.stations})
        if (source) used.insert(source->name);
  }
  std::erase_if(study.inputs, [&](const StudyInput& input) { return used.count(input.name) == 0; });
}

}  // namespace jingwei
