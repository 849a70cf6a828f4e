#!/usr/bin/python3
"""Layer definitions, travel profiles and styles belong together: every layer is defined, styled and bilingual.

Needs PyYAML and PyQGIS; QGIS runs without a display.
"""
import os
import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import yaml

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402  (the platform must be set first)
    QgsApplication, QgsExpression, QgsExpressionContext, QgsFeature, QgsGeometry, QgsRenderContext,
    QgsVectorLayer, QgsWkbTypes)

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ROOT / "layers"
STYLES = ROOT / "styles"

CJK = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")
DEFINITION_KEYS = {"name", "role", "title", "description", "geometry", "key", "label", "provenance", "fields"}
FIELD_KEYS = {"name", "type", "title", "required", "unit", "range", "values", "combine"}
FIELD_TYPES = {"text", "integer", "real", "boolean", "date"}
PROVENANCE = {"confidence", "geometry_confidence", "synthetic", "confidence_min", "synthetic_pct"}
UNITS = {"people", "jobs", "km2", "m2", "ha", "km/h", "min", "m", "km", "%", "people min", "people/km",
         "jobs/person", "m2/person"}
VECTOR_FORMS = ("point", "line", "polygon")
MEMORY_TYPE = {"point": "Point", "line": "LineString", "polygon": "Polygon", "table": "None"}
MEMORY_FIELD = {"text": "string(0,0)", "integer": "integer", "real": "double", "boolean": "boolean",
                "date": "date"}
SAMPLE_WKT = {"point": "POINT(1 1)", "line": "LINESTRING(0 0,2 2)", "polygon": "POLYGON((0 0,2 0,2 2,0 2,0 0))"}
SYMBOL_TYPE = {"point": "marker", "line": "line", "polygon": "fill"}
QGIS_SYMBOL = {"marker": 0, "line": 1, "fill": 2}
SPEED = re.compile(r"^\d+(\.\d+)? km/h$")
DURATION = re.compile(r"^\d+(\.\d+)? min$")
LENGTH = re.compile(r"^\d+(\.\d+)? (m|km)$")

application = None


def setUpModule():
    global application
    application = QgsApplication([], False)
    application.initQgis()


def tearDownModule():
    application.exitQgis()


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


def vector_forms(definition):
    return [form for form in definition["geometry"] if form in VECTOR_FORMS]


def style_forms(definitions_by_name):
    """Style file stem to (definition, geometry form): the first form has the bare name, others a suffix."""
    expected = {}
    for name, definition in definitions_by_name.items():
        forms = vector_forms(definition) or ["table"]
        expected[name] = (definition, forms[0])
        for form in forms[1:]:
            expected[f"{name}.{form}"] = (definition, form)
    return expected


def field_named(definition, name):
    """The definition of a column; a family (within_*_min) answers for the columns that match it."""
    for field in definition["fields"]:
        pattern = re.escape(field["name"]).replace(r"\*", ".+")
        if re.fullmatch(pattern, name):
            return field
    return None


def expressions(root):
    """Every expression in a style, with the place where it stands."""
    for renderer in root.iter("renderer-v2"):
        if "attr" in renderer.attrib:
            yield "attr", '"%s"' % renderer.get("attr")
        for clause in renderer.iter("orderByClause"):
            yield "order", clause.text
    for rule in root.iter("rule"):
        if rule.get("filter") not in (None, "ELSE"):
            yield "filter", rule.get("filter")
    for style in root.iter("text-style"):
        yield "label", style.get("fieldName")
    for option in root.iter("Option"):
        if option.get("name") == "expression":
            yield "data-defined", option.get("value")
    yield "preview", root.findtext("previewExpression")
    for part in re.findall(r"\[%(.+?)%\]", root.findtext("mapTip") or "", re.DOTALL):
        yield "map tip", part


def legend_labels(root):
    for tag in ("category", "range", "rule"):
        for item in root.iter(tag):
            yield item.get("label")


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
        endings = {"_m": "m", "_km": "km", "_m2": "m2", "_km2": "km2", "_min": "min", "_kmh": "km/h", "_pct": "%", "_per_km": "people/km"}
        for case, _, field in self.each_field():
            with case:
                found = [unit for ending, unit in endings.items() if field["name"].endswith(ending)]
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

    def test_there_are_three(self):
        self.assertEqual(set(self.profiles), {"walk", "car", "rail"})

    def test_form(self):
        for name, profile in self.profiles.items():
            with self.subTest(profile=name):
                self.assertEqual(profile["name"], name)
                self.assert_bilingual(profile["title"])
                self.assert_bilingual(profile["description"])
                self.assertIn(profile["oneway"], ("respect", "ignore"))
                self.assertLessEqual(set(profile["routing"]), self.allowed("trunk_lines", "routing"))
                self.assertLessEqual(set(profile["speeds"]), self.allowed("roads", "class"))
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

    def test_rail(self):
        rail = self.profiles["rail"]
        self.assertTrue(0 < rail["speed_share"] <= 1)
        self.assertRegex(rail["stop_time"], DURATION)
        self.assertRegex(rail["wait_time"], DURATION)
        self.assertRegex(rail["station_tolerance"], LENGTH)


class StylesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.styles = style_forms(definitions())

    def each(self):
        for stem, (definition, form) in self.styles.items():
            path = STYLES / f"{stem}.qml"
            if path.exists():
                yield self.subTest(style=path.name), definition, form, path

    def test_every_layer_has_its_styles_and_no_other(self):
        self.assertEqual({path.name for path in STYLES.iterdir()}, {f"{stem}.qml" for stem in self.styles})

    def test_only_authored_parts(self):
        """Aliases and widgets are made from the definition, so a style holds none."""
        for case, _, form, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                self.assertEqual(root.tag, "qgis")
                self.assertLessEqual({child.tag for child in root},
                                     {"renderer-v2", "labeling", "previewExpression", "mapTip"})
                self.assertEqual(root.find("renderer-v2") is None, form == "table")
                self.assertEqual(root.get("labelsEnabled"), "0" if root.find("labeling") is None else "1")

    def test_symbols_fit_the_geometry(self):
        for case, _, form, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                symbols = {symbol.get("name"): symbol for symbol in root.findall("renderer-v2/symbols/symbol")}
                for symbol in symbols.values():
                    self.assertEqual(symbol.get("type"), SYMBOL_TYPE[form])
                used = [item.get("symbol") for tag in ("category", "range", "rule") for item in root.iter(tag)]
                if used:
                    self.assertEqual(sorted(used), sorted(symbols))

    def test_expressions_refer_to_fields(self):
        for case, definition, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                for place, text in expressions(root):
                    expression = QgsExpression(text)
                    self.assertFalse(expression.hasParserError(), f"{place}: {text}: {expression.parserErrorString()}")
                    for column in expression.referencedColumns():
                        self.assertIsNotNone(field_named(definition, column), f"{place}: {column}")

    def test_legend_is_bilingual(self):
        for case, _, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                for label in legend_labels(root):
                    words = re.sub(r"\b(m|km|min)\b", "", label)
                    self.assertTrue((CJK.search(words) and LATIN.search(label)) or
                                    not (CJK.search(words) or LATIN.search(words)), label)

    def test_categories_are_the_allowed_values(self):
        for case, definition, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                renderer = root.find("renderer-v2")
                if renderer is None or renderer.get("type") != "categorizedSymbol":
                    continue
                field = field_named(definition, renderer.get("attr"))
                expected = {item["value"]: "%s %s" % (item["title"]["zh"], item["title"]["en"])
                            for item in field["values"]}
                found = {item.get("value"): item.get("label") for item in renderer.iter("category")}
                self.assertIn("", found, "no category catches the rest")
                found.pop("")
                self.assertEqual(found, expected)

    def test_ranges_leave_nothing_out(self):
        for case, definition, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                renderer = root.find("renderer-v2")
                if renderer is None or renderer.get("type") != "graduatedSymbol":
                    continue
                bounds = [(float(item.get("lower")), float(item.get("upper"))) for item in renderer.iter("range")]
                self.assertLessEqual(bounds[0][0], -1e99)
                self.assertGreaterEqual(bounds[-1][1], 1e99)
                for (_, upper), (lower, _) in zip(bounds, bounds[1:]):
                    self.assertEqual(upper, lower)
                # A graduated renderer hides nulls, so its field must always have a value.
                self.assertTrue(field_named(definition, renderer.get("attr")).get("required"))

    def test_rules_end_with_the_rest(self):
        for case, _, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                filters = [rule.get("filter") for rule in root.findall("renderer-v2/rules/rule")]
                if filters:
                    self.assertEqual(filters.count("ELSE"), 1)
                    self.assertEqual(filters[-1], "ELSE")


