#!/usr/bin/python3
"""Layer definitions and travel profiles: well-formed, bilingual, and in agreement with each other."""
import re
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ROOT / "layers"

CJK = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")
VECTOR_FORMS = ("point", "line", "polygon")
DEFINITION_KEYS = {"name", "role", "title", "description", "geometry", "key", "label", "provenance",
                   "fields"}
FIELD_KEYS = {"name", "type", "title", "required", "unit", "range", "values", "combine", "references"}
FIELD_TYPES = {"text", "integer", "real", "boolean", "date"}
PROVENANCE = {"confidence", "geometry_confidence", "synthetic", "confidence_min", "synthetic_pct"}
UNITS = {"people", "jobs", "km2", "m2", "ha", "km/h", "s", "min", "m", "km", "%", "people min", "people/km",
         "jobs/person", "m2/person", "1/min"}
UNIT_ENDINGS = {"_s": "s", "_m": "m", "_km": "km", "_m2": "m2", "_km2": "km2", "_min": "min", "_kmh": "km/h",
                "_pct": "%", "_per_km": "people/km"}
SPEED = re.compile(r"^\d+(\.\d+)? km/h$")
DURATION = re.compile(r"^\d+(\.\d+)? min$")
LENGTH = re.compile(r"^\d+(\.\d+)? (m|km)$")


class UniqueKeyLoader(yaml.SafeLoader):
    """YAML as the program reads it: a key given twice is a mistake."""


def unique_mapping(loader, node):
    keys = [loader.construct_object(key) for key, _ in node.value]
    if len(keys) != len(set(keys)):
        raise ValueError(f"duplicate key at {node.start_mark}")
    return loader.construct_mapping(node, deep=True)


UniqueKeyLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, unique_mapping)


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=UniqueKeyLoader)


def definitions():
    return {path.stem: load(path) for path in sorted(LAYERS.glob("*.yaml"))}


def field_named(definition, name):
    """The definition of a column; a family (within_*_min) answers for the columns that match it."""
    for field in definition["fields"]:
        pattern = re.escape(field["name"]).replace(r"\*", ".+")
        if re.fullmatch(pattern, name):
            return field
    return None


class BilingualCase(unittest.TestCase):
    def assert_bilingual(self, title):
        self.assertEqual(set(title), {"zh", "en"})
        self.assertRegex(title["zh"], CJK)
        self.assertRegex(title["en"], LATIN)
        self.assertNotRegex(title["en"], CJK)


