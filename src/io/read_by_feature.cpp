#include <ogrsf_frmts.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "io/fields.hpp"
#include "io/plain_wkb.hpp"
#include "io/read_vector.hpp"

namespace jingwei {
namespace {

constexpr std::size_t rows_between_checks = 4096;

void append_values(const OGRFeature& feature, const VectorPlan& plan, bool empty_is_null, RawLayer& raw) {
  for (std::size_t i = 0; i < plan.fields.size(); ++i) {
    const VectorPlan::PlannedField& planned = plan.fields[i];
    if (!planned.asked_for) continue;
    if (planned.field == VectorPlan::feature_id) {
      raw.columns[i].append(static_cast<std::int64_t>(feature.GetFID()));
      continue;
    }
    Value value = value_of(feature, planned.field, planned.type);
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (text->empty() && empty_is_null)
        value = {};
      else if (!is_utf8(*text))
        throw input_error(
            {"{}：字段“{}”在要素 {} 中不是 UTF-8；请写明数据源编码（encoding: GBK）",
             "{}: field “{}” of feature {} is not UTF-8; state the encoding of the source (encoding: GBK)"},
            printable(raw.source), raw.fields[i].name, feature.GetFID());
    }
    raw.columns[i].append(value);
  }
}

}  // namespace

RawLayer read_by_feature(const VectorPlan& plan, Context& context) {
  OGRLayer& layer = *plan.opened.layer;
  RawLayer raw = plan.start;
  const std::string& driver = plan.opened.driver;
  const bool empty_is_null = driver == "CSV" || driver == "XLSX" || driver == "ODS";

  const GdalErrors errors;
  layer.ResetReading();
  for (std::size_t seen = 0;; ++seen) {
    if (seen % rows_between_checks == 0) context.check_cancelled();
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (!feature) break;
    if (plan.filter && !plan.filter->matches(*feature)) continue;
    require_few_features(raw.rows + 1, plan.request);
    append_values(*feature, plan, empty_is_null, raw);
    if (raw.geometry) raw.geometry->append(plain_wkb(std::unique_ptr<OGRGeometry>(feature->StealGeometry())));
    ++raw.rows;
  }
  if (errors.failed())
    throw input_error({"{}：无法读取：{}", "{}: cannot be read: {}"}, printable(raw.source), errors.reason());
  return raw;
}

}  // namespace jingwei
