#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "base/error.hpp"
#include "base/file.hpp"
#include "study/check.hpp"
#include "study/parse.hpp"
#include "study/plan.hpp"

using namespace jingwei;

namespace {

const std::string data = JINGWEI_SOURCE_DIR "/tests/study/data/";

/// The lines that end with `#! text`, and their texts.
std::map<int, std::string> planted(const std::string& file) {
  std::map<int, std::string> marks;
  const std::string content = read_file(file);
  int line = 1;
  for (std::size_t begin = 0; begin < content.size(); ++line) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    const std::string text = content.substr(begin, end - begin);
    if (const auto mark = text.find("#! "); mark != std::string::npos) marks[line] = text.substr(mark + 3);
    begin = end + 1;
  }
  return marks;
}

/// "file:line:column: message" lines as line → messages.
std::multimap<int, std::string> found(const std::string& file, const std::string& text) {
  std::multimap<int, std::string> messages;
  for (const std::string& line : split(text, '\n')) {
    REQUIRE(line.rfind(file + ":", 0) == 0);
    messages.emplace(std::stoi(line.substr(file.size() + 1)), line);
  }
  return messages;
}

std::string mistakes_in(const std::string& file, Language language) {
  Context context;
  try {
    load_study(file, "", context);
  } catch (const Error& problem) {
    CHECK(problem.kind() == ErrorKind::input);
    return problem.message().in(language);
  }
  return {};
}

}  // namespace

TEST_CASE("a correct study has no mistakes, and is planned") {
  Context context;
  const Study study = load_study(data + "correct.yaml", "", context);
  CHECK(study.id == "two-counties");
  CHECK(study.title.zh == "两县示例");
  CHECK_FALSE(study.crs.has_value());
  CHECK(study.inputs.size() == 4);
  CHECK(study.networks.at(0).snap_limit.m == 1000);
  REQUIRE(study.analyses.size() == 3);
  CHECK(study.analyses[0].name == "coverage");
  CHECK(study.analyses[2].name == "homes_near");
  // admin_units is required by coverage and bound by its own name.
  bool bound = false;
  for (const auto& binding : study.analyses[0].inputs)
    bound |= binding.role.name == "admin_units" && binding.target.name == "admin_units";
  CHECK(bound);
}

TEST_CASE("every planted mistake is told at its line, and none is invented") {
  const std::string file = data + GENERATE("many_mistakes.yaml", "timetable_mistakes.yaml");
  const auto marks = planted(file);
  REQUIRE(marks.size() >= 15);
  const auto messages = found(file, mistakes_in(file, Language::en));
  for (const auto& [line, text] : marks) {
    INFO("line " << line << ": " << text);
    REQUIRE(messages.count(line) == 1);
    CHECK(messages.find(line)->second.find(text) != std::string::npos);
  }
  for (const auto& [line, message] : messages) {
    INFO(message);
    CHECK(marks.count(line) == 1);
  }
}

TEST_CASE("mistakes are told in Chinese too, as many") {
  const std::string file = data + "many_mistakes.yaml";
  const auto english = found(file, mistakes_in(file, Language::en));
  const auto chinese = found(file, mistakes_in(file, Language::zh));
  CHECK(english.size() == chinese.size());
  CHECK(chinese.begin()->second.find("名称") != std::string::npos);
}

TEST_CASE("a study file that is no study is refused with its place") {
  Mistakes mistakes({"s.yaml", "s.yaml"});
  parse_study(parse_document("s.yaml", "- a\n- b\n"), mistakes);
  CHECK(mistakes.text().en.rfind("s.yaml:1:1: a study file must be a mapping", 0) == 0);
  CHECK_THROWS_WITH(parse_document("s.yaml", "study: {id: a}\nstudy: {id: b}\n"),
                    Catch::Contains("s.yaml:2:1"));
}

TEST_CASE("--only keeps an analysis and what it reads") {
  Context context;
  Study study = load_study(data + "correct.yaml", "", context);
  keep_only(study, {"homes_near"});
  REQUIRE(study.analyses.size() == 2);
  CHECK(study.analyses[0].name == "near_hospitals");
  CHECK(study.analyses[1].name == "homes_near");
  CHECK(study.networks.empty());
  CHECK(study.input("roads") == nullptr);
  CHECK(study.input("hospitals") != nullptr);

  Study again = load_study(data + "correct.yaml", "", context);
  CHECK_THROWS_WITH(keep_only(again, {"home_near"}), Catch::Contains("did you mean “homes_near”"));
}
