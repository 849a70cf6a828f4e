#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layer/fault.hpp"
#include "layer/prepare_fields.hpp"

namespace jingwei {

/// Sets rows aside that have no key (missing_key) or that of another row (duplicate_key). Of rows that share
/// a key one is kept: the first by content (values as text, then geometry), so that the order of the source
/// does not matter. `usable` tells the rows that are still in; `columns` and `fields` run in parallel.
std::vector<Fault> check_keys(std::span<const MappedField> fields, std::span<const Column> columns,
                              std::size_t key, const GeometryColumn* geometry,
                              std::span<const std::uint8_t> usable);

/// The field that identifies the rows of a layer without a definition of its own: the first of fid, id, *_id,
/// *_code (the case of letters aside) that is text or integer, complete and unique. Its place among `fields`,
/// or their number where there is none.
std::size_t found_key(std::span<const MappedField> fields, std::span<const Column> columns);

}  // namespace jingwei
