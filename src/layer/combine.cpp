#include "layer/combine.hpp"

#include <algorithm>
#include <cassert>

#include "base/error.hpp"
#include "geometry/overlay.hpp"
#include "layer/operations.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {
namespace {

using Rows = std::vector<std::uint32_t>;

bool hidden(std::string_view field) {
  return field == provenance::weight || field == provenance::synthetic_weight;
}

/// All rows of all parts, the fields of any part; null where a part lacks one.
Layer put_together(std::vector<Layer> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Layer all = parts.front().take({});
  GeometryColumn geometry;
  std::size_t rows = 0;
  for (const Layer& part : parts) {
    if (part.spatial()) geometry.append(part.geometry());
    rows += part.rows();
    for (const Field& field : part.fields())
      if (!all.has(field.name)) all.add(field, Column(field.type));
  }
  if (rows == 0) return all;
  const std::vector<Field> fields = all.fields();
  if (all.spatial()) all.set_geometry(std::move(geometry));
  for (const Field& field : fields) {
    Column column(field.type);
    for (const Layer& part : parts) {
      const Column* values = part.has(field.name) ? &part[field.name] : nullptr;
      for (std::size_t row = 0; row < part.rows(); ++row)
        column.append(values != nullptr ? values->value(row) : Value{});
    }
    all.add(field, std::move(column));
  }
  return all;
}

bool same_key(const Column& key, std::uint32_t a, std::uint32_t b) {
  if (key.type() == FieldType::text || key.type() == FieldType::date) return key.text(a) == key.text(b);
  return key.type() == FieldType::real ? key.number(a) == key.number(b) : key.integer(a) == key.integer(b);
}

/// The rows of each key, in the order of keys. A row without a key stands alone.
std::vector<Rows> groups_of(const Layer& layer) {
  const Column& key = layer.key();
  std::vector<Rows> groups;
  for (const std::uint32_t row : rows_by_key(layer)) {
    const bool same = !groups.empty() && !key.is_null(row) && !key.is_null(groups.back().front()) &&
                      same_key(key, groups.back().front(), row);
    if (!same) groups.emplace_back();
    groups.back().push_back(row);
  }
  return groups;
}

Value sum_of(const Column& column, const Rows& rows) {
  std::vector<double> numbers;
  std::int64_t whole = 0;
  for (const std::uint32_t row : rows) {
    if (column.is_null(row)) continue;
    numbers.push_back(column.number(row));
    if (column.type() == FieldType::integer) whole += column.integer(row);
  }
  if (numbers.empty()) return {};
  if (column.type() == FieldType::integer) return whole;
  std::sort(numbers.begin(),
            numbers.end());  // sums of doubles depend on the order, the order of parts must not matter
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum;
}

Value first_of(const Column& column, const Rows& rows) {
  Value first;
  for (const std::uint32_t row : rows) {
    if (column.is_null(row)) continue;
    const Value value = column.value(row);
    if (std::holds_alternative<std::monostate>(first) || value < first) first = value;
  }
  return first;
}

Column combined(const Layer& all, const Field& field, const std::vector<Rows>& groups) {
  const FieldDefinition* defined = all.definition().field(field.name);
  const Column& column = all[field.name];
  FieldCombine how = defined != nullptr ? defined->combine : FieldCombine::first;
  if (hidden(field.name)) how = FieldCombine::sum;
  Column made(field.type);
  for (const Rows& rows : groups) switch (how) {
      case FieldCombine::first:
        made.append(first_of(column, rows));
        break;
      case FieldCombine::sum:
        made.append(sum_of(column, rows));
        break;
      case FieldCombine::finish:
        made.append_null();
        break;
    }
  return made;
}

/// The worst confidence of each group, and the synthetic share of its summed weights; where no weights were
/// set, the mean of the shares.
void combine_provenance(const Layer& all, const std::vector<Rows>& groups, Layer& made) {
  if (made.has(provenance::confidence_min)) {
    const Column& letters = all[provenance::confidence_min];
    Column& worst = made.column(provenance::confidence_min);
    for (std::size_t group = 0; group < groups.size(); ++group)
      for (const std::uint32_t row : groups[group])
        if (!letters.is_null(row) && (worst.is_null(group) || worst.text(group) < letters.text(row)))
          worst.set(group, letters.text(row));
  }
  if (!made.has(provenance::synthetic_pct)) return;
  const Column& shares = all[provenance::synthetic_pct];
  Column& share = made.column(provenance::synthetic_pct);
  const bool weighted = made.has(provenance::weight) && made.has(provenance::synthetic_weight);
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (weighted && !made[provenance::weight].is_null(group)) {
      share.set(group, percent(made[provenance::synthetic_weight].number_or(group, 0),
                               made[provenance::weight].number(group)));
      continue;
    }
    Rows known;
    for (const std::uint32_t row : groups[group])
      if (!shares.is_null(row)) known.push_back(row);
    const Value sum = sum_of(shares, known);
    if (const double* total = std::get_if<double>(&sum))
      share.set(group, *total / static_cast<double>(known.size()));
  }
}

