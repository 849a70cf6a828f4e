#!/usr/bin/python3
"""Analyses are complete, and nothing in the tree is left over."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import completeness

ROOT = Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        program = os.environ.get("JINGWEI", str(ROOT / "build/jingwei"))
        printed = subprocess.run([program, "analyses", "--json"], capture_output=True, text=True, check=True).stdout
        cls.analyses = json.loads(printed)
        cls.study = (ROOT / "sample-data/jing-jin-ji/study.yaml").read_text(encoding="utf-8")

    def expect_none(self, violations):
        self.assertFalse(violations, "\n" + "\n".join(violations))

    def test_the_registry_is_sorted(self):
        names = [analysis["name"] for analysis in self.analyses]
        self.assertGreater(len(names), 0)
        self.assertEqual(names, sorted(set(names)))

    def test_every_analysis_has_its_files(self):
        self.expect_none(completeness.missing_files(ROOT, self.analyses))

    def test_nothing_is_left_over(self):
        self.expect_none(completeness.orphans(ROOT, self.analyses, self.study))

    def test_everything_is_said_in_both_languages(self):
        for analysis in self.analyses:
            with self.subTest(analysis=analysis["name"]):
                self.assertTrue(analysis["citations"], "no source is cited")
                for thing in [analysis, *analysis["inputs"], *analysis["parameters"], *analysis["outputs"]]:
                    for language in ("zh", "en"):
                        self.assertTrue(thing["title"][language].strip(), thing.get("name") or thing.get("layer"))


class PlantedFaults(unittest.TestCase):
    """A complete little tree has no violations; each file taken away or added is told of."""

    ANALYSES = [{"name": "park-coverage", "inputs": [{"definitions": ["parks"]}],
                 "outputs": [{"layer": "park_coverage_gaps"}, {"layer": "park_coverage_by_unit"}]}]
    STUDY = "inputs:\n  - {name: roads, source: x}\n  - {name: a, layer: rivers}\n"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.plant("src/analyses/registry.cpp", "Analysis park_coverage_analysis();\n")
        self.plant("src/analyses/park_coverage.cpp", "Analysis park_coverage_analysis() {}\n")
        self.plant("src/analyses/window.cpp", "")
        self.plant("tests/analyses/park_coverage_test.cpp", "")
        self.plant("tests/analyses/park_coverage_random_test.cpp", "")
        self.plant("docs/analyses/park-coverage.md", "")
        self.plant("layers/park_coverage_gaps.yaml", "role: output\ngeometry: [polygon]\n")
        self.plant("layers/park_coverage_by_unit.yaml", "role: output\ngeometry: []\n")
        self.plant("layers/issues.yaml", "role: output\n")
        for layer in ("parks", "roads", "rivers"):
            self.plant(f"layers/{layer}.yaml", "role: input\n")
        self.plant("styles/park_coverage_gaps.qml", "")
        self.plant("styles/parks.point.qml", "")

    def plant(self, file, text):
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def violations(self):
        return (completeness.missing_files(self.root, self.ANALYSES)
                + completeness.orphans(self.root, self.ANALYSES, self.STUDY))

    def test_a_complete_tree(self):
        self.assertEqual(self.violations(), [])

    def test_each_file_that_is_taken_away(self):
        for file in ("src/analyses/park_coverage.cpp", "tests/analyses/park_coverage_test.cpp",
                     "docs/analyses/park-coverage.md", "layers/park_coverage_gaps.yaml",
                     "layers/park_coverage_by_unit.yaml", "styles/park_coverage_gaps.qml"):
            text = (self.root / file).read_text(encoding="utf-8")
            (self.root / file).unlink()
            with self.subTest(file=file):
                self.assertTrue(any(found.startswith(f"{file}:") for found in self.violations()), self.violations())
            self.plant(file, text)

    def test_each_file_that_belongs_to_nothing(self):
        for file, text in (("docs/analyses/old.md", ""), ("layers/old_areas.yaml", "role: output\n"),
                           ("layers/wells.yaml", "role: input\n"), ("styles/old.qml", ""),
                           ("tests/analyses/old_test.cpp", ""), ("src/analyses/old.cpp", "Analysis old_analysis() {}\n")):
            self.plant(file, text)
            with self.subTest(file=file):
                found = self.violations()
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"{file}:"), found)
            (self.root / file).unlink()

    def test_an_output_with_another_name(self):
        self.plant("layers/gaps.yaml", "role: output\ngeometry: []\n")
        analyses = [{**self.ANALYSES[0], "outputs": [*self.ANALYSES[0]["outputs"], {"layer": "gaps"}]}]
        found = completeness.missing_files(self.root, analyses)
        self.assertEqual(len(found), 1, found)
        self.assertIn("park_coverage_<thing>", found[0])


if __name__ == "__main__":
    unittest.main()
