#include "study/command.hpp"

#include <algorithm>
#include <cctype>

#include "base/error.hpp"
#include "io/osm_file.hpp"
#include "io/product.hpp"
#include "study/check.hpp"
#include "study/data.hpp"
#include "study/describe_source.hpp"
#include "study/earlier_answers.hpp"
#include "study/parse.hpp"

namespace jingwei {
namespace {

Node scalar(const std::string& text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.scalar = text;
  return node;
}

Node sequence(const std::vector<std::string>& texts) {
  Node node;
  node.kind = Node::Kind::sequence;
  for (const std::string& text : texts) node.items.push_back(scalar(text));
  return node;
}

/// A mapping that leaves out what is empty.
Node mapping(const std::vector<std::pair<std::string, Node>>& entries) {
  Node node;
  node.kind = Node::Kind::mapping;
  for (const auto& [key, value] : entries)
    if (value.kind != Node::Kind::scalar || !value.scalar.empty()) node.entries.push_back({key, {}, value});
  return node;
}

Node input_node(const std::string& name, const std::string& layer, const std::string& source,
                const std::string& filter, const std::string& scheme = {}) {
  return mapping({{"name", scalar(name)},
                  {"layer", scalar(layer)},
                  {"source", scalar(source)},
                  {"filter", scalar(filter)},
                  {"scheme", scalar(scheme)}});
}

/// Builds the study file that asks this one question, so that one set of checks serves both. Inputs and
/// networks are named for their roles, which messages then tell.
class StudyOfCommand {
 public:
  StudyOfCommand(const CommandRequest& request, Context& context) : m_request(request), m_context(context) {}

  Document document() {
    add_inputs();
    add_networks();
    Node parameters = mapping({});
    for (const auto& [name, texts] : m_request.parameters)
      parameters.entries.push_back({name, {}, sequence(texts)});
    Node analyses;
    analyses.kind = Node::Kind::sequence;
    analyses.items.push_back(mapping({{"analysis", scalar(m_request.analysis->description.name)},
                                      {"inputs", m_bindings},
                                      {"parameters", parameters}}));
    const Node heading = mapping({{"id", scalar("command")}});
    return {"command line", mapping({{"study", heading},
                                     {"crs", scalar(m_request.crs)},
                                     {"precision", scalar(m_request.precision)},
                                     {"inputs", m_inputs},
                                     {"networks", m_networks},
                                     {"analyses", analyses}})};
  }

 private:
  void add_inputs() {
    for (const auto& input : m_request.inputs) {
      const Role* role = m_request.analysis->description.role(input.role);
      const std::string layer = role == nullptr || role->definitions.empty()
                                    ? "any"
                                    : first_fitting(role->definitions, input.source, m_context);
      const bool several = role != nullptr && role->several;
      const std::string name = several ? name_for(input.source) : input.role;
      m_inputs.items.push_back(input_node(name, layer, input.source, input.filter));
      bind(input.role, name);
    }
  }

  /// Adds to the inputs of a role.
  void bind(const std::string& role, const std::string& name) {
    const auto bound = std::ranges::find(m_bindings.entries, role, &NodeEntry::key);
    if (bound == m_bindings.entries.end())
      m_bindings.entries.push_back({role, {}, sequence({name})});
    else
      bound->value.items.push_back(scalar(name));
  }

