#include "io/summary_map.hpp"

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>

#include "base/format.hpp"
#include "io/project.hpp"
#include "io/style.hpp"
#include "io/style_colors.hpp"
#include "io/xml.hpp"

namespace jingwei {
namespace {

constexpr double map_width_px = 900;
constexpr double most_height_px = 1100;
constexpr double px_per_mm = 3.0;

/// From the map's CRS to the picture, whose y runs down.
struct View {
  Envelope extent;
  double scale = 1;  ///< px per unit
  double width() const { return extent.width() * scale; }
  double height() const { return extent.height() * scale; }
  long x(double east) const { return std::lround((east - extent.min_x) * scale * 10); }
  long y(double north) const { return std::lround((extent.max_y - north) * scale * 10); }
};

std::string tenth(long value) {
  return value % 10 == 0 ? std::to_string(value / 10) : format("{:.1f}", static_cast<double>(value) / 10);
}

// Points nearer than half a pixel to the one drawn last are left out.
void draw_path(const View& view, const Path& path, std::string& out) {
  long last_x = 0, last_y = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const long x = view.x(path[i].x), y = view.y(path[i].y);
    if (i > 0 && i + 1 < path.size() && std::abs(x - last_x) < 5 && std::abs(y - last_y) < 5) continue;
    out += format("{}{} {}", i == 0 ? 'M' : 'L', tenth(x), tenth(y));
    last_x = x, last_y = y;
  }
}

std::string shape_of(const View& view, Wkb wkb, double radius_px) {
  std::string out;
  for (const Rings& rings : polygons_of(wkb))
    for (const Path& ring : rings) {
      draw_path(view, ring, out);
      out += "Z";
    }
  for (const Path& line : lines_of(wkb)) draw_path(view, line, out);
  const std::string r = tenth(std::lround(radius_px * 10));
  const std::string twice = tenth(2 * std::lround(radius_px * 10));
  for (const Point& p : points_of(wkb))
    out += format("M{} {}a{} {} 0 1 0 {} 0a{} {} 0 1 0 -{} 0", tenth(view.x(p.x - radius_px / view.scale)),
                  tenth(view.y(p.y)), r, r, twice, r, r, twice);
  return out;
}

GeometryColumn in_map_crs(const Product& product, const Table& table) {
  GeometryColumn own;
  for (const std::uint32_t row : table.rows) {
    const auto wkb = table.geometry_of(row);
    if (wkb.empty())
      own.append_null();
    else
      own.append(wkb);
  }
  if (table.layer->crs().same_as(product.crs)) return own;
  Context context;
  return project(own, table.layer->crs(), product.crs, Length{1000}, context).geometry;
}

/// Colour and opacity as two attributes, which every SVG reader knows.
void set_color(pugi::xml_node shape, const std::string& attribute, const std::string& color) {
  const auto slash = color.find('/');
  set(shape, attribute.c_str(), color.empty() ? "none" : color.substr(0, slash));
  if (slash != std::string::npos && color.substr(slash + 1) != "1.00")
    set(shape, (attribute + "-opacity").c_str(), color.substr(slash + 1));
}

/// What the map shows, each layer with the paint of its first row that is drawn.
void add_legend(pugi::xml_node parent, const Product& product, const std::vector<Table>& tables) {
  pugi::xml_node list = set(add(parent, "ul"), "class", "legend");
  for (const Table& table : tables) {
    if (!table.visible || !table.spatial() || table.rows.empty()) continue;
    const StyleColors colors(table, style_of(table));
    const Paint* paint = colors.paint(table.rows.front());
    if (paint == nullptr) continue;
    pugi::xml_node entry = add(list, "li");
    pugi::xml_node swatch =
        set(set(set(add(entry, "svg"), "viewBox", "0 0 24 14"), "width", "24"), "height", "14");
    pugi::xml_node shape = set(add(swatch, "path"), "d",
                               table.geometry == TableGeometry::multi_line ? "M1 7H23" : "M2 2H22V12H2Z");
    set_color(shape, "fill", table.geometry == TableGeometry::multi_line ? std::string() : paint->fill);
    set_color(shape, "stroke", paint->stroke);
    set(shape, "stroke-width", "1.5");
    add(entry, "span", printable(table.title.in(product.language)));
  }
}

// All rows of one paint are one path: a map of ten thousand rows stays small.
void draw_table(pugi::xml_node svg, const Product& product, const Table& table, const View& view) {
  const StyleColors colors(table, style_of(table));
  const GeometryColumn geometry = in_map_crs(product, table);
  std::vector<std::pair<const Paint*, std::string>> paths;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Paint* paint = colors.paint(table.rows[i]);
    if (paint == nullptr || geometry.is_null(i) || !geometry.envelope(i).intersects(view.extent)) continue;
    auto found =
        std::find_if(paths.begin(), paths.end(), [&](const auto& path) { return path.first == paint; });
    if (found == paths.end()) found = paths.insert(paths.end(), {paint, {}});
    found->second += shape_of(view, geometry.wkb(i), std::max(1.0, paint->size_mm * px_per_mm / 2));
  }
  if (paths.empty()) return;
  pugi::xml_node group = add(svg, "g");
  for (const auto& [paint, data] : paths) {
    pugi::xml_node path = set(add(group, "path"), "d", data);
    const bool line = table.geometry == TableGeometry::multi_line;
    set_color(path, "fill", line ? std::string() : paint->fill);
    set(path, "fill-rule", "evenodd");
    if (!paint->stroke.empty()) {
      set_color(path, "stroke", paint->stroke);
      set(path, "stroke-width", format("{:.2f}", std::max(0.3, paint->width_mm * px_per_mm)));
    }
  }
}

