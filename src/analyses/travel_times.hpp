#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "analyses/departures.hpp"
#include "analyses/window.hpp"
#include "layer/issue.hpp"
#include "layer/provenance.hpp"

namespace jingwei {

/// What travel times may be taken from: each network of the role `network`, or nullptr for the table of the
/// role `travel_times`. Errors (input): neither a network nor a table is given, or both.
std::vector<const Network*> travel_sources(const Window& in);

/// Travel times between the rows of two layers: on a network, by its timetable where it carries one, or as
/// the table of the role `travel_times` states them. Places off the network, or named nowhere in the table,
/// are told in `issues` and reach nothing; pairs of the table that name other places, or are there twice (the
/// shorter time counts), are counted in notes.
class TravelTimes {
 public:
  /// `source` is one of travel_sources(in). The rows are those of the layer of `role` that the window owns.
  /// from_place: from the rows to the others; to_place: from the others to the rows. `when` says how one goes
  /// by timetable, and of the times of all departures those at `percentiles` count. \pre the window sees all
  /// of that layer; at least one percentile. Errors (input): a layer without geometry on a network.
  TravelTimes(const Window& in, const Network* source, std::string_view role, const Layer& rows,
              const Layer& others, Network::Direction direction, const DepartureWindow& when,
              std::vector<double> percentiles, std::vector<Issue>& issues, Context& context);

  /// Whether the row is on the network, or in the table; how far from the network's street it lies.
  bool known(std::size_t row) const { return m_known[row] != 0; }
  std::optional<double> snap_m(std::size_t row) const;
  /// What the table itself adds to the sources of every row.
  const Provenance& table_sources() const { return m_table_sources; }

  /// The percentiles that count: those given by timetable; else a single one, as no departure differs.
  std::span<const double> percentiles() const { return m_percentiles; }
  bool by_timetable() const { return m_timetable != nullptr; }

  /// The times of one row to or from all others, `unreachable` beyond the limit.
  struct Times {
    std::span<const Cost> costs;       ///< [p * others + i]: at the p-th percentile to the i-th
    std::span<const Cost> departures;  ///< [d * others + i]: at the d-th departure by timetable from the row
  };
  /// Calls visit for every row; visits of several may run at the same time.
  void for_each_row(Cost limit, Context& context,
                    const std::function<void(std::size_t, const Times&)>& visit) const;
  /// For every row the `count` nearest others within the limit at the first percentile, by time, then row.
  std::vector<std::vector<Network::NearestPlace>> nearest(std::size_t count, Cost limit,
                                                          Context& context) const;

  /// On a network: where a row and another lie, for routes between them.
  const NetworkPlace& place(std::size_t row) const { return m_places[row]; }
  const NetworkPlace& other_place(std::size_t other) const { return m_others[other]; }

 private:
  void read_network(const Layer& rows, const Layer& others, std::vector<Issue>& issues, Context& context);
  void read_table(const Layer& table, const Layer& whole, const Layer& rows, const Layer& others,
                  std::vector<Issue>& issues);

  using Visit = std::function<void(std::size_t, const Times&)>;
  void ride(Cost limit, Context& context, const Visit& visit) const;

  struct Entry {
    std::uint32_t other;
    Cost cost;
  };
  Network::Direction m_direction;
  std::vector<std::uint8_t> m_known;
  const Network* m_network = nullptr;
  const TransitNetwork* m_timetable = nullptr;
  TransitOptions m_transit;
  std::vector<double> m_percentiles;
  std::vector<NetworkPlace> m_places, m_others;
  std::size_t m_columns = 0;
  std::vector<std::size_t> m_first;  // entries of row i: [m_first[i], m_first[i + 1])
  std::vector<Entry> m_entries;
  Provenance m_table_sources;
};

/// A place for each row: NaN for tables, which have none.
std::vector<Point> places_of(const Layer& layer, Context& context);

}  // namespace jingwei
