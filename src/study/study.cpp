#include "study/study.hpp"

#include <algorithm>

namespace jingwei {
namespace {

template <class Entry>
const Entry* named(const std::vector<Entry>& entries, std::string_view name) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [name](const Entry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::pair<std::string, std::vector<std::string>>> settings_of(const StudyAnalysis& entry) {
  std::vector<std::pair<std::string, std::vector<std::string>>> all;
  for (const Parameter& parameter : entry.analysis->description.parameters) {
    const auto own = std::find_if(
        entry.parameters.begin(), entry.parameters.end(),
        [&](const StudyAnalysis::Setting& setting) { return setting.parameter.name == parameter.name; });
    all.emplace_back(parameter.name, own == entry.parameters.end()
                                         ? std::vector<std::string>{parameter.default_text}
                                         : own->texts);
  }
  return all;
}

const StudyInput* Study::input(std::string_view name) const {
  return named(inputs, name);
}
const StudyNetwork* Study::network(std::string_view name) const {
  return named(networks, name);
}

}  // namespace jingwei
