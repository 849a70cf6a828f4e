#include "study/network_key.hpp"

#include <bit>
#include <cstring>

#include "base/hash.hpp"

namespace jingwei {
namespace {

/// Feeds a hash in pieces of some size, as it takes its time to be called.
class KeyHash {
 public:
  void number(std::uint64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    m_waiting.append(bytes, sizeof bytes);
    if (m_waiting.size() > (1U << 16U)) flush();
  }
  void number(double value) { number(std::bit_cast<std::uint64_t>(value)); }
  void text(std::string_view value) {
    number(std::uint64_t{value.size()});
    m_waiting += value;
  }
  std::string hex() {
    flush();
    return m_hash.hex();
  }

 private:
  void flush() {
    m_hash.add_text(m_waiting);
    m_waiting.clear();
  }

  Sha256 m_hash;
  std::string m_waiting;
};

void add_column(const Column& column, FieldType type, std::size_t rows, KeyHash& hash) {
  for (std::size_t row = 0; row < rows; ++row) {
    hash.number(std::uint64_t{column.is_null(row)});
    if (column.is_null(row)) continue;
    if (type == FieldType::real)
      hash.number(column.number(row));
    else
      hash.text(column.as_text(row));
  }
}

void add_layer(const Layer* layer, KeyHash& hash) {
  if (layer == nullptr) return hash.text("none");
  hash.text(layer->name());
  hash.text(layer->definition().name);
  hash.text(layer->spatial() ? layer->crs().wkt() : "");
  hash.number(std::uint64_t{layer->rows()});
  for (const Field& field : layer->fields()) {
    hash.text(field.name);
    hash.number(static_cast<std::uint64_t>(field.type));
    add_column((*layer)[field.name], field.type, layer->rows(), hash);
  }
  for (std::size_t row = 0; layer->spatial() && row < layer->rows(); ++row) {
    const Wkb wkb = layer->geometry().wkb(row);
    hash.text({reinterpret_cast<const char*>(wkb.data()), wkb.size()});
  }
}

}  // namespace

std::string network_key(const NetworkSources& sources, const std::vector<std::string>& osm_files,
                        const Profile& profile, double grid_size) {
  KeyHash hash;
  hash.text(JINGWEI_VERSION);
  hash.text(sources.name);
  hash.text(sources.crs ? sources.crs->wkt() : "");
  hash.number(grid_size);
  hash.number(sources.snap_limit.m);
  hash.number(static_cast<std::uint64_t>(sources.noding));
  hash.number(sources.join_tolerance.m);
  for (const std::string& status : sources.in_service.statuses) hash.text(status);
  hash.text(sources.in_service.open_by ? std::to_string(*sources.in_service.open_by) : "any year");
  hash.text(profile_text(profile.name));
  for (const Layer* layer : sources.lines) add_layer(layer, hash);
  for (const Layer* layer : {sources.stations, sources.transfers, sources.interchanges})
    add_layer(layer, hash);
  for (const std::string& file : osm_files) {
    hash.text(file);  // which issues name
    hash.text(sha256_of_file(file));
  }
  return hash.hex();
}

}  // namespace jingwei
