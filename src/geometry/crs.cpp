#include "geometry/crs.hpp"

#include <proj.h>
#include <proj_experimental.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/proj.hpp"

namespace jingwei {

struct Crs::Data {
  std::string name;
  std::string wkt;
  std::string wkt1;
  std::optional<std::string> authority;
  bool geographic = false;
  bool equal_area = false;
  double metres_per_unit = 1;
  double semi_major_m = 0;
  double flattening = 0;
  std::shared_ptr<const Data> base;  ///< of a projected CRS: the geographic CRS that it projects
};

namespace {

Error not_usable(std::string_view definition, const Text& why) {
  return input_error(
      {"坐标系“{}”：{}；请写 EPSG 代码（“EPSG:4490”）、PROJ 字符串，或地理坐标系、投影坐标系的 WKT",
       "CRS “{}”: {}; give an EPSG code (“EPSG:4490”), a PROJ string or WKT of a geographic or projected "
       "CRS"},
      printable(definition.substr(0, 80)), why);
}

std::string text_of(const char* text) {
  return text ? text : "";
}

/// The two-dimensional horizontal part of what PROJ read: first of a compound CRS, without ellipsoidal
/// heights, without a bound transformation.
PjPointer horizontal(PjPointer crs) {
  PJ_CONTEXT* const context = proj_context();
  while (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS)
    crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
  if (crs && proj_get_type(crs.get()) == PJ_TYPE_GEOGRAPHIC_3D_CRS)
    crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
  return crs;
}

/// The CRS itself where it carries a transformation to a hub (+towgs84).
PjPointer unbound(const PJ* crs) {
  if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return PjPointer(proj_get_source_crs(proj_context(), crs));
  return PjPointer(proj_clone(proj_context(), crs));
}

double unit_factor_of(const PJ* crs) {
  double factor = 1;
  const PjPointer axes(proj_crs_get_coordinate_system(proj_context(), crs));
  if (axes)
    proj_cs_get_axis_info(proj_context(), axes.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr,
                          nullptr);
  return factor;
}

/// Methods that keep areas on the ellipsoid in PROJ (Mollweide and its kin are spherical there).
bool keeps_areas(const PJ* crs) {
  static constexpr std::array<std::string_view, 4> methods{
      "Albers Equal Area", "Lambert Azimuthal Equal Area", "Lambert Cylindrical Equal Area", "Equal Earth"};
  const PjPointer operation(proj_crs_get_coordoperation(proj_context(), crs));
  const char* method = nullptr;
  if (!operation ||
      !proj_coordoperation_get_method_info(proj_context(), operation.get(), &method, nullptr, nullptr))
    return false;
  return std::find(methods.begin(), methods.end(), text_of(method)) != methods.end();
}

void read_ellipsoid(const PJ* crs, Crs::Data& data) {
  const PjPointer ellipsoid(proj_get_ellipsoid(proj_context(), crs));
  double inverse = 0;
  if (!ellipsoid || !proj_ellipsoid_get_parameters(proj_context(), ellipsoid.get(), &data.semi_major_m,
                                                   nullptr, nullptr, &inverse))
    throw not_usable(data.name, {"没有椭球", "it has no ellipsoid"});
  data.flattening = inverse == 0 ? 0 : 1 / inverse;
}

/// A hundred-and-eightieth of the meridian from pole to pole; series in the third flattening n (Helmert
/// 1880).
double metres_per_degree(double a_m, double f) {
  const double n = f / (2 - f);
  const double radius = a_m / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
  return radius * std::numbers::pi / 180;
}

std::shared_ptr<const Crs::Data> describe(const PJ* given, std::string_view definition) {
  PJ_CONTEXT* const context = proj_context();
  const PjPointer crs = unbound(given);
  auto data = std::make_shared<Crs::Data>();
  const PJ_TYPE type = crs ? proj_get_type(crs.get()) : PJ_TYPE_UNKNOWN;
  if (type != PJ_TYPE_GEOGRAPHIC_2D_CRS && type != PJ_TYPE_PROJECTED_CRS)
    throw not_usable(definition,
                     {"既不是地理坐标系也不是投影坐标系", "it is neither geographic nor projected"});
  data->name = text_of(proj_get_name(crs.get()));
  data->wkt = text_of(proj_as_wkt(context, given, PJ_WKT2_2019, nullptr));
  data->wkt1 = text_of(proj_as_wkt(context, given, PJ_WKT1_GDAL, nullptr));
  if (data->wkt.empty()) throw not_usable(definition, {"不能写成 WKT", "it cannot be written as WKT"});
  const char* const authority = proj_get_id_auth_name(crs.get(), 0);
  const char* const code = proj_get_id_code(crs.get(), 0);
  if (authority && code) data->authority = text_of(authority) + ":" + code;
  read_ellipsoid(crs.get(), *data);

  const double factor = unit_factor_of(crs.get());
  data->geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS;
  if (data->geographic) {
    if (std::fabs(factor - std::numbers::pi / 180) > 1e-9)
      throw not_usable(definition, {"坐标不是度", "its coordinates are not degrees"});
    data->metres_per_unit = metres_per_degree(data->semi_major_m, data->flattening);
  } else {
    data->metres_per_unit = factor;
    data->equal_area = keeps_areas(crs.get());
    const PjPointer base(proj_crs_get_geodetic_crs(context, crs.get()));
    if (!base) throw not_usable(definition, {"不是由地理坐标系投影而来", "it projects no geographic CRS"});
    const PjPointer flat = horizontal(PjPointer(proj_clone(context, base.get())));
    data->base = describe(flat.get(), definition);
  }
  return data;
}

}  // namespace

Crs Crs::parse(std::string_view definition) {
  std::string text(definition);
  if (definition.find("+proj=") != std::string_view::npos &&
      definition.find("+type=crs") == std::string_view::npos)
    text += " +type=crs";
  PjPointer made(proj_create(proj_context(), text.c_str()));
  if (!made) throw not_usable(definition, {"PROJ 不认识它", "PROJ does not know it"});
  const PjPointer crs = horizontal(std::move(made));
  if (!crs || !proj_is_crs(crs.get()))
    throw not_usable(definition, {"没有平面部分", "it is no CRS with a horizontal part"});
  Crs result;
  result.m_data = describe(crs.get(), definition);
  return result;
}

std::string Crs::name() const {
  return m_data->name;
}
std::string Crs::wkt() const {
  return m_data->wkt;
}
std::string Crs::wkt1() const {
  if (m_data->wkt1.empty())
    throw input_error({"坐标系“{}”不能写成 WKT1；请为此输出另选坐标系",
                       "CRS “{}” cannot be written as WKT1; choose another CRS for this output"},
                      name());
  return m_data->wkt1;
}
std::optional<std::string> Crs::authority() const {
  return m_data->authority;
}
bool Crs::geographic() const {
  return m_data->geographic;
}
bool Crs::equal_area() const {
  return m_data->equal_area;
}
double Crs::metres_per_unit() const {
  return m_data->metres_per_unit;
}
double Crs::semi_major_m() const {
  return m_data->semi_major_m;
}
double Crs::flattening() const {
  return m_data->flattening;
}

Crs Crs::geographic_base() const {
  if (m_data->geographic) return *this;
  Crs base;
  base.m_data = m_data->base;
  return base;
}

bool Crs::same_as(const Crs& other) const {
  if (m_data == other.m_data || m_data->wkt == other.m_data->wkt) return true;
  const auto east_first = [](const std::string& wkt) {
    const PjPointer crs(proj_create(proj_context(), wkt.c_str()));
    return PjPointer(crs ? proj_normalize_for_visualization(proj_context(), crs.get()) : nullptr);
  };
  const PjPointer a = east_first(m_data->wkt);
  const PjPointer b = east_first(other.m_data->wkt);
  return a && b &&
         proj_is_equivalent_to_with_ctx(proj_context(), a.get(), b.get(),
                                        PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

}  // namespace jingwei
