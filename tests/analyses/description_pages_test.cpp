#include <catch2/catch.hpp>

#include "analyses/analysis.hpp"
#include "base/file.hpp"

using namespace jingwei;

namespace {

/// The table row of a page that begins with `name` in code marks; empty where there is none.
std::string row_of(const std::string& page, const std::string& name) {
  const std::size_t begin = page.find("\n| `" + name + "` |");
  return begin == std::string::npos ? "" : page.substr(begin + 1, page.find('\n', begin + 1) - begin - 1);
}

}  // namespace

TEST_CASE("the page of each analysis says what its description says") {
  for (const Analysis& analysis : analyses()) {
    const Description& description = analysis.description;
    INFO("docs/analyses/" << description.name << ".md");
    const std::string page =
        read_file(std::string(JINGWEI_SOURCE_DIR) + "/docs/analyses/" + description.name + ".md");
    CHECK(page.find(description.title.zh) != std::string::npos);
    CHECK(page.find(description.title.en) != std::string::npos);
    for (const Role& role : description.roles) {
      INFO("input " << role.name);
      CHECK_FALSE(row_of(page, role.name).empty());
    }
    for (const Parameter& parameter : description.parameters) {
      INFO("parameter " << parameter.name);
      const std::string row = row_of(page, parameter.name);
      REQUIRE_FALSE(row.empty());
      CHECK(row.find(parameter.default_text.empty() ? "| – |" : "| `" + parameter.default_text + "` |") !=
            std::string::npos);
      for (const Choice& choice : parameter.choices)
        CHECK(row.find("`" + choice.value + "`") != std::string::npos);
      CHECK(row.find(parameter.lowest) != std::string::npos);
      CHECK(row.find(parameter.highest) != std::string::npos);
    }
    for (const Output& output : description.outputs) {
      const std::string name = description.definition_of(output);
      INFO("output " << name);
      const std::size_t begin = page.find("### `" + name + "`");
      REQUIRE(begin != std::string::npos);
      const std::string section = page.substr(begin, page.find("\n##", begin + 4) - begin);
      for (const FieldDefinition& field : find_layer_definition(name)->fields) {
        INFO("field " << field.name);
        CHECK_FALSE(row_of(section, field.name).empty());
      }
    }
  }
}
