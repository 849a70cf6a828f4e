#pragma once
#include <optional>
#include <span>
#include <vector>

#include "network/transit.hpp"

namespace jingwei {

struct ReachStart;
struct ReachedPart;
struct Seed;

/// The street parts that one reaches from places (or from which one reaches
/// them) by timetable within a limit: those that at least `percentile` % of the
/// departures make, which are the street places whose time by
/// TransitNetwork::costs is within it. For each departure one goes on on foot
/// from every stop with the time, and the walk, that is left; the street places
/// are counted, of each the departures that reach it, along the edges without
/// sampling. Towards the places the timetable and the walks run backwards, and
/// the departure is the other end's.
class TransitReach {
 public:
  /// `network` outlives this.
  TransitReach(const TransitNetwork& network, const TransitOptions& options, Network::Direction direction,
               Context& context);

  /// As Network::reach_bands.
  ReachBands reach_bands(std::span<const NetworkPlace> places, std::span<const Cost> limits, Length margin,
                         Context& context) const;
  /// As Network::reached.
  GeometryColumn reached(std::span<const NetworkPlace> places, std::span<const std::uint32_t> groups,
                         std::uint32_t group_count, Cost limit, Context& context) const;

 private:
  const Timetable& timetable() const;
  std::vector<ReachedPart> parts(std::span<const NetworkPlace> places, Cost limit, Context& context) const;
  std::vector<Cost> spent_at_stops(std::span<const Seed> access, Cost limit) const;
  std::vector<ReachStart> starts(std::span<const NetworkPlace> places, std::span<const Cost> spent,
                                 Cost limit) const;

  const TransitNetwork& m_network;
  TransitOptions m_options;
  Network::Direction m_direction;
  std::optional<Timetable> m_backwards;
  Graph m_transfers;
};

}  // namespace jingwei
