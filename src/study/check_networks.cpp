#include <algorithm>
#include <filesystem>
#include <set>

#include "study/check_parts.hpp"
#include "study/osm_sources.hpp"

namespace jingwei {
namespace {

bool drawn_only(const std::string& scheme) {
  return scheme == "corridor-2015" || scheme == "article-belt";
}

void check_osm(const std::string& file, const Reference& source, const StudyNetwork& network,
               Mistakes& mistakes) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored))
    mistakes.add(source.place, told({"没有文件 {}", "{}: no such file"}, printable(file)));
  if (network.profile != nullptr && !network.profile->reads_osm())
    mistakes.add(source.place, told({"出行方式 {} 不能按 OpenStreetMap 标签通行",
                                     "the profile {} does not go by the tags of OpenStreetMap"},
                                    network.profile->name));
}

void check_network(const Study& study, const StudyNetwork& network, Mistakes& mistakes) {
  bool streets = false, trunks = false;
  for (const Reference& source : network.sources) {
    if (const auto file = osm_file_of(study, source)) {
      check_osm(*file, source, network, mistakes);
      streets = true;
      continue;
    }
    const StudyInput* input = expect_input(study, source, {"roads", "links", "trunk_lines"}, mistakes);
    if (input == nullptr) continue;
    streets |= input->definition->name == "roads" || input->definition->name == "links";
    trunks |= input->definition->name == "trunk_lines";
    if (drawn_only(input->scheme))
      mistakes.add(source.place, told({"“{}”的体系 {} 只是走廊或产业带中心线，用于叠加和里程，不能用于出行",
                                       "“{}” has scheme {}: centre lines of corridors and belts are for "
                                       "overlay and chainage, never for routing"},
                                      source.name, input->scheme));
  }
  if (network.stations) expect_input(study, *network.stations, {"stations"}, mistakes);
  if (network.transfers) expect_input(study, *network.transfers, {"transfers"}, mistakes);
  if (network.interchanges) expect_input(study, *network.interchanges, {"trunk_waypoints"}, mistakes);
  if (network.profile == nullptr || network.sources.empty()) return;

  const bool rail = network.profile->rides_rail();
  if (!streets)
    mistakes.add(
        network.place,
        told({"路网“{}”没有道路来源（roads、links 或 OpenStreetMap）；人和设施只能从道路进入",
              "the network “{}” has no streets (roads, links or OpenStreetMap): places are entered from "
              "streets only"},
             network.name));
  if (rail && !network.stations)
    mistakes.add(network.place,
                 told({"路网“{}”乘轨道出行，需要 stations", "the network “{}” rides rail and needs stations"},
                      network.name));
  if (!rail && network.stations)
    mistakes.add(network.stations->place, told({"出行方式 {} 不乘轨道，不用 stations",
                                                "the profile {} does not ride rail: leave stations out"},
                                               network.profile->name));
  if (!rail && trunks && !network.interchanges)
    mistakes.add(
        network.place,
        told({"路网“{}”使用高速公路，需要 interchanges（只能由互通进入）",
              "the network “{}” uses expressways and needs interchanges, as they are entered only there"},
             network.name));
}

/// Stored networks are looked up from the study file's folder; each has a file of its own.
void settle_stored(Study& study, Mistakes& mistakes) {
  std::set<std::string> files;
  for (StudyNetwork& network : study.networks) {
    if (network.stored.empty()) continue;
    network.stored = (std::filesystem::path(study.folder) / network.stored).lexically_normal().string();
    if (!files.insert(network.stored).second)
      mistakes.add(network.place,
                   told({"stored：{} 已用于另一个路网", "stored: {} is that of another network"},
                        printable(network.stored)));
  }
}

}  // namespace

const StudyInput* expect_input(const Study& study, const Reference& name,
                               const std::vector<std::string>& definitions, Mistakes& mistakes) {
  const StudyInput* input = study.input(name.name);
  if (input == nullptr) {
    std::vector<std::string> names;
    for (const StudyInput& other : study.inputs) names.push_back(other.name);
    const Text hint = suggestion(name.name, names);
    mistakes.add(name.place,
                 told({"没有输入“{}”{}", "there is no input “{}”{}"}, printable(name.name), hint));
    return nullptr;
  }
  if (input->definition == nullptr) return nullptr;  // told already
  if (std::find(definitions.begin(), definitions.end(), input->definition->name) != definitions.end())
    return input;
  mistakes.add(name.place, told({"输入“{}”是 {}，此处需要 {}", "the input “{}” is {}, but {} is needed here"},
                                name.name, input->definition->name, join(definitions)));
  return nullptr;
}

void check_networks(Study& study, Mistakes& mistakes) {
  for (const StudyNetwork& network : study.networks) {
    check_network(study, network, mistakes);
    check_timetables(study, network, mistakes);
  }
  settle_stored(study, mistakes);
}

}  // namespace jingwei
