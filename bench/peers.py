#!/usr/bin/python3
"""Whole commands of jingwei next to its peers on the same files, in the same run: bench/peers.py JINGWEI BENCH_LAYERS [--size N] [--runs K]

The layers of bench_overlay as GeoPackages (EPSG:4547). jingwei, GeoPandas, ogr2ogr and QGIS Processing (its start is timed apart and taken off) read
and write GeoPackage; PostGIS goes from table to table, already loaded and indexed. jingwei works on a 1 mm grid, proves every piece and measures true
areas; the peers work in floating precision and prove nothing. Peers run once, jingwei K times. Prints seconds on the clock, then how many times as
long as jingwei a peer takes."""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from postgresql import BIN, Cluster

QGIS = "/usr/bin/qgis_process.bin"
CRS = "EPSG:4547"
LAYERS = ("parcels", "overlapping", "patches", "large", "lines")
OGR_DISSOLVE = ["-dialect", "SQLite", "-sql", "SELECT district, ST_Union(geom) AS geom FROM {} GROUP BY district"]

CASES = {
    "intersection": {
        "jingwei": ["overlay", "--input", "parcels.gpkg", "--overlay", "patches.gpkg", "--method", "intersection"],
        "GeoPandas": "gpd.overlay(gpd.read_file('parcels.gpkg'), gpd.read_file('patches.gpkg'), how='intersection', keep_geom_type=True)",
        "QGIS": ["native:intersection", "INPUT=parcels.gpkg", "OVERLAY=patches.gpkg"],
        "PostGIS": "SELECT p.code, q.code AS patch, ST_Intersection(p.geom, q.geom) FROM parcels p JOIN patches q ON ST_Intersects(p.geom, q.geom)",
    },
    "union": {
        "jingwei": ["overlay", "--input", "parcels.gpkg", "--overlay", "patches.gpkg", "--method", "union"],
        "GeoPandas": "gpd.overlay(gpd.read_file('parcels.gpkg'), gpd.read_file('patches.gpkg'), how='union', keep_geom_type=True)",
        "QGIS": ["native:union", "INPUT=parcels.gpkg", "OVERLAY=patches.gpkg"],
    },
    "clip": {
        "jingwei": ["overlay", "--input", "parcels.gpkg", "--overlay", "large.gpkg", "--method", "clip"],
        "GeoPandas": "gpd.clip(gpd.read_file('parcels.gpkg'), gpd.read_file('large.gpkg'))",
        "QGIS": ["native:clip", "INPUT=parcels.gpkg", "OVERLAY=large.gpkg"],
        "ogr2ogr": ["-clipsrc", "large.gpkg", "parcels.gpkg"],
        "PostGIS": "WITH pieces AS MATERIALIZED (SELECT ST_Subdivide(geom, 256) AS geom FROM large) "
                   "SELECT p.code, ST_Union(ST_Intersection(p.geom, q.geom)) FROM parcels p JOIN pieces q ON ST_Intersects(p.geom, q.geom) GROUP BY p.code",
    },
    "dissolve, coverage": {
        "jingwei": ["dissolve", "--input", "parcels.gpkg", "--by", "district"],
        "GeoPandas": "gpd.read_file('parcels.gpkg').dissolve('district')",
        "QGIS": ["native:dissolve", "INPUT=parcels.gpkg", "FIELD=district"],
        "ogr2ogr": [*(part.format("parcels") for part in OGR_DISSOLVE), "parcels.gpkg"],
        "PostGIS": "SELECT district, ST_Union(geom) FROM parcels GROUP BY district",
    },
    "dissolve, overlapping": {
        "jingwei": ["dissolve", "--input", "overlapping.gpkg", "--by", "district"],
        "GeoPandas": "gpd.read_file('overlapping.gpkg').dissolve('district')",
        "QGIS": ["native:dissolve", "INPUT=overlapping.gpkg", "FIELD=district"],
        "ogr2ogr": [*(part.format("overlapping") for part in OGR_DISSOLVE), "overlapping.gpkg"],
        "PostGIS": "SELECT district, ST_Union(geom) FROM overlapping GROUP BY district",
    },
    "10 m around lines, joined": {
        "jingwei": ["buffer", "--input", "lines.gpkg", "--distance", "10 m", "--dissolve", "all"],
        "GeoPandas": "gpd.read_file('lines.gpkg').assign(geometry=lambda layer: layer.buffer(10, 60)).dissolve()",
        "QGIS": ["native:buffer", "INPUT=lines.gpkg", "DISTANCE=10", "SEGMENTS=60", "DISSOLVE=true"],
        "PostGIS": "SELECT 1 AS code, ST_Union(ST_Buffer(geom, 10, 60)) FROM lines",
    },
}
PEERS = ("GeoPandas", "QGIS", "ogr2ogr", "PostGIS")


