#include "study/stored_networks.hpp"

#include <iterator>

#include "base/error.hpp"
#include "io/stored_image.hpp"

namespace jingwei {
namespace {

constexpr ImageKind stored_network{"jingwei network\n", network_image_version};

void tell_state(StoredImage::State state, const std::string& path, Context& context) {
  using State = StoredImage::State;
  switch (state) {
    case State::whole:
    case State::absent:
      return;
    case State::foreign:
      return context.warn(
          told({"{}：不是存储的路网，重新构建", "{}: it is no stored network; built anew"}, path));
    case State::damaged:
      return context.warn(
          told({"{}：存储的路网已损坏，重新构建", "{}: the stored network is damaged; built anew"}, path));
    case State::other_version:
      return context.info(told({"{}：存储的路网属于另一版本，重新构建",
                                "{}: the stored network is of another version; built anew"},
                               path));
    case State::other_key:
      return context.info(told({"{}：存储的路网来自其他数据或选项，重新构建",
                                "{}: the stored network is of other sources or options; built anew"},
                               path));
  }
}

void store(const std::string& path, const std::string& key, const Network& network,
           const std::vector<Issue>& issues, Context& context) {
  try {
    write_stored_image(path, stored_network, key, network.image(issues));
  } catch (const Error& problem) {
    context.warn(told({"路网没有存储：{}", "the network is not stored: {}"}, problem.message()));
  }
}

}  // namespace

Network stored_or_built(const std::string& path, const std::string& key, const NetworkSources& sources,
                        const std::function<Network(std::vector<Issue>&)>& build, std::vector<Issue>& issues,
                        Context& context) {
  StoredImage found = read_stored_image(path, stored_network, key);
  if (found.state == StoredImage::State::whole) {
    if (auto network =
            Network::from_image(found.image, sources.name, *sources.crs, sources.snap_limit, issues)) {
      context.info(told({"{}：读取存储的路网", "{}: the stored network is read"}, path));
      return std::move(*network);
    }
    found.state = StoredImage::State::damaged;
  }
  tell_state(found.state, path, context);
  std::vector<Issue> own;
  Network network = build(own);
  store(path, key, network, own, context);
  issues.insert(issues.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  return network;
}

}  // namespace jingwei
