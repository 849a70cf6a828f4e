#include "analyses/outside_units.hpp"

#include "analyses/row_issue.hpp"

namespace jingwei {

Issue outside_units(const Layer& layer, std::size_t row, Point place) {
  Issue issue = row_issue(layer, row, "outside_units", {"不在任何区县内", "lies in no county"},
                          {"不计入任何区县", "counted in no county"});
  issue.geometry = wkb_of(place);
  return issue;
}

}  // namespace jingwei
