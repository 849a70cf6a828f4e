#include "layer/provenance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "layer/operations.hpp"
#include "layer/provenance_fields.hpp"

namespace jingwei {
namespace {

/// The letter in a confidence field, or 0: no such field, null, or another text.
char letter(const Layer& layer, std::string_view field, std::size_t row) {
  if (!layer.has(field)) return 0;
  const Column& column = layer[field];
  if (column.type() != FieldType::text || column.is_null(row)) return 0;
  const std::string& text = column.text(row);
  return text == "A" || text == "B" || text == "C" ? text.front() : '\0';
}

/// How much of a row is synthetic, 0 … 1.
double synthetic_share(const Layer& layer, std::size_t row) {
  if (layer.has(provenance::synthetic_pct)) return layer[provenance::synthetic_pct].number_or(row, 0) / 100;
  if (!layer.has(provenance::synthetic)) return 0;
  const Column& column = layer[provenance::synthetic];
  const bool number = column.type() != FieldType::text && column.type() != FieldType::date;
  return number && column.number_or(row, 0) != 0 ? 1 : 0;
}

}  // namespace

void Provenance::add(const Layer& source, std::size_t row, double weight) {
  // 'A' < 'B' < 'C', and 0 (unknown) below all: the worst of what is known is the largest
  for (const std::string_view field :
       {provenance::confidence, provenance::geometry_confidence, provenance::confidence_min})
    m_confidence = std::max(m_confidence, letter(source, field, row));
  if (!std::isfinite(weight)) return;
  m_weight += weight;
  m_synthetic_weight += weight * synthetic_share(source, row);
}

void Provenance::add(const Provenance& other) {
  m_confidence = std::max(m_confidence, other.m_confidence);
  m_weight += other.m_weight;
  m_synthetic_weight += other.m_synthetic_weight;
}

void set_provenance(Layer& layer, std::span<const Provenance> rows) {
  assert(rows.size() == layer.rows());
  Column confidence(FieldType::text);
  Column synthetic_pct(FieldType::real);
  Column weight(FieldType::real);
  Column synthetic_weight(FieldType::real);
  for (const Provenance& row : rows) {
    confidence.append(row.confidence() != 0 ? Value(std::string(1, row.confidence())) : Value{});
    synthetic_pct.append(percent(row.synthetic_weight(), row.weight()));
    weight.append(row.weight());
    synthetic_weight.append(row.synthetic_weight());
  }
  layer.add(Field{std::string(provenance::confidence_min), FieldType::text, {}, ""}, std::move(confidence));
  layer.add(Field{std::string(provenance::synthetic_pct), FieldType::real, {}, "%"},
            std::move(synthetic_pct));
  layer.add(Field{std::string(provenance::weight), FieldType::real, {}, ""}, std::move(weight));
  layer.add(Field{std::string(provenance::synthetic_weight), FieldType::real, {}, ""},
            std::move(synthetic_weight));
}

}  // namespace jingwei
