#include <cmath>

#include "base/format.hpp"
#include "geometry/wkb_io.hpp"
#include "geometry/wkt.hpp"

namespace jingwei {
namespace {

using wkb::Type;

std::string number_text(double value, int decimals) {
  if (!std::isfinite(value)) return std::isnan(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
  std::string text = format("{:.{}f}", value, decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

void write(wkb::Reader& reader, std::string& text, int decimals, bool named) {
  const Type type = reader.header();
  const auto position = [&](Point p) {
    return format("{} {}", number_text(p.x, decimals), number_text(p.y, decimals));
  };
  const auto list = [&](std::uint32_t n, const auto& item) {
    if (n == 0) return void(text += "EMPTY");
    text += "(";
    for (std::uint32_t i = 0; i < n; ++i) {
      if (i > 0) text += ", ";
      item();
    }
    text += ")";
  };
  const auto path = [&] { list(reader.count(16), [&] { text += position(reader.point()); }); };
  if (named) text += format("{} ", wkb::type_names[static_cast<std::size_t>(type) - 1]);
  if (type == Type::point) {
    const Point p = reader.point();
    text += wkb::is_empty_point(p) ? "EMPTY" : format("({})", position(p));
  } else if (type == Type::line) {
    path();
  } else if (type == Type::polygon) {
    list(reader.count(4), path);
  } else {
    list(reader.count(9), [&] { write(reader, text, decimals, type == Type::collection); });
  }
}

}  // namespace

std::string to_wkt(Wkb wkb, int decimals) {
  std::string text;
  if (wkb.empty()) return text;
  wkb::Reader reader(wkb);
  write(reader, text, decimals, true);
  return text;
}

}  // namespace jingwei
