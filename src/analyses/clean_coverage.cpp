// Where do polygons that should tile an area leave gaps, overlap or have slivers, and what are they without?
#include "geometry/clean_coverage.hpp"

#include <limits>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/numeric_field.hpp"
#include "analyses/output_layer.hpp"
#include "analyses/row_issue.hpp"
#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

using namespace literals;
using Kind = CoverageFault::Kind;

struct CleanCoverageOptions {
  Length gap_width = 1_m;
  Length sliver_width = 1_m;
  std::optional<std::string> priority;
};

Description clean_coverage_description() {
  using Options = CleanCoverageOptions;
  return describe<Options>("clean-coverage")
      .title({"面覆盖清理", "Clean coverage"})
      .summary(
          {"应当无缝拼接的面在哪里有缝隙、重叠或碎屑，清理后是什么样？",
           "Where do polygons that should tile an area leave gaps, overlap or have slivers, and what are "
           "they without?"})
      .reads("input", {"应当互不重叠、无缝拼接的面", "polygons that should tile an area"}, {},
             {GeometryForm::polygon})
      .option("gap-width", &Options::gap_width,
              {"窄于此宽度的缝隙并入相邻面", "gaps narrower than this are filled"}, between("0 m", "1 km"))
      .option("sliver-width", &Options::sliver_width,
              {"窄于此宽度的碎屑并入相邻面", "parts of features narrower than this go to a neighbour"},
              between("0 m", "1 km"))
      .option(
          "priority", &Options::priority,
          {"重叠处归该字段值最大的要素（空值最后）；不填则归公共边界最长的要素",
           "the field whose highest value keeps an overlap (null: last); without it, and of equal values, "
           "the feature with the longest border to it does"},
          field_of("input"))
      .writes("polygons", owned)
      .writes("faults", owned)
      .writes("ledger", owned)
      .sees_everything()
      .cites(
          "Hobby, J. D. (1999). Practical segment intersection with finite precision output. Computational "
          "Geometry 13, 199–214 (snap rounding).");
}

/// 0 for the rows with the highest value, and so on.
std::vector<std::uint32_t> precedence_of(const Layer& features, const std::optional<std::string>& priority) {
  if (!priority) return {};
  require_numbers(features, *priority);
  std::vector<double> values;
  for (std::size_t row = 0; row < features.rows(); ++row)
    values.push_back(features[*priority].number_or(row, -std::numeric_limits<double>::infinity()));
  std::vector<double> classes = values;
  std::ranges::sort(classes, std::greater<>());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  std::vector<std::uint32_t> precedence;
  for (const double value : values)
    precedence.push_back(static_cast<std::uint32_t>(
        std::ranges::lower_bound(classes, value, std::greater<>()) - classes.begin()));
  return precedence;
}

const char* name_of(Kind kind) {
  return kind == Kind::gap ? "gap" : kind == Kind::overlap ? "overlap" : "sliver";
}

const char* action_of(const CoverageFault& fault) {
  if (fault.kind == Kind::gap) return fault.to == no_row ? "kept" : "filled";
  if (fault.kind == Kind::sliver) return fault.rows.front() == fault.to ? "kept" : "reassigned";
  return "assigned";
}

std::string joined_keys(const Layer& features, std::span<const std::uint32_t> rows) {
  std::string keys;
  for (const std::uint32_t row : rows) {
    if (!keys.empty()) keys += ',';
    keys += escaped(features.key().as_text(row), ',');
  }
  return keys;
}

Provenance provenance_of(const Layer& features, std::span<const std::uint32_t> rows) {
  Provenance provenance;
  for (const std::uint32_t row : rows) provenance.add(features, row);
  return provenance;
}

Layer polygons_layer(const Layer& features, const CleanedCoverage& cleaned, const Window& in,
                     Context& context) {
  const std::vector<bool> own = in.owned(features, context);
  const auto rows = rows_where(features, [&](std::uint32_t row) { return own[row]; });
  Layer polygons = output_layer("clean_coverage_polygons", in.crs());
  std::vector<Provenance> provenance;
  for (const std::uint32_t row : rows) {
    polygons.append(cleaned.geometry.wkb(row), {{"polygon_key", features.key().as_text(row)}});
    provenance.push_back(provenance_of(features, {&row, 1}));
  }
  measure(polygons, context);
  const std::vector<double> before_m2 = areas_m2(take(features.geometry(), rows), in.crs(), context);
  for (std::size_t i = 0; i < rows.size(); ++i)
    polygons.column("change_m2").set(i, polygons["area_m2"].number_or(i, 0) - before_m2[i]);
  pass_through(features, rows, "", polygons);
  set_provenance(polygons, provenance);
  return polygons;
}

