#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "analyses/analysis.hpp"
#include "base/error.hpp"

namespace jingwei {
namespace {

bool takes(const Inputs& inputs, const Role& role) {
  const auto has = [&](const auto& given) {
    return std::ranges::any_of(given, [&](const auto& entry) { return entry.first == role.name; });
  };
  switch (role.kind) {
    case RoleKind::layer:
      return has(inputs.layers);
    case RoleKind::network:
      return has(inputs.networks);
    case RoleKind::raster:
      return has(inputs.rasters);
  }
  return false;
}

Text title_of(RoleKind kind) {
  switch (kind) {
    case RoleKind::layer:
      return {"图层", "layer"};
    case RoleKind::network:
      return {"路网", "network"};
    case RoleKind::raster:
      return {"栅格", "raster"};
  }
  return {};
}

/// An Error where a role that takes one layer or network has more.
template <class Given>
void require_one(const Role& role, const Given& given, const std::string& name) {
  if (!role.several && std::ranges::count(given, role.name, &Given::value_type::first) > 1)
    throw input_error({"{}：输入“{}”只取一个{}", "{}: the input “{}” takes one {}"}, name, role.name,
                      title_of(role.kind));
}

/// Errors of the caller that would otherwise show as nonsense in the middle of a run.
void check(const Description& description, const std::string& name, const Inputs& inputs,
           const std::any& options, const Crs& crs) {
  for (const Role& role : description.roles)
    if (role.presence == Presence::required && !takes(inputs, role))
      throw input_error({"{}：{} 需要输入“{}”", "{}: {} needs the input “{}”"}, name, description.name,
                        role.name);
  const auto known = [&](const std::string& given, RoleKind kind) {
    const Role* role = description.role(given);
    if (role == nullptr || role->kind != kind)
      throw input_error({"{}：{} 没有{}输入“{}”", "{}: {} has no {} input “{}”"}, name, description.name,
                        title_of(kind), given);
  };
  for (const auto& [role, layer] : inputs.layers) {
    known(role, RoleKind::layer);
    require_one(*description.role(role), inputs.layers, name);
    const std::vector<GeometryForm>& forms = description.role(role)->geometry;
    if (!layer->spatial() && !forms.empty() && std::ranges::find(forms, GeometryForm::table) == forms.end())
      throw input_error(
          {"{}：图层“{}”是表；输入“{}”需要几何", "{}: layer “{}” is a table; the input “{}” needs geometry"},
          name, layer->name(), role);
    if (layer->spatial() && !layer->crs().same_as(crs))
      throw input_error({"{}：图层“{}”的坐标系是 {}，研究是 {}；请先重投影",
                         "{}: layer “{}” is in {}, the study in {}; reproject it first"},
                        name, layer->name(), layer->crs().name(), crs.name());
  }
  for (const auto& [role, network] : inputs.networks) {
    known(role, RoleKind::network);
    require_one(*description.role(role), inputs.networks, name);
    if (!network->crs().same_as(crs))
      throw input_error({"{}：路网“{}”的坐标系是 {}，研究是 {}；请在研究的坐标系中构建",
                         "{}: network “{}” is in {}, the study in {}; build it in the study's CRS"},
                        name, network->name(), network->crs().name(), crs.name());
  }
  for (const auto& [role, raster] : inputs.rasters) known(role, RoleKind::raster);
  if (!inputs.timetables.empty() && !description.takes_timetable())
    throw input_error({"{}：{} 不能按时刻表计算；请使用不带 timetable 的路网",
                       "{}: {} does not go by timetables; give it a network without one"},
                      name, description.name);
  if (description.check) description.check(options);
}

/// A layer as windows take it, without a copy; the caller keeps it alive.
std::shared_ptr<const Layer> borrowed(const Layer* layer) {
  return {std::shared_ptr<const void>(), layer};
}

Envelope extent_of(const Inputs& inputs) {
  Envelope extent;
  for (const auto& [role, layer] : inputs.layers)
    if (layer->spatial()) extent.expand(layer->geometry().extent());
  return extent;
}

/// The borders of `count` windows along one axis, on the grid. The outer ones lie where no data can be:
/// results reach beyond the extent of what they were made from.
std::vector<double> borders(double lowest, double highest, int count, double grid_size, double far) {
  std::vector<double> places{lowest - far};
  for (int i = 1; i < count; ++i)
    places.push_back(std::round((lowest + (highest - lowest) * i / count) / grid_size) * grid_size);
  places.push_back(highest + far);
  return places;
}

/// The rows of a layer that a window sees: whole features that meet it. Rows without geometry go to the
/// first.
std::shared_ptr<const Layer> cut(const Layer* layer, const Envelope& seen, bool first) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < layer->rows(); ++row) {
    const Envelope& envelope = layer->geometry().envelope(row);
    if (envelope.empty() ? first : envelope.intersects(seen)) rows.push_back(row);
  }
  if (rows.size() == layer->rows()) return borrowed(layer);
  return std::make_shared<const Layer>(layer->take(rows));
}

