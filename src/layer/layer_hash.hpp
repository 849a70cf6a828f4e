#pragma once
#include <map>
#include <string>

#include "layer/layer.hpp"

namespace jingwei {

/// SHA-256 over all that a layer holds: name, definition, CRS, fields with what they are called, values and
/// geometry, in the order of its rows. Layers of one hash give any analysis or network the same.
std::string layer_hash(const Layer& layer);

/// The hashes of layers that stay as and where they are, each computed once.
class LayerHashes {
 public:
  const std::string& operator()(const Layer& layer);

 private:
  std::map<const Layer*, std::string> m_known;
};

}  // namespace jingwei
