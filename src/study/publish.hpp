#pragma once
#include <string>

#include "base/context.hpp"
#include "study/data.hpp"

namespace jingwei {

/// Writes what was found: `<folder>/<id>.gpkg` and .qgz, `reports/summary.html`, `run.json`.
struct Published {
  std::string geopackage;
  std::string project;
  std::string summary;  ///< empty: not asked for
  std::string run_record;
  std::string content_hash;
  std::size_t layers = 0;
};
Published publish(const Study& study, const StudyData& data, const std::string& folder, RunRecord& record,
                  Context& context);

}  // namespace jingwei
