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

/// Travel times between the rows of two layers: on the network of the role `network`, by its timetable where
/// it carries one, or as the table of the role `travel_times` states them. Places off the network, or named
/// nowhere in the table, are told in `issues` and reach nothing; pairs of the table that name other places,
/// or are there twice (the shorter time counts), are counted in notes.
class TravelTimes {
 public:
  /// The rows are those of the layer of `role` that the window owns. from_place: from the rows to the others;
  /// to_place: from the others to the rows. `departures` says how one goes by timetable. \pre the window sees
  /// all of that layer. Errors (input): neither
  /// a network nor a table is given, or both; a layer without geometry on a network.
  TravelTimes(const Window& in, std::string_view role, const Layer& rows, const Layer& others,
              Network::Direction direction, const Departures& departures, std::vector<Issue>& issues,
              Context& context);

  /// Whether the row is on the network, or in the table; how far from the network's street it lies.
  bool known(std::size_t row) const { return m_known[row] != 0; }
  std::optional<double> snap_m(std::size_t row) const;
  /// What the table itself adds to the sources of every row.
  const Provenance& table_sources() const { return m_table_sources; }

  /// Calls visit(row, times to or from all others) for every row, `unreachable` beyond the limit; visits of
  /// several rows may run at the same time.
  void for_each_row(Cost limit, Context& context,
                    const std::function<void(std::size_t, std::span<const Cost>)>& visit) const;
  /// For every row the `count` nearest others within the limit, by time, then row.
  std::vector<std::vector<Network::NearestPlace>> nearest(std::size_t count, Cost limit,
                                                          Context& context) const;

  /// On streets, without timetable: where a row and another lie, for routes between them.
  bool on_streets() const { return m_network != nullptr && m_timetable == nullptr; }
  const NetworkPlace& place(std::size_t row) const { return m_places[row]; }
  const NetworkPlace& other_place(std::size_t other) const { return m_others[other]; }

 private:
  void read_network(const Layer& rows, const Layer& others, std::vector<Issue>& issues, Context& context);
  void read_table(const Layer& table, const Layer& whole, const Layer& rows, const Layer& others,
                  std::vector<Issue>& issues);

  using Visit = std::function<void(std::size_t, std::span<const Cost>)>;
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
  std::vector<NetworkPlace> m_places, m_others;
  std::size_t m_columns = 0;
  std::vector<std::size_t> m_first;  // entries of row i: [m_first[i], m_first[i + 1])
  std::vector<Entry> m_entries;
  Provenance m_table_sources;
};

/// A place for each row: NaN for tables, which have none.
std::vector<Point> places_of(const Layer& layer, Context& context);

}  // namespace jingwei
