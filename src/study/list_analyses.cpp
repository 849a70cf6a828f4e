#include "study/list_analyses.hpp"

#include "analyses/analysis.hpp"
#include "analyses/describe_output.hpp"
#include "base/error.hpp"

namespace jingwei {
namespace {

std::vector<const Analysis*> chosen(const std::string& name) {
  std::vector<const Analysis*> all;
  std::vector<std::string> names;
  for (const Analysis& analysis : analyses()) {
    all.push_back(&analysis);
    names.push_back(analysis.description.name);
  }
  if (name.empty()) return all;
  if (const Analysis* one = find_analysis(name)) return {one};
  throw input_error({"没有分析“{}”；有：{}{}", "there is no analysis “{}”; there are {}{}"}, printable(name),
                    join(names), suggestion(name, names));
}

}  // namespace

std::string list_analyses(const std::string& name, ListForm form, Language language) {
  Json json(Json::Array{});
  std::string text;
  for (const Analysis* analysis : chosen(name)) {
    const Description& description = analysis->description;
    if (form == ListForm::json)
      json.push(to_json(description));
    else if (form == ListForm::pages || !name.empty())
      text += to_markdown(description, language);
    else
      text += format("{:<22} {}\n", description.name, description.title.in(language));
  }
  return form == ListForm::json ? to_text(json) + "\n" : text;
}

}  // namespace jingwei
