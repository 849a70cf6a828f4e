// How much of each class lies in each zone?
#include <algorithm>
#include <map>

#include "analyses/analysis.hpp"
#include "analyses/describe.hpp"
#include "analyses/finish.hpp"
#include "analyses/grid_tolerance.hpp"
#include "analyses/group_values.hpp"
#include "analyses/output_layer.hpp"
#include "base/error.hpp"
#include "geometry/measure.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"

namespace jingwei {
namespace {

struct TabulateAreaOptions {
  std::vector<std::string> by;
};

void check(const TabulateAreaOptions& options) {
  if (options.by.empty())
    throw input_error(
        {"tabulate-area：请用 by 写明类别字段", "tabulate-area: name the field of classes by `by`"});
}

Description tabulate_area_description() {
  return describe<TabulateAreaOptions>("tabulate-area")
      .title({"面积制表", "Tabulate area"})
      .summary({"每个分区内各类别的面积是多少？", "How much of each class lies in each zone?"})
      .reads("zones", {"分区面", "the polygons in which areas are told"}, {}, {GeometryForm::polygon})
      .reads("classes", {"分类面", "polygons with a class each"}, {}, {GeometryForm::polygon})
      .option("by", &TabulateAreaOptions::by,
              {"类别字段；多个字段的每种组合各为一类",
               "fields of classes; each combination of several is a class"},
              field_of("classes"))
      .writes("zones", sum_by_key)
      .writes("classes", sum_by_key)
      .checks(&check)
      .cites(
          "OGC 06-103r4 (2011). Simple feature access, part 1: common architecture (ISO 19125-1; "
          "intersection, "
          "area).");
}

constexpr std::size_t most_classes = 500;  // SQLite tables have 2000 columns at most; a class has two

constexpr std::string_view null_class = "(null)";

std::string column_of(std::string_view class_name, std::string_view unit) {
  return format("class_{}_{}", class_name.empty() ? null_class : class_name, unit);
}

/// The areas of one window: of each zone what lies in each class (no_row: in none), and the whole.
struct Areas {
  struct Part {
    std::uint32_t zone, group;
    double area_m2;
  };
  std::vector<Part> parts;  ///< by zone, then class
  std::vector<double> whole_m2;
  std::vector<std::string> class_names;
  std::vector<Provenance> sources;  ///< of each class
};

Areas areas_of(const Window& in, const TabulateAreaOptions& options, Result& result, Context& context) {
  const Layer& classes = in["classes"];
  for (const std::string& field : options.by) known_field("tabulate-area", classes, field, Values::any);
  const Groups groups(classes, options.by);
  if (groups.first_row.size() > most_classes)
    throw input_error({"tabulate-area：字段有 {} 种取值，最多 {} 类；请换用类别字段",
                       "tabulate-area: there are {} classes, more than {}; choose a field that has classes"},
                      groups.first_row.size(), most_classes);
  Areas areas;
  areas.sources.resize(groups.first_row.size());
  for (const std::uint32_t row : groups.first_row)
    areas.class_names.push_back(group_key(classes, options.by, row));
  for (std::uint32_t row = 0; row < classes.rows(); ++row)
    areas.sources[groups.of_row[row]].add(classes, row, 0);

  const GeometryColumn of_classes =
      dissolve(classes.geometry(), groups.of_row, static_cast<std::uint32_t>(groups.first_row.size()),
               in.grid_size(), context);
  const GeometryColumn zones = in.in_core(in["zones"].geometry(), context);
  areas.whole_m2 = areas_m2(zones, in.crs(), context);
  const Pieces pieces = identity(zones, of_classes, in.grid_size(), context);
  result.certificate.add(pieces.certificate);
  const std::vector<double> measured = areas_m2(pieces.geometry, in.crs(), context);
  for (std::size_t i = 0; i < measured.size(); ++i)
    areas.parts.push_back({pieces.source_a[i], pieces.source_b[i], measured[i]});
  return areas;
}

Layer cross_table(const Window& in, const Areas& areas) {
  Layer table = output_layer("tabulate_area_classes", in.crs());
  std::vector<Provenance> provenance;
  for (const Areas::Part& part : areas.parts) {
    const std::string zone = in["zones"].key().as_text(part.zone);
    const bool in_class = part.group != no_row;
    const std::string name = in_class ? areas.class_names[part.group] : "";
    table.append(
        {{"row_key", in_class ? joined_key(zone, column_of(name, "m2"), '|') : joined_key(zone, "", '|')},
         {"zone_key", zone},
         {"class", in_class ? Value{name.empty() ? std::string(null_class) : name} : Value{}},
         {"area_m2", part.area_m2}});
    Provenance& sources = provenance.emplace_back();
    sources.add(in["zones"], part.zone, part.area_m2);
    if (in_class) sources.add(areas.sources[part.group]);
  }
  set_provenance(table, provenance);
  return table;
}

Layer zones_table(const Window& in, const Areas& areas, Context& context) {
  const Layer& zones = in["zones"];
  std::vector<std::vector<double>> of_class(areas.class_names.size(), std::vector<double>(zones.rows(), 0));
  std::vector<double> unclassified_m2(zones.rows(), 0);
  std::vector<Provenance> provenance(zones.rows());
  const std::vector<bool> own = in.owned(zones, context);
  for (const Areas::Part& part : areas.parts) {
    if (part.group != no_row) provenance[part.zone].add(areas.sources[part.group]);
    (part.group == no_row ? unclassified_m2 : of_class[part.group])[part.zone] += part.area_m2;
  }
  Layer table = output_layer("tabulate_area_zones", in.crs());
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < zones.rows(); ++row) {
    table.append(zones.geometry().wkb(row), {{"zone_key", zones.key().as_text(row)},
                                             {"area_m2", areas.whole_m2[row]},
                                             {"tolerance_m2", grid_tolerance(zones.geometry().wkb(row), in)},
                                             {"unclassified_m2", unclassified_m2[row]}});
    rows.push_back(row);
    provenance[row].add(zones, row, own[row] ? 1 : 0);
  }
  for (std::size_t group = 0; group < of_class.size(); ++group) {
    Column column(FieldType::real);
    for (const double area_m2 : of_class[group]) column.append(area_m2);
    table.add(column_of(areas.class_names[group], "m2"), std::move(column));
  }
  pass_through(zones, rows, "", table);
  set_provenance(table, provenance);
  return table;
}

Result tabulate_area_run(const Window& in, const TabulateAreaOptions& options, Context& context) {
  Result result;
  const Areas areas = areas_of(in, options, result, context);
  result.layers.emplace_back("zones", zones_table(in, areas, context));
  result.layers.emplace_back("classes", cross_table(in, areas));
  return result;
}

/// What of a zone its classes count more than once, told where it is more than the grid explains.
double overlap_m2(Result& whole, std::size_t zone, double classified_m2) {
  const Layer& zones = whole.layer("zones");
  const double area_m2 = zones["area_m2"].number_or(zone, 0);
  const double more_m2 = classified_m2 + zones["unclassified_m2"].number_or(zone, 0) - area_m2;
  if (more_m2 <= zones["tolerance_m2"].number_or(zone, 0) + 1e-6 * area_m2) return 0;
  Issue issue;
  issue.kind = "overlapping_classes";
  issue.layer = zones.name();
  issue.feature = zones.key().as_text(zone);
  issue.reason = {format("类别在此重叠 {:.0f} m²", more_m2),
                  format("classes overlap by {:.0f} m² here", more_m2)};
  issue.action = {"每个类别都计入其全部面积", "each class counts with all of its area"};
  const Wkb wkb = zones.geometry().wkb(zone);
  issue.geometry.assign(wkb.begin(), wkb.end());
  whole.issues.push_back(std::move(issue));
  return more_m2;
}

void finish_zones(Result& whole) {
  Layer& zones = whole.layer("zones");
  std::vector<std::string> columns;
  for (const Field& field : zones.fields())
    if (field.name.starts_with("class_") && field.name.ends_with("_m2")) columns.push_back(field.name);
  std::ranges::sort(columns);
  std::vector<double> classified_m2(zones.rows(), 0);
  for (const std::string& name : columns) {
    for (std::size_t zone = 0; zone < zones.rows(); ++zone) {
      const double area_m2 = zones[name].number_or(zone, 0);
      zones.column(name).set(zone, area_m2);
      classified_m2[zone] += area_m2;
    }
    const std::string share = name.substr(0, name.size() - 2) + "pct";
    Column nulls(FieldType::real);
    for (std::size_t zone = 0; zone < zones.rows(); ++zone) nulls.append_null();
    zones.add(share, std::move(nulls));
    add_share(zones, name, "area_m2", share);
  }
  add_share(zones, "unclassified_m2", "area_m2", "unclassified_pct");
  double sum_m2 = 0;
  for (std::size_t zone = 0; zone < zones.rows(); ++zone) {
    zones.column("overlap_m2").set(zone, overlap_m2(whole, zone, classified_m2[zone]));
    sum_m2 += classified_m2[zone];
  }
  whole.figures = {{"zones", static_cast<double>(zones.rows())},
                   {"classes", static_cast<double>(columns.size())},
                   {"area_m2", total(zones, "area_m2")},
                   {"classified_m2", sum_m2},
                   {"unclassified_m2", total(zones, "unclassified_m2")},
                   {"overlap_m2", total(zones, "overlap_m2")}};
}

void tabulate_area_finish(Result& whole, const TabulateAreaOptions&, Context&) {
  finish_zones(whole);
  std::map<std::string, double> zone_m2, class_m2;
  const Layer& zones = whole.layer("zones");
  for (std::size_t zone = 0; zone < zones.rows(); ++zone)
    zone_m2[zones.key().as_text(zone)] = zones["area_m2"].number_or(zone, 0);
  Layer& classes = whole.layer("classes");
  for (std::size_t row = 0; row < classes.rows(); ++row)
    class_m2[classes["class"].as_text(row)] += classes["area_m2"].number_or(row, 0);
  for (std::size_t row = 0; row < classes.rows(); ++row) {
    const double area_m2 = classes["area_m2"].number_or(row, 0);
    const auto share = [&](double all) { return all > 0 ? Value{share_pct(area_m2, all)} : Value{}; };
    classes.column("zone_pct").set(row, share(zone_m2[classes["zone_key"].text(row)]));
    classes.column("class_pct").set(row, share(class_m2[classes["class"].as_text(row)]));
  }
}

}  // namespace

Analysis tabulate_area_analysis() {
  return make_analysis(&tabulate_area_description, &tabulate_area_run, &tabulate_area_finish);
}

}  // namespace jingwei
