#include "network/in_service.hpp"

#include <algorithm>

namespace jingwei {

bool InService::operator()(const Layer& layer, std::size_t row) const {
  const std::string status = layer["status"].text_or(row, "operating");
  if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) return false;
  if (!open_by || !layer.has("open_year")) return true;
  const Column& year = layer["open_year"];
  return year.is_null(row) || year.integer(row) <= *open_by;
}

}  // namespace jingwei
