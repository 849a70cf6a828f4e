#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "study/check_parts.hpp"

namespace jingwei {
namespace {

/// Table names are compared without case (ASCII), as SQLite does.
std::string folded(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

bool reserved(const std::string& name) {
  const auto begins = [&name](std::string_view start) { return name.rfind(start, 0) == 0; };
  return name == "issues" || name == "layer_styles" || name == "qgis_projects" || begins("gpkg_") ||
         begins("rtree_") || begins("sqlite_");
}

class Names {
 public:
  explicit Names(Mistakes& mistakes) : m_mistakes(mistakes) {}

  void add(const std::string& name, Place place) {
    if (name.empty()) return;
    if (reserved(folded(name)))
      m_mistakes.add(place, told({"名称“{}”由 jingwei 或 GeoPackage 保留，请换一个",
                                  "the name “{}” is reserved by jingwei or GeoPackage: choose another"},
                                 name));
    const auto [first, is_new] = m_places.emplace(folded(name), place);
    if (!is_new)
      m_mistakes.add(
          place, told({"名称“{}”已在第 {} 行使用（不区分大小写）",
                       "the name “{}” is used already in line {} (upper and lower case count as the same)"},
                      name, first->second.line));
  }

 private:
  Mistakes& m_mistakes;
  std::map<std::string, Place> m_places;
};

}  // namespace

void check_names(const Study& study, Mistakes& mistakes) {
  Names names(mistakes);
  for (const StudyInput& input : study.inputs) names.add(input.name, input.place);
  for (const StudyNetwork& network : study.networks) names.add(network.name, network.place);
  Names entries(mistakes);
  for (const StudyAnalysis& entry : study.analyses) {
    entries.add(entry.name, entry.place);
    if (entry.analysis == nullptr) continue;
    const bool again =
        std::count_if(study.analyses.begin(), study.analyses.end(), [&](const StudyAnalysis& other) {
          return folded(other.name) == folded(entry.name);
        }) > 1;
    if (again) continue;  // told once already, for the name itself
    for (const Output& output : entry.analysis->description.outputs)
      names.add(entry.output_name(output), entry.place);
  }
}

}  // namespace jingwei
