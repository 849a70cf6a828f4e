#include "base/context.hpp"

#include "base/error.hpp"

namespace jingwei {

void Context::check_cancelled() const {
  if (cancelled()) throw error(ErrorKind::cancelled, {"已取消", "cancelled"});
}

}  // namespace jingwei
