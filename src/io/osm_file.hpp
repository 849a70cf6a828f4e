#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "geometry/envelope.hpp"

namespace osmium::memory {
class Buffer;
}

namespace jingwei {

/// Whether a file name is that of OpenStreetMap data: .osm.pbf, .pbf, .osm, .osm.gz, .osm.bz2.
bool is_osm_file(std::string_view path);

/// A file of OpenStreetMap data, read as a stream. Errors (input) of all its functions: no such file, empty,
/// cut short, no OpenStreetMap data, a change file or one with history. Nothing is ever fetched.
class OsmFile {
 public:
  explicit OsmFile(std::string path);

  const std::string& path() const { return m_path; }
  /// The extent in degrees that the header states, or an empty one.
  Envelope stated_extent() const;

  using Visit = std::function<void(const osmium::memory::Buffer&)>;
  /// One pass over the objects of one kind, or over ways and relations.
  void nodes(const Visit& visit, Context& context) const;
  void ways(const Visit& visit, Context& context) const;
  void relations(const Visit& visit, Context& context) const;
  void ways_and_relations(const Visit& visit, Context& context) const;
  void all(const Visit& visit, Context& context) const;

  /// An Error where an id stands in the ascending list twice: the file holds several versions of an object.
  void require_once(const std::vector<std::int64_t>& ascending, std::string_view what) const;

 private:
  void pass(unsigned kinds, const Visit& visit, Context& context) const;

  std::string m_path;
};

}  // namespace jingwei
