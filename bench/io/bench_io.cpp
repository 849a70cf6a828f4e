// Polygons with three fields written and read, next to GDAL called directly in the same run:
//   bench_io [--size N] [--runs N] [--peers 0|1] [--only read] [--folder DIR]
// N parcels of eight corners in shuffled order (1,000,000). Writing begins with a layer in memory and ends
// with the file closed under its name, with its spatial index, styles and metadata for jingwei, the index
// alone for GDAL. Reading ends with every field and the bytes of every geometry in memory (jingwei), or
// looked at (GDAL); of one field, the others are left out. Prints seconds on the clock and of all threads,
// the least of several runs, and the largest memory, the layer among it. What was read must be the same. The
// files stay in DIR, for bench/io_peers.py.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "io/gdal_peer.hpp"
#include "io/product.hpp"
#include "io/read.hpp"
#include "measure.hpp"
#include "overlay/generated_layers.hpp"

using namespace jingwei;

namespace {

namespace fs = std::filesystem;

struct Settings {
  std::size_t size = 1'000'000;
  int runs = 3, peers = 1;
  std::string folder = ".", only = "all";
};

void add_options(CLI::App& app, Settings& settings) {
  app.add_option("--size", settings.size, "Polygons")->capture_default_str();
  app.add_option("--runs", settings.runs, "Times each step is taken; the least is told")
      ->capture_default_str();
  app.add_option("--peers", settings.peers, "0: without GDAL")->capture_default_str();
  app.add_option("--only", settings.only, "read: GDAL's writer is left out")
      ->check(CLI::IsMember({"all", "read"}))
      ->capture_default_str();
  app.add_option("--folder", settings.folder, "Where files are written")->capture_default_str();
}

Layer parcels_of(std::size_t size) {
  const GeometryColumn in_rows = GeneratedLayers{size}.parcels();
  std::vector<std::uint32_t> order(size);
  for (std::uint32_t i = 0; i < size; ++i) order[i] = i;
  std::mt19937_64 random(3);
  for (std::size_t i = size - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
  Column code(FieldType::integer), area(FieldType::real), name(FieldType::text);
  for (const std::uint32_t row : order) {
    code.append(static_cast<std::int64_t>(row));
    area.append(in_rows.envelope(row).width() * in_rows.envelope(row).height());
    name.append("地块 " + std::to_string(row));
  }
  Layer layer("parcels", any_layer_definition(), Crs::parse("EPSG:4547"));
  layer.set_geometry(take(in_rows, order));
  layer.add(Field{"code", FieldType::integer, {}, {}}, std::move(code));
  layer.add(Field{"area_m2", FieldType::real, {}, {}}, std::move(area));
  layer.add(Field{"name", FieldType::text, {}, {}}, std::move(name));
  return layer;
}

ReadTotals totals_of(const RawLayer& raw) {
  ReadTotals totals;
  totals.rows = raw.rows;
  totals.wkb_bytes = raw.geometry->bytes();
  for (std::size_t i = 0; i < raw.fields.size(); ++i) {
    const Column& column = raw.columns[i];
    const bool id = raw.fields[i].name == "fid";
    for (std::size_t row = 0; row < raw.rows && !id; ++row) {
      if (column.is_null(row)) continue;
      if (column.type() == FieldType::integer) totals.integers += column.integer(row);
      if (column.type() == FieldType::real) totals.reals += column.number(row);
      if (column.type() == FieldType::text) totals.text_bytes += column.text(row).size();
    }
  }
  return totals;
}

template <class Work>
void measured(const std::string& what, int runs, const Work& work) {
  reset_peak_memory();
  const Spent spent = least_of(runs, work);
  std::printf("%-38s %9.2f %9.2f %9.0f\n", what.c_str(), spent.wall_s, spent.cpu_s, peak_memory_mb());
  std::fflush(stdout);
}

void write_all(const Layer& layer, const Settings& settings) {
  Context context;
  const auto file = [&](const char* name) { return (fs::path(settings.folder) / name).string(); };
  for (const char* name : {"jingwei.gpkg", "jingwei.fgb"})
    measured(format("write {}", name), settings.runs, [&] {
      fs::remove(file(name));
      write_layers({{&layer, {}, {}, true}}, file(name), context);
    });
  if (settings.peers == 0 || settings.only == "read") return;
  const auto peer = [&](const char* name, const char* driver, SpatialIndex index) {
    measured(format("  GDAL, {}", name), 1, [&] {
      fs::remove(file(name));
      gdal_write(layer, file(name), driver, index);
    });
  };
  peer("gdal.gpkg", "GPKG", SpatialIndex::built);
  peer("gdal_no_index.gpkg", "GPKG", SpatialIndex::left_out);
  peer("gdal.fgb", "FlatGeobuf", SpatialIndex::built);
}

void read_all(const Settings& settings) {
  Context context;
  for (const char* name : {"jingwei.gpkg", "jingwei.fgb"}) {
    ReadRequest request;
    request.source.file = (fs::path(settings.folder) / name).string();
    ReadTotals ours, theirs;
    measured(format("read {}", name), settings.runs, [&] { ours = totals_of(read_layer(request, context)); });
    request.wanted = [](const std::string& field) { return field == "code"; };
    measured(format("read {}, one field", name), settings.runs, [&] { read_layer(request, context); });
    if (settings.peers == 0) continue;
    measured(format("  GDAL, {}", name), settings.runs, [&] { theirs = gdal_read(request.source.file); });
    theirs.reals = ours.reals;  // FlatGeobuf orders its features anew
    if (ours == theirs) continue;
    std::printf("UNEQUAL\n");
    std::exit(1);
  }
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Polygons written and read next to GDAL");
  Settings settings;
  add_options(app, settings);
  CLI11_PARSE(app, count, arguments);
  std::printf("%zu polygons of 8 corners, shuffled, 3 fields; least of %d runs, GDAL's writer one run\n",
              settings.size, settings.runs);
  std::printf("%-38s %9s %9s %9s\n", "", "wall s", "cpu s", "peak MB");
  {
    const Layer layer = parcels_of(settings.size);
    measured("(the layer in memory)", 1, [] {});
    write_all(layer, settings);
  }
  read_all(settings);
}
