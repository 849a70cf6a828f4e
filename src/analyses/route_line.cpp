#include "analyses/route_line.hpp"

namespace jingwei {

std::vector<std::uint8_t> line_of(const Route& route) {
  std::vector<Path> parts;
  for (const Leg& leg : route.legs)
    if (leg.path.size() > 1) parts.push_back(leg.path);
  // Legs that meet are one line; a train that one waits for leaves from elsewhere than one came.
  std::vector<Path> joined;
  for (Path& part : parts) {
    if (!joined.empty() && joined.back().back() == part.front())
      joined.back().insert(joined.back().end(), part.begin() + 1, part.end());
    else
      joined.push_back(std::move(part));
  }
  return joined.empty() ? std::vector<std::uint8_t>{} : wkb_of_lines(joined);
}

}  // namespace jingwei