/// The cores of the windows, row by row; one that is empty, the whole extent, where there is nothing to cut.
std::vector<Envelope> cores_of(const Envelope& extent, int columns, int rows, double grid_size, double far) {
  if (extent.empty() || (columns <= 1 && rows <= 1)) return {Envelope{}};
  const std::vector<double> x = borders(extent.min_x, extent.max_x, columns, grid_size, far);
  const std::vector<double> y = borders(extent.min_y, extent.max_y, rows, grid_size, far);
  std::vector<Envelope> cores;
  for (std::size_t row = 1; row < y.size(); ++row)
    for (std::size_t column = 1; column < x.size(); ++column)
      if (x[column - 1] < x[column] && y[row - 1] < y[row])
        cores.push_back({x[column - 1], y[row - 1], x[column], y[row]});
  return cores;
}

std::vector<Window> windows_of(const Inputs& inputs, std::optional<Length> halo, const Crs& crs,
                               Length precision, int columns, int rows) {
  const Envelope extent = extent_of(inputs);
  const double far = 1e8 / crs.metres_per_unit();  // more than twice around the earth
  const double reach = planar_reach(halo.value_or(Length{0}), crs, extent);
  std::vector<Window> windows;
  for (const Envelope& core : cores_of(extent, columns, rows, crs.grid_size(precision), far)) {
    Window window(core, crs, precision);
    window.set_first(windows.empty());
    const bool uncut = core.empty() || !halo;
    for (const auto& [role, layer] : inputs.layers)
      window.add(role, uncut || !layer->spatial() ? borrowed(layer)
                                                  : cut(layer, core.grown(reach), windows.empty()));
    for (const auto& [role, network] : inputs.networks) window.add(role, *network);
    for (const TransitNetwork* timetable : inputs.timetables) window.add(*timetable);
    for (const auto& [role, raster] : inputs.rasters) window.set(role, *raster);
    windows.push_back(std::move(window));
  }
  return windows;
}

/// The same finding of several windows is one.
void add_issues(std::vector<Issue>& all, std::vector<Issue> more) {
  const auto identity = [](const Issue& issue) {
    return std::tie(issue.layer, issue.feature, issue.kind, issue.reason.en, issue.geometry);
  };
  for (Issue& issue : more) all.push_back(std::move(issue));
  std::ranges::stable_sort(all, {}, identity);
  const auto same = [&](const Issue& a, const Issue& b) { return identity(a) == identity(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
}

}  // namespace

Result run_analysis(const Analysis& analysis, const std::string& name, const Inputs& inputs,
                    const std::any& options, const Crs& crs, Length precision, int columns, int rows,
                    Context& context) {
  const Description& description = analysis.description;
  check(description, name, inputs, options, crs);

  Result whole;
  std::map<std::string, std::vector<Layer>> parts;
  for (const Window& window : windows_of(inputs, description.halo(options), crs, precision, columns, rows)) {
    context.check_cancelled();
    Result part = analysis.run(window, options, context);
    for (auto& [thing, layer] : part.layers) parts[thing].push_back(std::move(layer));
    whole.certificate.add(part.certificate);
    add_issues(whole.issues, std::move(part.issues));
  }
  for (const Output& output : description.outputs) {
    const auto found = parts.find(output.thing);
    if (found == parts.end()) continue;
    Layer layer = combine(std::move(found->second), output.combine, crs.grid_size(precision), context);
    layer.set_name(snake_case(name) + "_" + output.thing);
    whole.layers.emplace_back(output.thing, std::move(layer));
    parts.erase(found);
  }
  // What no output declares is for `finish` alone.
  const std::size_t written = whole.layers.size();
  for (auto& [thing, layers] : parts)
    whole.layers.emplace_back(
        thing, combine(std::move(layers), {Combine::Kind::owned}, crs.grid_size(precision), context));
  analysis.finish(whole, options, context);
  whole.layers.resize(written);
  return whole;
}

}  // namespace jingwei
