// Voronoi cells of random points in a square, next to GEOS called directly in the same run:
//   bench_voronoi [--size N] [--threads N] [--runs N] [--peers 0|1]
// 100 m between points on average; WKB columns in, WKB columns out, on a grid of 1 mm, proven; the same with
// weights up to the square of 50 m. Prints seconds on the clock and of all threads together, the least of
// several runs; GEOS runs in one thread, in floating precision, without weights. Areas are required to
// add up to the square's.
#include <geos_c.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "geometry/planar.hpp"
#include "geometry/voronoi.hpp"
#include "measure.hpp"

using namespace jingwei;

namespace {

constexpr double grid_size = 0.001;

struct Settings {
  std::size_t size = 100'000;
  int threads = 2, runs = 3, peers = 1;
};

double side_m(std::size_t count) {
  return 100 * std::ceil(std::sqrt(static_cast<double>(count)));
}

std::vector<Point> random_points(std::size_t count) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> place(0, side_m(count));
  std::vector<Point> points;
  while (points.size() < count) {
    const double x = std::round(place(random) / grid_size) * grid_size;
    points.push_back({x, std::round(place(random) / grid_size) * grid_size});
  }
  return points;
}

void require_area(double found, double side) {
  if (std::fabs(found / side / side - 1) < 1e-9) return;
  std::fprintf(stderr, "areas differ: %.3f, %.3f\n", found, side * side);
  std::exit(1);
}

void measure_own(const char* name, const std::vector<Point>& points, const std::vector<double>& weights,
                 const Settings& settings) {
  GeometryColumn column, region;
  for (const Point p : points) column.append(wkb_of(p));
  const double side = side_m(settings.size);
  region.append(wkb_of(Envelope{0, 0, side, side}));
  Context context;
  context.set_threads(settings.threads);
  VoronoiCells made;
  reset_peak_memory();
  const Spent spent =
      least_of(settings.runs, [&] { made = voronoi(column, weights, region, grid_size, context); });
  require_area(made.certificate.output_measure, side);
  std::printf("%-10s %9zu points %9zu polygons  %8.3f s  %8.3f processor s  %6.0f MB\n", name, points.size(),
              made.certificate.pieces, spent.wall_s, spent.cpu_s, peak_memory_mb());
}

/// GEOS from coordinates to polygons as WKB.
void measure_geos(const std::vector<Point>& points, int runs) {
  GEOSContextHandle_t geos = GEOS_init_r();
  reset_peak_memory();
  int polygons = 0;
  const Spent spent = least_of(runs, [&] {
    GEOSCoordSequence* const places = GEOSCoordSeq_copyFromBuffer_r(
        geos, reinterpret_cast<const double*>(points.data()), static_cast<unsigned>(points.size()), 0, 0);
    GEOSGeometry* const line = GEOSGeom_createLineString_r(geos, places);
    GEOSGeometry* const cells = GEOSVoronoiDiagram_r(geos, line, nullptr, 0, 0);
    GEOSWKBWriter* const writer = GEOSWKBWriter_create_r(geos);
    polygons = GEOSGetNumGeometries_r(geos, cells);
    for (int i = 0; i < polygons; ++i) {
      std::size_t size = 0;
      GEOSFree_r(geos, GEOSWKBWriter_write_r(geos, writer, GEOSGetGeometryN_r(geos, cells, i), &size));
    }
    GEOSWKBWriter_destroy_r(geos, writer);
    GEOSGeom_destroy_r(geos, cells);
    GEOSGeom_destroy_r(geos, line);
  });
  GEOS_finish_r(geos);
  std::printf("%-10s %9zu points %9d polygons  %8.3f s  %8.3f processor s  %6.0f MB\n", "GEOS", points.size(),
              polygons, spent.wall_s, spent.cpu_s, peak_memory_mb());
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  CLI::App app{"Voronoi cells next to GEOS"};
  app.add_option("--size", settings.size, "Points")->capture_default_str();
  app.add_option("--threads", settings.threads, "Threads of jingwei")->capture_default_str();
  app.add_option("--runs", settings.runs, "Times each is made; the least is told")->capture_default_str();
  app.add_option("--peers", settings.peers, "0: without GEOS")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const std::vector<Point> points = random_points(settings.size);
  measure_own("cells", points, {}, settings);
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> weight(0, 2500);
  std::vector<double> weights(points.size());
  for (double& w : weights) w = weight(random);
  measure_own("weighted", points, weights, settings);
  if (settings.peers != 0) measure_geos(points, settings.runs);
}
