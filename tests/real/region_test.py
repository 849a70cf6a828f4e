"""The study over real data, its figures checked against facts: census areas, geodesic lengths, numbers of features."""
import json
import os
import sqlite3
import statistics
import subprocess
import tempfile
import unittest
from pathlib import Path

import geopandas
import pyproj
import shapely

from real_data import SHARED, require

HERE = Path(__file__).resolve().parent
REAL = SHARED / "jjj"
GEOD = pyproj.Geod(ellps="GRS80")


def source(name):
    return geopandas.read_file(REAL / name)


class Region(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        require(REAL)
        cls.folder = tempfile.TemporaryDirectory()
        done = subprocess.run([os.environ["JINGWEI"], "run", str(HERE / "region.yaml"), "--out", cls.folder.name, "--quiet"],
                              capture_output=True, text=True, timeout=500)
        assert done.returncode == 0, done.stderr
        cls.gpkg = Path(cls.folder.name) / "region.gpkg"
        cls.record = json.loads((Path(cls.folder.name) / "run.json").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def query(self, sql):
        with sqlite3.connect(self.gpkg) as database:
            return database.execute(sql).fetchall()

    def layer(self, name):
        return geopandas.read_file(self.gpkg, layer=name)

    def issues(self, layer, kind):
        return self.query(f"SELECT count(*) FROM issues WHERE layer = '{layer}' AND kind = '{kind}'")[0][0]

    def test_every_county_is_there_with_its_census_figures(self):
        self.assertEqual(self.query("SELECT count(*), round(sum(population)) FROM counties"), [(200, 104405271.0)])

    def test_areas_are_geodesic_and_near_those_of_the_sheet(self):
        counties = source("counties_mapchina_wgs84.geojson").set_index("Code_County")
        pieces = self.layer("hospitals_5_km_by_unit").set_index("unit_code")
        errors = []
        for code, county in counties.iterrows():
            truth = abs(GEOD.geometry_area_perimeter(shapely.segmentize(county.geometry, 0.005) if hasattr(shapely, "segmentize")
                                                     else county.geometry)[0])
            self.assertAlmostEqual(pieces.base_m2[code] / truth, 1, delta=1e-4, msg=code)
            errors.append(pieces.base_m2[code] / 1e6 / county.Area - 1)
        self.assertLess(statistics.median(map(abs, errors)), 0.01)
        self.assertLess(abs(pieces.base_m2.sum() / 1e6 / counties.Area.sum() - 1), 0.01)

    def test_provinces_are_the_sum_of_their_counties(self):
        counties = source("counties_mapchina_wgs84.geojson")
        for province, population, area in self.query("SELECT province_zh, population, area_m2 FROM provinces_areas"):
            own = counties[counties.Name_Province == province]
            self.assertEqual(population, own.Pop_2010.sum(), province)
            self.assertAlmostEqual(area / 1e6 / own.Area.sum(), 1, delta=0.02, msg=province)

    def test_invalid_polygons_are_repaired_and_told(self):
        counties = source("counties_datav_gcj02.geojson").geometry.dropna()
        invalid = (~counties.is_valid).sum()
        self.assertEqual(self.issues("counties_gcj02", "invalid_geometry"), invalid)
        self.assertTrue(self.layer("counties_gcj02").geometry.is_valid.all())

    def test_counties_of_web_maps_fall_on_the_others_once_converted(self):
        shared = self.query("SELECT a.unit_code, p.area_m2, a.base_m2 FROM two_sources_pieces p JOIN hospitals_5_km_by_unit a "
                            "ON p.input_key = a.unit_code WHERE p.input_key = p.overlay_key")
        self.assertGreater(len(shared), 150)
        self.assertGreater(statistics.median(part / whole for _, part, whole in shared), 0.98)

    def test_stations_are_all_there(self):
        stations = source("rail_metro_stations_osm_wgs84.geojson")
        named = stations[stations.name.notna()]
        metro, rail = named.station.isin(["subway", "light_rail", "monorail"]).sum(), (named.train == "yes").sum()
        self.assertEqual(self.query("SELECT count(*) FROM metro_stations"), [(metro,)])
        self.assertEqual(self.query("SELECT count(*) FROM rail_stations"), [(rail,)])

    def test_lengths_of_the_subway_are_geodesic(self):
        lines = source("beijing_subway_lines_derived_wgs84.geojson").geometry
        truth = sum(GEOD.geometry_length(line) for line in lines)
        network, = self.record["networks"]
        # The lines are drawn from stop to stop; what lies beyond the last station that has a name is not ridden.
        self.assertLess(network["rail_length_m"], truth * 1.0001)
        self.assertGreater(network["rail_length_m"], truth * 0.97)
        self.assertAlmostEqual(network["street_length_m"] / truth, 1, delta=1e-4)

    def test_the_subway_carries_travellers_across_the_city(self):
        rows = self.query("SELECT minimum_min FROM to_rail_origins WHERE snap_m IS NOT NULL")  # those of Beijing
        reached = [minutes for minutes, in rows if minutes is not None]
        self.assertGreater(len(rows), 400)
        self.assertGreater(len(reached), 0.9 * len(rows))
        self.assertTrue(all(minutes >= 0 for minutes in reached))
        self.assertLess(statistics.median(reached), 60)

    def test_river_banks_are_twice_as_wide_as_asked(self):
        rivers = source("rivers_ne10m_wgs84.geojson")
        lengths = sum(GEOD.geometry_length(river) for river in rivers.geometry.dropna())
        (narrow,), (wide,) = self.query("SELECT area_m2 FROM river_banks_dissolved ORDER BY distance_m")
        self.assertLess(narrow, 2000 * lengths * 1.05)
        self.assertGreater(narrow, 2000 * lengths * 0.9)  # bends and confluences overlap
        self.assertGreater(wide, narrow * 4)

    def test_overlays_prove_themselves(self):
        for analysis in self.record["analyses"]:
            certificate = analysis["figures"].get("certificate")
            if certificate:
                self.assertEqual(certificate["witness_failures"], 0, analysis["name"])
                self.assertEqual(certificate["witnesses"], certificate["pieces"], analysis["name"])


if __name__ == "__main__":
    unittest.main()
