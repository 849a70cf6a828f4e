#include "network/edge_kind.hpp"

namespace jingwei {

std::string_view to_text(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::street:
      return "street";
    case EdgeKind::motorway:
      return "motorway";
    case EdgeKind::expressway:
      return "expressway";
    case EdgeKind::rail:
      return "rail";
  }
  return {};
}

}  // namespace jingwei
