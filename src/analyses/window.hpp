#pragma once
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.hpp"
#include "geometry/envelope.hpp"
#include "layer/layer.hpp"
#include "layer/raster.hpp"
#include "network/network.hpp"

namespace jingwei {

class TransitNetwork;

/// What an analysis is called with: the layers of its roles cut to whole features that meet core and halo,
/// its networks, and the core that tells which rows are its own. An analysis can't tell one window from a
/// thousand.
class Window {
 public:
  Window(Envelope core, const Crs& crs, Length precision)
      : m_core(core), m_crs(crs), m_precision(precision) {}

  /// The layer of a role, the first of several; \pre it was given (required roles always are).
  const Layer& operator[](std::string_view role) const;
  /// All layers of a role, in the order given; none where it was not.
  std::vector<const Layer*> layers(std::string_view role) const;
  bool has(std::string_view role) const;
  const Network& network(std::string_view role) const;  ///< \pre has(role); the first of several
  /// All networks of a role, in the order given; none where it was not.
  std::span<const Network* const> networks(std::string_view role) const;
  /// The timetable that the network of a role carries, or nothing.
  const TransitNetwork* timetable(std::string_view role) const;
  const TransitNetwork* timetable(const Network& network) const;

  const Raster& raster(std::string_view role) const;  ///< \pre it was given; whole in every window

  /// The study's CRS and grid.
  const Crs& crs() const { return m_crs; }
  double grid_size() const { return m_crs.grid_size(m_precision); }
  Length precision() const { return m_precision; }

  /// Whether a row with this representative point belongs to this window. Cores are half-open (min edges
  /// inside, max edges outside) so that each point has one owner; the whole extent owns all.
  bool owns(Point representative) const;
  /// One flag for each row of a layer: does the window own it? Rows without geometry belong to the first
  /// window.
  std::vector<bool> owned(const Layer& layer, Context& context) const;
  /// Geometry cut to the core, for layers that are stitched; the whole extent leaves it as it is.
  GeometryColumn in_core(const GeometryColumn& column, Context& context) const;

  /// The rows whose envelope comes within `reach` (true metres) of the core; all of them for the whole
  /// extent. A superset: some that are farther come along.
  std::vector<std::uint32_t> near_core(const GeometryColumn& column, Length reach) const;

  void set(std::string role, Layer layer) {
    set(std::move(role), std::make_shared<const Layer>(std::move(layer)));
  }
  /// The same without a copy, for layers that a window takes whole.
  void set(std::string role, std::shared_ptr<const Layer> layer) {
    m_layers.insert_or_assign(std::move(role), std::vector{std::move(layer)});
  }
  /// One more layer of a role.
  void add(const std::string& role, std::shared_ptr<const Layer> layer) {
    m_layers[role].push_back(std::move(layer));
  }
  /// One more network of a role.
  void add(const std::string& role, const Network& network) { m_networks[role].push_back(&network); }
  void set(std::string role, const Raster& raster) { m_rasters.insert_or_assign(std::move(role), &raster); }
  void add(const TransitNetwork& timetable) { m_timetables.push_back(&timetable); }
  /// The window that is everything, with the same layers.
  bool whole() const { return m_core.empty(); }
  bool first() const { return m_first; }
  void set_first(bool first) { m_first = first; }  // of several windows

 private:
  Envelope m_core;  // empty: the whole extent
  Crs m_crs;
  Length m_precision;
  bool m_first = true;
  std::map<std::string, std::vector<std::shared_ptr<const Layer>>, std::less<>> m_layers;
  std::map<std::string, std::vector<const Network*>, std::less<>> m_networks;
  std::map<std::string, const Raster*, std::less<>> m_rasters;
  std::vector<const TransitNetwork*> m_timetables;  ///< which know their networks
};

/// How far `distance` true metres can be in the units of a CRS, anywhere near `extent` (with 2 % to spare):
/// the margin by which envelopes are grown before rows are looked for.
double planar_reach(Length distance, const Crs& crs, const Envelope& extent);
/// The same the other way: what is no farther than this in the units of a CRS is within `distance` true
/// metres.
double planar_bound(Length distance, const Crs& crs, const Envelope& extent);

}  // namespace jingwei
