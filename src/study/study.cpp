#include "study/study.hpp"

#include <algorithm>

namespace jingwei {
namespace {

template <class Entry>
const Entry* named(const std::vector<Entry>& entries, std::string_view name) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [name](const Entry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const StudyInput* Study::input(std::string_view name) const {
  return named(inputs, name);
}
const StudyNetwork* Study::network(std::string_view name) const {
  return named(networks, name);
}

}  // namespace jingwei
