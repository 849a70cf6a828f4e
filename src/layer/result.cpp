#include "layer/result.hpp"

#include <algorithm>
#include <cassert>

namespace jingwei {
namespace {

template <class Layers>
auto found(Layers& layers, std::string_view thing) {
  return std::find_if(layers.begin(), layers.end(), [&](const auto& pair) { return pair.first == thing; });
}

}  // namespace

Layer& Result::layer(std::string_view thing) {
  const auto place = found(layers, thing);
  assert(place != layers.end());
  return place->second;
}

const Layer& Result::layer(std::string_view thing) const {
  const auto place = found(layers, thing);
  assert(place != layers.end());
  return place->second;
}

bool Result::has(std::string_view thing) const {
  return found(layers, thing) != layers.end();
}

}  // namespace jingwei
