// Overlays of generated layers, next to GEOS called directly in the same run:
//   bench_overlay [--size N] [--threads N] [--runs N] [--only CASE] [--peers 0|1]
// N parcels (200,000) in 196 districts, the same a little larger so that they overlap, N/10 patches, one
// polygon of 2.65 N corners, N/40 lines of 2 km; WKB columns in, WKB columns out, on a
// grid of 1 mm, proven. Prints seconds on the clock and of all threads together, the least of several runs;
// GEOS runs once, in one thread. Areas and numbers of pieces are required to be the same.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include "geometry/buffer.hpp"
#include "geometry/overlay.hpp"
#include "measure.hpp"
#include "overlay/generated_layers.hpp"
#include "overlay/geos_peer.hpp"

using namespace jingwei;

namespace {

constexpr double grid_size = 0.001;
constexpr double buffer_m = 10;

struct Settings {
  std::size_t size = 200'000;
  int threads = 2, runs = 3, peers = 1;
  std::string only;
};

void add_options(CLI::App& app, Settings& settings) {
  app.add_option("--size", settings.size, "Parcels")->capture_default_str();
  app.add_option("--threads", settings.threads, "Threads of jingwei")->capture_default_str();
  app.add_option("--runs", settings.runs, "Times each step is taken; the least is told")
      ->capture_default_str();
  app.add_option("--peers", settings.peers, "0: without GEOS")->capture_default_str();
  app.add_option("--only", settings.only, "The case to be taken alone")->capture_default_str();
}

struct Layers {
  GeometryColumn parcels, patches, large_polygon, overlapping, lines;
  std::vector<std::uint32_t> districts;  ///< of each parcel
};

/// What an engine does to the layers, and what a peer does.
struct Case {
  const char* name;
  std::function<GeometryColumn(const Layers&, Context&)> ours;
  std::function<Totals(const Layers&, double grid_size)> geos;
  double agreement = 1e-7;                         ///< of areas
  std::vector<double> geos_grids{0.0, grid_size};  ///< 0: floating
};

std::vector<Case> cases() {
  return {
      {"intersection",
       [](const Layers& in, Context& context) {
         return intersection(in.parcels, in.patches, grid_size, context).geometry;
       },
       [](const Layers& in, double grid) { return geos_intersection(in.parcels, in.patches, grid); }},
      {"identity",
       [](const Layers& in, Context& context) {
         return identity(in.parcels, in.patches, grid_size, context).geometry;
       },
       [](const Layers& in, double grid) { return geos_identity(in.parcels, in.patches, grid); }},
      {"union",
       [](const Layers& in, Context& context) {
         return union_of(in.parcels, in.patches, grid_size, context).geometry;
       },
       [](const Layers& in, double grid) { return geos_union(in.parcels, in.patches, grid); }},
      {"clip",
       [](const Layers& in, Context& context) {
         return intersection(in.parcels, in.large_polygon, grid_size, context).geometry;
       },
       [](const Layers& in, double grid) { return geos_intersection(in.parcels, in.large_polygon, grid); }},
      {"dissolve",
       [](const Layers& in, Context& context) {
         return dissolve(in.parcels, in.districts, district_count, grid_size, context);
       },
       [](const Layers& in, double grid) { return geos_dissolve(in.parcels, in.districts, grid); }},
      {"dissolve-overlapping",
       [](const Layers& in, Context& context) {
         return dissolve(in.overlapping, in.districts, district_count, grid_size, context);
       },
       [](const Layers& in, double grid) { return geos_dissolve(in.overlapping, in.districts, grid); }},
      // GEOS draws arcs of 32 points a circle (of 200 here), in the plane.
      {"buffer-dissolved",
       [](const Layers& in, Context& context) {
         const Crs crs = Crs::parse("EPSG:4548");
         const std::vector<std::uint32_t> one(in.lines.size(), 0);
         return dissolved_buffer(in.lines, crs, std::vector{Length{buffer_m}}, one, 1, grid_size, context);
       },
       [](const Layers& in, double) { return geos_dissolved_buffer(in.lines, buffer_m); },
       0.01,
       {0.0}},
  };
}

void print(const std::string& what, Spent spent, const Totals& totals) {
  std::printf("%-34s %9.3f %9.3f %9.0f %10zu %20.3f\n", what.c_str(), spent.wall_s, spent.cpu_s,
              peak_memory_mb(), totals.pieces, totals.area);
  std::fflush(stdout);
}

/// Pieces no wider than the grid may be there for one engine and not for the other.
void require_equal(const Totals& ours, const Totals& theirs, double agreement) {
  const auto pieces = [](const Totals& totals) { return static_cast<double>(totals.pieces); };
  if (std::fabs(ours.area - theirs.area) <= agreement * ours.area &&
      std::fabs(pieces(ours) - pieces(theirs)) <= 1e-4 * pieces(ours))
    return;
  std::printf("UNEQUAL\n");
  std::exit(1);
}

void run(const Case& of, const Layers& layers, const Settings& settings) {
  Context context;
  context.set_threads(settings.threads);
  reset_peak_memory();
  GeometryColumn out;
  const Spent spent = least_of(settings.runs, [&] { out = of.ours(layers, context); });
  const Totals totals = totals_of(out);
  print(of.name, spent, totals);
  if (settings.peers == 0) return;
  for (const double grid : of.geos_grids) {
    reset_peak_memory();
    Totals theirs;
    const Spent peer = spent_on([&] { theirs = of.geos(layers, grid); });
    print(std::string("  GEOS, ") + (grid > 0 ? "same grid" : "floating"), peer, theirs);
    require_equal(totals, theirs, of.agreement);
  }
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Overlays of generated layers next to GEOS called directly");
  Settings settings;
  add_options(app, settings);
  CLI11_PARSE(app, count, arguments);
  const GeneratedLayers made{settings.size};
  const Layers layers{made.parcels(), made.patches(),  made.large_polygon(), made.overlapping_parcels(),
                      made.lines(),   made.districts()};
  std::printf("%zu parcels, %zu patches; %d threads, least of %d runs; GEOS in one thread, one run\n",
              layers.parcels.size(), layers.patches.size(), settings.threads, settings.runs);
  std::printf("%-34s %9s %9s %9s %10s %20s\n", "", "wall s", "cpu s", "peak MB", "pieces", "area m2");
  for (const Case& each : cases())
    if (settings.only.empty() || settings.only == each.name) run(each, layers, settings);
}
