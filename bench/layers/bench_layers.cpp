// The generated layers of bench_overlay as GeoPackages, for bench/peers.py: bench_layers --size N --folder
// DIR
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "io/product.hpp"
#include "layer/prepare.hpp"
#include "overlay/generated_layers.hpp"

using namespace jingwei;

namespace {

void write(const std::string& folder, const std::string& name, const GeometryColumn& geometry,
           const std::vector<std::uint32_t>& districts = {}) {
  Context context;
  Layer layer(name, any_layer_definition(), Crs::parse("EPSG:4547"));
  layer.set_geometry(geometry);
  Column code(FieldType::integer);
  for (std::size_t row = 0; row < geometry.size(); ++row) code.append(static_cast<std::int64_t>(row));
  layer.add(Field{"code", FieldType::integer, {}, {}}, std::move(code));
  if (!districts.empty()) {
    Column district(FieldType::integer);
    for (const std::uint32_t value : districts) district.append(static_cast<std::int64_t>(value));
    layer.add(Field{"district", FieldType::integer, {}, {}}, std::move(district));
  }
  write_layers({{&layer, {}, {}, true}}, (std::filesystem::path(folder) / (name + ".gpkg")).string(),
               context);
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("The generated layers of bench_overlay as GeoPackages");
  std::size_t size = 20'000;
  std::string folder = ".";
  app.add_option("--size", size, "Parcels")->capture_default_str();
  app.add_option("--folder", folder, "Where files are written")->capture_default_str();
  CLI11_PARSE(app, count, arguments);
  const GeneratedLayers layers{size};
  write(folder, "parcels", layers.parcels(), layers.districts());
  write(folder, "overlapping", layers.overlapping_parcels(), layers.districts());
  write(folder, "patches", layers.patches());
  write(folder, "large", layers.large_polygon());
  write(folder, "lines", layers.lines());
}
