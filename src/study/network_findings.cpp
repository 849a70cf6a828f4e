#include "study/network_findings.hpp"

#include "base/image.hpp"
#include "layer/issue_image.hpp"
#include "network/report_image.hpp"

namespace jingwei {

template <class Archive>
static void archive_parts(Archive& archive, TimetableCounts& counts) {
  archive(counts.trips, counts.stops, counts.stops_connected);
}

std::string findings_image(const NetworkFindings& findings) {
  ImageWriter archive;
  archive(findings.report, findings.timetable, findings.issues);
  return std::move(archive).take();
}

std::optional<NetworkFindings> findings_of_image(std::string_view image) {
  ImageReader archive(image);
  NetworkFindings findings;
  try {
    archive(findings.report, findings.timetable, findings.issues);
  } catch (const DamagedImage&) {
    return std::nullopt;
  }
  if (!archive.done()) return std::nullopt;
  return findings;
}

}  // namespace jingwei
