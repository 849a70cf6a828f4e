#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layer/aggregate.hpp"

namespace jingwei {

enum class Values { any, numbers };
/// The field of the features of this name; an Error (input) of the analysis where there is none, or none of
/// that kind.
const Field& known_field(std::string_view analysis, const Layer& features, const std::string& name,
                         Values values);

/// The values of the grouping fields, joined so that no two groups look alike; without fields all features
/// are one group, `all`.
std::string group_key(const Layer& features, const std::vector<std::string>& by, std::size_t row);

/// The features of equal values of the fields `by`, in the order of their first rows.
struct Groups {
  Groups(const Layer& features, const std::vector<std::string>& by);
  std::vector<std::uint32_t> of_row;     ///< the group of each feature
  std::vector<std::uint32_t> first_row;  ///< of each group
};

/// Adds a field to the definition of an output, before those of provenance; an Error (input) where a field of
/// that name is there.
void insert_before_provenance(std::string_view analysis, LayerDefinition& definition, const Layer& features,
                              FieldDefinition field);

/// A field of groups that bears the name of a field of features.
FieldDefinition carried_on(const Field& field, FieldCombine combine);

/// A field of which a dissolve tells an aggregate for every group, as `<field>_<aggregate>`.
struct Aggregated {
  Aggregate how = Aggregate::first;
  std::string field;
  std::string name() const { return format("{}_{}", field, name_of(how)); }
};

/// The fields that tell aggregates, computed once all windows are combined. Errors (input): an aggregate that
/// needs numbers of a field without.
std::vector<FieldDefinition> definitions_of(const std::vector<Aggregated>& aggregates, const Layer& features);

/// The values of some features by which `add_aggregates` goes, as a table: what cannot be added up window by
/// window is gathered. `group_of`: of every row of `features`.
Layer gathered_values(const Layer& features, const std::vector<std::uint32_t>& rows,
                      const std::vector<std::string>& group_of, const std::vector<Aggregated>& aggregates,
                      const std::optional<std::string>& weight);

/// Fills the aggregates of all groups (the keys of `areas`) from the gathered values, in the order of the
/// features' keys.
void add_aggregates(Layer& areas, const Layer& gathered, const std::vector<Aggregated>& aggregates);

}  // namespace jingwei
