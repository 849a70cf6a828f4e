"""`jingwei network` on a study file: the same report as on the file that the network is built from."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

JINGWEI = os.environ["JINGWEI"]
DATA = Path(__file__).resolve().parents[1] / "study/data"


def jingwei(*arguments):
    return subprocess.run([JINGWEI, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


class NetworkOfStudy(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="jingwei 经纬 "))
        self.addCleanup(shutil.rmtree, self.folder)

    def test_is_reported_as_its_file_is(self):
        of_study = jingwei("network", DATA / "correct.yaml", "--report", self.folder / "a.gpkg")
        self.assertEqual(of_study.returncode, 0, of_study.stderr)
        of_file = jingwei("network", DATA / "roads.geojson", "--profile", "walk")
        self.assertEqual(of_study.stdout, of_file.stdout)
        self.assertTrue((self.folder / "a.gpkg").is_file())
        named = jingwei("network", DATA / "correct.yaml", "--network", "walk")
        self.assertEqual(named.stdout, of_study.stdout)

    def test_wrong_questions(self):
        for arguments, told in ((("--network", "wolk"), "did you mean “walk”"), (("--profile", "car"), "its own"),
                                (("--scenario", "none"), "scenario")):
            done = jingwei("network", DATA / "correct.yaml", *arguments)
            self.assertEqual(done.returncode, 2, done.stdout)
            self.assertIn(told, done.stderr)
        done = jingwei("network", DATA / "roads.geojson", "--profile", "walk", "--network", "walk")
        self.assertEqual(done.returncode, 2)
        self.assertIn("study file", done.stderr)
        done = jingwei("network", DATA / "roads.geojson")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--profile", done.stderr)

    def test_crossings_are_noded_where_a_study_asks_for_it(self):
        roads = self.folder / "roads.geojson"
        line = '{"type":"Feature","properties":{"road_id":"%s","class":"residential"},"geometry":{"type":"LineString","coordinates":%s}}'
        lines = [line % ("a", "[[116.00,39.00],[116.02,39.00]]"), line % ("b", "[[116.01,38.99],[116.01,39.01]]"),
                 line % ("c", "[[116.005,39.000003],[116.005,39.01]]")]
        roads.write_text('{"type":"FeatureCollection","features":[%s]}' % ",".join(lines))
        study = self.folder / "s.yaml"
        text = "study: {id: s}\ninputs:\n  - {name: roads, source: roads.geojson}\n  - {name: units, layer: any, source: roads.geojson}\n" \
               "networks:\n  - {name: w, sources: [roads], profile: walk%s}\n" \
               "analyses:\n  - {analysis: buffer, inputs: {input: units}, parameters: {distance: 100 m}}\n"

        def counts(options):
            study.write_text(text % options)
            done = jingwei("network", study)
            self.assertEqual(done.returncode, 0, done.stderr)
            return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())

        drawn = counts("")
        self.assertEqual((drawn["Street parts:"], drawn["Crossings of roads that were given a node:"]), ("3", "0"))
        crossed = counts(", noding: crossings")
        self.assertEqual((crossed["Street parts:"], crossed["Crossings of roads that were given a node:"]), ("5", "1"))
        joined = counts(", noding: crossings, tolerance: 0.5 m")
        self.assertEqual((joined["Street parts:"], joined["Ends of roads led on to another:"], joined["joined_end:"]), ("6", "1", "1"))
        study.write_text(text % ", tolerance: 0.5 m")
        done = jingwei("check", study)
        self.assertEqual(done.returncode, 2)
        self.assertIn("noding: crossings", done.stderr)


if __name__ == "__main__":
    unittest.main()
