"""Reading and writing next to other programs, in the same run: bench/io_peers.py BENCH_IO [--size N] [--runs K] [--geopandas-size M]

Runs bench_io (jingwei and GDAL's C++ interface), then, on the FlatGeobuf file that it leaves, ogr2ogr (GDAL) to an indexed GeoPackage, GDAL's columns in
Python (which it makes NumPy's), and GeoPandas (through Fiona, of the first M features; 0: not at all). Prints seconds on the clock, the least of the runs, and the largest memory of the process."""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURE = """
import resource, sys, time
start = time.perf_counter()
%s
print(time.perf_counter() - start, resource.getrusage(resource.%s).ru_maxrss / 1024)
"""
OGR2OGR = "import subprocess; subprocess.run(['ogr2ogr', '-f', 'GPKG', 'ogr2ogr.gpkg', 'jingwei.fgb'], check=True)"
OGR_COLUMNS = """
from osgeo import ogr
package = ogr.Open('jingwei.gpkg')
assert sum(len(batch['code']) for batch in package.GetLayer(0).GetArrowStreamAsNumPy()) == %d
"""
GEOPANDAS_READ = "layer = geopandas.read_file('jingwei.gpkg', rows=%d)"
GEOPANDAS_WRITE = "layer.to_file('geopandas.gpkg', driver='GPKG')"


def measured(what, before, work, folder, who, runs):
    found = []
    for _ in range(runs):
        for old in ("ogr2ogr.gpkg", "geopandas.gpkg"):
            (Path(folder) / old).unlink(missing_ok=True)
        script = before + "\n" + MEASURE % (work, who)
        output = subprocess.run(["/usr/bin/python3", "-c", script], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout
        found.append([float(number) for number in output.split()])
    print(f"{what:<38} {min(seconds for seconds, _ in found):>9.2f} {'':>9} {max(memory for _, memory in found):>9.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench_io", type=lambda path: Path(path).resolve())
    parser.add_argument("--size", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--geopandas-size", type=int, default=100000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.bench_io, "--size", str(options.size), "--runs", str(options.runs), "--folder", folder], check=True)
        measured("  ogr2ogr, jingwei.fgb to .gpkg", "", OGR2OGR, folder, "RUSAGE_CHILDREN", options.runs)
        measured(f"  OGR columns in Python, read {options.size}", "", OGR_COLUMNS % options.size, folder, "RUSAGE_SELF", options.runs)
        if options.geopandas_size:
            rows = min(options.geopandas_size, options.size)
            read = GEOPANDAS_READ % rows
            measured(f"  GeoPandas, read {rows}", "import geopandas", read, folder, "RUSAGE_SELF", options.runs)
            measured(f"  GeoPandas, write {rows}", f"import geopandas\n{read}", GEOPANDAS_WRITE, folder, "RUSAGE_SELF", options.runs)


if __name__ == "__main__":
    sys.exit(main())
