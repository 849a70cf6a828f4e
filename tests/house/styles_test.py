#!/usr/bin/python3
"""Styles: every layer has its own, QGIS reads them, and no feature is left undrawn.

Needs PyYAML and PyQGIS; QGIS runs without a display.
"""
import os
import re
import unittest
import xml.etree.ElementTree as ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402  (the platform must be set first)
    QgsApplication, QgsExpression, QgsExpressionContext, QgsFeature, QgsGeometry, QgsRenderContext,
    QgsVectorLayer, QgsWkbTypes)

from layers_test import CJK, LATIN, ROOT, VECTOR_FORMS, definitions, field_named  # noqa: E402

STYLES = ROOT / "styles"
MEMORY_TYPE = {"point": "Point", "line": "LineString", "polygon": "Polygon", "table": "None"}
MEMORY_FIELD = {"text": "string(0,0)", "integer": "integer", "real": "double", "boolean": "boolean",
                "date": "date"}
SAMPLE_VALUE = {"text": "京", "integer": 7, "real": 7.5, "boolean": True, "date": "2020-01-01"}
SAMPLE_WKT = {"point": "POINT(1 1)", "line": "LINESTRING(0 0,2 2)",
              "polygon": "POLYGON((0 0,2 0,2 2,0 2,0 0))"}
SYMBOL_TYPE = {"point": "marker", "line": "line", "polygon": "fill"}
QGIS_SYMBOL = {"marker": 0, "line": 1, "fill": 2}

application = None


def setUpModule():
    global application
    application = QgsApplication([], False)
    application.initQgis()


def tearDownModule():
    application.exitQgis()


def vector_forms(definition):
    return [form for form in definition["geometry"] if form in VECTOR_FORMS]


def column(field):
    """The name of a column that the field describes; for a family, of one of its columns."""
    return field["name"].replace("*", "15")


def style_forms(definitions_by_name):
    """Style file stem to (definition, geometry form): the first form has the bare name, others a suffix."""
    expected = {}
    for name, definition in definitions_by_name.items():
        forms = vector_forms(definition) or ["table"]
        expected[name] = (definition, forms[0])
        for form in forms[1:]:
            expected[f"{name}.{form}"] = (definition, form)
    return expected


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
                symbols = {symbol.get("name"): symbol
                           for symbol in root.findall("renderer-v2/symbols/symbol")}
                for symbol in symbols.values():
                    self.assertEqual(symbol.get("type"), SYMBOL_TYPE[form])
                used = [item.get("symbol") for tag in ("category", "range", "rule")
                        for item in root.iter(tag)]
                if used:
                    self.assertEqual(sorted(used), sorted(symbols))

    def test_expressions_refer_to_fields(self):
        for case, definition, _, path in self.each():
            with case:
                root = ElementTree.parse(path).getroot()
                for place, text in expressions(root):
                    expression = QgsExpression(text)
                    self.assertFalse(expression.hasParserError(), f"{place}: {text}")
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
                bounds = [(float(item.get("lower")), float(item.get("upper")))
                          for item in renderer.iter("range")]
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
        fields = "&".join("field=%s:%s" % (column(field), MEMORY_FIELD[field["type"]])
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

    def breaks(self, path):
        """Every number that a style compares with, its neighbours, and numbers far below and far above."""
        root = ElementTree.parse(path).getroot()
        texts = [rule.get("filter", "") for rule in root.iter("rule")]
        texts += ["<= " + item.get("upper") for item in root.iter("range")]
        found = {float(number) for text in texts for number in re.findall(r"[<>=] *(-?[\d.e+]+)", text)}
        return sorted({near for number in found for near in (number - 0.5, number, number + 0.5)} |
                      {-1e9, -1.0, 0.0, 1.0, 1e9})

    def test_every_feature_is_drawn_once(self):
        """Nulls, unknown values and every number from far below to far above get exactly one symbol."""
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                if form == "table":
                    continue
                numbers = {column(field) for field in definition["fields"]
                           if field["type"] in ("integer", "real")}
                texts = {column(field) for field in definition["fields"] if field["type"] == "text"}
                required = {field["name"] for field in definition["fields"] if field.get("required")}
                least = {name: 0 for name in numbers & required}
                cases = [least, least | {name: "未知" for name in texts}]
                for number in self.breaks(path):
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
                        feature.setAttribute(column(field), SAMPLE_VALUE[field["type"]])
                    for place, text in expressions(ElementTree.parse(path).getroot()):
                        context = QgsExpressionContext()
                        context.setFields(layer.fields())
                        context.setFeature(feature)
                        expression = QgsExpression(text)
                        expression.prepare(context)
                        expression.evaluate(context)
                        self.assertFalse(expression.hasEvalError(), f"{place}: {text}")

    def test_memory_layers_have_the_geometry(self):
        for case, definition, form, path in self.each():
            with case:
                layer = self.styled_layer(definition, form, path)
                if form != "table":
                    self.assertEqual(QgsWkbTypes.geometryDisplayString(layer.geometryType()).lower(), form)


if __name__ == "__main__":
    unittest.main()
