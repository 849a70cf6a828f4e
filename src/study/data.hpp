#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "layer/issue.hpp"
#include "layer/layer.hpp"
#include "layer/raster.hpp"
#include "network/network.hpp"
#include "network/transit.hpp"
#include "study/record.hpp"
#include "study/study.hpp"

namespace jingwei {

/// All that a run has made so far: the layers of inputs and answered analyses by name, the networks, and what
/// was wrong.
struct StudyData {
  Crs crs;
  std::map<std::string, Layer, std::less<>> layers;
  std::map<std::string, Network, std::less<>> networks;                 ///< those that were built
  std::map<std::string, TransitNetwork, std::less<>> timetables;        ///< by the name of their network
  std::map<std::string, std::unique_ptr<Raster>, std::less<>> rasters;  ///< inputs that analyses read as such
  std::vector<std::pair<const StudyAnalysis*, Result>>
      answers;  ///< without their layers, which are in `layers`
  std::vector<Issue> issues;
};

/// Reads the inputs, settles the CRS (auto: equal-area for the extent of all) and prepares the layers.
StudyData read_inputs(const Study& study, RunRecord& record, Context& context);

/// Checks what the definitions say about references between layers, where the study has the layer referred
/// to: values that name nothing there become issues.
void check_references(const Study& study, StudyData& data, Context& context);

/// An Error of kind limit where there are more issues than the study allows.
void require_few_issues(const Study& study, const StudyData& data);

class EarlierAnswers;

/// Builds the networks of the study out of its layers, but for those that need not be.
void build_networks(const Study& study, StudyData& data, EarlierAnswers& earlier, RunRecord& record,
                    Context& context);

/// Answers the analyses in their planned order; later ones may read the layers of earlier ones.
/// Answers of earlier runs are taken, those that are computed are kept as soon as they are.
void answer_analyses(const Study& study, StudyData& data, EarlierAnswers& earlier, RunRecord& record,
                     Context& context);

}  // namespace jingwei
