#include "study/scenarios.hpp"

#include <algorithm>

#include "analyses/analysis.hpp"
#include "study/node_reader.hpp"
#include "study/parse_input.hpp"

namespace jingwei {
namespace {

/// What one section calls its entries in messages.
struct Section {
  std::string key;
  Text entry;
};

const std::vector<Section>& sections() {
  static const std::vector<Section> all{
      {"inputs", {"输入", "input"}}, {"networks", {"路网", "network"}}, {"analyses", {"分析", "analysis"}}};
  return all;
}

/// The name of an entry; an analysis without one has that of its question.
std::string name_of(const Node& entry) {
  if (const Node* name = entry.find("name")) return name->scalar;
  if (const Node* analysis = entry.find("analysis")) return snake_case(analysis->scalar);
  return {};
}

Node* find(Node& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                                  [&](const NodeEntry& entry) { return entry.key == key; });
  return found == mapping.entries.end() ? nullptr : &found->value;
}

void set(Node& mapping, const NodeEntry& change) {
  if (Node* own = find(mapping, change.key))
    *own = change.value;
  else
    mapping.entries.push_back(change);
}

/// The keys of an entry whose own keys are changed one by one.
bool is_list_of_settings(const std::string& key) {
  return key == "parameters" || key == "inputs" || key == "fields";
}

void lay_over(Node& entry, const Node& changes) {
  for (const NodeEntry& change : changes.entries) {
    Node* own = is_list_of_settings(change.key) ? find(entry, change.key) : nullptr;
    if (own != nullptr && own->kind == Node::Kind::mapping && change.value.kind == Node::Kind::mapping)
      for (const NodeEntry& setting : change.value.entries) set(*own, setting);
    else
      set(entry, change);
  }
}

void change_entry(Node& list, const Node& change, const Section& section, Mistakes& mistakes) {
  if (change.kind != Node::Kind::mapping || name_of(change).empty()) {
    mistakes.add(change.place, told({"情景中的{}须写明 name，即所改条目的名称",
                                     "an {} of a scenario needs the name of the one that it changes"},
                                    section.entry));
    return;
  }
  const std::string name = name_of(change);
  std::vector<std::string> known;
  for (Node& entry : list.items) {
    known.push_back(name_of(entry));
    if (known.back() != name) continue;
    lay_over(entry, change);
    return;
  }
  mistakes.add(change.place, told({"情景要改的{}“{}”不在研究中；有：{}{}",
                                   "the study has no {} “{}” that the scenario could change; it has {}{}"},
                                  section.entry, printable(name), join(known), suggestion(name, known)));
}

/// Names of folders that a run writes beside those of its scenarios.
bool is_reserved(const std::string& name) {
  return name == "answers" || name == "reports";
}

Scenario parse_scenario(const Node& node, Mistakes& mistakes) {
  std::vector<std::string> keys{"name", "title"};
  for (const Section& section : sections()) keys.push_back(section.key);
  const NodeReader reader(node, {"情景", "a scenario"}, keys, mistakes);
  Scenario scenario{{}, node.place, {}, node};
  if (!reader.usable()) return scenario;
  if (const auto name = reader.required_text("name")) {
    scenario.place = name->place;
    scenario.name = checked_name(*name, "-", mistakes);
    if (is_reserved(scenario.name))
      mistakes.add(name->place, told({"情景不能叫“{}”", "a scenario cannot be named “{}”"}, scenario.name));
  }
  scenario.title = reader.title("title").value_or(Text{scenario.name, scenario.name});
  return scenario;
}

}  // namespace

std::vector<Scenario> scenarios_of(const Document& document, Mistakes& mistakes) {
  std::vector<Scenario> scenarios;
  const Node* list = document.root.find("scenarios");
  if (list == nullptr) return scenarios;
  if (list->kind != Node::Kind::sequence) {
    mistakes.add(list->place, {"scenarios 应为列表（每项以“- ”开头）",
                               "scenarios must be a list (each item begins with “- ”)"});
    return scenarios;
  }
  for (const Node& item : list->items) {
    Scenario scenario = parse_scenario(item, mistakes);
    for (const Scenario& other : scenarios)
      if (!scenario.name.empty() && other.name == scenario.name)
        mistakes.add(scenario.place,
                     told({"情景“{}”已在第 {} 行", "there is a scenario “{}” in line {} already"},
                          scenario.name, other.place.line));
    scenarios.push_back(std::move(scenario));
  }
  return scenarios;
}

Document under_scenario(Document document, const Scenario& scenario, Mistakes& mistakes) {
  for (const Section& section : sections()) {
    const Node* changes = scenario.changes.find(section.key);
    if (changes == nullptr) continue;
    Node* list = find(document.root, section.key);
    if (changes->kind != Node::Kind::sequence) {
      mistakes.add(changes->place,
                   told({"{} 应为列表（每项以“- ”开头）", "{} must be a list (each item begins with “- ”)"},
                        section.key));
      continue;
    }
    Node none{
        .kind = Node::Kind::sequence, .place = changes->place, .scalar = {}, .items = {}, .entries = {}};
    for (const Node& change : changes->items)
      change_entry(list == nullptr ? none : *list, change, section, mistakes);
  }
  return document;
}

}  // namespace jingwei
