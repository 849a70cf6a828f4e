#include "study/scenarios.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "study/parse.hpp"

using namespace jingwei;

namespace {

const char* const base = R"(study: {id: two}
inputs:
  - {name: roads, source: roads.geojson}
  - {name: hospitals, layer: facilities, source: hospitals.geojson, fields: {capacity: {field: beds}, name_zh: name}}
networks:
  - {name: walk, sources: [roads], profile: walk, snap_limit: 1 km}
analyses:
  - {analysis: buffer, inputs: {input: hospitals}, parameters: {distance: [300 m, 600 m], rings: rings}}
  - {name: wide, analysis: buffer, inputs: {input: hospitals}}
scenarios:
)";

/// The study under its only scenario, and what is wrong with either.
struct Changed {
  explicit Changed(const std::string& scenario) {
    const Document document = parse_document("study.yaml", base + scenario);
    const auto scenarios = scenarios_of(document, mistakes);
    study = parse_study(scenarios.empty() ? document : under_scenario(document, scenarios[0], mistakes),
                        mistakes);
  }
  bool told(const std::string& text) const { return mistakes.text().en.find(text) != std::string::npos; }

  Mistakes mistakes{{"study.yaml", "study.yaml"}};
  Study study;
};

std::vector<std::string> texts_of(const StudyAnalysis& entry, const std::string& parameter) {
  for (const auto& setting : entry.parameters)
    if (setting.parameter.name == parameter) return setting.texts;
  return {};
}

}  // namespace

TEST_CASE("a scenario changes what it names, and leaves the rest") {
  const Changed changed(R"(  - name: plan
    inputs:
      - {name: hospitals, source: hospitals_2030.geojson, fields: {capacity: {field: beds_2030, unit: ha}}}
    networks:
      - {name: walk, snap_limit: 2 km, status: [operating, construction], open_by: 2030}
    analyses:
      - {name: buffer, parameters: {distance: 900 m}}
      - {name: wide, inputs: {input: roads}}
)");
  INFO(changed.mistakes.text().en);
  REQUIRE(changed.mistakes.empty());
  const Study& study = changed.study;
  CHECK(study.input("roads")->source.file == "roads.geojson");
  CHECK(study.input("hospitals")->source.file == "hospitals_2030.geojson");
  REQUIRE(study.input("hospitals")->fields.size() == 2);
  CHECK(study.input("hospitals")->fields[0].source.name == "beds_2030");
  CHECK(study.input("hospitals")->fields[0].unit == "ha");
  CHECK(study.input("hospitals")->fields[1].source.name == "name");
  CHECK(study.network("walk")->snap_limit.m == 2000);
  CHECK(study.network("walk")->sources.size() == 1);
  CHECK(study.network("walk")->in_service.statuses == std::vector<std::string>{"operating", "construction"});
  CHECK(study.network("walk")->in_service.open_by == 2030);
  REQUIRE(study.analyses.size() == 2);
  CHECK(texts_of(study.analyses[0], "distance") == std::vector<std::string>{"900 m"});
  CHECK(texts_of(study.analyses[0], "rings") == std::vector<std::string>{"rings"});
  CHECK(study.analyses[1].inputs.at(0).target.name == "roads");
}

TEST_CASE("what is wrong with a scenario is told at its line") {
  CHECK(Changed("  - name: plan\n    inputs:\n      - {name: hospital, source: x.geojson}\n")
            .told("study.yaml:13:9: the study has no input “hospital” that the scenario could change; it has "
                  "roads, hospitals; did you mean “hospitals”?"));
  CHECK(Changed("  - name: plan\n    analyses:\n      - {parameters: {distance: 1 km}}\n")
            .told("study.yaml:13:9: an analysis of a scenario needs the name"));
  CHECK(Changed("  - name: plan\n    networks:\n      - {name: walk, snap_limit: 2}\n")
            .told("study.yaml:13:34: "));
  CHECK(
      Changed("  - name: plan\n    networks:\n      - {name: walk, status: building}\n")
          .told("study.yaml:13:30: status: “building” is none of operating, partial, construction, planned"));
  CHECK(Changed("  - name: plan\n    networks: walk\n").told("study.yaml:12:15: networks must be a list"));
  CHECK(Changed("  - {name: plan}\n  - {name: plan}\n").told("a scenario “plan” in line 11 already"));
  CHECK(Changed("  - {name: ../plan}\n").told("study.yaml:11:12: "));
  CHECK(Changed("  - {name: reports}\n").told("cannot be named “reports”"));
  CHECK(Changed("  - {title: plan}\n").told("a scenario lacks its key “name”"));
  CHECK(Changed("  - {name: plan, input: []}\n").told("a scenario has no key “input”"));
}

TEST_CASE("a mistake of the study and of its scenario is told once") {
  Mistakes study({"s", "s"}), scenario({"s", "s"});
  study.add({1, 1}, {"一", "one"});
  scenario.add({1, 1}, {"一", "one"});
  scenario.add({2, 1}, {"二", "two"});
  study.add_others(scenario, {"情景：", "scenario: "});
  CHECK(study.text().en == "s:1:1: one\ns:2:1: scenario: two");
}
