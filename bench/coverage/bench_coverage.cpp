// Coverages of generated parcels: cleaned, overlaid with other layers at once, and simplified:
//   bench_coverage [--size N] [--threads N] [--runs N] [--only CASE] [--peers 0|1]
// N parcels (200,000), a valid coverage; the same with one corner of every tenth parcel moved by up to 0.4 m,
// which leaves gaps and overlaps; N/10 patches that overlap each other. WKB columns in, WKB columns out, on a
// grid of 1 mm, proven. Prints seconds on the clock and of all threads together, the least of several runs.
// The faces of all parcels and patches are also made by GEOS (linework noded on the same grid, polygonised),
// once, in one thread; their number and area are required to be about the same.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "geometry/arrangement.hpp"
#include "geometry/clean_coverage.hpp"
#include "geometry/geos.hpp"
#include "geometry/noded_rows.hpp"
#include "geometry/places_by_rows.hpp"
#include "geometry/planar.hpp"
#include "geometry/simplify.hpp"
#include "measure.hpp"
#include "overlay/generated_layers.hpp"

using namespace jingwei;

namespace {

constexpr double grid_size = 0.001;
constexpr double tolerance_m = 10;

struct Settings {
  std::size_t size = 200'000;
  int threads = 2, runs = 3, peers = 1;
  std::string only;
};

void print(const std::string& what, Spent spent, const std::string& found) {
  std::printf("%-34s %9.3f %9.3f %9.0f  %s\n", what.c_str(), spent.wall_s, spent.cpu_s, peak_memory_mb(),
              found.c_str());
  std::fflush(stdout);
}

std::string text(const char* pattern, std::size_t count, double area) {
  std::string buffer(128, '\0');
  buffer.resize(static_cast<std::size_t>(std::snprintf(buffer.data(), buffer.size(), pattern, count, area)));
  return buffer;
}

/// One corner of every tenth parcel moved in that parcel alone.
GeometryColumn with_faults(const GeometryColumn& parcels) {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> shift(-0.4, 0.4);
  GeometryColumn moved;
  for (std::size_t row = 0; row < parcels.size(); ++row) {
    std::vector<Rings> polygons = polygons_of(parcels.wkb(row));
    Path& shell = polygons.front().front();
    if (row % 10 == 0) {
      Point& corner = shell[1 + random() % (shell.size() - 2)];
      corner = {corner.x + shift(random), corner.y + shift(random)};
    }
    moved.append(wkb_of_polygons(polygons));
  }
  return moved;
}

void clean(const char* name, const GeometryColumn& rows, const Settings& settings, Context& context) {
  const Crs crs = Crs::parse("EPSG:4548");
  CleanedCoverage cleaned;
  reset_peak_memory();
  const Spent spent =
      least_of(settings.runs, [&] { cleaned = clean_coverage(rows, crs, {}, {}, grid_size, context); });
  print(name, spent, text("%zu faults, %.3f m2", cleaned.faults.size(), cleaned.certificate.output_measure));
}

void overlay_at_once(const GeometryColumn& rows, const Settings& settings, Context& context) {
  PlacesByRows places;
  reset_peak_memory();
  const Spent spent = least_of(settings.runs, [&] { places = places_by_rows(rows, grid_size, context); });
  double area = 0;
  for (std::size_t i = 0; i < places.geometry.size(); ++i) area += planar_area(places.geometry.wkb(i));
  print("union", spent, text("%zu places, %.3f m2", places.rows.size(), area));
  if (settings.peers == 0) return;
  reset_peak_memory();
  std::vector<Rings> faces;
  const Spent peer = spent_on([&] {
    std::vector<geos::Geometry> borders;
    for (std::size_t row = 0; row < rows.size(); ++row)
      borders.push_back(geos::boundary(geos::read(rows.wkb(row))));
    faces = faces_between(std::move(borders), grid_size);
  });
  double theirs = 0;
  for (const Rings& face : faces) theirs += planar_area(face);
  print("  GEOS, noded and polygonised", peer, text("%zu faces, %.3f m2, no labels", faces.size(), theirs));
  if (std::fabs(theirs - area) > 1e-6 * area) {
    std::printf("UNEQUAL\n");
    std::exit(1);
  }
}

void simplify_all(const char* name, SimplifyMethod method, const GeometryColumn& rows,
                  const Settings& settings, Context& context) {
  GeometryColumn made;
  reset_peak_memory();
  const Spent spent = least_of(settings.runs, [&] {
    made = simplify(noded_rows(rows, grid_size, context), tolerance_m, grid_size, method);
  });
  print(name, spent, text("%zu rows, %.0f bytes", made.size(), static_cast<double>(made.bytes())));
}

void run(const Settings& settings) {
  const GeneratedLayers layers{settings.size};
  const GeometryColumn parcels = layers.parcels();
  Context context;
  context.set_threads(settings.threads);
  std::printf("%zu parcels; %d threads, least of %d runs; GEOS in one thread, one run\n", parcels.size(),
              settings.threads, settings.runs);
  std::printf("%-34s %9s %9s %9s\n", "", "wall s", "cpu s", "peak MB");
  const auto wanted = [&](const char* name) { return settings.only.empty() || settings.only == name; };
  if (wanted("clean-valid")) clean("clean-valid", parcels, settings, context);
  if (wanted("clean")) clean("clean", with_faults(parcels), settings, context);
  if (wanted("union")) {
    GeometryColumn both = parcels;
    both.append(layers.patches());
    overlay_at_once(both, settings, context);
  }
  if (wanted("simplify"))
    simplify_all("simplify", SimplifyMethod::douglas_peucker, parcels, settings, context);
  if (wanted("simplify-by-area"))
    simplify_all("simplify-by-area", SimplifyMethod::visvalingam_whyatt, parcels, settings, context);
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Coverages of generated parcels: cleaned, overlaid at once, simplified");
  Settings settings;
  app.add_option("--size", settings.size, "Parcels")->capture_default_str();
  app.add_option("--threads", settings.threads, "Threads of jingwei")->capture_default_str();
  app.add_option("--runs", settings.runs, "Times each step is taken; the least is told")
      ->capture_default_str();
  app.add_option("--peers", settings.peers, "0: without GEOS")->capture_default_str();
  app.add_option("--only", settings.only, "The case to be taken alone");
  CLI11_PARSE(app, count, arguments);
  run(settings);
}
