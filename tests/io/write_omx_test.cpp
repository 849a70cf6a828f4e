#include "io/write_omx.hpp"

#include <hdf5.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "base/error.hpp"

using namespace jingwei;

namespace {

using Pair = std::tuple<std::string, std::string, double, double>;

const std::vector<Pair> some{
    {"甲", "z", 60, 500}, {"b", "z", 90.5, 700}, {"b", "医院", 30, 0}, {"c", "a", 10, 100}};

Layer pairs_of(const std::vector<Pair>& list) {
  Layer layer("matrix_pairs", *find_layer_definition("od_matrix_pairs"), std::nullopt);
  for (const auto& [origin, destination, time_s, distance_m] : list)
    layer.append({{"origin", origin},
                  {"destination", destination},
                  {"time_s", time_s},
                  {"distance_m", distance_m},
                  {"pair_id", format("{}|{}", origin, destination)}});
  return layer;
}

struct Folder {
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("jingwei 矩阵 " + std::to_string(::getpid()));
};

std::vector<double> matrix(const std::string& path, const char* name) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  REQUIRE(file >= 0);
  const hid_t data = H5Dopen2(file, name, H5P_DEFAULT), space = H5Dget_space(data);
  std::vector<double> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space)));
  CHECK(H5Dread(data, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
  H5Sclose(space), H5Dclose(data), H5Fclose(file);
  return values;
}

std::vector<std::string> lookup(const std::string& path, const char* name) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  const hid_t list = H5Dopen2(file, name, H5P_DEFAULT), type = H5Dget_type(list), space = H5Dget_space(list);
  const std::size_t length = H5Tget_size(type);
  const auto count = static_cast<std::size_t>(H5Sget_simple_extent_npoints(space));
  std::string text(length * count, ' ');
  CHECK(H5Dread(list, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()) >= 0);
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < count; ++i) keys.emplace_back(text.substr(i * length, length).c_str());
  H5Sclose(space), H5Tclose(type), H5Dclose(list), H5Fclose(file);
  return keys;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("pairs become matrices with lookups, NaN where there is no pair") {
  const Folder folder;
  const std::string path = folder.file("m.omx");
  write_omx(path, pairs_of(some));
  CHECK(lookup(path, "/lookup/origin") == std::vector<std::string>{"b", "c", "甲"});
  CHECK(lookup(path, "/lookup/destination") == std::vector<std::string>{"a", "z", "医院"});
  const double none = -1;
  std::vector<double> times = matrix(path, "/data/time_s");
  for (double& time : times)
    if (std::isnan(time)) time = none;
  CHECK(times == std::vector<double>{none, 90.5, 30, 10, none, none, none, 60, none});
  CHECK(matrix(path, "/data/distance_m")[1] == 700);
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  int shape[2] = {0, 0};
  const hid_t attribute = H5Aopen(file, "SHAPE", H5P_DEFAULT);
  CHECK(H5Aread(attribute, H5T_NATIVE_INT, shape) >= 0);
  CHECK((shape[0] == 3 && shape[1] == 3));
  CHECK(H5Aexists(file, "OMX_VERSION") > 0);
  CHECK(H5Lexists(file, "/data/pair_id", H5P_DEFAULT) == 0);  // text is no matrix
  CHECK(H5Lexists(file, "/data/synthetic_pct", H5P_DEFAULT) == 0);
  H5Aclose(attribute), H5Fclose(file);
}

TEST_CASE("the order of pairs does not show in the file") {
  const Folder folder;
  write_omx(folder.file("a.omx"), pairs_of(some));
  write_omx(folder.file("b.omx"), pairs_of({some[2], some[0], some[3], some[1]}));
  CHECK(bytes_of(folder.file("a.omx")) == bytes_of(folder.file("b.omx")));
}

TEST_CASE("no pairs are an empty matrix; what is no matrix is refused") {
  const Folder folder;
  write_omx(folder.file("empty.omx"), pairs_of({}));
  CHECK(matrix(folder.file("empty.omx"), "/data/time_s").empty());
  const auto twice = [&] { write_omx(folder.file("twice.omx"), pairs_of({some[0], some[0]})); };
  CHECK_THROWS_WITH(twice(), Catch::Contains("甲–z is there twice"));
  const Layer roads("roads", *find_layer_definition("roads"), Crs::parse("EPSG:4490"));
  CHECK_FALSE(is_matrix(roads));
  CHECK_THROWS_WITH(write_omx(folder.file("roads.omx"), roads), Catch::Contains("no table of pairs"));
  CHECK_THROWS_WITH(write_omx(folder.file("no/folder.omx"), pairs_of(some)),
                    Catch::Contains("cannot be written"));
}
