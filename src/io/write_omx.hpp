#pragma once
#include <string>

#include "layer/layer.hpp"

namespace jingwei {

/// Whether a layer can be a matrix: a row for a pair of places, named by the text fields `origin` and
/// `destination`, with numbers beside.
bool is_matrix(const Layer& pairs);

/// Writes pairs of places as an Open Matrix file (OMX 0.2, in HDF5; github.com/osPlanning/omx): for each
/// field of numbers a matrix of that name under /data, 64-bit, its rows the origins and its columns the
/// destinations that have a pair, by their keys (/lookup/origin, /lookup/destination, UTF-8); NaN (attribute
/// NA) where there is no pair. The same pairs in any order give the same file. Errors: input where the layer
/// is no matrix or has a pair twice; failed where the file cannot be written. \pre the file does not exist
void write_omx(const std::string& path, const Layer& pairs);

}  // namespace jingwei
