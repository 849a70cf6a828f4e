#include "study/mistakes.hpp"

#include <algorithm>
#include <tuple>

#include "base/error.hpp"

namespace jingwei {

std::string Mistakes::text(Language language) const {
  auto sorted = m_mistakes;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  std::string lines;
  for (const Mistake& mistake : sorted) {
    if (!lines.empty()) lines += '\n';
    lines += mistake.place.line > 0 ? format("{}:{}:{}: {}", m_file, mistake.place.line, mistake.place.column,
                                             mistake.message.in(language))
                                    : format("{}: {}", m_file, mistake.message.in(language));
  }
  return lines;
}

void Mistakes::throw_if_any(Language language) const {
  if (!empty()) throw Error(ErrorKind::input, text(language));
}

Text hint_for(std::string_view word, std::span<const std::string> candidates) {
  const auto meant = did_you_mean(word, candidates);
  return meant ? Text{format("；是否应为“{}”？", *meant), suggestion(word, candidates)} : Text{};
}

}  // namespace jingwei