  /// Of several layers of a role each is named for its layer, or its file, with what names may hold.
  std::string name_for(const std::string& source) const {
    const std::string last = source.substr(source.find_last_of("/\\:") + 1);
    std::string name = last.substr(0, last.find('.'));
    for (char& c : name)
      if (static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    if (name.empty() || std::isdigit(static_cast<unsigned char>(name[0])) != 0) name = format("_{}", name);
    const auto taken = [&](const std::string& candidate) {
      return std::ranges::any_of(
          m_inputs.items, [&](const Node& item) { return item.entries.front().value.scalar == candidate; });
    };
    std::string untaken = name;
    for (int number = 2; taken(untaken); ++number) untaken = format("{}_{}", name, number);
    return untaken;
  }

  std::string add_part(const CommandRequest::NetworkFiles& network, const std::string& layer,
                       const std::string& source) {
    if (source.empty()) return {};
    if (layer == "roads" && is_osm_file(source)) return source;
    std::string name = format("{}_{}", network.role, layer);
    m_inputs.items.push_back(
        input_node(name, layer, source, {}, layer == "trunk_lines" ? network.scheme : std::string()));
    return name;
  }

  /// Roads, or links where their fields are named; OpenStreetMap data are named by their file.
  std::string add_streets(const CommandRequest::NetworkFiles& network) {
    const std::string fields =
        network.from_field + network.to_field + network.time_field + network.length_field;
    if (fields.empty() || network.roads.empty()) return add_part(network, "roads", network.roads);
    std::string name = add_part(network, "links", network.roads);
    m_inputs.items.back().entries.push_back({"fields",
                                             {},
                                             mapping({{"from_node", scalar(network.from_field)},
                                                      {"to_node", scalar(network.to_field)},
                                                      {"time_s", scalar(network.time_field)},
                                                      {"length_m", scalar(network.length_field)}})});
    return name;
  }

  /// Whether its stations are those of a timetable.
  static bool runs_lines(const CommandRequest::NetworkFiles& network) {
    return !network.services.empty() || !network.stops.empty();
  }

  Node timetable_of(const CommandRequest::NetworkFiles& network) {
    const std::string any = network.gtfs + network.date + network.services + network.stops;
    if (any.empty()) return scalar({});
    return mapping(
        {{"gtfs", scalar(network.gtfs)},
         {"date", scalar(network.date)},
         {"services", scalar(add_part(network, "transit_services", network.services))},
         {"stops", scalar(add_part(network, "transit_stops", network.stops))},
         {"stations", scalar(runs_lines(network) ? add_part(network, "stations", network.stations) : "")}});
  }

  void add_networks() {
    for (const auto& network : m_request.networks) {
      std::vector<std::string> sources{add_streets(network), add_part(network, "trunk_lines", network.lines)};
      std::erase(sources, std::string());
      const Node whole = mapping(
          {{"sources", sequence(sources)},
           {"snap_limit", scalar(network.snap_limit)},
           {"noding", scalar(network.noding)},
           {"tolerance", scalar(network.tolerance)},
           {"stored", scalar(network.stored)},
           {"stations", scalar(runs_lines(network) ? "" : add_part(network, "stations", network.stations))},
           {"transfers", scalar(add_part(network, "transfers", network.transfers))},
           {"interchanges", scalar(add_part(network, "trunk_waypoints", network.interchanges))},
           {"timetable", timetable_of(network)}});
      add_profiles(network, whole);
    }
  }

  /// One network, or one for each of several profiles, named for its profile as its columns will be.
  void add_profiles(const CommandRequest::NetworkFiles& network, const Node& whole) {
    std::vector<std::string> profiles = split(network.profile, ','), names;
    if (profiles.empty()) profiles.emplace_back();
    for (const std::string& profile : profiles) {
      names.push_back(profiles.size() == 1 ? network.role : profile);
      Node one = whole;
      const Node named = mapping({{"name", scalar(names.back())}, {"profile", scalar(profile)}});
      one.entries.insert(one.entries.begin(), named.entries.begin(), named.entries.end());
      m_networks.items.push_back(std::move(one));
    }
    m_bindings.entries.push_back({network.role, {}, sequence(names)});
  }

  const CommandRequest& m_request;
  Context& m_context;
  Node m_inputs = sequence({});
  Node m_networks = sequence({});
  Node m_bindings = mapping({});
};

Study checked_study(const CommandRequest& request, Context& context) {
  Mistakes mistakes({"命令行", "command line"});
  Study study = parse_study(StudyOfCommand(request, context).document(), mistakes);
  check_study(study, mistakes, context);
  mistakes.throw_if_any();
  return study;
}

}  // namespace

std::string option_of(const Role& role) {
  std::string option = "--" + role.name;
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

bool takes_list(const Parameter& parameter) {
  return parameter.type == ParameterType::lengths || parameter.type == ParameterType::durations ||
         parameter.type == ParameterType::numbers || parameter.type == ParameterType::texts ||
         parameter.type == ParameterType::fields;
}

Result run_command(const CommandRequest& request, Context& context) {
  if (request.output.empty())
    throw input_error({"命令行：缺少 --output：请写明输出文件，例如 result.gpkg",
                       "command line: --output is missing: name the file to write, as result.gpkg"});
  require_known_format(request.output);
  const Study study = checked_study(request, context);
  RunRecord record(context.threads());
  StudyData data = read_inputs(study, record, context);
  EarlierAnswers none;
  build_networks(study, data, none, record, context);
  answer_analyses(study, data, none, record, context);

  std::vector<ProductLayer> layers;
  const StudyAnalysis& entry = study.analyses.front();
  for (const Output& output : entry.analysis->description.outputs)
    if (const auto found = data.layers.find(entry.output_name(output)); found != data.layers.end())
      layers.push_back(
          {&found->second, found->second.definition().title, found->second.definition().description, true});
  write_layers(layers, request.output, context);

  Result result = std::move(data.answers.front().second);
  result.issues = std::move(data.issues);
  return result;
}

}  // namespace jingwei