class DefinitionsTest(BilingualCase):
    @classmethod
    def setUpClass(cls):
        cls.definitions = definitions()

    def each(self):
        for name, definition in self.definitions.items():
            yield self.subTest(layer=name), name, definition

    def each_field(self):
        for name, definition in self.definitions.items():
            for field in definition["fields"]:
                yield self.subTest(layer=name, field=field["name"]), definition, field

    def test_there_are_inputs_and_outputs(self):
        roles = [definition["role"] for definition in self.definitions.values()]
        self.assertEqual(set(roles), {"input", "output"})

    def test_form(self):
        for case, name, definition in self.each():
            with case:
                self.assertLessEqual(set(definition), DEFINITION_KEYS)
                self.assertLessEqual(DEFINITION_KEYS - {"provenance"}, set(definition))
                self.assertEqual(definition["name"], name)
                self.assertRegex(name, r"^[a-z][a-z0-9_]*$")
                self.assertLessEqual(set(definition["geometry"]), set(VECTOR_FORMS) | {"raster"})
                self.assertEqual(len(definition["geometry"]), len(set(definition["geometry"])))

    def test_no_anchors_or_aliases(self):
        for path in LAYERS.rglob("*.yaml"):
            with self.subTest(file=path.name):
                for event in yaml.parse(path.read_text(encoding="utf-8")):
                    self.assertIsNone(getattr(event, "anchor", None))

    def test_lines_fit(self):
        for path in LAYERS.rglob("*.yaml"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                self.assertLessEqual(len(line), 110, f"{path.name}:{number}")

    def test_titles_in_both_languages(self):
        for case, _, definition in self.each():
            with case:
                self.assert_bilingual(definition["title"])
                self.assert_bilingual(definition["description"])
        for case, _, field in self.each_field():
            with case:
                self.assert_bilingual(field["title"])

    def test_titles_are_unique(self):
        for language in ("zh", "en"):
            titles = [definition["title"][language] for definition in self.definitions.values()]
            self.assertEqual(len(titles), len(set(titles)))
            for case, _, definition in self.each():
                with case:
                    titles = [field["title"][language] for field in definition["fields"]]
                    self.assertEqual(len(titles), len(set(titles)))

    def test_key_and_label_are_fields(self):
        for case, _, definition in self.each():
            with case:
                fields = {field["name"]: field for field in definition["fields"]}
                self.assertEqual(len(fields), len(definition["fields"]))
                self.assertIn(definition["label"], fields)
                self.assertTrue(fields[definition["key"]].get("required"))
                self.assertIn(fields[definition["key"]]["type"], ("text", "integer"))

    def test_fields(self):
        for case, definition, field in self.each_field():
            with case:
                self.assertLessEqual(set(field), FIELD_KEYS)
                self.assertIn(field["type"], FIELD_TYPES)
                self.assertNotIn(field["name"], PROVENANCE)
                self.assertRegex(field["name"], r"^[a-z][a-z0-9_*]*$")
                self.assertIn(field.get("required", True), (True,))
                if "unit" in field:
                    self.assertIn(field["unit"], UNITS)
                    self.assertIn(field["type"], ("integer", "real"))
                if "*" in field["name"]:
                    self.assertIn("*", field["title"]["zh"])
                    self.assertIn("*", field["title"]["en"])
                if "combine" in field:
                    self.assertEqual(definition["role"], "output")
                    self.assertIn(field["combine"], ("sum", "finish"))
                    self.assertNotEqual(field["type"], "text")

    def test_names_and_units_agree(self):
        """A name that ends in a unit has that unit; a family of counts may end in its limit's."""
        for case, _, field in self.each_field():
            with case:
                found = [unit for ending, unit in UNIT_ENDINGS.items() if field["name"].endswith(ending)]
                if found and "*" not in field["name"]:
                    self.assertEqual(field.get("unit"), found[-1])

    def test_ranges_are_ordered(self):
        for case, _, field in self.each_field():
            with case:
                if "range" in field:
                    low, high = field["range"]
                    self.assertLess(low, high)
                    self.assertIn(field["type"], ("integer", "real"))

    def test_allowed_values(self):
        for case, _, field in self.each_field():
            with case:
                if "values" not in field:
                    continue
                values = [item["value"] for item in field["values"]]
                self.assertEqual(len(values), len(set(values)))
                for item in field["values"]:
                    self.assertIsInstance(item["value"], str)
                    self.assert_bilingual(item["title"])
                for language in ("zh", "en"):
                    titles = [item["title"][language] for item in field["values"]]
                    self.assertEqual(len(titles), len(set(titles)))


class ProfilesTest(BilingualCase):
    def setUp(self):
        self.profiles = {path.stem: load(path) for path in sorted((LAYERS / "profiles").glob("*.yaml"))}
        self.definitions = definitions()

    def allowed(self, layer, field):
        return {item["value"] for item in field_named(self.definitions[layer], field)["values"]}

    # Classes that only OpenStreetMap has: https://wiki.openstreetmap.org/wiki/Key:highway, and its ferries.
    OSM_CLASSES = {"motorway_link", "trunk_link", "primary_link", "secondary_link", "tertiary_link", "unclassified",
                   "living_street", "road", "busway", "track", "footway", "path", "cycleway", "steps", "corridor",
                   "platform", "bridleway", "ferry"}

    def test_there_are_five(self):
        self.assertEqual(set(self.profiles), {"walk", "bike", "car", "emergency", "transit"})

    def test_tags(self):
        for name, profile in self.profiles.items():
            if "access" not in profile:
                continue
            with self.subTest(profile=name):
                self.assertEqual(profile["access"][0], "access")
                self.assertFalse(set(profile["allowed"]) & set(profile["refused"]))
                self.assertIn("yes", profile["allowed"])
                self.assertIn("no", profile["refused"])
                self.assertLessEqual(set(profile.get("by_permission", {})), self.OSM_CLASSES | {"trunk", "pedestrian"})
                for factors in profile.get("factors", {}).values():
                    self.assertTrue(all(0 < factor <= 1 for factor in factors.values()))

    def test_form(self):
        for name, profile in self.profiles.items():
            with self.subTest(profile=name):
                self.assertEqual(profile["name"], name)
                self.assert_bilingual(profile["title"])
                self.assert_bilingual(profile["description"])
                self.assertIn(profile["oneway"], ("respect", "ignore"))
                self.assertLessEqual(set(profile["routing"]), self.allowed("trunk_lines", "routing"))
                self.assertLessEqual(set(profile["speeds"]), self.allowed("roads", "class") | self.OSM_CLASSES)
                for speed in profile["speeds"].values():
                    self.assertRegex(speed, SPEED)
                self.assertEqual("speed_factor" in profile, profile["use_speed_field"])

    def test_walkers_keep_off_motorways(self):
        self.assertFalse({"motorway", "trunk"} & set(self.profiles["walk"]["speeds"]))
        self.assertEqual(self.profiles["walk"]["oneway"], "ignore")

    def test_cars_are_faster_on_higher_classes(self):
        order = ["motorway", "trunk", "primary", "secondary", "tertiary", "residential", "service"]
        speeds = [float(self.profiles["car"]["speeds"][name].split()[0]) for name in order]
        self.assertEqual(speeds, sorted(speeds, reverse=True))
        self.assertNotIn("pedestrian", self.profiles["car"]["speeds"])
        self.assertRegex(self.profiles["car"]["expressway_speed"], SPEED)

    def test_transit(self):
        transit = self.profiles["transit"]
        self.assertTrue(0 < transit["speed_share"] <= 1)
        self.assertRegex(transit["stop_time"], DURATION)
        self.assertRegex(transit["wait_time"], DURATION)
        self.assertRegex(transit["station_tolerance"], LENGTH)


if __name__ == "__main__":
    unittest.main()
