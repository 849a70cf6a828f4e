#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "layer/layer.hpp"
#include "network/osm_data.hpp"

namespace jingwei {

/// What streets are called, each name once and by number; number 0 is that of streets without a name.
class StreetNames {
 public:
  std::uint32_t add(const Text& name);
  /// All of them, in the order of their numbers.
  std::vector<Text> take() && { return std::move(m_names); }

 private:
  struct Hash {
    std::size_t operator()(const Text& name) const;
  };
  std::vector<Text> m_names{Text{}};
  std::unordered_map<Text, std::uint32_t, Hash> m_numbers{{Text{}, 0}};
};

/// What a way is called: its name:zh, name:zh-Hans, name or name:en, in English its name:en, name or name:zh;
/// without a name its ref in both, without that nothing.
Text street_name(const OsmTags& tags);
/// The tags that it reads, sorted.
std::vector<std::string> street_name_tags();
/// What a row of a `roads` or `links` layer is called: its name_zh or name_en, without them its ref.
Text street_name(const Layer& layer, std::size_t row);

}  // namespace jingwei
