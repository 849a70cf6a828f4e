#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layer/issue.hpp"
#include "network/network.hpp"

namespace jingwei {

struct TimetableCounts {
  std::size_t trips = 0, stops = 0, stops_connected = 0;
};

/// What building a network and its timetable showed: all that a run tells of a network besides what analyses
/// make of it.
struct NetworkFindings {
  NetworkReport report;
  TimetableCounts timetable;
  std::vector<Issue> issues;
};

/// The form of findings_image(), which changes whenever that or what it means does.
inline constexpr std::uint32_t findings_image_version = 1;

/// Findings as bytes, and back; nothing where the bytes are no such image.
std::string findings_image(const NetworkFindings& findings);
std::optional<NetworkFindings> findings_of_image(std::string_view image);

}  // namespace jingwei
