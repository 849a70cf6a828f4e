#include "analyses/describe_output.hpp"

#include <catch2/catch.hpp>

#include "analyses/analysis.hpp"

using namespace jingwei;

TEST_CASE("JSON tells all that users need to call an analysis") {
  const Json json = to_json(find_analysis("buffer")->description);
  const Json read = parse_json("buffer", to_text(json));
  REQUIRE(read.find("parameters") != nullptr);
  const auto& parameters = *read.find("parameters")->as<Json::Array>();
  REQUIRE(parameters.size() == 9);
  CHECK(*parameters[0].find("name")->as<std::string>() == "distance");
  CHECK(*parameters[0].find("type")->as<std::string>() == "lengths");
  CHECK(*parameters[0].find("default")->as<std::string>() == "500 m");
  CHECK(*parameters[6].find("name")->as<std::string>() == "rings");
  CHECK(parameters[6].find("choices")->as<Json::Array>()->size() == 2);
  const auto& outputs = *read.find("outputs")->as<Json::Array>();
  REQUIRE(outputs.size() == 2);
  CHECK(*outputs[0].find("layer")->as<std::string>() == "buffer_areas");
  CHECK_FALSE(*outputs[0].find("always")->as<bool>());
  CHECK(outputs[0].find("fields")->as<Json::Array>()->size() >= 5);
}

TEST_CASE("an output that needs an input says so") {
  const Description& description = find_analysis("service-area")->description;
  const Json read = parse_json("service-area", to_text(to_json(description)));
  const auto& outputs = *read.find("outputs")->as<Json::Array>();
  CHECK(outputs[0].find("needs")->as<Json::Array>()->empty());
  CHECK(*outputs[0].find("always")->as<bool>());
  const auto& needs = *outputs[1].find("needs")->as<Json::Array>();
  REQUIRE(needs.size() == 1);
  CHECK(*needs[0].as<std::string>() == "network");
  CHECK_FALSE(*outputs[1].find("always")->as<bool>());
  CHECK(to_markdown(description, Language::en).find("Written only with the input `network`") !=
        std::string::npos);
}

TEST_CASE("outputs need optional inputs only, and known ones") {
  for (const Analysis& analysis : analyses())
    for (const Output& output : analysis.description.outputs)
      for (const std::string& needed : output.needs) {
        INFO(analysis.description.name << " " << output.thing << " needs " << needed);
        const Role* role = analysis.description.role(needed);
        REQUIRE(role != nullptr);
        CHECK(role->presence == Presence::optional);
      }
}

TEST_CASE("every analysis describes itself in both languages") {
  for (const Analysis& analysis : analyses()) {
    const Description& description = analysis.description;
    INFO(description.name);
    for (const Language language : {Language::zh, Language::en}) {
      const std::string page = to_markdown(description, language);
      CHECK(page.find(description.title.in(language)) != std::string::npos);
      for (const Parameter& parameter : description.parameters)
        CHECK(page.find("`" + parameter.name + "`") != std::string::npos);
      for (const Output& output : description.outputs)
        CHECK(page.find("`" + description.definition_of(output) + "`") != std::string::npos);
    }
    for (const Role& role : description.roles) {
      CHECK_FALSE(role.title.zh.empty());
      CHECK_FALSE(role.title.en.empty());
      for (const std::string& definition : role.definitions)
        CHECK(find_layer_definition(definition) != nullptr);
    }
    for (const Output& output : description.outputs)
      CHECK(find_layer_definition(description.definition_of(output)) != nullptr);
    CHECK(description.setters.size() == description.parameters.size());
  }
}

TEST_CASE("a parameter's default, set as text, gives the default again") {
  for (const Analysis& analysis : analyses())
    for (const Parameter& parameter : analysis.description.parameters) {
      if (parameter.default_text.empty()) continue;
      INFO(analysis.description.name << " " << parameter.name);
      std::any options = analysis.description.default_options;
      CHECK_NOTHROW(analysis.description.set(options, parameter.name, {parameter.default_text}));
    }
  std::any options = find_analysis("buffer")->description.default_options;
  CHECK_THROWS_WITH(find_analysis("buffer")->description.set(options, "distances", {"1 km"}),
                    Catch::Contains("did you mean “distance”"));
}
