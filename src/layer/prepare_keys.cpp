#include "layer/prepare_keys.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/format.hpp"
#include "layer/convert_text.hpp"

namespace jingwei {
namespace {

/// Everything that a row is, to be compared.
std::vector<std::string> content_of(std::span<const Column> columns, const GeometryColumn* geometry,
                                    std::uint32_t row) {
  std::vector<std::string> content;
  for (const Column& column : columns) content.push_back(column.as_text(row));
  if (geometry != nullptr) {
    const Wkb wkb = geometry->wkb(row);
    content.emplace_back(wkb.begin(), wkb.end());
  }
  return content;
}

Fault missing_key(std::uint32_t row, const std::string& key) {
  return {row,
          "missing_key",
          {jingwei::format("主键字段 {} 没有值", key), jingwei::format("the key {} has no value", key)},
          Fault::Action::set_aside};
}

Fault duplicate_key(std::uint32_t row, const std::string& key, const std::string& value, std::size_t rows) {
  return {row,
          "duplicate_key",
          {jingwei::format("{} 个要素的主键 {} 都是“{}”，保留其中一个", rows, key, value),
           jingwei::format("{} features have the {} “{}”; one of them is kept", rows, key, value)},
          Fault::Action::set_aside};
}

bool ends_with_word(std::string_view name, std::string_view word) {
  return name.size() > word.size() && same_word(name.substr(name.size() - word.size()), word);
}

/// How well a name suits a key: 0 best; 4 not at all.
int rank_of(std::string_view name) {
  if (same_word(name, "fid")) return 0;
  if (same_word(name, "id")) return 1;
  if (ends_with_word(name, "_id")) return 2;
  if (ends_with_word(name, "_code")) return 3;
  return 4;
}

bool unique(const Column& column) {
  if (column.type() != FieldType::text && column.type() != FieldType::integer) return false;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < column.size(); ++row)
    if (column.is_null(row) || !seen.insert(column.as_text(row)).second) return false;
  return true;
}

}  // namespace

std::vector<Fault> check_keys(std::span<const MappedField> fields, std::span<const Column> columns,
                              std::size_t key, const GeometryColumn* geometry,
                              std::span<const std::uint8_t> usable) {
  const Column& keys = columns[key];
  const std::string& name = fields[key].field.name;
  std::vector<Fault> faults;
  std::unordered_map<std::string, std::vector<std::uint32_t>> rows_of;
  for (std::uint32_t row = 0; row < keys.size(); ++row)
    if (keys.is_null(row))
      faults.push_back(missing_key(row, name));
    else if (usable[row] != 0)
      rows_of[keys.as_text(row)].push_back(row);
  for (const auto& [value, rows] : rows_of) {
    if (rows.size() == 1) continue;
    const auto kept = *std::min_element(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      return content_of(columns, geometry, a) < content_of(columns, geometry, b);
    });
    for (const std::uint32_t row : rows)
      if (row != kept) faults.push_back(duplicate_key(row, name, value, rows.size()));
  }
  // the map gives its keys in no particular order
  std::stable_sort(faults.begin(), faults.end(),
                   [](const Fault& a, const Fault& b) { return a.row < b.row; });
  return faults;
}

std::size_t found_key(std::span<const MappedField> fields, std::span<const Column> columns) {
  for (int rank = 0; rank < 4; ++rank)
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (rank_of(fields[i].field.name) == rank && unique(columns[i])) return i;
  return fields.size();
}

}  // namespace jingwei
