#include "layer/rules.hpp"

#include <catch2/catch.hpp>

#include "layer/samples.hpp"

using namespace jingwei;

TEST_CASE("functional zones are advisory") {
  std::vector<MappedField> fields(2);
  fields[0].field.name = "functional";
  fields[1].field.name = "control_strength";
  std::vector<Column> columns{column_of(FieldType::boolean, {true, true, false, {}, true}),
                              column_of(FieldType::text, {std::string("prohibited"),
                                                          std::string("advisory"),
                                                          std::string("prohibited"),
                                                          std::string("restricted"),
                                                          {}})};
  const auto untouched = columns;
  const auto faults = apply_rules(*find_layer_definition("conservation_zones"), fields, columns);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].row == 0);
  CHECK(faults[0].kind == "functional_not_advisory");
  CHECK(faults[0].action == Fault::Action::repaired);
  CHECK(texts_of(columns[1]) ==
        std::vector<std::string>{"advisory", "advisory", "prohibited", "restricted", "null"});
  columns = untouched;
  CHECK(apply_rules(*find_layer_definition("parks"), fields, columns).empty());
  CHECK(texts_of(columns[1]) == texts_of(untouched[1]));
}
