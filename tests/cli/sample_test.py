"""The sample study: every promised layer is there and filled, every planted fault is told, QGIS opens all of it."""
import csv
import json
import os
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

from osgeo import ogr

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample-data/jing-jin-ji"

# Which issue tells each planted fault, by the kind that faults.csv gives it.
KINDS = {"bow_tie": "invalid_geometry", "self_touching_ring": "invalid_geometry", "hole_outside_shell": "invalid_geometry",
         "duplicate_key": "duplicate_key", "value_not_allowed": "not_allowed", "empty_geometry": "empty_geometry",
         "missing_required_value": "missing_value", "null_geometry": "null_geometry", "missing_coordinates": "null_geometry",
         "missing_key": "missing_key", "out_of_range": "out_of_range", "zero_length": "collapsed_geometry",
         "not_a_number": "wrong_type", "coordinates_swapped": "not_projectable", "unsnapped": "unsnapped",
         "disconnected": "disconnected", "unknown_reference": "broken_reference"}


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        done = subprocess.run([os.environ["JINGWEI"], "run", str(SAMPLE / "study.yaml"), "--out", str(cls.folder), "--quiet"],
                              capture_output=True, text=True, timeout=500)
        assert done.returncode == 0, done.stderr
        cls.gpkg = cls.folder / "jing-jin-ji.gpkg"
        cls.record = json.loads((cls.folder / "run.json").read_text())
        with sqlite3.connect(cls.gpkg) as database:
            cls.issues = set(database.execute("SELECT layer, feature, kind FROM issues"))
            cls.unplaced = set(database.execute("SELECT layer FROM issues WHERE geom IS NULL"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_every_layer_has_features_and_a_crs(self):
        data = ogr.Open(str(self.gpkg))
        promised = [name for analysis in self.record["analyses"] for name in analysis["layers"]]
        promised += [entry["name"] for entry in self.record["inputs"] if "columns" not in entry]  # rasters stay where they are
        self.assertGreater(len(promised), 50)
        for name in promised:
            layer = data.GetLayerByName(name)
            self.assertIsNotNone(layer, name)
            self.assertGreater(layer.GetFeatureCount(), 0, name)
            if layer.GetGeomType() != ogr.wkbNone:
                self.assertIsNotNone(layer.GetSpatialRef(), name)

    def test_every_analysis_of_the_program_is_asked(self):
        listed = subprocess.run([os.environ["JINGWEI"], "analyses", "--json"], capture_output=True, text=True, check=True)
        self.assertEqual({entry["name"] for entry in json.loads(listed.stdout)}, {entry["analysis"] for entry in self.record["analyses"]})

    def test_each_planted_fault_has_its_issue(self):
        with open(SAMPLE / "data/faults.csv", encoding="utf-8-sig", newline="") as file:
            faults = list(csv.DictReader(file))
        kinds = set()
        for fault in faults:
            expected = KINDS[fault["kind"]]
            # Inputs of other names read the same layer.
            found = [(layer, feature) for layer, feature, kind in self.issues if kind == expected and
                     (feature == fault["feature"] or (fault["feature"] == "(no key)" and feature.startswith("#")) or
                      kind == "disconnected")]
            self.assertTrue(found, fault)
            kinds.add(fault["kind"])
        self.assertGreaterEqual(len(kinds), 10)

    def test_the_lone_road_is_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "walk.gpkg"
            subprocess.run([os.environ["JINGWEI"], "network", f"{SAMPLE}/data/roads.gpkg:roads", "--profile", "walk",
                            "--report", str(report), "--quiet"], check=True, capture_output=True)
            with sqlite3.connect(report) as database:
                found = set(database.execute("SELECT connection FROM network_streets WHERE source_key = 'R90003'"))
        self.assertEqual(found, {("apart",)})

    def test_population_is_conserved(self):
        with sqlite3.connect(self.gpkg) as database:
            people, = database.execute("SELECT sum(people) FROM population").fetchone()
            served, = database.execute("SELECT sum(people) FROM hospital_coverage_by_unit").fetchone()
            units, = database.execute("SELECT sum(population) FROM admin_units").fetchone()
        self.assertEqual(people, 110369339)
        self.assertEqual(units, 110369339)
        self.assertAlmostEqual(served / people, 1, delta=1e-3)  # a few cells lie off every county's border

    def test_shares_are_shares_and_results_say_where_they_come_from(self):
        with sqlite3.connect(self.gpkg) as database:
            tables = [name for name, in database.execute("SELECT table_name FROM gpkg_contents")]
            for table in tables:
                columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
                for column in columns:
                    if column.endswith("_pct") and column != "overlap_pct":  # what counts again may do so many times
                        low, high = database.execute(f'SELECT min("{column}"), max("{column}") FROM "{table}"').fetchone()
                        if low is not None:
                            self.assertGreaterEqual(low, 0, (table, column))
                            self.assertLessEqual(high, 100 + 1e-6, (table, column))
            for analysis in self.record["analyses"]:
                for layer in analysis["layers"]:
                    letters = {letter for letter, in database.execute(f'SELECT DISTINCT confidence_min FROM "{layer}"')}
                    self.assertLessEqual(letters, {"A", "B", "C", None}, layer)

    def test_overlays_prove_themselves(self):
        certificates = [analysis["figures"]["certificate"] for analysis in self.record["analyses"] if "certificate" in analysis["figures"]]
        self.assertGreater(len(certificates), 3)
        for certificate in certificates:
            self.assertEqual(certificate["witness_failures"], 0)
            self.assertEqual(certificate["witnesses"], certificate["pieces"])
            self.assertLess(abs(certificate["balance"]), max(1e-6 * certificate["input_measure"], 1))

    def test_qgis_opens_file_and_project(self):
        script = f"""
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
for source in ("geopackage:{self.gpkg}?projectName=jing-jin-ji", "{self.folder}/jing-jin-ji.qgz"):
    project = QgsProject.instance()
    project.clear()
    assert project.read(source), (source, project.error())
    layers = list(project.mapLayers().values())
    assert len(layers) > 50, len(layers)
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert not layer.isSpatial() or layer.renderer() is not None, layer.name()
        assert not layer.isSpatial() or layer.crs().isValid(), layer.name()
        assert any(layer.attributeAlias(index) for index in range(layer.fields().count())), layer.name()
print("opened")
"""
        names = sqlite3.connect(self.gpkg).execute("SELECT name FROM qgis_projects").fetchall()
        script = script.replace("projectName=jing-jin-ji", f"projectName={names[0][0]}")
        done = subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True, timeout=300,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        self.assertIn("opened", done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()