void add_scale_bar(pugi::xml_node svg, const Crs& crs, const View& view) {
  if (crs.geographic()) return;
  const double most_m = 200 / view.scale * crs.metres_per_unit();
  double length_m = std::pow(10, std::floor(std::log10(most_m)));
  if (length_m * 5 <= most_m)
    length_m *= 5;
  else if (length_m * 2 <= most_m)
    length_m *= 2;
  const double length_px = length_m / crs.metres_per_unit() * view.scale;
  const std::string label =
      length_m >= 1000 ? format("{:g} km", length_m / 1000) : format("{:g} m", length_m);
  const double y = view.height() - 14;
  pugi::xml_node bar = set(add(svg, "path"), "d", format("M14 {:.1f}v-6m0 6h{:.1f}v-6", y, length_px));
  set(set(set(bar, "fill", "none"), "stroke", "#222"), "stroke-width", "1.5");
  pugi::xml_node text = set(set(add(svg, "text", label), "x", "18"), "y", format("{:.1f}", y - 5));
  set(text, "font-size", "13");
}

}  // namespace

void add_map(pugi::xml_node parent, const Product& product, const std::vector<Table>& tables) {
  const bool spatial = std::any_of(tables.begin(), tables.end(), [](const Table& t) { return t.spatial(); });
  if (!spatial) return;
  View view{map_extent(product, tables), 1};
  if (view.extent.empty()) return;
  view.scale = std::min(map_width_px / view.extent.width(), most_height_px / view.extent.height());
  pugi::xml_node svg = set(add(parent, "svg"), "xmlns", "http://www.w3.org/2000/svg");
  set(svg, "viewBox", format("0 0 {:.1f} {:.1f}", view.width(), view.height()));
  set(set(svg, "role", "img"), "class", "map");
  for (auto table = tables.rbegin(); table != tables.rend(); ++table)
    if (table->visible && table->spatial()) draw_table(svg, product, *table, view);
  add_scale_bar(svg, product.crs, view);
  add_legend(parent, product, tables);
}

}  // namespace jingwei
