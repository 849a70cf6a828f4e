#pragma once
#include "base/image.hpp"
#include "layer/issue.hpp"

namespace jingwei {

/// What an Issue consists of as bytes (image.hpp).
template <class Archive>
void archive_parts(Archive& archive, Issue& issue) {
  archive(issue.severity, issue.kind, issue.layer, issue.feature, issue.reason, issue.action, issue.geometry);
}

}  // namespace jingwei
