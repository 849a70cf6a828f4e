#include "base/image.hpp"

#include <catch2/catch.hpp>

using namespace jingwei;

TEST_CASE("values come back from their image") {
  ImageWriter writer;
  writer(std::uint32_t{7}, std::string("文"), std::optional<double>(), std::optional<std::string>("x"),
         std::vector<std::string>{"a", ""}, std::vector<double>{0.5}, Text{"中", "en"});
  const std::string image = std::move(writer).take();
  ImageReader reader(image);
  std::uint32_t number = 0;
  std::string text;
  std::optional<double> none = 3.0;
  std::optional<std::string> given;
  std::vector<std::string> texts;
  std::vector<double> reals;
  Text both;
  reader(number, text, none, given, texts, reals, both);
  CHECK(reader.done());
  CHECK(number == 7);
  CHECK(text == "文");
  CHECK_FALSE(none);
  CHECK(given == "x");
  CHECK(texts == std::vector<std::string>{"a", ""});
  CHECK(reals == std::vector<double>{0.5});
  CHECK(both == Text{"中", "en"});
}

TEST_CASE("lengths beyond the image are damage, before memory is taken") {
  for (const std::string& bytes :
       {std::string(8, '\xff'), std::string("\x02\0\0\0\0\0\0\0x", 9), std::string("abc")}) {
    ImageReader reader(bytes);
    std::vector<double> list;
    CHECK_THROWS_AS(reader(list), DamagedImage);
  }
  ImageReader reader(std::string_view("\x02", 1));
  std::optional<double> value;
  CHECK_THROWS_AS(reader(value), DamagedImage);
}
