#include "base/error.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("kinds are the exit codes of the command line") {
  CHECK(error(ErrorKind::failed, "x").exit_code() == 1);
  CHECK(input_error("x").exit_code() == 2);
  CHECK(error(ErrorKind::limit, "x").exit_code() == 3);
  CHECK(error(ErrorKind::locked, "x").exit_code() == 4);
  CHECK(error(ErrorKind::cancelled, "x").exit_code() == 130);
}

TEST_CASE("messages are formatted from their values") {
  const std::string path = "研究.yaml";
  CHECK(std::string(input_error("{}:{}: {:.1f}", path, 3, 0.25).what()) == "研究.yaml:3: 0.2");
  CHECK(input_error("{}", path).kind() == ErrorKind::input);
}
