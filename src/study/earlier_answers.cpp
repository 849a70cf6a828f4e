#include "study/earlier_answers.hpp"

#include "layer/result_image.hpp"

namespace jingwei {
namespace {

constexpr ImageKind result_kind{"jingwei answer\n", result_image_version};
constexpr ImageKind findings_kind{"jingwei network findings\n", findings_image_version};

std::string file_name_of(const StudyAnalysis& entry) {
  return format("{}{}", entry.name, answer_suffix);
}
std::string file_name_of(const StudyNetwork& network) {
  return format("{}{}", network.name, network_suffix);
}

template <class Found>
std::optional<Found> taken(std::map<std::string, Found, std::less<>>& all, const std::string& name) {
  auto node = all.extract(name);
  if (node.empty()) return std::nullopt;
  return std::move(node.mapped());
}

std::string value_or_empty(const std::map<std::string, std::string, std::less<>>& all,
                           const std::string& name) {
  const auto found = all.find(name);
  return found == all.end() ? std::string() : found->second;
}

}  // namespace

void EarlierAnswers::find(const Study& study, const StudyData& data, AnswerFiles files, Use use,
                          Context& context) {
  m_files = std::move(files);
  m_keys = answer_keys(study, data);
  if (use == Use::compute_anew) return;
  find_results(study, data.crs, context);
  find_findings(study, context);
  if (!m_results.empty())
    context.info(told({"{} 项分析中 {} 项取自先前的运行，须构建 {} 个路网",
                       "of {} analyses {} are taken from earlier runs; {} networks must be built"},
                      study.analyses.size(), m_results.size(), study.networks.size() - m_findings.size()));
}

void EarlierAnswers::find_results(const Study& study, const Crs& crs, Context& context) {
  for (const StudyAnalysis& entry : study.analyses) {
    context.check_cancelled();
    const auto found = m_files->find(file_name_of(entry), result_kind, key(entry), context);
    if (!found) continue;
    if (auto result = result_of_image(found->image, crs))
      m_results.emplace(entry.name, std::move(*result));
    else
      warn_of_damage(file_name_of(entry), context);
  }
}

void EarlierAnswers::find_findings(const Study& study, Context& context) {
  std::set<std::string, std::less<>> needed;
  for (const StudyAnalysis& entry : study.analyses)
    if (!m_results.contains(entry.name))
      for (const auto& binding : entry.inputs) needed.insert(binding.target.name);
  for (const StudyNetwork& network : study.networks) {
    if (needed.contains(network.name)) continue;
    const auto found = m_files->find(file_name_of(network), findings_kind, key(network), context);
    if (!found) continue;
    if (auto findings = findings_of_image(found->image))
      m_findings.emplace(network.name, std::move(*findings));
    else
      warn_of_damage(file_name_of(network), context);
  }
}

std::optional<Result> EarlierAnswers::take(const StudyAnalysis& entry) {
  return taken(m_results, entry.name);
}
std::optional<NetworkFindings> EarlierAnswers::take(const StudyNetwork& network) {
  return taken(m_findings, network.name);
}

void EarlierAnswers::keep(const StudyAnalysis& entry, const Result& result, Context& context) {
  if (m_files) m_files->keep(file_name_of(entry), result_kind, key(entry), result_image(result), context);
}
void EarlierAnswers::keep(const StudyNetwork& network, const NetworkFindings& findings, Context& context) {
  if (m_files)
    m_files->keep(file_name_of(network), findings_kind, key(network), findings_image(findings), context);
}

void EarlierAnswers::remove_unused() const {
  if (m_files) m_files->remove_others();
}

std::string EarlierAnswers::key(const StudyAnalysis& entry) const {
  return value_or_empty(m_keys.analyses, entry.name);
}
std::string EarlierAnswers::key(const StudyNetwork& network) const {
  return value_or_empty(m_keys.networks, network.name);
}

}  // namespace jingwei
