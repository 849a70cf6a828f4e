#include "study/parse.hpp"

#include <algorithm>
#include <filesystem>

#include "study/node_reader.hpp"
#include "study/parse_input.hpp"
#include "study/timetables.hpp"

namespace jingwei {
namespace {

/// The statuses that lines and stations of a network may have, as `trunk_lines` defines them.
std::vector<std::string> statuses_of(const NodeReader& reader, Mistakes& mistakes) {
  std::vector<std::string> known, statuses;
  for (const AllowedValue& value : find_layer_definition("trunk_lines")->field("status")->values)
    known.push_back(value.value);
  for (const Reference& status : reader.texts("status")) {
    if (std::find(known.begin(), known.end(), status.name) == known.end())
      mistakes.add(status.place, told({"status：“{}”不在可选值 {} 之中{}", "status: “{}” is none of {}{}"},
                                      printable(status.name), join(known), suggestion(status.name, known)));
    statuses.push_back(status.name);
  }
  return statuses;
}

/// Whether roads meet where they cross, and how far ends are led on to them.
void parse_noding(const NodeReader& reader, StudyNetwork& network, Mistakes& mistakes) {
  if (const auto noding = reader.choice("noding", {"vertices", "crossings"}))
    network.noding = static_cast<Noding>(*noding);
  const auto tolerance = reader.parsed("tolerance", parse_length);
  if (!tolerance) return;
  network.tolerance = *tolerance;
  const Place place = reader.text("tolerance")->place;
  if (network.noding != Noding::crossings)
    mistakes.add(place,
                 {"tolerance 只与 noding: crossings 同用", "tolerance goes with noding: crossings only"});
  if (tolerance->m < 0 || tolerance->m > 100)
    mistakes.add(place, {"tolerance 应在 0 到 100 m 之间", "tolerance must lie between 0 and 100 m"});
}

/// The file that keeps the network. By its name nothing else is written over.
std::string parse_stored(const NodeReader& reader, Mistakes& mistakes) {
  const auto stored = reader.text("stored");
  if (!stored) return {};
  if (std::filesystem::path(stored->name).extension() != ".jwnet")
    mistakes.add(stored->place, told({"stored：“{}”应以 .jwnet 结尾", "stored: “{}” must end in .jwnet"},
                                     printable(stored->name)));
  return stored->name;
}

StudyNetwork parse_network(const Node& node, Mistakes& mistakes) {
  const NodeReader reader(node, {"路网", "a network"},
                          {"name", "sources", "profile", "snap_limit", "noding", "tolerance", "stations",
                           "transfers", "interchanges", "status", "open_by", "timetable", "stored"},
                          mistakes);
  StudyNetwork network;
  network.place = node.place;
  if (!reader.usable()) return network;
  if (const auto name = reader.required_text("name")) {
    network.place = name->place;
    network.name = checked_name(*name, "", mistakes);
  }
  if (reader.required("sources") != nullptr) network.sources = reader.texts("sources");
  network.stations = reader.text("stations");
  network.transfers = reader.text("transfers");
  network.interchanges = reader.text("interchanges");
  if (reader.required("profile") != nullptr) {
    const std::vector<std::string> names = profile_names();
    if (const auto chosen = reader.choice("profile", names)) network.profile = &profiles()[*chosen];
  }
  if (const auto limit = reader.parsed("snap_limit", parse_length)) {
    network.snap_limit = *limit;
    if (limit->m <= 0)
      mistakes.add(reader.text("snap_limit")->place,
                   {"snap_limit 必须大于 0", "snap_limit must be more than 0"});
  }
  if (reader.find("status") != nullptr) network.in_service.statuses = statuses_of(reader, mistakes);
  if (const auto year = reader.count("open_by"))
    network.in_service.open_by = static_cast<std::int64_t>(*year);
  if (const Node* timetable = reader.find("timetable"))
    network.timetables = parse_timetables(*timetable, mistakes);
  parse_noding(reader, network, mistakes);
  network.stored = parse_stored(reader, mistakes);
  return network;
}

void parse_bindings(const Node& node, StudyAnalysis& entry, Mistakes& mistakes) {
  if (node.kind != Node::Kind::mapping) {
    mistakes.add(node.place, {"inputs 应为“角色: 名称”的映射", "inputs must be a mapping “role: name”"});
    return;
  }
  for (const NodeEntry& binding : node.entries)
    for (Reference& target : texts_of(binding.value, binding.key, mistakes))
      entry.inputs.push_back({{binding.key, binding.place}, std::move(target)});
}

void parse_parameters(const Node& node, StudyAnalysis& entry, Mistakes& mistakes) {
  if (node.kind != Node::Kind::mapping) {
    mistakes.add(node.place,
                 {"parameters 应为“参数: 值”的映射", "parameters must be a mapping “parameter: value”"});
    return;
  }
  for (const NodeEntry& given : node.entries) {
    StudyAnalysis::Setting setting{{given.key, given.place}, {}, given.value.place};
    if (given.value.kind == Node::Kind::sequence) {
      for (const Node& item : given.value.items)
        if (auto text = text_of(item, given.key, mistakes)) setting.texts.push_back(std::move(text->name));
      if (setting.texts.size() < given.value.items.size()) continue;
    } else if (auto text = text_of(given.value, given.key, mistakes)) {
      setting.texts.push_back(std::move(text->name));
    } else {
      continue;
    }
    entry.parameters.push_back(std::move(setting));
  }
}

const Analysis* analysis_of(const Reference& given, Mistakes& mistakes) {
  if (const Analysis* analysis = find_analysis(given.name)) return analysis;
  std::vector<std::string> names;
  for (const Analysis& analysis : analyses()) names.push_back(analysis.description.name);
  const Text hint = suggestion(given.name, names);
  mistakes.add(given.place, told({"没有分析“{}”；可用：{}{}", "there is no analysis “{}”; there are {}{}"},
                                 printable(given.name), join(names), hint));
  return nullptr;
}

StudyAnalysis parse_analysis(const Node& node, Mistakes& mistakes) {
  const NodeReader reader(node, {"分析", "an analysis"},
                          {"name", "analysis", "title", "inputs", "parameters"}, mistakes);
  StudyAnalysis entry;
  entry.place = node.place;
  if (!reader.usable()) return entry;
  if (const auto analysis = reader.required_text("analysis")) {
    entry.place = analysis->place;
    entry.analysis = analysis_of(*analysis, mistakes);
    entry.name = snake_case(analysis->name);
  }
  if (const auto name = reader.text("name")) {
    entry.place = name->place;
    entry.name = checked_name(*name, "", mistakes);
  }
  if (entry.analysis != nullptr) entry.title = entry.analysis->description.title;
  if (const auto title = reader.title("title")) entry.title = *title;
  if (const Node* inputs = reader.find("inputs")) parse_bindings(*inputs, entry, mistakes);
  if (const Node* parameters = reader.find("parameters")) parse_parameters(*parameters, entry, mistakes);
  return entry;
}

template <class Parse, class Entries>
void parse_list(const NodeReader& study, std::string_view key, Parse&& parse, Entries& entries,
                Mistakes& mistakes) {
  const Node* list = study.find(key);
  if (list == nullptr) return;
  if (list->kind != Node::Kind::sequence) {
    mistakes.add(
        list->place,
        told({"{} 应为列表（每项以“- ”开头）", "{} must be a list (each item begins with “- ”)"}, key));
    return;
  }
  for (const Node& item : list->items) entries.push_back(parse(item, mistakes));
}

void parse_heading(const NodeReader& root, Study& study, Mistakes& mistakes) {
  const Node* heading = root.required("study");
  if (heading == nullptr) return;
  const NodeReader reader(*heading, {"study", "study"}, {"id", "title"}, mistakes);
  if (const auto id = reader.required_text("id")) study.id = checked_name(*id, "-", mistakes);
  study.title = reader.title("title").value_or(Text{study.id, study.id});
}

void parse_settings(const NodeReader& root, Study& study, Mistakes& mistakes) {
  if (const auto crs = root.text("crs"); crs && crs->name != "auto")
    study.crs = root.parsed("crs", [](const std::string& text) { return Crs::parse(text); });
  if (const auto precision = root.parsed("precision", parse_length)) {
    study.precision = *precision;
    if (precision->m < 1e-6 || precision->m > 10)
      mistakes.add(root.text("precision")->place,
                   {"precision 应在 0.001 mm 到 10 m 之间", "precision must lie between 0.001 mm and 10 m"});
  }
  if (const Node* limits = root.find("limits")) {
    const NodeReader reader(*limits, {"limits", "limits"}, {"features", "issues"}, mistakes);
    study.limits.features = reader.count("features").value_or(study.limits.features);
    study.limits.issues = reader.count("issues").value_or(study.limits.issues);
  }
  if (const Node* outputs = root.find("outputs")) {
    const NodeReader reader(*outputs, {"outputs", "outputs"}, {"language", "layers", "summary"}, mistakes);
    if (const auto language = reader.choice("language", {"zh", "en"}))
      study.outputs.language = static_cast<Language>(*language);
    study.outputs.layers = reader.texts("layers");
    if (study.outputs.layers.size() == 1 && study.outputs.layers[0].name == "all")
      study.outputs.layers.clear();
    study.outputs.summary = reader.boolean("summary").value_or(true);
  }
}

}  // namespace

Study parse_study(const Document& document, Mistakes& mistakes) {
  Study study;
  study.file = document.name;
  study.folder = std::filesystem::path(document.name).parent_path().string();
  const NodeReader root(
      document.root, {"研究文件", "a study file"},
      {"study", "crs", "precision", "limits", "inputs", "networks", "analyses", "scenarios", "outputs"},
      mistakes);
  if (!root.usable()) return study;
  parse_heading(root, study, mistakes);
  parse_settings(root, study, mistakes);
  if (root.required("inputs") != nullptr) parse_list(root, "inputs", parse_input, study.inputs, mistakes);
  parse_list(root, "networks", parse_network, study.networks, mistakes);
  if (root.required("analyses") != nullptr)
    parse_list(root, "analyses", parse_analysis, study.analyses, mistakes);
  return study;
}

}  // namespace jingwei
