#include "analyses/owned_rows.hpp"

#include "layer/operations.hpp"

namespace jingwei {

Layer owned_rows(const Window& in, std::string_view role, Context& context) {
  const Layer& all = in[role];
  const std::vector<bool> own = in.owned(all, context);
  return all.take(rows_where(all, [&](auto row) { return own[row]; }));
}

}  // namespace jingwei