/// Of each group the row whose geometry stands for it where all rows have the same: the first that is not
/// null, by bytes.
Rows representatives(const GeometryColumn& geometry, const std::vector<Rows>& groups) {
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    const Wkb left = geometry.wkb(a);
    const Wkb right = geometry.wkb(b);
    if (left.empty() != right.empty()) return right.empty();  // null last
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
  };
  Rows chosen;
  for (const Rows& rows : groups) chosen.push_back(*std::min_element(rows.begin(), rows.end(), less));
  return chosen;
}

/// One geometry a group: that of whole features, or the union on the grid of pieces that were cut. What was
/// not cut stays as it is.
GeometryColumn combined_geometry(const Layer& all, const std::vector<Rows>& groups, Combine::Kind kind,
                                 double grid_size, Context& context) {
  GeometryColumn whole = take(all.geometry(), representatives(all.geometry(), groups));
  if (kind != Combine::Kind::stitch || groups.size() == all.rows()) return whole;
  Rows group_of(all.rows(), no_row);
  for (std::uint32_t group = 0; group < groups.size(); ++group)
    if (groups[group].size() > 1)
      for (const std::uint32_t row : groups[group]) group_of[row] = group;
  const GeometryColumn joined =
      dissolve(all.geometry(), group_of, static_cast<std::uint32_t>(groups.size()), grid_size, context);
  GeometryColumn made;
  made.reserve(groups.size(), whole.bytes() + joined.bytes());
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const GeometryColumn& from = groups[group].size() > 1 ? joined : whole;
    made.append(from.wkb(group), from.envelope(group));
  }
  return made;
}

Layer owned(const Layer& all, const std::vector<Rows>& groups) {
  Rows rows;
  for (const Rows& group : groups) {
    if (group.size() > 1)
      throw error(ErrorKind::failed,
                  {"图层“{}”：有 {} 行的主键是“{}”；每行的主键必须唯一",
                   "layer “{}”: {} rows have the key “{}”; every row must have its own"},
                  all.name(), group.size(), all.key().as_text(group.front()));
    rows.push_back(group.front());
  }
  return all.take(rows);
}

/// The layer without its hidden columns.
Layer shown(const Layer& layer) {
  Layer made(layer.name(), layer.definition(), layer.spatial() ? std::optional(layer.crs()) : std::nullopt);
  if (layer.spatial()) made.set_geometry(layer.geometry());
  for (const Field& field : layer.fields())
    if (!hidden(field.name)) made.add(field, layer[field.name]);
  return made;
}

}  // namespace

Layer combine(std::vector<Layer> parts, Combine how, double grid_size, Context& context) {
  assert(!parts.empty());
  const Layer all = put_together(std::move(parts));
  const std::vector<Rows> groups = groups_of(all);
  if (how.kind == Combine::Kind::owned) return shown(owned(all, groups));

  Layer made(all.name(), all.definition(), all.spatial() ? std::optional(all.crs()) : std::nullopt);
  if (all.spatial()) made.set_geometry(combined_geometry(all, groups, how.kind, grid_size, context));
  for (const Field& field : all.fields()) made.add(field, combined(all, field, groups));
  combine_provenance(all, groups, made);
  return shown(made);
}

}  // namespace jingwei
