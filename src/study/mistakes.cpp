#include "study/mistakes.hpp"

#include <algorithm>
#include <tuple>

#include "base/error.hpp"

namespace jingwei {

void Mistakes::add_others(const Mistakes& others, const Text& what) {
  const auto before = m_mistakes;
  for (const Mistake& other : others.m_mistakes)
    if (std::find(before.begin(), before.end(), other) == before.end())
      add(other.place, told({"{}{}", "{}{}"}, what, other.message));
}

Text Mistakes::text() const {
  auto sorted = m_mistakes;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  std::vector<std::string> zh, en;
  for (const auto& [place, message] : sorted) {
    const Text line = place.line > 0
                          ? told({"{}:{}:{}: {}", "{}:{}:{}: {}"}, m_file, place.line, place.column, message)
                          : told({"{}：{}", "{}: {}"}, m_file, message);
    zh.push_back(line.zh);
    en.push_back(line.en);
  }
  return {join(zh, "\n"), join(en, "\n")};
}

void Mistakes::throw_if_any() const {
  if (!empty()) throw Error(ErrorKind::input, text());
}

}  // namespace jingwei
