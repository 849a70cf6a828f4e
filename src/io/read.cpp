#include "io/read.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/osm_file.hpp"
#include "io/read_osm_layer.hpp"
#include "io/read_vector.hpp"

namespace jingwei {
namespace {

// The study may say what the source leaves out, but not contradict it: one of the two would be wrong.
void settle_crs(RawLayer& raw, const std::optional<Crs>& declared) {
  if (!raw.geometry) return;
  if (!raw.crs)
    raw.crs = declared;
  else if (declared && !raw.crs->same_as(*declared))
    throw input_error(
        {"{}：数据自带坐标系“{}”，研究文件写的是“{}”；请删去或更正其一",
         "{}: states “{}” as its coordinate system, the study says “{}”; remove one or correct it"},
        printable(raw.source), raw.crs->name(), declared->name());
  if (!raw.crs)
    throw input_error({"{}：没有坐标系；请写明（crs: EPSG:4490）",
                       "{}: has no coordinate system; say which it is (crs: EPSG:4490)"},
                      printable(raw.source));
}

}  // namespace

RawLayer read_layer(const ReadRequest& request, Context& context) {
  if (is_osm_file(request.source.file)) {
    RawLayer raw = read_osm_layer(request, context);
    settle_crs(raw, request.crs);
    return raw;
  }
  const OpenedSource opened = open_source(request.source, request.encoding);
  const GdalOffline offline;
  RawLayer raw =
      opened.raster ? read_raster(opened, request, context) : read_vector(opened, request, context);
  if (request.x || request.y) add_coordinates(raw, request);
  settle_crs(raw, request.crs);
  return raw;
}

}  // namespace jingwei
