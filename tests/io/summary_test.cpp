#include "io/summary.hpp"

#include <pugixml.hpp>

#include "base/file.hpp"
#include "io/samples.hpp"
#include "io/worst_units.hpp"

namespace jingwei {
namespace {

Summary sample_summary() {
  Summary summary;
  summary.sections.push_back({{"服务覆盖", "Coverage"},
                              {"谁在<b>范围</b>内？", "Who is served?"},
                              {{"covered_people", 1234567.4}, {"share_pct", 43.21}, {"nothing", 0}},
                              {{"distance", "1 km"}},
                              {"GB 50180-2018 \"<&>\""}});
  summary.issues = {{{"离路网太远", "Not near a road"}, 12}};
  summary.phases = {{{"读取", "read"}, 0.25}};
  return summary;
}

}  // namespace

TEST_CASE("the summary is one well-formed page of escaped text without scripts") {
  const Scratch scratch;
  const SampleLayers layers;
  Product product = sample_product(layers);
  const std::string file = summary_page(product, sample_summary(), scratch.folder());
  CHECK(file == scratch.file("reports/summary.html"));
  const std::string html = read_file(file);
  CHECK(contains(html, "谁在&lt;b&gt;范围&lt;/b&gt;内？"));
  CHECK(contains(html, "1,234,567"));
  CHECK(contains(html, "最需关注"));
  CHECK(contains(html, "<td>读取</td>"));
  CHECK_FALSE(contains(html, "<script"));
  CHECK_FALSE(contains(html, "http://localhost"));
  CHECK_FALSE(contains(html, "src="));
  pugi::xml_document document;
  REQUIRE(document.load_string(html.c_str()));
  const auto svg = document.select_node("//svg").node();
  REQUIRE(svg);
  // the two counties differ in colour, as their style says
  CHECK(document.select_nodes("//svg/g/path").size() >= 4);
  CHECK(contains(document.select_node("//svg/text").node().text().get(), "km"));

  product.language = Language::en;
  const std::string english = read_file(summary_page(product, sample_summary(), scratch.folder()));
  CHECK(contains(english, "Who is served?"));
  CHECK(contains(english, "lang=\"en\""));
  CHECK(contains(english, "Data issues"));
  CHECK(contains(english, "<td>read</td>"));
}

TEST_CASE("units to look at first") {
  const SampleLayers layers;
  const auto worst = worst_units(layers.by_unit, Language::zh);
  REQUIRE(worst);
  REQUIRE(worst->units.size() == 2);
  CHECK(worst->units[0].first == "西城区");
  CHECK(worst->units[0].second == 18.0797);
  CHECK_FALSE(worst_units(layers.stations, Language::zh));
}

TEST_CASE("a summary of nothing") {
  const Scratch scratch;
  Product product;
  product.id = "empty";
  CHECK(contains(read_file(summary_page(product, {}, scratch.folder())), "没有发现问题"));
}

}  // namespace jingwei
