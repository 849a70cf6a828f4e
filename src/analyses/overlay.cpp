// Which pieces do two layers share, or leave to each other?
#include "geometry/overlay.hpp"
#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "layer/operations.hpp"

namespace jingwei {

enum class OverlayMethod { intersection, clip, identity, union_of, symmetric_difference, difference, update };

template <>
std::vector<Choice> choices_of<OverlayMethod>() {
  return {
      {"intersection", {"相交：每一对要素共有的部分", "what each pair of features shares"}},
      {"clip", {"裁剪：输入要素被叠加图层覆盖的部分", "of input what overlay covers"}},
      {"identity", {"标识：输入要素按叠加图层切开", "input, cut up by overlay"}},
      {"union", {"联合：共有部分与各自独有的部分", "what both cover, and what only one of them does"}},
      {"symmetric-difference", {"对称差：只被其中一个图层覆盖的部分", "what only one of them covers"}},
      {"difference", {"擦除：输入要素去掉叠加图层覆盖的部分", "input without what overlay covers"}},
      {"update", {"更新：用叠加要素替换其覆盖的部分", "input, replaced by overlay where that covers it"}}};
}

namespace {

struct OverlayOptions {
  OverlayMethod method = OverlayMethod::intersection;
};

Description overlay_description() {
  const std::vector<GeometryForm> spatial{GeometryForm::point, GeometryForm::line, GeometryForm::polygon};
  return describe<OverlayOptions>("overlay")
      .title({"叠加分析", "Overlay"})
      .summary({"两个图层在哪里重叠，哪里只有其中一个？",
                "Where do two layers meet, and where is only one of them?"})
      .reads("input", {"输入图层", "the layer that is overlaid"}, {}, spatial)
      .reads("overlay", {"叠加图层", "the layer that it is overlaid with"}, {}, spatial)
      .option("method", &OverlayOptions::method, {"叠加方式", "how they are overlaid"})
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

/// Whether a method's pieces are of one kind only where both layers are.
bool mixes(OverlayMethod method, GeometryKind input, GeometryKind overlay) {
  if (input == GeometryKind::null || overlay == GeometryKind::null) return false;
  switch (method) {
    case OverlayMethod::identity:  // the shared pieces have the lower of the two dimensions
      return overlay < input;
    case OverlayMethod::union_of:
    case OverlayMethod::symmetric_difference:
    case OverlayMethod::update:
      return overlay != input;
    case OverlayMethod::intersection:
    case OverlayMethod::clip:
    case OverlayMethod::difference:
      return false;
  }
  return false;
}

Pieces pieces_of(const Window& in, OverlayMethod method, Context& context) {
  if (mixes(method, kind_of_role(in, "input"), kind_of_role(in, "overlay")))
    throw input_error({"overlay：用“{}”叠加“{}”与“{}”会混合几何类型；请改用 intersection、clip 或 difference",
                       "overlay: {} of “{}” and “{}” would mix kinds of geometry; choose intersection, clip "
                       "or difference"},
                      choices_of<OverlayMethod>()[static_cast<std::size_t>(method)].value, in["input"].name(),
                      in["overlay"].name());
  using Kernel = Pieces (*)(const GeometryColumn&, const GeometryColumn&, double, Context&);
  constexpr Kernel kernels[] = {
      // in the order of the methods
      intersection, clip, identity, union_of, symmetric_difference, difference, update};
  return kernels[static_cast<std::size_t>(method)](in["input"].geometry(), in["overlay"].geometry(),
                                                   in.grid_size(), context);
}

std::string key_or_nothing(const Layer& layer, std::uint32_t row) {
  return row == no_row ? std::string() : layer.key().as_text(row);
}

Result overlay_run(const Window& in, const OverlayOptions& options, Context& context) {
  const Layer& input = in["input"];
  const Layer& overlay = in["overlay"];
  const Pieces pieces = pieces_of(in, options.method, context);
  const GeometryColumn inside = in.in_core(pieces.geometry, context);

  Layer layer = output_layer("overlay_pieces", in.crs());
  std::vector<std::uint32_t> input_rows, overlay_rows;
  std::vector<Provenance> provenance;
  for (std::size_t piece = 0; piece < inside.size(); ++piece) {
    if (is_empty(inside.wkb(piece))) continue;
    const std::uint32_t input_row = pieces.source_a[piece];
    const std::uint32_t overlay_row = pieces.source_b[piece];
    const std::string input_key = key_or_nothing(input, input_row);
    const std::string overlay_key = key_or_nothing(overlay, overlay_row);
    layer.append(inside.wkb(piece), {{"piece_key", joined_key(input_key, overlay_key, '|')},
                                     {"input_key", input_row == no_row ? Value{} : Value{input_key}},
                                     {"overlay_key", overlay_row == no_row ? Value{} : Value{overlay_key}}});
    input_rows.push_back(input_row);
    overlay_rows.push_back(overlay_row);
    Provenance& sources = provenance.emplace_back();
    if (input_row != no_row) sources.add(input, input_row);
    if (overlay_row != no_row) sources.add(overlay, overlay_row);
  }
  pass_through(input, input_rows, "input_", layer);
  pass_through(overlay, overlay_rows, "overlay_", layer);
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
