"""Whole-command times of jingwei next to its peers on the same files, in the same run: bench/peers.py PROGRAM [--size N] [--runs K]

Two layers of N random convex polygons each (seeded) over 100 km × 100 km in the plane (EPSG:4547), and N random points. Peers: GeoPandas (GEOS, one
thread, floating precision) and QGIS Processing (native, floating precision; its start is timed apart and taken off). Each command reads and writes
GeoPackage. jingwei overlays on a 1 mm grid, proves every piece and measures true areas; the peers do none of these. Prints medians, and
ratios peer / jingwei."""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QGIS = "/usr/bin/qgis_process.bin"
CRS = "EPSG:4547"

MAKE = """
import sys, numpy as np, geopandas as gpd
from shapely.geometry import Point
size, folder = int(sys.argv[1]), sys.argv[2]
random = np.random.default_rng(20)
radius = 1.2e5 / np.sqrt(size) / 2
for name in ("a", "b"):
    centers = random.uniform(0, 1e5, (size, 2)) + (4.5e5, 4.3e6)
    polygons = [Point(*center).buffer(radius * random.uniform(0.5, 1.5), 4) for center in centers]
    gpd.GeoDataFrame({"id": range(size)}, geometry=polygons, crs="%s").to_file(f"{folder}/{name}.gpkg", driver="GPKG")
points = random.uniform(0, 1e5, (size, 2)) + (4.5e5, 4.3e6)
gpd.GeoDataFrame({"id": range(size)}, geometry=gpd.points_from_xy(*points.T), crs="%s").to_file(f"{folder}/points.gpkg", driver="GPKG")
""" % (CRS, CRS)

GEOPANDAS = {
    "intersection": "gpd.overlay(gpd.read_file('a.gpkg'), gpd.read_file('b.gpkg'), how='intersection', keep_geom_type=True)",
    "difference": "gpd.overlay(gpd.read_file('a.gpkg'), gpd.read_file('b.gpkg'), how='difference')",
    "buffer": "gpd.read_file('points.gpkg').assign(geometry=lambda layer: layer.buffer(500, 16))",
    "dissolve": "gpd.read_file('a.gpkg').dissolve()",
}
QGIS_CALLS = {
    "intersection": ["native:intersection", "INPUT=a.gpkg", "OVERLAY=b.gpkg"],
    "difference": ["native:difference", "INPUT=a.gpkg", "OVERLAY=b.gpkg"],
    "buffer": ["native:buffer", "INPUT=points.gpkg", "DISTANCE=500", "SEGMENTS=16"],
    "dissolve": ["native:dissolve", "INPUT=a.gpkg"],
}
JINGWEI_CALLS = {
    "intersection": ["overlay", "--input", "a.gpkg", "--overlay", "b.gpkg", "--method", "intersection"],
    "difference": ["overlay", "--input", "a.gpkg", "--overlay", "b.gpkg", "--method", "difference"],
    "buffer": ["buffer", "--input", "points.gpkg", "--distance", "500 m"],
    "dissolve": ["dissolve", "--input", "a.gpkg"],
}


def timed(command, folder):
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return time.perf_counter() - start


def commands(program, operation, threads):
    script = f"import geopandas as gpd\n({GEOPANDAS[operation]}).to_file('geopandas.gpkg', driver='GPKG')"
    yield "jingwei", [program, *JINGWEI_CALLS[operation], "--crs", CRS, "--output", "jingwei.gpkg", "--threads", threads, "--quiet"]
    yield "geopandas", ["/usr/bin/python3", "-c", script]
    if Path(QGIS).exists():
        yield "qgis", [QGIS, "run", *QGIS_CALLS[operation][:1], "--", *QGIS_CALLS[operation][1:], "OUTPUT=qgis.gpkg"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=lambda path: Path(path).resolve())
    parser.add_argument("--size", type=int, default=20000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", default="2")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["/usr/bin/python3", "-c", MAKE, str(options.size), folder], check=True)
        start_of_qgis = timed([QGIS, "help", "native:buffer"], folder) if Path(QGIS).exists() else 0
        print("| operation | jingwei (s) | geopandas (s) | ratio | QGIS (s) | ratio |\n|---|---:|---:|---:|---:|---:|")
        for operation in JINGWEI_CALLS:
            times = {}
            for _ in range(options.runs):
                for name, command in commands(options.program, operation, options.threads):
                    times.setdefault(name, []).append(timed(command, folder) - (start_of_qgis if name == "qgis" else 0))
            medians = {name: statistics.median(values) for name, values in times.items()}
            own = medians["jingwei"]
            cells = [f"{medians[name]:.2f} | {medians[name] / own:.2f}" if name in medians else "– | –" for name in ("geopandas", "qgis")]
            print(f"| {operation} | {own:.2f} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
