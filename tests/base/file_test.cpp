#include "base/file.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "base/expect_error.hpp"
#include "base/temporary_folder.hpp"

using namespace jingwei;
using Catch::Matchers::Contains;

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("what is written is read, with every byte") {
  const TemporaryFolder folder;
  std::string content(100'000, '\0');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>(i * 31);
  write_file(folder.file("数据.bin"), content);
  CHECK(read_file(folder.file("数据.bin")) == content);
  write_file(folder.file("数据.bin"), "");
  CHECK(read_file(folder.file("数据.bin")).empty());
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a new file has the permissions of any new file") {
  const TemporaryFolder folder;
  write_file(folder.file("ours"), "x");
  std::ofstream(folder.file("theirs")) << "x";
  CHECK(std::filesystem::status(folder.file("ours")).permissions() ==
        std::filesystem::status(folder.file("theirs")).permissions());
}

TEST_CASE("a failed write leaves the old file and nothing beside it") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "target" / "full");
  const std::string message = error_of(ErrorKind::failed, [&] { write_file(folder.file("target"), "new"); });
  CHECK_THAT(message, Contains("target") && Contains("cannot be written"));
  CHECK(std::filesystem::exists(folder.path() / "target" / "full"));
  CHECK(files_in(folder.path()) == 1);
  CHECK_THAT(error_of(ErrorKind::failed, [&] { write_file(folder.file("no/such/folder"), "x"); }),
             Contains("no/such/folder"));
}

TEST_CASE("a missing file is an input error with its name and reason") {
  const TemporaryFolder folder;
  CHECK_THAT(input_error_of([&] { read_file(folder.file("缺失.txt")); }),
             Contains("缺失.txt") && Contains("No such file"));
  CHECK_THAT(input_error_of([&] { read_file(folder.path().string()); }), Contains("cannot be read"));
}
