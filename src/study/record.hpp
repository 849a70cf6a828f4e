#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "layer/issue.hpp"
#include "layer/raster.hpp"
#include "layer/result.hpp"
#include "study/network_findings.hpp"
#include "study/study.hpp"

namespace jingwei {

/// Whether something was made by this run or taken from an earlier one, and the key under which it is kept
/// (answer_keys.hpp; empty: it is not).
struct Origin {
  std::string key;
  bool taken = false;
};

/// What ran, on what, how long: the content of run.json.
class RunRecord {
 public:
  explicit RunRecord(int threads);

  /// Runs a phase and notes its time and the memory after it, under its English title.
  template <class Step>
  auto phase(const Text& title, Step&& step) {
    const PhaseClock clock(*this, title);
    return step();
  }

  void add_study(const Study& study, const Crs& crs);
  void add_input(const StudyInput& input, std::size_t read, const Layer& layer, std::size_t issues);
  void add_raster(const StudyInput& input, const Raster& raster);
  /// With the files of OpenStreetMap that it was built from.
  void add_network(const std::string& name, const NetworkReport& report,
                   const std::vector<std::string>& osm_files, const Origin& origin);
  /// With its feeds (GTFS files or folders).
  void add_timetable(const std::string& network, const TimetableCounts& timetable,
                     const std::vector<std::string>& feeds);
  void add_analysis(const StudyAnalysis& entry, const Result& result, double seconds, const Origin& origin);
  void add_issues(const std::vector<Issue>& issues);
  void add_outputs(const std::vector<std::pair<std::string, std::string>>& files,
                   const std::string& content_hash);

  const std::vector<std::pair<Text, double>>& phases() const { return m_phases; }
  /// Study file and inputs with their hashes, and the versions of jingwei and its libraries: where an output
  /// comes from.
  const std::vector<std::pair<std::string, std::string>>& lineage() const { return m_lineage; }
  std::string text() const { return to_text(m_json) + "\n"; }

 private:
  class PhaseClock {
   public:
    PhaseClock(RunRecord& record, Text title) : m_record(record), m_title(std::move(title)) {}
    PhaseClock(const PhaseClock&) = delete;
    PhaseClock& operator=(const PhaseClock&) = delete;
    ~PhaseClock() { m_record.end_phase(m_title, m_watch.seconds()); }

   private:
    RunRecord& m_record;
    Text m_title;
    Stopwatch m_watch;
  };
  void end_phase(const Text& title, double seconds);
  Json& list(const std::string& name);

  Json m_json;
  std::vector<std::pair<Text, double>> m_phases;
  std::vector<std::pair<std::string, std::string>> m_lineage;
};

/// jingwei and the libraries it runs on, with their versions.
std::vector<std::pair<std::string, std::string>> versions();
std::string versions_text();  ///< one a line

/// Headline figures and certificate of a result, as `--figures` and run.json give them.
Json figures_json(const Result& result);

}  // namespace jingwei
