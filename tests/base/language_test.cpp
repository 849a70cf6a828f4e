#include "base/language.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <vector>

using namespace jingwei;

namespace {

Language with(const std::vector<std::string>& arguments, const char* lc_all, const char* lang) {
  setenv("LC_ALL", lc_all, 1);
  setenv("LANG", lang, 1);
  unsetenv("LC_MESSAGES");
  return language_of(arguments);
}

}  // namespace

TEST_CASE("the language of messages is the one asked for, else the locale's") {
  CHECK(with({}, "", "zh_CN.UTF-8") == Language::zh);
  CHECK(with({}, "C.UTF-8", "zh_CN.UTF-8") == Language::en);
  CHECK(with({}, "", "") == Language::en);
  CHECK(with({"jingwei", "--language", "zh"}, "C", "C") == Language::zh);
  CHECK(with({"jingwei", "--language=en"}, "zh_CN", "zh_CN") == Language::en);
  CHECK(with({"--language", "klingon"}, "zh_CN", "") == Language::zh);
  CHECK(with({"--language"}, "C", "") == Language::en);
}
