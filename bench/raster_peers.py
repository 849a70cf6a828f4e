"""Zonal statistics next to other programs, in the same run: bench/raster_peers.py JINGWEI [--side N] [--zones M] [--runs K] [--qgis]

Makes a raster of N × N cells (whole numbers as 32-bit floats, tiled, deflated) and about M polygons of winding borders that share it out, then times reading the
raster alone, jingwei zonal-statistics, GDAL's rasterisation of the zones with sums by numpy (cells count whole, by their centres), and QGIS. Prints seconds on the
clock, the least of the runs, the largest memory of the process, and the sum over all zones that each finds."""
import argparse
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURE = """
import resource, sys, time
start = time.perf_counter()
%s
print(time.perf_counter() - start, max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024, total)
"""
READ = """
from osgeo import gdal
gdal.SetConfigOption("GDAL_NUM_THREADS", "1")
raster = gdal.Open("raster.tif")
total = sum(float(raster.GetRasterBand(1).ReadAsArray(0, row, raster.RasterXSize, min(256, raster.RasterYSize - row)).sum(dtype="f8"))
            for row in range(0, raster.RasterYSize, 256))
"""
JINGWEI = """
import json, subprocess
subprocess.run([%r, "zonal-statistics", "--zones", "zones.gpkg", "--raster", "raster.tif", "--output", "out.gpkg", "--crs", "EPSG:32650",
                "--threads", "%d", "--quiet", "--figures", "figures.json"], check=True)
total = json.load(open("figures.json"))["sum"]
"""
GDAL = """
import numpy
from osgeo import gdal, ogr
raster = gdal.Open("raster.tif")
zones = ogr.Open("zones.gpkg")
ids = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Int32)
ids.SetGeoTransform(raster.GetGeoTransform())
ids.SetProjection(raster.GetProjection())
gdal.RasterizeLayer(ids, [1], zones.GetLayer(0), options=["ATTRIBUTE=zone"])
count, sums = 0, 0
for row in range(0, raster.RasterYSize, 256):
    rows = min(256, raster.RasterYSize - row)
    of = ids.GetRasterBand(1).ReadAsArray(0, row, raster.RasterXSize, rows).ravel()
    values = raster.GetRasterBand(1).ReadAsArray(0, row, raster.RasterXSize, rows).ravel()
    count = count + numpy.bincount(of, minlength=%d + 1)
    sums = sums + numpy.bincount(of, weights=values, minlength=%d + 1)
total = float(sums[1:].sum())
"""
QGIS = """
from qgis.analysis import QgsZonalStatistics
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRasterLayer, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
raster = QgsRasterLayer("raster.tif")
zones = QgsVectorLayer("zones.gpkg|layername=zones").materialize(QgsFeatureRequest())
wanted = QgsZonalStatistics.Count | QgsZonalStatistics.Sum | QgsZonalStatistics.Mean
QgsZonalStatistics(zones, raster, "_", 1, wanted).calculateStatistics(None)
total = sum(feature["_sum"] for feature in zones.getFeatures())
"""


def write_raster(file, side):
    import numpy
    from osgeo import gdal, osr
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32650)
    options = ["TILED=YES", "COMPRESS=DEFLATE", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    raster = gdal.GetDriverByName("GTiff").Create(str(file), side, side, 1, gdal.GDT_Float32, options)
    raster.SetProjection(reference.ExportToWkt())
    raster.SetGeoTransform([300000, 30, 0, 4500000, 0, -30])
    chance = numpy.random.default_rng(1)
    for row in range(0, side, 256):
        rows = min(256, side - row)
        people = chance.poisson(3 + 2 * numpy.sin(numpy.arange(side) / 500)[None, :], (rows, side))
        raster.GetRasterBand(1).WriteArray(people.astype("float32"), 0, row)
    raster.FlushCache()


def winding(start, end, chance, points=24):
    """The places between two corners, off the straight line."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    across = ((start[1] - end[1]) / length, (end[0] - start[0]) / length)
    for i in range(1, points):
        t = i / points
        off = chance.uniform(-0.15, 0.15) * min(t, 1 - t) * length
        yield (start[0] + t * (end[0] - start[0]) + off * across[0], start[1] + t * (end[1] - start[1]) + off * across[1])


def write_zones(file, side, zones):
    """A grid of polygons whose borders wind; neighbours share them. Returns how many."""
    from osgeo import ogr, osr
    columns = round(math.sqrt(zones * 1.2))
    rows = round(zones / columns)
    chance = random.Random(2)
    corner = {(i, j): (300000 + 30 * side * (0.01 + 0.98 * i / columns), 4500000 - 30 * side * (0.01 + 0.98 * j / rows))
              for i in range(columns + 1) for j in range(rows + 1)}
    edges = {}

    def edge(a, b):
        if (a, b) not in edges:
            edges[a, b] = [corner[a], *winding(corner[a], corner[b], chance)]
            edges[b, a] = [corner[b], *reversed(edges[a, b][1:])]
        return edges[a, b]

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32650)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(file))
    layer = data.CreateLayer("zones", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("zone", ogr.OFTInteger))
    layer.StartTransaction()
    for j in range(rows):
        for i in range(columns):
            corners = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)]
            places = [place for k in range(4) for place in edge(corners[k], corners[(k + 1) % 4])]
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in places + places[:1]:
                ring.AddPoint_2D(x, y)
            polygon = ogr.Geometry(ogr.wkbPolygon)
            polygon.AddGeometry(ring)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("zone", j * columns + i + 1)
            feature.SetGeometry(polygon)
            layer.CreateFeature(feature)
    layer.CommitTransaction()
    return columns * rows


def measured(what, work, folder, runs):
    found = []
    for _ in range(runs):
        (Path(folder) / "out.gpkg").unlink(missing_ok=True)
        output = subprocess.run(["/usr/bin/python3", "-c", MEASURE % work], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout
        found.append([float(number) for number in output.split()])
    print(f"{what:<34} {min(one[0] for one in found):>8.2f} s {max(one[1] for one in found):>7.0f} MB   sum {found[0][2]:.1f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jingwei", type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--side", type=int, default=10000)
    parser.add_argument("--zones", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--qgis", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_raster(Path(folder) / "raster.tif", options.side)
        zones = write_zones(Path(folder) / "zones.gpkg", options.side, options.zones)
        print(f"{options.side} × {options.side} cells, {zones} zones")
        measured("raster read by GDAL, one thread", READ, folder, options.runs)
        for threads in (1, 2):
            measured(f"jingwei, {threads} thread(s)", JINGWEI % (options.jingwei, threads), folder, options.runs)
        measured("GDAL rasterised zones, numpy", GDAL % (zones, zones), folder, options.runs)
        if options.qgis:
            measured("QGIS", QGIS, folder, options.runs)


if __name__ == "__main__":
    sys.exit(main())
