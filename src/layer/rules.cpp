#include "layer/rules.hpp"

#include <string_view>

#include "base/format.hpp"

namespace jingwei {
namespace {

Column* column_of(std::string_view name, std::span<const MappedField> fields, std::span<Column> columns) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].field.name == name) return &columns[i];
  return nullptr;
}

void functional_zones_are_advisory(std::span<const MappedField> fields, std::span<Column> columns,
                                   std::vector<Fault>& faults) {
  const Column* functional = column_of("functional", fields, columns);
  Column* strength = column_of("control_strength", fields, columns);
  if (functional == nullptr || strength == nullptr) return;
  for (std::uint32_t row = 0; row < strength->size(); ++row) {
    if (functional->is_null(row) || !functional->boolean(row) || strength->is_null(row)) continue;
    if (strength->text(row) == "advisory") continue;
    faults.push_back(
        {row,
         "functional_not_advisory",
         {jingwei::format("整县功能区的管控强度只能是 advisory（引导），而不是 {}", strength->text(row)),
          jingwei::format("a functional zone of whole counties can only be advisory, not {}",
                          strength->text(row))},
         Fault::Action::repaired});
    strength->set(row, std::string("advisory"));
  }
}

}  // namespace

std::vector<Fault> apply_rules(const LayerDefinition& definition, std::span<const MappedField> fields,
                               std::span<Column> columns) {
  std::vector<Fault> faults;
  if (definition.name == "conservation_zones") functional_zones_are_advisory(fields, columns, faults);
  return faults;
}

}  // namespace jingwei
