#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "io/open_raster.hpp"
#include "io/osm_file.hpp"
#include "study/data.hpp"
#include "study/read_input.hpp"
#include "study/target.hpp"

namespace jingwei {
namespace {

/// The extent in degrees of what was read; rows off the globe are left to the preparation, which tells of
/// them.
Envelope extent_of(const std::vector<RawLayer>& raws) {
  const Crs degrees = Crs::parse("EPSG:4490");
  Envelope extent;
  for (const RawLayer& raw : raws) {
    if (!raw.geometry || !raw.crs) continue;
    Envelope own;
    for (const Envelope& row : raw.geometry->envelopes()) {
      const bool on_globe = !raw.crs->geographic() ||
                            (row.min_x >= -180 && row.max_x <= 180 && row.min_y >= -90 && row.max_y <= 90);
      if (!row.empty() && on_globe && std::isfinite(row.width() + row.height())) own.expand(row);
    }
    if (!own.empty()) extent.expand(project(own, *raw.crs, degrees));
  }
  return extent;
}

Crs settled_crs(const Study& study, const std::vector<RawLayer>& raws) {
  if (study.crs) return *study.crs;
  const bool tables_alone =
      std::ranges::none_of(raws, [](const RawLayer& raw) { return raw.geometry.has_value(); });
  if (tables_alone) return Crs::parse("EPSG:4490");  // of which nothing will be asked
  const Envelope extent = extent_of(raws);
  if (extent.empty())
    throw input_error(
        {"{}：crs 为 auto，但没有带几何的输入可供选择：请写明坐标系，例如 EPSG:4490",
         "{}: crs is auto, but no input has a geometry to choose it by: state a CRS, as EPSG:4490"},
        study.file);
  return equal_area_for(extent);
}

std::unique_ptr<Raster> opened_raster(const StudyInput& input) {
  if (!input.filter.empty())
    throw input_error({"{}：filter 用于要素；作为栅格读取的输入不能过滤",
                       "{}: filter is for features; an input that is read as a raster takes none"},
                      input.name);
  return open_raster(input.source, input.crs, input.name);
}

/// Several at the same time, but for those of one file of OpenStreetMap, whose objects are held in memory
/// meanwhile. Of several that cannot be read the first in the study is told; what was read is told in its
/// order.
std::vector<RawLayer> read_all(const std::vector<const StudyInput*>& inputs, const StudyLimits& limits,
                               Context& context) {
  std::map<std::string, std::mutex> of_osm_file;
  for (const StudyInput* input : inputs)
    if (is_osm_file(input->source.file)) of_osm_file.try_emplace(input->source.file);
  std::vector<RawLayer> raws(inputs.size());
  parallel_for(
      raws.size(), context,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          const StudyInput& input = *inputs[i];
          const auto one_at_a_time = of_osm_file.find(input.source.file);
          std::unique_lock<std::mutex> lock;
          if (one_at_a_time != of_osm_file.end()) lock = std::unique_lock(one_at_a_time->second);
          raws[i] = read_input(input, Filtering::on, limits, context);
          context.advance();
        }
      },
      1);
  for (const RawLayer& raw : raws)
    context.info(told({"{}：读取 {} 个要素", "{}: {} features read"}, raw.source, raw.rows));
  return raws;
}

}  // namespace

StudyData read_inputs(const Study& study, RunRecord& record, Context& context) {
  std::vector<RawLayer> raws;
  std::vector<const StudyInput*> layers;  // of raws
  std::map<std::string, std::unique_ptr<Raster>, std::less<>> rasters;
  const Text reading{"读取", "read"}, preparing{"准备", "prepare"};
  record.phase(reading, [&] {
    context.begin(reading, study.inputs.size());
    for (const StudyInput& input : study.inputs) {
      if (use_of(study, input.name).raster) rasters.emplace(input.name, opened_raster(input));
      if (use_of(study, input.name).layer)
        layers.push_back(&input);
      else
        context.advance();
    }
    raws = read_all(layers, study.limits, context);
    context.end();
  });
  StudyData data{settled_crs(study, raws), {}, {}, {}, std::move(rasters), {}, {}};
  std::vector<std::size_t> rows_read;
  record.phase(preparing, [&] {
    context.begin(preparing, raws.size());
    for (std::size_t i = 0; i < raws.size(); ++i) {
      context.check_cancelled();
      const StudyInput& input = *layers[i];
      rows_read.push_back(raws[i].rows);
      Prepared prepared = prepare(std::move(raws[i]), preparation_of(input, study), data.crs, context);
      data.issues.insert(data.issues.end(), prepared.issues.begin(), prepared.issues.end());
      data.layers.emplace(input.name, std::move(prepared.layer));
      context.advance();
    }
    check_references(study, data, context);
    context.end();
  });
  for (std::size_t i = 0; i < rows_read.size(); ++i) {
    const std::string& name = layers[i]->name;
    const auto issues = std::count_if(data.issues.begin(), data.issues.end(),
                                      [&](const Issue& issue) { return issue.layer == name; });
    record.add_input(*layers[i], rows_read[i], data.layers.at(name), static_cast<std::size_t>(issues));
  }
  for (const auto& [name, raster] : data.rasters) record.add_raster(*study.input(name), *raster);
  return data;
}

}  // namespace jingwei
