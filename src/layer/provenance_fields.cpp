#include "layer/provenance_fields.hpp"

#include <algorithm>
#include <array>

namespace jingwei {
namespace {

FieldDefinition confidence_field(std::string_view name, Text title, FieldCombine combine) {
  FieldDefinition field;
  field.name = name;
  field.title = std::move(title);
  field.values = {{"A", {"A 有据可查", "A read in a source"}},
                  {"B", {"B 公认或凭记忆", "B known, not read again"}},
                  {"C", {"C 估计", "C estimated"}}};
  field.combine = combine;
  return field;
}

}  // namespace

std::vector<FieldDefinition> provenance_fields(LayerRole role) {
  if (role == LayerRole::input) {
    FieldDefinition synthetic;
    synthetic.name = provenance::synthetic;
    synthetic.type = FieldType::boolean;
    synthetic.title = {"合成数据", "Synthetic"};
    return {confidence_field(provenance::confidence, {"属性可信度", "Confidence"}, FieldCombine::first),
            confidence_field(provenance::geometry_confidence, {"几何可信度", "Geometry confidence"},
                             FieldCombine::first),
            synthetic};
  }
  FieldDefinition synthetic_pct;
  synthetic_pct.name = provenance::synthetic_pct;
  synthetic_pct.type = FieldType::real;
  synthetic_pct.title = {"合成数据占比", "Synthetic share"};
  synthetic_pct.unit = std::string("%");
  synthetic_pct.lowest = 0;
  synthetic_pct.highest = 100;
  synthetic_pct.combine = FieldCombine::finish;
  return {
      confidence_field(provenance::confidence_min, {"最低可信度", "Lowest confidence"}, FieldCombine::finish),
      synthetic_pct};
}

bool is_provenance_field(std::string_view field) {
  constexpr std::array names{provenance::confidence,      provenance::geometry_confidence,
                             provenance::synthetic,       provenance::confidence_min,
                             provenance::synthetic_pct,   provenance::weight,
                             provenance::synthetic_weight};
  return std::find(names.begin(), names.end(), field) != names.end();
}

}  // namespace jingwei
