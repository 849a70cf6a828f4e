#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "network/network.hpp"

namespace jingwei {

/// The network stored in a file under this key, else the one that `build` makes, which is then stored there.
/// A file that is damaged, foreign or of other sources is never used but written anew, which is told; where
/// it cannot be written, that is told and the network used all the same.
Network stored_or_built(const std::string& path, const std::string& key, const NetworkSources& sources,
                        const std::function<Network(std::vector<Issue>&)>& build, std::vector<Issue>& issues,
                        Context& context);

}  // namespace jingwei