class QgisTest(unittest.TestCase):
    """Each style as QGIS itself sees it, on an empty layer with the fields of the definition."""

    def each(self):
        for stem, (definition, form) in style_forms(definitions()).items():
            path = STYLES / f"{stem}.qml"
            if path.exists():
                yield self.subTest(style=path.name), definition, form, path

    def styled_layer(self, definition, form, path):
        fields = "&".join("field=%s:%s" % (field["name"].replace("*", "15"), MEMORY_FIELD[field["type"]])
                          for field in definition["fields"])
        crs = "" if form == "table" else "crs=EPSG:4326&"
        layer = QgsVectorLayer(f"{MEMORY_TYPE[form]}?{crs}{fields}", path.stem, "memory")
        self.assertTrue(layer.isValid())
        self.assertEqual(len(layer.fields()), len(definition["fields"]))
        message, loaded = layer.loadNamedStyle(str(path))
        self.assertTrue(loaded, message)
        return layer

    def test_renderer_and_labels_arrive(self):
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                root = ElementTree.parse(path).getroot()
                if form == "table":
                    self.assertIsNone(layer.renderer())
                else:
                    self.assertEqual(layer.renderer().type(), root.find("renderer-v2").get("type"))
                    symbols = layer.renderer().symbols(QgsRenderContext())
                    self.assertEqual(len(symbols), len(root.findall("renderer-v2/symbols/symbol")))
                    for symbol, wanted in zip(symbols, root.findall("renderer-v2/symbols/symbol")):
                        self.assertEqual(int(symbol.type()), QGIS_SYMBOL[wanted.get("type")])
                        self.assertEqual(symbol.symbolLayerCount(), len(wanted.findall("layer")))
                        first = wanted.find("layer/Option/Option[@name='color']")
                        if first is not None:
                            color = symbol.symbolLayer(0).color()
                            self.assertEqual(first.get("value"), "%d,%d,%d,%d" % color.getRgb())
                self.assertEqual(layer.labelsEnabled(), root.find("labeling") is not None)
                if layer.labelsEnabled():
                    settings = layer.labeling().settings()
                    self.assertEqual(settings.fieldName, root.find("labeling//text-style").get("fieldName"))
                    self.assertEqual(settings.format().font().family(), "Noto Sans CJK SC")
                    wanted = root.find("labeling//rendering")
                    self.assertEqual(settings.scaleVisibility, wanted.get("scaleVisibility") == "1")
                    if settings.scaleVisibility:
                        self.assertEqual(settings.minimumScale, float(wanted.get("scaleMax")))
                self.assertEqual(layer.displayExpression(), root.findtext("previewExpression"))
                self.assertEqual(layer.mapTipTemplate(), root.findtext("mapTip") or "")

    def drawn(self, layer, form, values):
        """How many times one feature with these values is drawn."""
        feature = QgsFeature(layer.fields())
        feature.setValid(True)
        for name, value in values.items():
            feature.setAttribute(name, value)
        feature.setGeometry(QgsGeometry.fromWkt(SAMPLE_WKT[form]))
        context = QgsRenderContext()
        context.expressionContext().setFields(layer.fields())
        context.expressionContext().setFeature(feature)
        renderer = layer.renderer().clone()
        renderer.startRender(context, layer.fields())
        if renderer.type() == "RuleRenderer":  # symbolsForFeature() would add the ELSE rule to every feature
            rules = [rule for rule in renderer.rootRule().children() if not rule.isElse()]
            drawn = sum(rule.isFilterOK(feature, context) for rule in rules)
            drawn = drawn or 1  # ELSE, which is always there
        else:
            drawn = len(renderer.symbolsForFeature(feature, context))
        renderer.stopRender(context)
        return drawn

    def test_every_feature_is_drawn_once(self):
        """Nulls, unknown values and every number from far below to far above get exactly one symbol."""
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                if form == "table":
                    continue
                numbers = {field["name"].replace("*", "15") for field in definition["fields"]
                           if field["type"] in ("integer", "real")}
                texts = {field["name"] for field in definition["fields"] if field["type"] == "text"}
                required = {field["name"] for field in definition["fields"] if field.get("required")}
                cases = [{name: 0 for name in numbers & required}, {name: "未知" for name in texts} |
                         {name: 0 for name in numbers & required}]
                for number in (-10**9, -1, 0, 1, 5, 10, 15, 30, 45, 60, 80, 100, 500, 1000, 5000, 20000, 30000, 10**9):
                    cases.append({name: number for name in numbers})
                    # Distance and time limits exclude each other, so each is tried without the other.
                    cases.append({name: number for name in numbers if not name.endswith("_min")})
                for field in definition["fields"]:
                    for item in field.get("values", []):
                        cases.append({name: 1 for name in numbers} | {field["name"]: item["value"]})
                for values in cases:
                    self.assertEqual(self.drawn(layer, form, values), 1, f"{path.name}: {values}")

    def test_map_tips_evaluate(self):
        """Tips and labels are evaluated on a feature with nulls and on a full one, without an error."""
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                for full in (False, True):
                    feature = QgsFeature(layer.fields())
                    feature.setValid(True)
                    for field in definition["fields"] if full else []:
                        value = {"text": "京", "integer": 7, "real": 7.5, "boolean": True}[field["type"]]
                        feature.setAttribute(field["name"].replace("*", "15"), value)
                    for place, text in expressions(ElementTree.parse(path).getroot()):
                        context = QgsExpressionContext()
                        context.setFields(layer.fields())
                        context.setFeature(feature)
                        expression = QgsExpression(text)
                        expression.prepare(context)
                        expression.evaluate(context)
                        self.assertFalse(expression.hasEvalError(), f"{place}: {text}: {expression.evalErrorString()}")

    def test_memory_layers_have_the_geometry(self):
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                if form != "table":
                    self.assertEqual(QgsWkbTypes.geometryDisplayString(layer.geometryType()).lower(), form)


if __name__ == "__main__":
    unittest.main()
