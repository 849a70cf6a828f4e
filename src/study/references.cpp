#include "layer/references.hpp"

#include <set>

#include "layer/convert.hpp"
#include "study/data.hpp"
#include "study/read_input.hpp"

namespace jingwei {
namespace {

/// The values that other layers may name, over all inputs of the referred layer's definition together.
class ReferenceTargets {
 public:
  ReferenceTargets(const Study& study, const StudyData& data, Context& context)
      : m_study(study), m_data(data), m_context(context) {}

  bool has(const FieldReference& reference) const { return !inputs_of(reference).empty(); }

  /// Of the features in the study.
  KnownValues kept(const FieldReference& reference) const {
    KnownValues known;
    for (const StudyInput* input : inputs_of(reference))
      add_values(m_data.layers.at(input->name)[reference.field], known);
    return known;
  }

  /// Of those too that the inputs' filters leave out: a stop on a line of another scheme is no fault. Reads
  /// the sources again.
  KnownValues all(const FieldReference& reference) const {
    KnownValues known = kept(reference);
    std::set<std::string> read;
    for (const StudyInput* input : inputs_of(reference))
      if (!filter_of(*input).empty() && read.insert(input->source.text()).second)
        add_unfiltered(*input, reference.field, known);
    return known;
  }

 private:
  std::vector<const StudyInput*> inputs_of(const FieldReference& reference) const {
    std::vector<const StudyInput*> inputs;
    for (const StudyInput& input : m_study.inputs)
      if (input.definition->name == reference.layer && m_data.layers.contains(input.name))
        inputs.push_back(&input);
    return inputs;
  }

  void add_unfiltered(const StudyInput& input, const std::string& field, KnownValues& known) const {
    const RawLayer raw = read_input(input, Filtering::off, {.features = 0, .issues = 0}, m_context);
    const Preparation how = preparation_of(input, m_study);
    const auto mapped = how.fields.find(field);
    const std::string& name = mapped == how.fields.end() ? field : mapped->second.field;
    for (std::size_t i = 0; i < raw.fields.size(); ++i)
      if (raw.fields[i].name == name)
        add_values(convert(raw.columns[i], *input.definition->field(field), 1, NullIsFault::no).column,
                   known);
  }

  const Study& m_study;
  const StudyData& m_data;
  Context& m_context;
};

}  // namespace

void check_references(const Study& study, StudyData& data, Context& context) {
  const ReferenceTargets targets(study, data, context);
  for (const StudyInput& input : study.inputs)
    for (const FieldDefinition& field : input.definition->fields) {
      context.check_cancelled();
      if (!data.layers.contains(input.name)) continue;  // a raster
      if (!field.references || !targets.has(*field.references)) continue;
      const Layer& layer = data.layers.at(input.name);
      auto broken = broken_references(layer, field, targets.kept(*field.references));
      if (!broken.empty()) broken = broken_references(layer, field, targets.all(*field.references));
      data.issues.insert(data.issues.end(), broken.begin(), broken.end());
    }
  require_few_issues(study, data);
}

}  // namespace jingwei
