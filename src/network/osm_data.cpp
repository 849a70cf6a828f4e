#include "network/osm_data.hpp"

#include <algorithm>

namespace jingwei {

std::uint32_t TextPool::add(std::string_view text) {
  if (const auto found = m_numbers.find(text); found != m_numbers.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(m_texts.size());
  m_texts.emplace_back(text);
  m_numbers.emplace(m_texts.back(), number);
  return number;
}

std::optional<std::string_view> OsmTags::operator[](std::string_view key) const {
  for (const OsmTag& tag : m_tags)
    if ((*m_texts)[tag.key] == key) return (*m_texts)[tag.value];
  return std::nullopt;
}

Envelope OsmData::extent() const {
  Envelope extent;
  for (std::uint32_t node = 0; node < nodes(); ++node) extent.expand(lon_lat(node));
  return extent;
}

std::optional<std::uint32_t> OsmData::number_in(const std::vector<std::int64_t>& ids, std::int64_t id) {
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);
  if (found == ids.end() || *found != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids.begin());
}

bool OsmKeys::wants(std::string_view key) const {
  for (std::size_t length = key.size(); length != std::string_view::npos && length > 0;
       length = key.rfind(':', length - 1)) {
    if (std::binary_search(keys.begin(), keys.end(), key.substr(0, length), std::less<>{})) return true;
  }
  return false;
}

bool OsmKeys::wants_of_way(std::string_view key) const {
  return std::binary_search(of_ways.begin(), of_ways.end(), key, std::less<>{}) || wants(key);
}

}  // namespace jingwei
