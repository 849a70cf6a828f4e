"""The sample data of Beijing–Tianjin–Hebei: made again it is the same, its sums are the census, its faults are there.

Run: /usr/bin/python3 -m unittest discover -s tests/sample_data
"""
import csv
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from collections import Counter, defaultdict
from pathlib import Path

from pyproj import Geod
from shapely import wkb
from shapely.ops import unary_union

SAMPLE = Path(__file__).resolve().parents[2] / "sample-data" / "jing-jin-ji"
sys.path.insert(0, str(SAMPLE / "make"))
import gcj02  # noqa: E402
from index import Index  # noqa: E402

DATA, MAKE = SAMPLE / "data", SAMPLE / "make"
GEOD = Geod(ellps="GRS80")

PEOPLE = {"北京市": 21_893_095, "天津市": 13_866_009, "河北省": 74_610_235}
ROWS = {
    "admin_units": 199, "trunk_lines": 57, "trunk_waypoints": 434, "stations": 174, "transfers": 40,
    "micro_centers": 143, "platforms": 70, "rivers": 12,
}  # fmt: skip
# Units whose outline differs from the area sheet by more than 5 %; the reason is in the layer's geometry_note.
OFF_BY_MORE_THAN_5_PERCENT = set(
    "130403 130402 130404 130427 130408 130582 130703 130702 130502 130503 130203 130208 130207 120117 130224 "
    "130108 130111 130303 130304 120116 130902 131102 131103".split()
)


def tables(path):
    """table name -> list of column names and list of rows, for all tables of a GeoPackage with content."""
    found = {}
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (name,) in names:
            if name.startswith("sqlite_") or name == "gpkg_spatial_ref_sys":  # texts of the PROJ at hand
                continue
            cursor = database.execute(f'SELECT * FROM "{name}" ORDER BY 1')
            found[name] = ([c[0] for c in cursor.description], cursor.fetchall())
    database.close()
    return found


def geometry(blob):
    if blob is None:
        return None
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
    return wkb.loads(blob[8 + envelope :])


def read_layers():
    """layer name -> rows as dicts with a shapely geometry."""
    found = {}
    for path in sorted(DATA.glob("*.gpkg")):
        for name, (columns, rows) in tables(path).items():
            if name.startswith("gpkg_"):
                continue
            found[name] = [dict(zip(columns, row)) for row in rows]
            for row in found[name]:
                row["geom"] = geometry(row.get("geom"))
    return found


def read_csv(path, encoding="utf-8"):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def area_km2(shape):
    return abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6


class MadeAgain(unittest.TestCase):
    def test_generator_reproduces_the_committed_content(self):
        with tempfile.TemporaryDirectory() as folder:
            made = subprocess.run([sys.executable, str(MAKE / "make.py"), folder], capture_output=True, text=True)
            self.assertEqual(made.returncode, 0, made.stderr)
            committed = sorted(p.relative_to(DATA) for p in DATA.rglob("*") if p.is_file())
            self.assertEqual(committed, sorted(p.relative_to(folder) for p in Path(folder).rglob("*") if p.is_file()))
            for name in committed:
                with self.subTest(file=str(name)):
                    if name.suffix == ".gpkg":
                        self.same_tables(tables(DATA / name), tables(Path(folder) / name))
                    else:
                        self.assertEqual((DATA / name).read_bytes(), (Path(folder) / name).read_bytes())

    def same_tables(self, committed, made):
        self.assertEqual(list(committed), list(made))
        for table in committed:
            self.assertEqual(committed[table][0], made[table][0], table)
            different = [(a, b) for a, b in zip(committed[table][1], made[table][1]) if a != b]
            self.assertEqual(different[:1], [], table)
            self.assertEqual(len(committed[table][1]), len(made[table][1]), table)


