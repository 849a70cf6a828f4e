#include "analyses/outside_units.hpp"

namespace jingwei {

Issue outside_units(const Layer& layer, std::size_t row, Point place) {
  Issue issue;
  issue.kind = "outside_units";
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason = {"不在任何区县内", "lies in no county"};
  issue.action = {"不计入任何区县", "counted in no county"};
  issue.geometry = wkb_of(place);
  return issue;
}

}  // namespace jingwei
