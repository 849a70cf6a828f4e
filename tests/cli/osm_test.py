"""Tagged features of OpenStreetMap data as the inputs of a study, by the real command."""
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

JINGWEI = os.environ["JINGWEI"]


def jingwei(*arguments):
    return subprocess.run([JINGWEI, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


def rows(geopackage, query):
    with sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


class OpenStreetMap(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="jingwei 经纬 "))
        self.addCleanup(shutil.rmtree, self.folder)

    def test_a_study_reads_tagged_features_of_openstreetmap(self):
        (self.folder / "town.osm").write_text("""<osm version='0.6'>
            <node id='1' lon='116.0' lat='39.0'/><node id='2' lon='116.01' lat='39.0'/>
            <node id='3' lon='116.01' lat='39.01'/><node id='4' lon='116.0' lat='39.01'/>
            <node id='5' lon='116.005' lat='39.005'><tag k='amenity' v='library'/><tag k='name' v='图书馆'/></node>
            <way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='1'/><tag k='leisure' v='park'/></way>
            <way id='2'><nd ref='1'/><nd ref='2'/><tag k='leisure' v='park'/></way></osm>""")
        study = self.folder / "study.yaml"
        study.write_text("study: {id: town}\n"
                         "inputs:\n"
                         "  - {name: parks, source: town.osm}\n"
                         "  - {name: books, layer: facilities, source: town.osm, filter: \"kind = 'library'\"}\n"
                         "analyses:\n"
                         "  - {analysis: buffer, inputs: {input: books}, parameters: {distance: 100 m}}\n")
        done = jingwei("run", study, "--out", self.folder / "out")
        self.assertEqual(done.returncode, 0, done.stderr)
        package = self.folder / "out/town.gpkg"
        self.assertEqual(rows(package, "SELECT park_id, class FROM parks"), [("way/1", "G11")])
        self.assertEqual(rows(package, "SELECT facility_id, name_zh FROM books"), [("node/5", "图书馆")])
        self.assertEqual(rows(package, "SELECT layer, feature, kind FROM issues"), [("parks", "way/2", "incomplete_geometry")])
        study.write_text(study.read_text().replace("kind = 'library'", "kindd = 1").replace("name: parks", "name: admin_units"))
        done = jingwei("check", study)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, "study.yaml:3:.*admin_units")
        self.assertRegex(done.stderr, "study.yaml:4:.*kindd")
        told = json.loads(jingwei("describe", self.folder / "town.osm", "--json").stdout)
        self.assertEqual({layer["name"]: layer["features"] for layer in told["layers"] if layer["features"]}, {"parks": 2, "facilities": 1})


if __name__ == "__main__":
    unittest.main()