class Content(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.layers = read_layers()
        cls.units = {row["unit_code"]: row for row in cls.layers["admin_units"]}
        cls.faults = read_csv(DATA / "faults.csv")

    def test_size_is_within_fifteen_megabytes(self):
        size = sum(p.stat().st_size for p in SAMPLE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        self.assertLessEqual(size, 15_000_000)

    def test_numbers_of_rows(self):
        self.assertEqual({name: len(self.layers[name]) for name in ROWS}, ROWS)
        kinds = Counter(row["kind"] for row in self.layers["stations"])
        self.assertEqual((kinds["airport"], kinds["port"]), (10, 7))
        self.assertEqual(len(read_csv(DATA / "stations.csv", "utf-8-sig")), 174)
        self.assertEqual(Counter(r["kind"] for r in self.layers["micro_centers"]), {"rail_station": 103, "node_town": 40})
        self.assertEqual(Counter(r["tier"] for r in self.layers["platforms"]), {"2": 2, "4": 4, "46": 46, None: 18})
        schemes = {"corridor-2015", "intercity-2015", "article-belt", "main-rail", "expressway"}
        self.assertEqual({row["scheme"] for row in self.layers["trunk_lines"]}, schemes)
        self.assertLessEqual(len(self.layers["roads"]), 60_000)
        self.assertLessEqual(len(self.layers["population"]), 40_000)
        self.assertLessEqual(len(self.layers["land_use"]), 20_000)

    def test_people_are_the_census(self):
        by_unit, by_province = Counter(), Counter()
        for row in self.layers["population"]:
            by_unit[row["unit_code"]] += row["people"]
            self.assertGreater(row["people"], 0)
            self.assertTrue(0 <= row["people_65plus"] <= row["people"])
            self.assertTrue(0 <= row["employed_residents"] <= row["people"])
        sheet = {r["code"]: int(r["pop2020_incl_zones"]) for r in read_csv(MAKE / "inputs" / "units.csv")}
        self.assertEqual(by_unit, sheet)
        self.assertEqual({code: row["pop2020_incl_zones"] for code, row in self.units.items()}, sheet)
        for code, people in by_unit.items():
            by_province[self.units[code]["province_zh"]] += people
        self.assertEqual(by_province, PEOPLE)
        self.assertEqual(sum(by_unit.values()), 110_369_339)

    def test_parts_of_people_are_the_census_shares(self):
        elderly, employed = Counter(), Counter()
        for row in self.layers["population"]:
            elderly[row["unit_code"]] += row["people_65plus"]
            employed[row["unit_code"]] += row["employed_residents"]
        for row in read_csv(MAKE / "inputs" / "units.csv"):
            people = int(row["pop2020_incl_zones"])
            self.assertEqual(elderly[row["code"]], round(people * float(row["share_65plus"])), row["code"])
            self.assertEqual(employed[row["code"]], round(people * float(row["share_employed"])), row["code"])

    def test_people_are_in_their_unit(self):
        shapes = {code: row["geom"].buffer(2e-5) for code, row in self.units.items()}
        from shapely.prepared import prep

        prepared = {code: prep(shape) for code, shape in shapes.items()}
        outside = [r["cell_id"] for r in self.layers["population"] if not prepared[r["unit_code"]].contains(r["geom"])]
        self.assertEqual(outside, [])

    def test_counties_cover_the_region_once(self):
        shapes = [row["geom"] for row in self.units.values()]
        self.assertTrue(all(shape.is_valid for shape in shapes))
        union = unary_union(shapes)
        self.assertEqual(sum(len(part.interiors) for part in union.geoms), 0, "gaps")
        self.assertAlmostEqual(sum(map(area_km2, shapes)), area_km2(union), places=6, msg="overlaps")
        largest = max(union.geoms, key=lambda part: part.area)
        self.assertGreater(largest.area / union.area, 0.998, "everything but islands hangs together")

    def test_areas_against_the_sheet(self):
        sheet = {r["code"]: float(r["area_km2_incl_zones"]) for r in read_csv(MAKE / "inputs" / "units.csv")}
        off = {c for c, row in self.units.items() if abs(area_km2(row["geom"]) / sheet[c] - 1) > 0.05}
        self.assertEqual(off, OFF_BY_MORE_THAN_5_PERCENT)
        for code, row in self.units.items():
            self.assertEqual(row["geometry_confidence"], "C" if code in off else "B", code)
            self.assertEqual(row["geometry_note"] is not None, code in off, code)
        self.assertAlmostEqual(sum(area_km2(row["geom"]) for row in self.units.values()), 216_654, delta=10)

    def test_seats_are_in_their_unit(self):
        from shapely.geometry import Point

        rows = read_csv(MAKE / "inputs" / "units.csv")
        away = [r["code"] for r in rows if self.units[r["code"]]["geom"].distance(Point(float(r["lon"]), float(r["lat"]))) > 0.01]
        self.assertEqual(set(away) - OFF_BY_MORE_THAN_5_PERCENT, set())

    def test_coordinates_are_rounded(self):
        for name in ("admin_units", "roads", "parks", "population", "conservation_zones"):
            for row in self.layers[name][:400]:
                if row["geom"] is not None and not row["geom"].is_empty:
                    for number in row["geom"].bounds:
                        self.assertEqual(number, round(number, 6), name)

    def test_every_row_is_marked(self):
        for name, rows in self.layers.items():
            self.assertTrue({row["confidence"] for row in rows} <= set("ABC"), name)
            allowed = {None} if name == "transfers" else set("ABC")
            self.assertTrue({row["geometry_confidence"] for row in rows} <= allowed, name)
            self.assertTrue({row["synthetic"] for row in rows} <= {0, 1}, name)
        for name in ("roads", "population", "jobs", "parks", "facilities", "land_use"):
            self.assertEqual({row["synthetic"] for row in self.layers[name]}, {1}, name)
        for name in ROWS:
            self.assertEqual({row["synthetic"] for row in self.layers[name]}, {0}, name)

    def test_layers_say_where_they_come_from(self):
        described = (SAMPLE / "SOURCE.md").read_text(encoding="utf-8")
        for path in DATA.glob("*.gpkg"):
            found = tables(path)
            columns, rows = found["gpkg_contents"]
            for row in rows:
                entry = dict(zip(columns, row))
                self.assertTrue(entry["description"], entry["table_name"])
                count = f"{len(self.layers[entry['table_name']]):,}".replace(",", " ")
                self.assertIn(f"| `{entry['table_name']}` | {count} |", described)
            self.assertIn("SOURCE", str(found["gpkg_metadata"]))
        self.assertIn("© OpenStreetMap contributors", described)
        self.assertIn("Copyright (c) 2017 jaska", described)
        for fault in self.faults:
            self.assertIn(f"`{fault['feature']}`", described)

    def test_roads_are_one_network(self):
        planted = {f["feature"] for f in self.faults if f["layer"] == "roads"}
        parent = {}

        def find(p):
            while parent.setdefault(p, p) != p:
                parent[p] = parent[parent[p]]
                p = parent[p]
            return p

        for row in self.layers["roads"]:
            if row["road_id"] not in planted:
                parent[find(row["geom"].coords[0])] = find(row["geom"].coords[-1])
        self.assertEqual(len({find(p) for p in list(parent)}), 1)
        interchanges = [r for r in self.layers["trunk_waypoints"] if r["scheme"] == "expressway"]
        self.assertGreater(len(interchanges), 100)
        self.assertEqual([r["waypoint_id"] for r in interchanges if r["geom"].coords[0] not in parent], [])

    def test_stations_are_near_a_road(self):
        index = Index([row["geom"] for row in self.layers["roads"]])
        for row in self.layers["stations"]:
            near = [index.geometries[i] for i in index.near(row["geom"].buffer(0.02))]
            self.assertLess(min((row["geom"].distance(road) for road in near), default=9), 0.015, row["name_zh"])

    def test_rail_lines_name_their_stations(self):
        lines = {row["line_id"]: row for row in self.layers["trunk_lines"]}
        served = defaultdict(int)
        for station in self.layers["stations"]:
            for line in (station["lines"] or "").split(";"):
                if line:
                    served[line] += 1
                    self.assertLess(station["geom"].distance(lines[line]["geom"]), 1e-9)
        for line, row in lines.items():
            if row["routing"] == "rail" and row["passenger"]:
                self.assertGreaterEqual(served[line], 2, line)
        ids = {row["station_id"] for row in self.layers["stations"]}
        for row in self.layers["transfers"]:
            self.assertTrue({row["from_station_id"], row["to_station_id"]} <= ids)

    def test_parks_of_every_size(self):
        areas = [area_km2(r["geom"]) * 1e6 for r in self.layers["parks"] if r["geom"].is_valid]
        self.assertGreater(sum(a < 2000 for a in areas), 50)
        self.assertGreater(sum(2000 <= a < 5000 for a in areas), 50)
        self.assertGreater(sum(a >= 100_000 for a in areas), 50)
        parks = {r["park_id"]: r["geom"] for r in reversed(self.layers["parks"])}
        for row in self.layers["park_entrances"]:
            if row["entrance_id"] and row["park_id"] in parks:
                self.assertLess(row["geom"].distance(parks[row["park_id"]].exterior), 3e-6, row["entrance_id"])

    def test_outlines_are_valid_but_for_the_planted(self):
        planted = {f["feature"] for f in self.faults}
        keys = {"parks": "park_id", "land_use": "parcel_id", "built_up_areas": "built_up_area_id",
                "control_lines": "control_line_id", "conservation_zones": "zone_id"}  # fmt: skip
        for name, key in keys.items():
            bad = {row[key] for row in self.layers[name] if not row["geom"].is_valid or row["geom"].is_empty}
            self.assertTrue(bad <= planted, (name, bad - planted))

    def test_there_is_something_to_find(self):
        zones = [r for r in self.layers["conservation_zones"] if not r["functional"] and r["geom"].is_valid]
        corridors = [r["geom"] for r in self.layers["trunk_lines"] if r["scheme"] == "corridor-2015"]
        for strength in ("prohibited", "restricted"):
            crossed = [z for z in zones if z["control_strength"] == strength and any(z["geom"].intersects(c) for c in corridors)]
            self.assertGreaterEqual(len(crossed), 3, strength)
        self.assertEqual({r["control_strength"] for r in self.layers["conservation_zones"] if r["functional"]}, {"advisory"})
        near = [m for m in self.layers["micro_centers"] if any(z["geom"].distance(m["geom"]) < 0.006 for z in zones)]
        self.assertGreaterEqual(len(near), 3)


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.layers = read_layers()
        cls.faults = read_csv(DATA / "faults.csv")

    def row(self, layer, key, value):
        return next(r for r in reversed(self.layers[layer]) if r[key] == value)

    def test_ten_kinds_or_more_and_few(self):
        self.assertGreaterEqual(len({f["kind"] for f in self.faults}), 10)
        self.assertLess(len(self.faults), 40)

    def test_broken_geometry(self):
        for layer, key, value in (("parks", "park_id", "PK9001"), ("control_lines", "control_line_id", "CR901"),
                                  ("land_use", "parcel_id", "L90001"), ("conservation_zones", "zone_id", "E91")):  # fmt: skip
            self.assertFalse(self.row(layer, key, value)["geom"].is_valid, value)
        self.assertTrue(self.row("land_use", "parcel_id", "L90002")["geom"].is_empty)
        self.assertIsNone(self.row("facilities", "facility_id", "F90001")["geom"])
        self.assertEqual(self.row("roads", "road_id", "R90002")["geom"].length, 0)

    def test_keys(self):
        for layer, key in (("parks", "park_id"), ("jobs", "job_site_id")):
            doubles = {k for k, n in Counter(r[key] for r in self.layers[layer]).items() if n > 1}
            self.assertEqual(doubles, {f["feature"] for f in self.faults if f["layer"] == layer and f["kind"] == "duplicate_key"})
        self.assertEqual(sum(r["entrance_id"] is None for r in self.layers["park_entrances"]), 1)
        self.assertNotIn("PK8888", {r["park_id"] for r in self.layers["parks"]})

    def test_values(self):
        self.assertEqual(self.row("roads", "road_id", "R90001")["speed_kmh"], 900)
        self.assertEqual(self.row("facilities", "facility_id", "F90003")["capacity"], -20)
        self.assertEqual(self.row("jobs", "job_site_id", "J90001")["jobs"], -300)
        self.assertEqual(self.row("parks", "park_id", "PK9002")["class"], "G99")
        self.assertEqual(self.row("facilities", "facility_id", "F90004")["kind"], "clinic")
        self.assertEqual(self.row("land_use", "parcel_id", "L90003")["use"], "resort")
        self.assertIsNone(self.row("land_use", "parcel_id", "L90004")["use"])

    def test_places(self):
        lost = self.row("facilities", "facility_id", "F90002")["geom"]
        nearest = min(lost.distance(r["geom"]) for r in self.layers["roads"])
        self.assertGreater(nearest * 111_195 * 0.755, 2000)  # east–west degrees are the shortest here
        stub = self.row("roads", "road_id", "R90003")["geom"]
        self.assertGreater(min(stub.distance(r["geom"]) for r in self.layers["roads"] if r["road_id"] != "R90003"), 0.001)

    def test_the_tables_of_text(self):
        rows = {r["facility_id"]: r for r in read_csv(DATA / "facilities_gcj02.csv")}
        self.assertGreater(float(rows["F90011"]["lat"]), 90)
        self.assertEqual(rows["F90012"]["lon"], "")
        self.assertFalse(rows["F90013"]["capacity"].isdigit())
        self.assertTrue((DATA / "stations.csv").read_bytes().startswith(b"\xef\xbb\xbf"))
        self.assertEqual((DATA / "园区" / "平台.cpg").read_text().strip(), "GBK")
        self.assertIn("主导产业".encode("gbk"), (DATA / "园区" / "平台.dbf").read_bytes())

    def test_gcj02_points_are_the_same_places(self):
        places = {r["facility_id"]: r["geom"] for r in self.layers["facilities"]}
        shifts = []
        for row in read_csv(DATA / "facilities_gcj02.csv"):
            if row["facility_id"] in places:
                lon, lat = gcj02.to_wgs84(float(row["lon"]), float(row["lat"]))
                place = places[row["facility_id"]]
                self.assertAlmostEqual(lon, place.x, delta=1.1e-6)
                self.assertAlmostEqual(lat, place.y, delta=1.1e-6)
                shifts.append(float(row["lon"]) - place.x)
        self.assertGreater(len(shifts), 500)
        self.assertGreater(min(shifts), 0.004)
        # Samples from the domain sheet on coordinate systems.
        for lon, lat, east, north in ((116.3913, 39.9075, 116.39754, 39.90890), (117.2, 39.1, 117.20630, 39.10102)):
            self.assertAlmostEqual(gcj02.from_wgs84(lon, lat)[0], east, places=5)
            self.assertAlmostEqual(gcj02.from_wgs84(lon, lat)[1], north, places=5)


if __name__ == "__main__":
    unittest.main()
