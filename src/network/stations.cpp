#include <algorithm>
#include <map>
#include <set>

#include "network/access.hpp"

namespace jingwei {
namespace {

/// A station that names a line is a stop of it up to here: centre lines are drawn coarsely.
constexpr Length named_station_limit{5000};

Issue station_issue(const Layer& layer, std::uint32_t row, std::string kind, Text reason) {
  Issue issue;
  issue.severity = Severity::note;
  issue.kind = std::move(kind);
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason = std::move(reason);
  issue.action = {"不作为车站使用", "not used as a station"};
  const Wkb wkb = layer.geometry().wkb(row);
  issue.geometry.assign(wkb.begin(), wkb.end());
  return issue;
}

bool names(const std::vector<std::string>& lines, const TrunkLine& trunk) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line == trunk.key || line == trunk.name_zh || line == trunk.name_en;
  });
}

std::vector<std::uint32_t> stop_cuts(Point place, const std::vector<std::string>& lines,
                                     const std::vector<TrunkLine>& trunks, const Profile& profile,
                                     TrunkCuts& trunk_cuts) {
  std::vector<std::uint32_t> cuts;
  for (std::size_t trunk = 0; trunk < trunks.size(); ++trunk) {
    if (trunks[trunk].kind != EdgeKind::rail) continue;
    const Length limit = names(lines, trunks[trunk])
                             ? std::max(named_station_limit, profile.station_tolerance)
                             : profile.station_tolerance;
    if (const auto cut = trunk_cuts.cut(trunk, place, limit)) cuts.push_back(*cut);
  }
  return cuts;
}

Issue transfer_issue(const Layer& layer, std::uint32_t row, const std::string& station) {
  Issue issue;
  issue.kind = "unknown_station";
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason = {format("车站 {} 不存在或未运营", station),
                  format("the station {} is unknown or not in service", station)};
  issue.action = {"换乘未纳入网络", "the transfer is left out of the network"};
  return issue;
}

/// A transfer as the table states it, by station keys.
struct StatedTransfer {
  std::uint32_t row;
  std::string from, to;
  Cost cost;
};

std::vector<StatedTransfer> stated_transfers(const Layer* layer) {
  std::vector<StatedTransfer> transfers;
  if (!layer) return transfers;
  for (const std::uint32_t row : rows_by_key(*layer)) {
    const double minutes = (*layer)["time_min"].number_or(row, -1);
    if (minutes < 0) continue;  // a required value: prepared layers have it
    transfers.push_back({row, (*layer)["from_station_id"].as_text(row),
                         (*layer)["to_station_id"].as_text(row), to_cost(Duration{minutes * 60})});
  }
  return transfers;
}

}  // namespace

Stations find_stations(const NetworkSources& sources, const Profile& profile,
                       const std::vector<TrunkLine>& trunks, TrunkCuts& trunk_cuts,
                       std::vector<Issue>& issues) {
  Stations found;
  const bool has_rail = std::any_of(trunks.begin(), trunks.end(),
                                    [](const TrunkLine& trunk) { return trunk.kind == EdgeKind::rail; });
  if (!profile.rides_rail() || !has_rail) return found;
  if (!sources.stations) {
    Issue issue;
    issue.kind = "no_stations";
    issue.layer = sources.name;
    issue.reason = {"未给出车站（stations），铁路无法进入",
                    "No stations are given, so railways cannot be entered"};
    issue.action = {"铁路未纳入网络", "railways are left out of the network"};
    issues.push_back(std::move(issue));
    return found;
  }
  const auto transfers = stated_transfers(sources.transfers);
  std::set<std::string, std::less<>> with_transfers;
  for (const StatedTransfer& transfer : transfers) with_transfers.insert({transfer.from, transfer.to});
  const Layer& layer = *sources.stations;
  std::map<std::string, std::size_t, std::less<>> by_key;
  for (const std::uint32_t row : rows_by_key(layer)) {
    const auto points = points_of(layer.geometry().wkb(row));
    if (points.empty()) continue;
    const std::string key = layer.key().as_text(row), name_zh = layer["name_zh"].text_or(row, key);
    if (!sources.in_service(layer, row)) {
      issues.push_back(
          station_issue(layer, row, "not_in_service", {name_zh + "：未开通", name_zh + ": not in service"}));
      continue;
    }
    Access station{&layer, key, {name_zh, layer["name_en"].text_or(row, name_zh)}, points.front(), {}, {}, 0};
    station.trunk_cuts =
        stop_cuts(station.place, split(layer["lines"].text_or(row, ""), ';'), trunks, profile, trunk_cuts);
    if (station.trunk_cuts.empty()) {
      issues.push_back(station_issue(
          layer, row, "station_off_line",
          {station.name.zh + "：不在任何所用线路上", station.name.en + ": on none of the lines in use"}));
      if (!with_transfers.contains(key)) continue;
      issues.back().action = {"仅可换乘到达", "reached by transfer only"};
    }
    by_key.emplace(key, found.stations.size());
    found.stations.push_back(std::move(station));
  }
  for (const StatedTransfer& transfer : transfers) {
    const auto from = by_key.find(transfer.from), to = by_key.find(transfer.to);
    if (from == by_key.end() || to == by_key.end()) {
      issues.push_back(transfer_issue(*sources.transfers, transfer.row,
                                      from == by_key.end() ? transfer.from : transfer.to));
    } else if (from->second != to->second) {
      found.transfers.push_back({from->second, to->second, transfer.cost});
    }
  }
  return found;
}

}  // namespace jingwei
