#include "io/map_tip.hpp"

#include "io/package_tables.hpp"
#include "io/samples.hpp"

namespace jingwei {
namespace {

Layer layer_with_fields(const std::vector<std::string>& names) {
  Layer layer("things", any_layer_definition(), std::nullopt);
  for (const std::string& name : names) {
    Column column(FieldType::text);
    column.append(std::string("value"));
    layer.add(Field{name, FieldType::text, {name, name}, {}}, column);
  }
  return layer;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a name in the data becomes neither mark-up nor an expression of a map tip") {
  const Layer layer = layer_with_fields(
      {"plain", "[% env('HOME') %]", "a%]<img src='http://localhost/'>[%b", "<b>bold</b>", "quoted\"name"});
  const std::vector<ProductLayer> shown{{&layer, {"物", "Things"}, {}, true}};
  const std::string tip = map_tip(tables_of(shown).front());
  CHECK(contains(tip, "plain: [% coalesce("));
  CHECK_FALSE(contains(tip, "env('HOME')"));  // its name holds the end of an expression
  CHECK_FALSE(contains(tip, "<img"));
  CHECK_FALSE(contains(tip, "<br><b>"));
  CHECK(contains(tip, "&lt;b&gt;bold&lt;/b&gt;: [% "));
  CHECK(contains(tip, "\"quoted\"\"name\""));
  CHECK(count(tip, "[%") == count(tip, "%]"));
}

TEST_CASE("an abstract shows what it says, and is no mark-up") {
  const Layer layer = layer_with_fields({"plain"});
  const Text abstract{"来源：a (speed < 5 AND x <> 3)", "<img src='http://localhost/'></td><!-- "};
  const std::vector<ProductLayer> shown{{&layer, {"物", "Things"}, abstract, true}};
  const std::string xml = layer_metadata(tables_of(shown).front());
  CHECK(contains(xml, "speed &lt; 5 AND x &lt;&gt; 3"));
  CHECK(contains(xml, "＜img src"));
  CHECK(contains(xml, "＜/td&gt;＜!--"));
}

}  // namespace jingwei
