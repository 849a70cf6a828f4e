#include "analyses/group_values.hpp"

#include "analyses/fixtures.hpp"
#include "analyses/output_layer.hpp"

using namespace fixtures;

namespace {

Layer areas() {
  const auto area = [](const char* id, const char* unit, Value population) -> fixtures::Values {
    return {{"built_up_area_id", std::string(id)},
            {"name_zh", std::string(id) + " | x"},
            {"unit_code", std::string(unit)},
            {"population", std::move(population)}};
  };
  return Rows("areas", "built_up_areas")
      .add(box(0, 0, 1, 1), area("d", "K2", 10.0))
      .add(box(1, 0, 2, 1), area("c", "K1", 40.0))
      .add(box(2, 0, 3, 1), area("b", "K2", {}))
      .add(box(3, 0, 4, 1), area("a", "K2", 20.0));
}

Layer groups_of_areas() {
  LayerDefinition definition = output_layer("dissolve_areas", crs()).definition();
  for (FieldDefinition& field : definitions_of({{Aggregate::mean, "population"},
                                                {Aggregate::first, "built_up_area_id"},
                                                {Aggregate::count, "population"}},
                                               areas()))
    insert_before_provenance("dissolve", definition, areas(), std::move(field));
  Layer groups("areas", definition, crs());
  for (const char* unit : {"K1", "K2", "K3"})
    groups.append(box(0, 0, 1, 1), {{"group_key", std::string(unit)}, {"features", std::int64_t{1}}});
  return groups;
}

}  // namespace

TEST_CASE("a field is known by its name and kind, or the message tells what there is") {
  const Layer features = areas();
  CHECK(known_field("dissolve", features, "population", jingwei::Values::numbers).name == "population");
  CHECK(known_field("dissolve", features, "unit_code", jingwei::Values::any).name == "unit_code");
  CHECK_THROWS_WITH(known_field("dissolve", features, "unit_cod", jingwei::Values::any),
                    Catch::Contains("no field “unit_cod”") && Catch::Contains("population"));
  CHECK_THROWS_WITH(known_field("dissolve", features, "unit_code", jingwei::Values::numbers),
                    Catch::Contains("holds no numbers"));
}

TEST_CASE("groups stand in the order of their first rows, and no two of them share a key") {
  const Layer features = areas();
  const Groups groups(features, {"unit_code"});
  CHECK(groups.of_row == std::vector<std::uint32_t>{0, 1, 0, 0});
  CHECK(groups.first_row == std::vector<std::uint32_t>{0, 1});
  CHECK(group_key(features, {"unit_code"}, 1) == "K1");
  CHECK(group_key(features, {"unit_code", "built_up_area_id"}, 1) == "K1 | c");
  // A separator within a value is told apart from one between values.
  CHECK(group_key(features, {"name_zh"}, 1) == "c \\| x");
  CHECK(group_key(features, {}, 2) == "all");
  CHECK(Groups(features, {}).first_row.size() == 1);
}

TEST_CASE("a field of the features may not bear the name of a result's own field") {
  LayerDefinition definition = output_layer("dissolve_areas", crs()).definition();
  FieldDefinition field;
  field.name = "features";
  CHECK_THROWS_WITH(insert_before_provenance("dissolve", definition, areas(), field),
                    Catch::Contains("rename it first"));
  field.name = "unit_code";
  insert_before_provenance("dissolve", definition, areas(), field);
  CHECK(definition.field("unit_code") != nullptr);
  CHECK(definition.fields.back().name != "unit_code");  // provenance stands last
}

TEST_CASE("definitions of aggregates have their type, unit and both titles") {
  const std::vector<FieldDefinition> made = definitions_of(
      {{Aggregate::mean, "population"}, {Aggregate::count, "name_zh"}, {Aggregate::majority, "unit_code"}},
      areas());
  REQUIRE(made.size() == 3);
  CHECK(made[0].name == "population_mean");
  CHECK((made[0].type == FieldType::real && made[0].unit == "people"));
  CHECK((made[1].type == FieldType::integer && made[1].unit.empty()));
  CHECK(made[2].type == FieldType::text);
  CHECK(made[0].title.zh.find("城区人口") != std::string::npos);
  CHECK_THROWS_WITH(definitions_of({{Aggregate::median, "unit_code"}}, areas()),
                    Catch::Contains("no numbers"));
}

TEST_CASE("gathered values come to aggregates of groups, by the order of the features' keys") {
  const Layer features = areas();
  const std::vector<Aggregated> aggregates{{Aggregate::mean, "population"},
                                           {Aggregate::first, "built_up_area_id"},
                                           {Aggregate::count, "population"}};
  const std::vector<std::string> group_of{"K2", "K1", "K2", "K2"};
  const Layer gathered = gathered_values(features, {0, 1, 2, 3}, group_of, aggregates, "population");
  CHECK(gathered.rows() == 4);
  Layer groups = groups_of_areas();
  add_aggregates(groups, gathered, aggregates);
  CHECK(number(groups, "K1", "population_mean") == 40);
  CHECK(number(groups, "K2", "population_mean") == 15);
  CHECK(text(groups, "K2", "built_up_area_id_first") == "a");
  CHECK(number(groups, "K2", "population_count") == 2);
  CHECK(is_null(groups, "K3", "population_mean"));
  CHECK(number(groups, "K3", "population_count") == 0);

  // The same of fewer rows; the weight of a null value is null.
  const Layer some = gathered_values(features, {0, 2}, group_of, aggregates, std::nullopt);
  CHECK(some.rows() == 2);
  CHECK_FALSE(some.has("weight"));
  CHECK(gathered["weight"].is_null(2));
}
