#include "network/street_names.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace jingwei {
namespace {

// In the order in which they are taken.
constexpr std::array<std::string_view, 5> chinese_tags{"name:zh", "name:zh-Hans", "name", "name:en", "ref"};
constexpr std::array<std::string_view, 5> english_tags{"name:en", "name", "name:zh", "name:zh-Hans", "ref"};

template <class Tags>
std::string first_of(const OsmTags& tags, const Tags& keys) {
  for (const std::string_view key : keys)
    if (const auto value = tags[key]; value && !value->empty()) return std::string(*value);
  return {};
}

}  // namespace

std::size_t StreetNames::Hash::operator()(const Text& name) const {
  constexpr std::size_t odd = 0x9e3779b97f4a7c15U;
  return std::hash<std::string>{}(name.zh) * odd + std::hash<std::string>{}(name.en);
}

std::uint32_t StreetNames::add(const Text& name) {
  const auto [found, added] = m_numbers.try_emplace(name, static_cast<std::uint32_t>(m_names.size()));
  if (added) m_names.push_back(name);
  return found->second;
}

Text street_name(const OsmTags& tags) {
  return {first_of(tags, chinese_tags), first_of(tags, english_tags)};
}

std::vector<std::string> street_name_tags() {
  std::vector<std::string> tags(chinese_tags.begin(), chinese_tags.end());
  std::sort(tags.begin(), tags.end());
  return tags;
}

Text street_name(const Layer& layer, std::size_t row) {
  const std::string zh = layer["name_zh"].text_or(row, ""), en = layer["name_en"].text_or(row, "");
  if (zh.empty() && en.empty()) {
    const std::string ref = layer["ref"].text_or(row, "");
    return {ref, ref};
  }
  return {zh.empty() ? en : zh, en.empty() ? zh : en};
}

}  // namespace jingwei
