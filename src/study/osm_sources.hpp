#pragma once
#include <string>

#include "study/study.hpp"

namespace jingwei {

/// A file that the study names, from the study's folder.
std::string file_of(const Study& study, const std::string& name);

/// The OpenStreetMap file that a source of a network names in place of an input, from the study's folder;
/// nothing where it names an input.
std::optional<std::string> osm_file_of(const Study& study, const Reference& source);

}  // namespace jingwei