Layer faults_layer(const Layer& features, const CleanedCoverage& cleaned, const Crs& crs, Context& context) {
  Layer faults = output_layer("clean_coverage_faults", crs);
  std::vector<Provenance> provenance;
  for (std::size_t f = 0; f < cleaned.faults.size(); ++f) {
    const CoverageFault& fault = cleaned.faults[f];
    faults.append(cleaned.fault_geometry.wkb(f),
                  {{"fault_key", format("{}-{}", name_of(fault.kind), f + 1)},
                   {"kind", std::string(name_of(fault.kind))},
                   {"action", std::string(action_of(fault))},
                   {"source_keys", text_or_null(joined_keys(features, fault.rows))},
                   {"to_key", fault.to == no_row ? Value{} : Value{features.key().as_text(fault.to)}},
                   {"width_m", fault.width_m}});
    provenance.push_back(provenance_of(features, fault.rows));
  }
  measure(faults, context);
  set_provenance(faults, provenance);
  return faults;
}

/// One row for each feature that lost something, and for each gap that was filled.
Layer ledger_layer(const Layer& features, const CleanedCoverage& cleaned, const Layer& faults,
                   const std::vector<bool>& own) {
  Layer ledger = output_layer("clean_coverage_ledger", faults.crs());
  std::vector<Provenance> provenance;
  for (std::size_t f = 0; f < cleaned.faults.size(); ++f) {
    const CoverageFault& fault = cleaned.faults[f];
    if (!own[f] || fault.to == no_row) continue;
    const auto add = [&](std::uint32_t from) {
      const Value from_key = from == no_row ? Value{} : Value{features.key().as_text(from)};
      const std::string to_key = features.key().as_text(fault.to);
      const std::string fault_key = faults.key().as_text(f);
      ledger.append(
          {{"entry_key", joined_key(fault_key, from == no_row ? "" : features.key().as_text(from), '|')},
           {"fault_key", fault_key},
           {"kind", faults["kind"].value(f)},
           {"from_key", from_key},
           {"to_key", to_key},
           {"area_m2", faults["area_m2"].value(f)},
           {"width_m", fault.width_m}});
      provenance.push_back(provenance_of(features, fault.rows));
    };
    if (fault.rows.empty()) add(no_row);
    for (const std::uint32_t row : fault.rows)
      if (row != fault.to) add(row);
  }
  set_provenance(ledger, provenance);
  return ledger;
}

std::vector<Issue> lost_features(const Layer& features, const CleanedCoverage& cleaned) {
  std::vector<Issue> issues;
  for (std::size_t row = 0; row < features.rows(); ++row)
    if (cleaned.geometry.is_null(row) && !features.geometry().envelope(row).empty())
      issues.push_back(row_issue(features, row, "no_place_left",
                                 {"它的范围全部属于其他要素", "all of its place is that of other features"},
                                 {"保留记录，没有几何", "kept as a row without geometry"}));
  return issues;
}

Result clean_coverage_run(const Window& in, const CleanCoverageOptions& options, Context& context) {
  if (const GeometryKind kind = kind_of(in["input"].geometry());
      kind != GeometryKind::polygon && kind != GeometryKind::null)
    throw input_error({"clean-coverage：图层“{}”不全是面；请只给面",
                       "clean-coverage: layer “{}” has other than polygons; give it polygons alone"},
                      in["input"].name());
  // By key, which settles ties.
  const Layer features = in["input"].take(rows_by_key(in["input"]));
  const CleanedCoverage cleaned =
      clean_coverage(features.geometry(), in.crs(), precedence_of(features, options.priority),
                     {options.gap_width, options.sliver_width}, in.grid_size(), context);
  const Layer faults = faults_layer(features, cleaned, in.crs(), context);
  const std::vector<bool> own = in.owned(faults, context);
  Result result;
  result.layers.emplace_back("polygons", polygons_layer(features, cleaned, in, context));
  result.layers.emplace_back("faults", faults.take(rows_where(faults, [&](auto row) { return own[row]; })));
  result.layers.emplace_back("ledger", ledger_layer(features, cleaned, faults, own));
  result.issues = lost_features(features, cleaned);
  if (in.first()) result.certificate = cleaned.certificate;
  return result;
}

void clean_coverage_finish(Result& whole, const CleanCoverageOptions&, Context&) {
  const Layer& faults = whole.layer("faults");
  const Layer& polygons = whole.layer("polygons");
  const auto figures_of = [&](const std::string& name, std::string_view kind, std::string_view action) {
    double count = 0, area_m2 = 0;
    for (std::size_t row = 0; row < faults.rows(); ++row) {
      if (faults["kind"].text(row) != kind || faults["action"].text(row) != action) continue;
      ++count;
      area_m2 += faults["area_m2"].number(row);
    }
    whole.figures.push_back({name, count});
    whole.figures.push_back({name + "_m2", area_m2});
  };
  whole.figures = {{"features", static_cast<double>(polygons.rows())},
                   {"area_m2", total(polygons, "area_m2")}};
  figures_of("gaps_filled", "gap", "filled");
  figures_of("gaps_kept", "gap", "kept");
  figures_of("overlaps", "overlap", "assigned");
  figures_of("slivers_reassigned", "sliver", "reassigned");
  figures_of("slivers_kept", "sliver", "kept");
}

}  // namespace

Analysis clean_coverage_analysis() {
  return make_analysis(&clean_coverage_description, &clean_coverage_run, &clean_coverage_finish);
}

}  // namespace jingwei
