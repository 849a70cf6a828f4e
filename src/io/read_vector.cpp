#include "io/read_vector.hpp"

namespace jingwei {

RawLayer read_vector(const OpenedSource& opened, const ReadRequest& request, Context& context) {
  const VectorPlan plan = plan_vector(opened, request);
  if (std::optional<RawLayer> raw = read_by_column(plan, context)) return std::move(*raw);
  return read_by_feature(plan, context);
}

}  // namespace jingwei
