#include "io/stored_image.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "base/expect_error.hpp"
#include "base/file.hpp"
#include "base/temporary_folder.hpp"

using namespace jingwei;

namespace {

using State = StoredImage::State;

constexpr ImageKind kind{"jingwei test\n", 3}, later{"jingwei test\n", 4};
const std::string key(64, 'a');

struct Stored {
  TemporaryFolder folder;
  std::string path = folder.file("images/a.image");
  std::string image = std::string("an image of some length, with ") + '\0' + " in it";

  Stored() { write_stored_image(path, kind, key, image); }
  StoredImage read() const { return read_stored_image(path, kind, key); }
  State state_of(const std::string& bytes) const {
    write_file(path, bytes);
    return read().state;
  }
};

}  // namespace

TEST_CASE("a stored image is what was stored") {
  const Stored stored;
  CHECK(stored.read().state == State::whole);
  CHECK(stored.read().image == stored.image);
  const std::string empty = stored.folder.file("empty.image");
  write_stored_image(empty, kind, key, "");
  CHECK(read_stored_image(empty, kind, key).state == State::whole);
}

TEST_CASE("what is not there, of another version or of another key is not used") {
  const Stored stored;
  CHECK(read_stored_image(stored.folder.file("none.image"), kind, key).state == State::absent);
  CHECK(read_stored_image(stored.folder.path().string(), kind, key).state == State::absent);
  CHECK(read_stored_image(stored.path, later, key).state == State::other_version);
  CHECK(read_stored_image(stored.path, kind, std::string(64, 'b')).state == State::other_key);
  CHECK(stored.state_of("") == State::foreign);
  CHECK(stored.state_of("SQLite format 3") == State::foreign);
}

TEST_CASE("a bit flipped anywhere is noticed") {
  const Stored stored;
  const std::string whole = read_file(stored.path);
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const int bit : {0, 3, 7}) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
      INFO(i);
      CHECK(stored.state_of(bytes) != State::whole);
    }
}

TEST_CASE("a file cut short anywhere, or with more behind it, is noticed") {
  const Stored stored;
  const std::string whole = read_file(stored.path);
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(stored.state_of(whole.substr(0, length)) != State::whole);
  CHECK(stored.state_of(whole + "x") == State::damaged);
  CHECK(stored.state_of(whole) == State::whole);
}

TEST_CASE("random damage is noticed") {
  const Stored stored;
  const std::string whole = read_file(stored.path);
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string bytes = whole;
    const std::size_t at = random() % bytes.size(), length = 1 + random() % 20;
    switch (random() % 3) {
      case 0:
        for (std::size_t i = at; i < std::min(at + length, bytes.size()); ++i)
          bytes[i] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, length);
        break;
      default:
        bytes.insert(at, bytes.substr(random() % bytes.size(), length));
    }
    if (bytes != whole) CHECK(stored.state_of(bytes) != State::whole);
  }
}

TEST_CASE("an image that cannot be stored is told") {
  const Stored stored;
  CHECK_THAT(
      error_of(ErrorKind::failed, [&] { write_stored_image(stored.path + "/x/y.image", kind, key, "i"); }),
      Catch::Contains("y.image") || Catch::Contains("folder"));
}
