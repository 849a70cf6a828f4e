// Which pieces do two layers share, or leave to each other?
#include "geometry/overlay.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "layer/operations.hpp"

namespace jingwei {

enum class OverlayOperation { intersection, union_of, difference };

template <>
std::vector<Choice> choices_of<OverlayOperation>() {
  return {{"intersection", {"相交：双方共有的部分", "what both cover"}},
          {"union", {"联合：共有部分与各自独有的部分", "what both cover, and what only one of them does"}},
          {"difference", {"擦除：甲去掉乙覆盖的部分", "a without what b covers"}}};
}

namespace {

struct OverlayOptions {
  OverlayOperation operation = OverlayOperation::intersection;
};

Description overlay_description() {
  const std::vector<GeometryForm> spatial{GeometryForm::point, GeometryForm::line, GeometryForm::polygon};
  return describe<OverlayOptions>("overlay")
      .title({"叠加分析", "Overlay"})
      .summary({"两个图层在哪里重叠，哪里只有其中一个？",
                "Where do two layers meet, and where is only one of them?"})
      .reads("a", {"图层甲", "layer a"}, {}, spatial)
      .reads("b", {"图层乙", "layer b"}, {}, spatial)
      .option("operation", &OverlayOptions::operation, {"叠加方式", "how they are overlaid"})
      .writes("pieces", stitch)
      .cites(
          "Hobby, J. D. (1999). Practical segment intersection with finite precision output. Computational "
          "Geometry 13, 199–214 (snap rounding).");
}

GeometryKind kind_of_role(const Window& in, std::string_view role) {
  const GeometryKind kind = kind_of(in[role].geometry());
  if (kind == GeometryKind::mixed)
    throw input_error({"overlay：图层“{}”（{}）混有点、线或面；请只用一种",
                       "overlay: layer “{}” ({}) mixes points, lines or polygons; give it in one kind"},
                      in[role].name(), role);
  return kind;
}

Pieces pieces_of(const Window& in, OverlayOperation operation, Context& context) {
  const GeometryKind kind_a = kind_of_role(in, "a");
  const GeometryKind kind_b = kind_of_role(in, "b");
  const GeometryColumn& a = in["a"].geometry();
  const GeometryColumn& b = in["b"].geometry();
  if (operation == OverlayOperation::intersection) return intersection(a, b, in.grid_size(), context);
  if (operation == OverlayOperation::difference) return difference(a, b, in.grid_size(), context);
  if (kind_a != kind_b && kind_a != GeometryKind::null && kind_b != GeometryKind::null)
    throw input_error({"overlay：“{}”与“{}”求并会混合几何类型；两者必须同为面、线或点",
                       "overlay: the union of “{}” and “{}” would mix kinds of geometry; both must be "
                       "polygons, lines or points"},
                      in["a"].name(), in["b"].name());
  return union_of(a, b, in.grid_size(), context);
}

std::string key_or_nothing(const Layer& layer, std::uint32_t row) {
  return row == no_row ? std::string() : layer.key().as_text(row);
}

Result overlay_run(const Window& in, const OverlayOptions& options, Context& context) {
  const Layer& a = in["a"];
  const Layer& b = in["b"];
  const Pieces pieces = pieces_of(in, options.operation, context);
  const GeometryColumn inside = in.in_core(pieces.geometry, context);

  Layer layer = output_layer("overlay_pieces", in.crs());
  std::vector<std::uint32_t> rows_a, rows_b;
  std::vector<Provenance> provenance;
  for (std::size_t piece = 0; piece < inside.size(); ++piece) {
    if (is_empty(inside.wkb(piece))) continue;
    const std::uint32_t row_a = pieces.source_a[piece];
    const std::uint32_t row_b = pieces.source_b[piece];
    const std::string key_a = key_or_nothing(a, row_a);
    const std::string key_b = key_or_nothing(b, row_b);
    layer.append(inside.wkb(piece), {{"piece_key", joined_key(key_a, key_b, '|')},
                                     {"a_key", row_a == no_row ? Value{} : Value{key_a}},
                                     {"b_key", row_b == no_row ? Value{} : Value{key_b}}});
    rows_a.push_back(row_a);
    rows_b.push_back(row_b);
    Provenance& sources = provenance.emplace_back();
    if (row_a != no_row) sources.add(a, row_a);
    if (row_b != no_row) sources.add(b, row_b);
  }
  pass_through(a, rows_a, "a_", layer);
  pass_through(b, rows_b, "b_", layer);
  set_provenance(layer, provenance);

  Result result;
  result.layers.emplace_back("pieces", std::move(layer));
  result.certificate = pieces.certificate;
  return result;
}

void overlay_finish(Result& whole, const OverlayOptions&, Context& context) {
  Layer& pieces = whole.layer("pieces");
  measure(pieces, context);
  whole.figures = {{"pieces", static_cast<double>(pieces.rows())}};
  add_measure(whole, pieces);
}

}  // namespace

Analysis overlay_analysis() {
  return make_analysis(&overlay_description, &overlay_run, &overlay_finish);
}

}  // namespace jingwei
