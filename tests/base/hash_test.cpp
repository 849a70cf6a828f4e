#include "base/hash.hpp"

#include <catch2/catch.hpp>

#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/temporary_folder.hpp"

using namespace jingwei;

namespace {

std::string sha256(std::string_view text) {
  Sha256 hash;
  hash.add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  return hash.hex();
}

}  // namespace

TEST_CASE("the test vectors of FIPS 180-4") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("parts hash as their whole") {
  Sha256 hash;
  for (const std::uint8_t byte : {'a', 'b', 'c'}) hash.add({&byte, 1});
  CHECK(hash.hex() == sha256("abc"));
}

TEST_CASE("texts are told apart by their lengths") {
  const auto hash_of = [](std::initializer_list<std::string_view> texts) {
    Sha256 hash;
    for (const auto text : texts) hash.add_text(text);
    return hash.hex();
  };
  CHECK(hash_of({"ab", "c"}) != hash_of({"a", "bc"}));
  CHECK(hash_of({"ab", ""}) != hash_of({"ab"}));
  // Eight bytes of length, little-endian, then the text.
  CHECK(hash_of({"abc"}) == sha256(std::string_view("\x03\0\0\0\0\0\0\0abc", 11)));
}

TEST_CASE("a file hashes as its bytes") {
  const TemporaryFolder folder;
  const std::string content(200'001, 'x');
  write_file(folder.file("文件"), content);
  CHECK(sha256_of_file(folder.file("文件")) == sha256(content));
  CHECK_THAT(input_error_of([&] { sha256_of_file(folder.file("absent")); }),
             Catch::Matchers::Contains("absent"));
}
