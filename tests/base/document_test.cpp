#include "base/document.hpp"

#include <catch2/catch.hpp>

#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/temporary_folder.hpp"

using namespace jingwei;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string refusal(std::string_view text) {
  return input_error_of([&] { parse_document("s.yaml", text); });
}

std::string place_text(Place place) {
  return format("{}:{}", place.line, place.column);
}

const Node& child(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a document becomes a tree in file order, with places") {
  const Document document = parse_document("s.yaml",
                                           "study: {id: a, title: \"标题\"}\n"
                                           "inputs:\n"
                                           "  - name: parks\n"
                                           "    limit: 500 m\n"
                                           "  - 3\n");
  const Node& root = document.root;
  REQUIRE(root.kind == Node::Kind::mapping);
  REQUIRE(root.entries.size() == 2);
  CHECK(root.entries[0].key == "study");
  CHECK(root.entries[1].key == "inputs");
  CHECK(place_text(root.entries[1].place) == "2:1");
  CHECK(child(child(root, "study"), "title").scalar == "标题");
  CHECK(child(child(root, "study"), "title").quoted);
  CHECK_FALSE(child(child(root, "study"), "id").quoted);

  const Node& inputs = child(root, "inputs");
  REQUIRE(inputs.kind == Node::Kind::sequence);
  REQUIRE(inputs.items.size() == 2);
  CHECK(place_text(inputs.place) == "3:3");
  CHECK(child(inputs.items[0], "limit").scalar == "500 m");
  CHECK(place_text(child(inputs.items[0], "limit").place) == "4:12");
  CHECK(place_text(inputs.items[0].entry("limit")->place) == "4:5");
  CHECK(inputs.items[1].scalar == "3");
  CHECK(root.find("absent") == nullptr);
  CHECK(document.at({4, 12}) == "s.yaml:4:12: ");
}

TEST_CASE("columns count characters, not bytes") {
  const Document document = parse_document("s.yaml", "{名称: 雄安新区, 值: 𠀀x, 末: y}");
  CHECK(place_text(document.root.entries[1].place) == "1:12");
  CHECK(place_text(document.root.entries[1].value.place) == "1:15");
  CHECK(place_text(document.root.entries[2].value.place) == "1:22");
}

TEST_CASE("a byte order mark and Windows line ends do not move places") {
  const Document document = parse_document("s.yaml",
                                           "\xEF\xBB\xBF"
                                           "a: 1\r\nb: 二\r\nc: 3\r\n");
  CHECK(document.root.entries[0].key == "a");
  CHECK(place_text(document.root.entries[0].place) == "1:1");
  CHECK(child(document.root, "b").scalar == "二");
  CHECK(place_text(document.root.entries[2].place) == "3:1");
}

TEST_CASE("a null stands at its key, in a sequence at its dash") {
  const Document document = parse_document("s.yaml",
                                           "a:\n"
                                           "# why\n"
                                           "b: ~\n"
                                           "list:\n"
                                           "  - \n"
                                           "  # - not this\n"
                                           "\n"
                                           "  - null\n"
                                           "  -   # nothing\n"
                                           "c: 'null'\n"
                                           "d:\n");
  CHECK(child(document.root, "a").kind == Node::Kind::null);
  CHECK(place_text(child(document.root, "a").place) == "1:1");
  CHECK(place_text(child(document.root, "b").place) == "3:1");
  const Node& list = child(document.root, "list");
  REQUIRE(list.items.size() == 3);
  CHECK(list.items[0].kind == Node::Kind::null);
  CHECK(place_text(list.items[0].place) == "5:3");
  CHECK(place_text(list.items[1].place) == "8:5");
  CHECK(place_text(list.items[2].place) == "9:3");
  CHECK(child(document.root, "c").kind == Node::Kind::scalar);
  CHECK(place_text(child(document.root, "d").place) == "11:1");
}

TEST_CASE("quoted and block scalars are text") {
  const Document document = parse_document("s.yaml", "a: '5'\nb: \"5\"\nc: 5\nd: |\n  5\ne: ''\n");
  CHECK(child(document.root, "a").quoted);
  CHECK(child(document.root, "b").quoted);
  CHECK_FALSE(child(document.root, "c").quoted);
  CHECK(child(document.root, "d").quoted);
  CHECK(child(document.root, "d").scalar == "5\n");
  CHECK(child(document.root, "e").kind == Node::Kind::scalar);
}

TEST_CASE("an empty document is null at the first place") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "~"}) {
    CAPTURE(text);
    const Document document = parse_document("s.yaml", text);
    CHECK(document.root.kind == Node::Kind::null);
    CHECK(document.root.place.line >= 1);
  }
}

TEST_CASE("duplicate keys are refused at the second") {
  CHECK_THAT(refusal("a: 1\nb: 2\na: 3\n"),
             StartsWith("s.yaml:3:1: ") && Contains("“a”") && Contains("line 1"));
  CHECK_THAT(refusal("x:\n  名: 1\n  \"名\": 2\n"), StartsWith("s.yaml:3:3: "));
  CHECK_THAT(refusal("x: {名: 1, k: 2, k: 3}\n"), StartsWith("s.yaml:1:17: "));
  CHECK_NOTHROW(parse_document("s.yaml", "a: {k: 1}\nb: {k: 1}\n"));
}

