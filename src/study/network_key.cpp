#include "study/network_key.hpp"

#include "base/hash.hpp"
#include "base/key_hash.hpp"

namespace jingwei {
std::string network_key(const NetworkSources& sources, const std::vector<std::string>& osm_files,
                        const Profile& profile, double grid_size, LayerHashes& layer_hashes) {
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
  const auto add = [&](const Layer* layer) { hash.text(layer == nullptr ? "none" : layer_hashes(*layer)); };
  for (const Layer* layer : sources.lines) add(layer);
  for (const Layer* layer : {sources.stations, sources.transfers, sources.interchanges}) add(layer);
  for (const std::string& file : osm_files) {
    hash.text(file);  // which issues name
    hash.text(sha256_of_file(file));
  }
  return hash.hex();
}

}  // namespace jingwei
