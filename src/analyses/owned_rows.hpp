#pragma once
#include <string_view>

#include "analyses/window.hpp"

namespace jingwei {

/// The rows of a role's layer that the window owns.
Layer owned_rows(const Window& in, std::string_view role, Context& context);

}  // namespace jingwei
