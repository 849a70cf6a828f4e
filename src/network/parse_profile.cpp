#include <algorithm>

#include "base/document.hpp"
#include "base/error.hpp"
#include "network/profile.hpp"

namespace jingwei {
namespace {

/// One profile file, read key by key; every message names the file and the place.
class ProfileReader {
 public:
  ProfileReader(const std::string& file, std::string_view yaml) : m_document(parse_document(file, yaml)) {}

  Profile read() {
    expect(m_document.root, Node::Kind::mapping, "a mapping of the keys of a profile");
    check_keys();
    Profile profile;
    profile.name = text(required("name"));
    profile.title = both_languages(required("title"));
    if (const Node* node = find("description")) profile.description = both_languages(*node);
    if (const Node* node = find("mode")) profile.mode = text(*node);
    if (const Node* node = find("oneway")) profile.oneway = oneway(*node);
    read_speeds(profile);
    read_rail(profile);
    read_routing(profile);
    return profile;
  }

 private:
  template <class... Args>
  Error mistake(Place place, fmt::format_string<Args...> pattern, Args&&... args) const {
    return input_error("{}{}", m_document.at(place), jingwei::format(pattern, std::forward<Args>(args)...));
  }

  const Node* find(std::string_view key) const { return m_document.root.find(key); }
  const Node& required(std::string_view key) const {
    if (const Node* node = find(key)) return *node;
    throw mistake(m_document.root.place, "a profile needs the key `{}`", key);
  }
  void expect(const Node& node, Node::Kind kind, std::string_view what) const {
    if (node.kind != kind) throw mistake(node.place, "{} is expected here", what);
  }

  void check_keys() const {
    static const std::vector<std::string> known{"name",
                                                "title",
                                                "description",
                                                "mode",
                                                "routing",
                                                "oneway",
                                                "speeds",
                                                "use_speed_field",
                                                "stop_time",
                                                "speed_factor",
                                                "speed_share",
                                                "wait_time",
                                                "expressway_speed",
                                                "station_tolerance"};
    for (const NodeEntry& entry : m_document.root.entries) {
      if (std::find(known.begin(), known.end(), entry.key) == known.end())
        throw mistake(entry.place, "a profile has no key `{}`{}", entry.key, suggestion(entry.key, known).en);
    }
  }

  std::string text(const Node& node) const {
    expect(node, Node::Kind::scalar, "a text");
    return node.scalar;
  }
  Text both_languages(const Node& node) const {
    expect(node, Node::Kind::mapping, "a text in both languages {zh: …, en: …}");
    const Node* zh = node.find("zh");
    const Node* en = node.find("en");
    if (!zh || !en || node.entries.size() != 2)
      throw mistake(node.place, "a text in both languages {{zh: …, en: …}} is expected here");
    return {text(*zh), text(*en)};
  }
  OnewayRule oneway(const Node& node) const {
    const std::string value = text(node);
    if (value == "respect") return OnewayRule::respect;
    if (value == "ignore") return OnewayRule::ignore;
    throw mistake(node.place, "oneway is `respect` or `ignore`, not `{}`", value);
  }
  bool yes_or_no(const Node& node) const {
    const std::string value = text(node);
    if (value != "true" && value != "false")
      throw mistake(node.place, "`true` or `false` is expected here, not `{}`", value);
    return value == "true";
  }
  double positive_number(const Node& node) const {
    const auto value = to_number(text(node));
    if (!value || !(*value > 0)) throw mistake(node.place, "a number above 0 is expected here");
    return *value;
  }
  /// A quantity by its own parser, whose message gets the place.
  template <class Quantity>
  Quantity quantity(const Node& node, Quantity (*parse)(std::string_view)) const {
    const std::string value = text(node);
    try {
      return parse(value);
    } catch (const Error& fault) {
      throw mistake(node.place, "{}", fault.what());
    }
  }
  Speed speed(const Node& node) const {
    const Speed value = quantity(node, parse_speed);
    if (!(value.km_per_h > 0)) throw mistake(node.place, "a speed is above 0; leave out what cannot be used");
    return value;
  }
  template <class Quantity>
  Quantity not_negative(const Node& node, Quantity (*parse)(std::string_view)) const {
    const Quantity value = quantity(node, parse);
    if (value < Quantity{}) throw mistake(node.place, "a quantity of at least 0 is expected here");
    return value;
  }

  void read_speeds(Profile& profile) const {
    const Node& speeds = required("speeds");
    expect(speeds, Node::Kind::mapping, "a mapping of road classes to speeds");
    for (const NodeEntry& entry : speeds.entries) profile.speeds.emplace(entry.key, speed(entry.value));
    if (const Node* node = find("expressway_speed")) profile.expressway_speed = speed(*node);
    if (const Node* node = find("use_speed_field")) profile.use_speed_field = yes_or_no(*node);
    if (const Node* node = find("speed_factor")) profile.speed_factor = positive_number(*node);
  }

  void read_rail(Profile& profile) const {
    if (const Node* node = find("speed_share")) {
      profile.speed_share = positive_number(*node);
      if (*profile.speed_share > 1) throw mistake(node->place, "a share is at most 1");
    }
    if (const Node* node = find("stop_time")) profile.stop_time = not_negative(*node, parse_duration);
    if (const Node* node = find("wait_time")) profile.wait_time = not_negative(*node, parse_duration);
    if (const Node* node = find("station_tolerance"))
      profile.station_tolerance = not_negative(*node, parse_length);
  }

  /// The list says in words what the speeds imply; where they differ one of them is a slip.
  void read_routing(Profile& profile) const {
    const Node* routing = find("routing");
    if (!routing) {
      if (profile.drives_expressways()) profile.routing.emplace_back("road");
      if (profile.rides_rail()) profile.routing.emplace_back("rail");
      return;
    }
    expect(*routing, Node::Kind::sequence, "a list of `road` and `rail`");
    for (const Node& item : routing->items) {
      const std::string value = text(item);
      if (value != "road" && value != "rail")
        throw mistake(item.place, "routing is a list of `road` and `rail`; `{}` is neither", value);
      profile.routing.push_back(value);
    }
    const auto lists = [&](std::string_view value) {
      return std::find(profile.routing.begin(), profile.routing.end(), value) != profile.routing.end();
    };
    if (lists("road") != profile.drives_expressways())
      throw mistake(routing->place, "`road` stands in routing exactly where expressway_speed is given");
    if (lists("rail") != profile.rides_rail())
      throw mistake(routing->place, "`rail` stands in routing exactly where speed_share is given");
  }

  Document m_document;
};

}  // namespace

Profile parse_profile(const std::string& file, std::string_view yaml) {
  return ProfileReader(file, yaml).read();
}

}  // namespace jingwei
