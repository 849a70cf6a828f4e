#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "study/answer_files.hpp"
#include "study/answer_keys.hpp"
#include "study/network_findings.hpp"

namespace jingwei {

/// What earlier runs of a study have answered already and this one need not compute again, and where it
/// leaves its own answers for later ones. What depends on nothing that changed is taken; so results never
/// depend on whether there was anything to take. Without `find` nothing is taken or kept.
class EarlierAnswers {
 public:
  enum class Use { take, compute_anew };

  /// Looks for the answers of all analyses, and which networks must be built: those that an analysis reads
  /// which must be computed, and those of which it is not known what building them would show.
  /// \pre the inputs are read, nothing is answered yet
  void find(const Study& study, const StudyData& data, AnswerFiles files, Use use, Context& context);

  /// Of an analysis or a network that need not be computed or built, what it gave; each once.
  std::optional<Result> take(const StudyAnalysis& entry);
  std::optional<NetworkFindings> take(const StudyNetwork& network);

  /// Leaves for later runs what was computed or built.
  void keep(const StudyAnalysis& entry, const Result& result, Context& context);
  void keep(const StudyNetwork& network, const NetworkFindings& findings, Context& context);
  /// Removes what earlier runs left in the folder of this one and what it does not use.
  void remove_unused() const;

  /// Its key; empty where nothing is kept.
  std::string key(const StudyAnalysis& entry) const;
  std::string key(const StudyNetwork& network) const;

 private:
  void find_results(const Study& study, const Crs& crs, Context& context);
  void find_findings(const Study& study, Context& context);

  std::optional<AnswerFiles> m_files;
  AnswerKeys m_keys;
  std::map<std::string, Result, std::less<>> m_results;
  std::map<std::string, NetworkFindings, std::less<>> m_findings;
};

}  // namespace jingwei