def timed(command, folder):
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return time.perf_counter() - start


def timed_sql(cluster, query):
    cluster.sql("DROP TABLE IF EXISTS found")
    start = time.perf_counter()
    cluster.sql(f"CREATE TABLE found AS {query}")
    return time.perf_counter() - start


def seconds(peer, call, folder, cluster, start_of_qgis):
    if peer == "GeoPandas":
        return timed(["/usr/bin/python3", "-c", f"import geopandas as gpd\n({call}).to_file('geopandas.gpkg', driver='GPKG')"], folder)
    if peer == "QGIS":
        return timed([QGIS, "run", call[0], "--", *call[1:], "OUTPUT=qgis.gpkg"], folder) - start_of_qgis
    if peer == "ogr2ogr":
        return timed(["ogr2ogr", "-overwrite", "-nln", "found", "ogr2ogr.gpkg", *reversed(call[-1:]), *call[:-1]], folder)
    return timed_sql(cluster, call)


def load(cluster, folder):
    cluster.sql("CREATE EXTENSION postgis")
    for name in LAYERS:
        timed(["ogr2ogr", "-f", "PostgreSQL", f"PG:host={cluster.folder} user={cluster.user} dbname=postgres", f"{name}.gpkg", "-nln", name,
               "-lco", "GEOMETRY_NAME=geom", "-nlt", "PROMOTE_TO_MULTI" if name == "large" else "GEOMETRY"], folder)
        cluster.sql(f"ANALYZE {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jingwei", type=lambda path: Path(path).resolve())
    parser.add_argument("bench_layers", type=lambda path: Path(path).resolve())
    parser.add_argument("--size", type=int, default=20000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", default="2")
    parser.add_argument("--only", choices=CASES, help="one case alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as database, Cluster(database) as cluster:
        subprocess.run([options.bench_layers, "--size", str(options.size), "--folder", folder], check=True)
        load(cluster, folder)
        has_qgis = Path(QGIS).exists()
        start_of_qgis = timed([QGIS, "help", "native:buffer"], folder) if has_qgis else 0
        print("| case | jingwei (s) | " + " | ".join(f"{peer} (s) | ratio" for peer in PEERS) + " |")
        print("|---|---:" + "|---:|---:" * len(PEERS) + "|")
        for name, calls in CASES.items():
            if options.only not in (None, name):
                continue
            own = statistics.median(timed([options.jingwei, *calls["jingwei"], "--crs", CRS, "--output", "jingwei.gpkg", "--threads", options.threads,
                                           "--quiet"], folder) for _ in range(options.runs))
            cells = [f"{own:.2f}"]
            for peer in PEERS:
                if peer not in calls or (peer == "QGIS" and not has_qgis):
                    cells.append("– | –")
                    continue
                spent = seconds(peer, calls[peer], folder, cluster, start_of_qgis)
                cells.append(f"{spent:.2f} | {spent / own:.1f}")
            print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    if BIN is None or shutil.which("ogr2ogr") is None:
        sys.exit("needs PostgreSQL with PostGIS and ogr2ogr: apt install postgresql-15-postgis-3 gdal-bin")
    sys.exit(main())
