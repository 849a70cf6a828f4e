"""Networks of real OpenStreetMap data: counts against osmium, connectivity, lengths against pyproj."""
import json
import os
import re
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

import geopandas
import pyproj

from real_data import SHARED, require

REAL = SHARED / "osm"
GEOD = pyproj.Geod(ellps="WGS84")
FILES = {"andorra": "graphhopper/andorra.osm.pbf", "monaco": "graphhopper/monaco.osm.gz",
         "krems": "graphhopper/krems.osm.gz", "porto-alegre": "porto-alegre/poa_osm.pbf"}


def run(*arguments):
    return subprocess.run([os.environ["JINGWEI"], *map(str, arguments)], capture_output=True, text=True, timeout=300)


class Networks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        require(REAL)
        cls.folder = tempfile.TemporaryDirectory()
        cls.reports = {}
        for name, file in FILES.items():
            for profile in ("car", "walk"):
                report = Path(cls.folder.name) / f"{name}_{profile}.gpkg"
                done = run("network", REAL / file, "--profile", profile, "--report", report, "--quiet")
                assert done.returncode == 0, done.stderr
                cls.reports[name, profile] = report

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def query(self, name, profile, sql):
        with sqlite3.connect(self.reports[name, profile]) as database:
            return database.execute(sql).fetchall()

    def summary(self, name, profile):
        return dict(self.query(name, profile, "SELECT item, value FROM network_summary"))

    def ways_by_class(self, file):
        """Ways by highway, as osmium exports them."""
        with tempfile.TemporaryDirectory() as folder:
            opl = Path(folder) / "ways.opl"
            subprocess.run(["osmium", "cat", "-t", "way", REAL / file, "-o", opl], check=True, capture_output=True)
            counts = {}
            for line in opl.read_text(encoding="utf-8").splitlines():
                if match := re.search(r"[T,]highway=([^, ]*)", line):
                    counts.setdefault(match[1], set()).add(line.split(" ")[0][1:])
            return counts

    def test_every_way_is_used_or_told(self):
        for name, file in FILES.items():
            with self.subTest(name):
                counts = self.ways_by_class(file)
                missing = 0
                for road_class in ("primary", "secondary", "residential"):
                    used = {key for key, in self.query(name, "car", "SELECT DISTINCT source_key FROM network_streets "
                                                       f"WHERE class = '{road_class}'")}
                    self.assertLessEqual(used, counts.get(road_class, set()))
                    missing += len(counts.get(road_class, set()) - used)
                told = sum(int(re.search(r": (\d+) ways", text)[1]) for text, in self.query(
                    name, "car", "SELECT message_en FROM issues WHERE kind IN ('access_refused', 'way_closed')"))
                self.assertLessEqual(missing, told)

    def largest_component(self, file, used):
        """The used ways that hang together with most nodes, by their shared nodes as osmium exports them."""
        with tempfile.TemporaryDirectory() as folder:
            opl = Path(folder) / "ways.opl"
            subprocess.run(["osmium", "cat", "-t", "way", REAL / file, "-o", opl], check=True, capture_output=True)
            nodes = {line.split(" ")[0][1:]: line.rsplit(" N", 1)[1].split(",")
                     for line in opl.read_text(encoding="utf-8").splitlines()}
        group = {}

        def root(item):
            while group.setdefault(item, item) != item:
                group[item] = item = group[group[item]]
            return item

        for way in used:
            for node in nodes[way]:
                group[root(node)] = root(nodes[way][0])
        members = {}
        for way in used:
            members.setdefault(root(nodes[way][0]), []).append(way)
        return set(max(members.values(), key=lambda ways: sum(len(nodes[way]) for way in ways)))

    def test_the_main_part_is_what_hangs_together(self):
        for (name, profile) in self.reports:
            with self.subTest(name=name, profile=profile):
                rows = self.query(name, profile, "SELECT DISTINCT source_key, connection FROM network_streets")
                main = {way for way, connection in rows if connection == "main"}
                whole = self.largest_component(FILES[name], {way for way, _ in rows})
                self.assertLessEqual(len(main - whole), 1)
                # On foot the rest is apart; cars also lose what one-way streets cut off at the edge of the extract.
                self.assertGreaterEqual(len(main & whole) / len(whole), 0.99 if profile == "walk" else 0.85)

    def test_lengths_are_geodesic(self):
        for (name, profile), report in self.reports.items():
            with self.subTest(name=name, profile=profile):
                streets = geopandas.read_file(report, layer="network_streets").to_crs(4326)
                truth = sum(GEOD.geometry_length(line) for line in streets.geometry)
                self.assertAlmostEqual(streets.length_m.sum() / truth, 1, delta=1e-6)
                self.assertAlmostEqual(self.summary(name, profile)["street_length_m"] / truth, 1, delta=1e-6)
                by_class, = self.query(name, profile, "SELECT sum(length_m) FROM network_classes")[0]
                self.assertAlmostEqual(by_class / truth, 1, delta=1e-6)

    def test_restrictions_of_krems(self):
        figures = self.summary("krems", "car")
        self.assertEqual(figures["restrictions"], 9)
        told = self.query("krems", "car", "SELECT count(*) FROM issues WHERE kind = 'restriction_rejected'")[0][0]
        self.assertEqual(told, figures["restrictions_rejected"])
        self.assertGreaterEqual(figures["restrictions_applied"], 5)

    def test_one_way_streets_of_porto_alegre(self):
        oneway, = self.query("porto-alegre", "car", "SELECT count(*) FROM network_streets WHERE backward_kmh IS NULL")[0]
        walked, = self.query("porto-alegre", "walk", "SELECT count(*) FROM network_streets WHERE backward_kmh IS NULL")[0]
        self.assertGreater(oneway, 1000)
        self.assertLess(walked, oneway / 50)

    def test_points_snap(self):
        report = Path(self.folder.name) / "snaps.gpkg"
        done = run("network", REAL / FILES["porto-alegre"], "--profile", "walk", "--report", report, "--quiet",
                   "--points", self.points())
        self.assertEqual(done.returncode, 0, done.stderr)
        with sqlite3.connect(report) as database:
            rows = database.execute("SELECT status, snap_m FROM network_snaps ORDER BY point_key").fetchall()
        self.assertEqual([status for status, _ in rows], ["snapped", "unsnapped"])
        self.assertLess(rows[0][1], 200)

    def points(self):
        """The public market, and a place in the lake."""
        path = Path(self.folder.name) / "points.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": key}, "geometry": {"type": "Point", "coordinates": place}}
            for key, place in (("a", [-51.2275, -30.0277]), ("b", [-51.262, -30.055]))]}), encoding="utf-8")
        return path

    def test_files_that_are_no_data(self):
        empty = Path(self.folder.name) / "empty.osm.pbf"
        empty.write_bytes(b"")
        done = run("network", empty, "--profile", "car")
        self.assertEqual(done.returncode, 2)
        self.assertIn("the file is empty", done.stderr)
        for name in ("andorra", "monaco"):
            whole = REAL / FILES[name]
            short = Path(self.folder.name) / f"short-{whole.name}"
            short.write_bytes(whole.read_bytes()[:whole.stat().st_size // 2])
            done = run("network", short, "--profile", "car")
            self.assertEqual(done.returncode, 2)
            self.assertIn("cut short", done.stderr)
        done = run("network", REAL / FILES["monaco"], "--profile", "cra")
        self.assertEqual(done.returncode, 2)
        self.assertIn("car", done.stderr)
        done = run("network", REAL / FILES["monaco"], "--profile", "car", "--crs", "EPSG:4326")
        self.assertEqual(done.returncode, 2)
        self.assertIn("counts in degrees", done.stderr)


if __name__ == "__main__":
    unittest.main()
