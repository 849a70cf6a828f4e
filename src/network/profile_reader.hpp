#pragma once
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/document.hpp"
#include "base/error.hpp"
#include "network/profile.hpp"

namespace jingwei {

/// The values of a profile file, each checked; every message names the file and the place.
class ProfileReader {
 public:
  explicit ProfileReader(const Document& document) : m_document(document) {}

  template <class... Args>
  Error mistake(Place place, fmt::format_string<Args...> pattern, Args&&... args) const {
    return input_error("{}{}", m_document.at(place), jingwei::format(pattern, std::forward<Args>(args)...));
  }

  const Node& root() const { return m_document.root; }
  const Node* find(std::string_view key) const { return m_document.root.find(key); }
  const Node& required(std::string_view key) const;
  void expect(const Node& node, Node::Kind kind, std::string_view what) const;
  /// Each key of a mapping is one of these.
  void check_keys(const Node& mapping, std::string_view whose, const std::vector<std::string>& known) const;

  std::string text(const Node& node) const;
  Text both_languages(const Node& node) const;
  std::vector<std::string> texts(const Node& node) const;
  /// One of two words.
  bool first_of(const Node& node, std::string_view first, std::string_view second) const;
  double positive_number(const Node& node) const;
  Speed speed(const Node& node) const;
  Duration duration(const Node& node) const;
  Length length(const Node& node) const;

 private:
  const Document& m_document;
};

/// What a profile says of OpenStreetMap tags and of turns; the keys that it may hold.
void read_osm_profile(const ProfileReader& reader, Profile& profile);
std::vector<std::string> osm_profile_keys();

}  // namespace jingwei
