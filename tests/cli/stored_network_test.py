"""Networks that are stored in a file, by the real command: used again while nothing changed, never trusted when it did."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

JINGWEI = os.environ["JINGWEI"]
DATA = Path(__file__).resolve().parents[1] / "study/data"


class StoredNetwork(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="jingwei 经纬 ")) / "study"
        self.addCleanup(shutil.rmtree, self.folder.parent)
        shutil.copytree(DATA, self.folder)
        self.study = self.folder / "correct.yaml"
        self.write(self.study.read_text().replace("snap_limit: 1 km", "snap_limit: 1 km, stored: nets/walk.jwnet"))
        self.file = self.folder / "nets/walk.jwnet"

    def write(self, text):
        self.assertIn("stored", text)
        self.study.write_text(text)

    def run_study(self):
        """What is told, and the content of the result."""
        done = subprocess.run([JINGWEI, "run", str(self.study), "--fresh", "--out", str(self.folder / "out")], capture_output=True, text=True,
                              timeout=300, env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr, json.loads((self.folder / "out/run.json").read_text())["outputs"]["content_hash"]

    def test_is_used_again_with_the_same_results(self):
        told, first = self.run_study()
        self.assertNotIn("stored network", told)
        whole = self.file.read_bytes()
        told, second = self.run_study()
        self.assertIn("the stored network is read", told)
        self.assertEqual(first, second)
        self.assertEqual(self.file.read_bytes(), whole)

    def test_damage_is_told_and_mended(self):
        _, first = self.run_study()
        whole = self.file.read_bytes()
        for place in range(5, len(whole), len(whole) // 7):
            self.file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
            told, content = self.run_study()
            self.assertIn("built anew", told)
            self.assertEqual(content, first)
            self.assertEqual(self.file.read_bytes(), whole)

    def test_other_sources_or_options_build_anew(self):
        self.run_study()
        text = self.study.read_text()
        self.write(text.replace("snap_limit: 1 km", "snap_limit: 900 m"))
        self.assertIn("of other sources or options", self.run_study()[0])
        self.assertIn("is read", self.run_study()[0])
        self.write(text.replace("profile: walk", "profile: bike"))
        self.assertIn("of other sources or options", self.run_study()[0])
        roads = json.loads((self.folder / "roads.geojson").read_text())
        roads["features"].pop()
        (self.folder / "roads.geojson").write_text(json.dumps(roads))
        self.assertIn("of other sources or options", self.run_study()[0])

    def test_where_it_cannot_be_written_the_run_goes_on(self):
        (self.folder / "nets").write_text("a file where the folder should be")
        self.assertIn("the network is not stored", self.run_study()[0])

    def test_its_name_is_checked(self):
        self.study.write_text(self.study.read_text().replace("nets/walk.jwnet", "roads.geojson"))
        done = subprocess.run([JINGWEI, "check", str(self.study)], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual(done.returncode, 2)
        self.assertIn(".jwnet", done.stderr)


if __name__ == "__main__":
    unittest.main()
