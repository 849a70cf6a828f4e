#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "layer/issue.hpp"
#include "network/transit_feed.hpp"

namespace jingwei {

/// Errors (input) where the feed is no file or folder of this machine, or lacks a table that read_gtfs needs;
/// and where nothing runs on the day (the message tells the days of the feed).
void require_gtfs(const std::string& feed);
void require_gtfs_day(const std::string& feed, std::chrono::year_month_day day);

/// The trips of a GTFS feed (a ZIP file or a folder) on one day, with those of the day before that still run
/// after midnight, and those that frequencies.txt repeats (also where exact_times is 0: departures at the
/// headway from the start). Trips with fewer than two stops, unknown stops or routes, or times that are
/// missing at an end or fall are set aside, each an Issue; stops that no trip of the day serves are counted
/// in a note, as are stops without coordinates that are left out. Errors (input): a table or column that is
/// missing, a day on which nothing runs (the message tells the days of the feed).
TransitFeed read_gtfs(const std::string& feed, std::chrono::year_month_day day, const std::string& name,
                      std::vector<Issue>& issues);

}  // namespace jingwei
