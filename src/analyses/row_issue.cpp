#include "analyses/row_issue.hpp"

namespace jingwei {

Issue row_issue(const Layer& layer, std::size_t row, std::string kind, Text reason, Text action) {
  Issue issue;
  issue.kind = std::move(kind);
  issue.layer = layer.name();
  issue.feature = layer.key().as_text(row);
  issue.reason = std::move(reason);
  issue.action = std::move(action);
  if (layer.spatial()) {
    const Wkb wkb = layer.geometry().wkb(row);
    issue.geometry.assign(wkb.begin(), wkb.end());
  }
  return issue;
}

}  // namespace jingwei