TEST_CASE("merge keys, anchors, aliases and tags are refused where they stand") {
  CHECK_THAT(refusal("a: 1\nb:\n  <<: {c: 1}\n"), StartsWith("s.yaml:3:3: ") && Contains("<<"));
  CHECK_THAT(refusal("a: &x 1\n"), StartsWith("s.yaml:1:4: ") && Contains("anchor"));
  CHECK_THAT(refusal("a: &x {b: 1}\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal("甲: &x [1]\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal("a: &x\nb: 1\n"), Contains("anchor"));
  CHECK_THAT(refusal("a: *x\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal("a: !!str 5\n"), StartsWith("s.yaml:1:4: ") && Contains("tag"));
  CHECK_THAT(refusal("a: ! 5\n"), StartsWith("s.yaml:1:4: ") && Contains("tag"));
  CHECK_THAT(refusal("a: !own [1]\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal("a: !own {b: 1}\n"), StartsWith("s.yaml:1:4: "));
  CHECK(parse_document("s.yaml", "\"<<\": 1\n").root.entries[0].key == "<<");
  CHECK(child(parse_document("s.yaml", "a: '*x'\n").root, "a").scalar == "*x");
}

TEST_CASE("an alias to a known anchor never reaches the tree") {
  CHECK_THAT(refusal("a: &x [1, 2]\nb: [*x, *x]\n"), StartsWith("s.yaml:1:4: "));
}

TEST_CASE("a second document is refused") {
  CHECK_THAT(refusal("a: 1\n---\nb: 2\n"), StartsWith("s.yaml:") && Contains("second document"));
  CHECK_THAT(refusal("a: 1\n...\n---\nb: 2\n"), Contains("second document"));
  CHECK_THAT(refusal("---\n---\n"), Contains("second document"));
  CHECK_NOTHROW(parse_document("s.yaml", "---\na: 1\n...\n"));
}

TEST_CASE("keys must be text") {
  CHECK_THAT(refusal("? [1, 2]\n: 3\n"), StartsWith("s.yaml:1:3: ") && Contains("key"));
  CHECK_THAT(refusal("? {a: 1}\n: 3\n"), StartsWith("s.yaml:1:3: "));
  CHECK_THAT(refusal("~: 3\n"), StartsWith("s.yaml:1:1: "));
  CHECK_THAT(refusal("a: 1\n: 3\n"), StartsWith("s.yaml:2:1: "));
}

TEST_CASE("invalid UTF-8 and control characters are refused where they stand") {
  CHECK_THAT(refusal("a: 中\nb: 中\xFF\n"), StartsWith("s.yaml:2:5: ") && Contains("UTF-8"));
  CHECK_THAT(refusal("a: \xC0\xAF\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal("a: \xED\xA0\x80\n"), StartsWith("s.yaml:1:4: "));
  CHECK_THAT(refusal(std::string_view("a: 1\nb: \0\n", 10)),
             StartsWith("s.yaml:2:4: ") && Contains("control"));
  // The parser takes byte 4 for the end of the file and would drop the rest without a word.
  CHECK_THAT(refusal("a: 1\n\x04\nb: 2\n"), StartsWith("s.yaml:2:1: "));
  CHECK_THAT(refusal("\xFF\xFE"
                     "a"),
             StartsWith("s.yaml:1:1: "));
}

TEST_CASE("more than 1 MB is refused, 1 MB is read") {
  const std::string megabyte = "a: " + std::string(999'996, 'x') + "\n";
  REQUIRE(megabyte.size() == 1'000'000);
  CHECK(child(parse_document("s.yaml", megabyte).root, "a").scalar.size() == 999'996);
  CHECK_THAT(refusal(megabyte + "\n"), StartsWith("s.yaml:1:1: ") && Contains("1 MB"));
}

TEST_CASE("64 levels are read, more are refused") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(parse_document("s.yaml", nested(64)).root.kind == Node::Kind::sequence);
  CHECK_THAT(refusal(nested(65)), StartsWith("s.yaml:1:65: ") && Contains("64"));
  CHECK_THAT(refusal(std::string(100'000, '[')), StartsWith("s.yaml:1:"));
}

TEST_CASE("what is no YAML is refused with its place") {
  CHECK_THAT(refusal("a: [1, 2\nb: 3\n"), StartsWith("s.yaml:"));
  CHECK_THAT(refusal("a: \"open\n"), StartsWith("s.yaml:1:4: ") && Contains("never closed"));
  CHECK_THAT(refusal("a: 'it''s\nb: 1\n"), StartsWith("s.yaml:1:4: ") && Contains("never closed"));
  CHECK_THAT(refusal("a: \"x\\\"\n"), StartsWith("s.yaml:1:4: ") && Contains("never closed"));
  CHECK(child(parse_document("s.yaml", "a: 'it''s'").root, "a").scalar == "it's");
  CHECK_THAT(refusal("中文: 1\n中: 2: 3\n"), StartsWith("s.yaml:2:5: "));
  CHECK_THAT(refusal("a: 1\n  b: 2\n"), StartsWith("s.yaml:2:4: "));
  CHECK_THAT(refusal("a: 1\n\tb: 2\n"), StartsWith("s.yaml:"));
  CHECK_THAT(refusal("a: 1\n]\n"), StartsWith("s.yaml:2:1: "));
  CHECK_THAT(refusal("a: [1, 2]]\n"), StartsWith("s.yaml:1:10: "));
  CHECK_THAT(refusal("a: 1\n- b\n"), StartsWith("s.yaml:2:1: "));
  CHECK_THAT(refusal("- a\nb: 1\n"), StartsWith("s.yaml:2:1: "));
}

TEST_CASE("a file is read by its path") {
  const TemporaryFolder folder;
  const std::string path = folder.file("研究.yaml");
  write_file(path, "a: 一\n");
  const Document document = read_document(path);
  CHECK(document.name == path);
  CHECK(child(document.root, "a").scalar == "一");
  CHECK_THAT(input_error_of([&] { read_document(folder.file("没有.yaml")); }), Contains("没有.yaml"));
  CHECK_THAT(input_error_of([&] { read_document(folder.path().string()); }), Contains("cannot be read"));
}
