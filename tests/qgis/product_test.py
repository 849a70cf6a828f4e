"""Opens a product in QGIS, without a screen, as a user would: layers dragged in, and the embedded project."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())

try:
    from qgis.core import (
        QgsApplication,
        QgsMapRendererParallelJob,
        QgsMapSettings,
        QgsProject,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
except ImportError:
    print("PyQGIS is not installed (apt install python3-qgis qgis-providers)", file=sys.stderr)
    raise

CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")

# table → (how many features, renderer of its default style)
EXPECTED = {
    "coverage_by_unit": (2, "RuleRenderer"),
    "accessibility_origins": (1, "RuleRenderer"),
    "裁剪 \"a'b\" <b>_x": (2, "singleSymbol"),
    "stations": (3, "categorizedSymbol"),
    "trunk_lines": (1, "categorizedSymbol"),
    "parks": (0, "categorizedSymbol"),
    "transfers": (1, None),
    "issues": (2, "categorizedSymbol"),
    "issues_lines": (1, "singleSymbol"),  # a layer of several forms, which the run itself never makes of issues
    "issues_polygons": (1, "singleSymbol"),
}


def renderer_type(layer):
    renderer = layer.renderer() if layer.isSpatial() else None
    return renderer.type() if renderer else None


def drawn_share(settings):
    """The share of the pixels that are not background."""
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    background = QColor("white").rgb()
    pixels = [(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    return sum(image.pixel(x, y) != background for x, y in pixels) / len(pixels), image


class ProductTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.application = QgsApplication([], False)
        cls.application.initQgis()
        cls.scratch = tempfile.TemporaryDirectory(prefix="jingwei-成果-")
        program = os.path.join(os.environ["BUILD_DIR"], "io_test")
        environment = dict(os.environ, JINGWEI_PRODUCT_FOLDER=cls.scratch.name)
        subprocess.run([program, "[.sample_product]"], env=environment, check=True, stdout=subprocess.DEVNULL)
        cls.package = os.path.join(cls.scratch.name, "jing-jin.gpkg")

    @classmethod
    def tearDownClass(cls):
        QgsProject.instance().clear()
        cls.scratch.cleanup()
        cls.application.exitQgis()

    def check_layer(self, layer, table):
        features, renderer = EXPECTED[table]
        self.assertTrue(layer.isValid(), table)
        self.assertEqual(layer.featureCount(), features, table)
        self.assertEqual(renderer_type(layer), renderer, table)
        if layer.isSpatial():
            self.assertTrue(layer.crs().isValid(), table)
            self.assertIn("China Albers CGCS2000 116E", layer.crs().toWkt(), table)
        for i, field in enumerate(layer.fields()):
            alias = layer.attributeAlias(i)
            self.assertTrue(alias, f"{table}.{field.name()} has no alias")

    def test_layers_dragged_in_bring_style_aliases_and_widgets(self):
        for table in EXPECTED:
            layer = QgsVectorLayer(f"{self.package}|layername={table}", table, "ogr")
            self.check_layer(layer, table)
            if layer.isSpatial() and table != "裁剪 \"a'b\" <b>_x":
                for i, field in enumerate(layer.fields()):
                    self.assertRegex(layer.attributeAlias(i), CHINESE, f"{table}.{field.name()}")
                    self.assertRegex(layer.attributeAlias(i), LATIN, f"{table}.{field.name()}")
            self.assertTrue(layer.displayExpression() or not layer.isSpatial(), table)
            if layer.isSpatial():
                self.assertTrue(layer.mapTipTemplate(), table)

    def test_coded_values_are_offered_as_a_list(self):
        layer = QgsVectorLayer(f"{self.package}|layername=stations", "stations", "ogr")
        setup = layer.editorWidgetSetup(layer.fields().indexOf("kind"))
        self.assertEqual(setup.type(), "ValueMap")
        self.assertIn("高铁站 High-speed station", str(setup.config()))

    def test_percentages_keep_their_decimals_in_forms(self):
        layer = QgsVectorLayer(f"{self.package}|layername=coverage_by_unit", "units", "ogr")
        setup = layer.editorWidgetSetup(layer.fields().indexOf("people_covered_pct"))
        if setup.type() == "Range":
            self.assertGreater(int(setup.config()["Precision"]), 0)

    def test_titles_and_abstracts_are_layer_metadata(self):
        layer = QgsVectorLayer(f"{self.package}|layername=stations", "stations", "ogr")
        self.assertEqual(layer.metadata().title(), "站场 Stations")
        self.assertIn("第二行", layer.metadata().abstract())

    def open(self, source):
        project = QgsProject.instance()
        project.clear()
        self.assertTrue(project.read(source), project.error())
        return project

    def check_project(self, project):
        layers = project.mapLayers()
        self.assertEqual(len(layers), len(EXPECTED))
        for layer in layers.values():
            self.assertGreaterEqual(len(layer.id()), 12)
            self.check_layer(layer, layer.source().split("layername=")[1])
            self.assertRegex(layer.name(), CHINESE)
            self.assertRegex(layer.name(), LATIN)
        groups = [group.name() for group in project.layerTreeRoot().findGroups()]
        self.assertEqual(groups, ["服务覆盖 Coverage", "可达性 Accessibility", "输入 Inputs", "数据质量 Data quality"])
        self.assertEqual(len(project.layerTreeRoot().findLayers()), len(EXPECTED))
        self.assertTrue(all(node.layer() for node in project.layerTreeRoot().findLayers()))
        self.assertTrue(project.crs().isValid())
        self.assertIn("China Albers CGCS2000 116E", project.crs().toWkt())
        self.assertIn("6378137", project.ellipsoid())
        self.assertEqual(
            sorted(project.mapThemeCollection().mapThemes()),
            sorted(["结果 Results", "服务覆盖 Coverage", "可达性 Accessibility", "输入 Inputs", "数据质量 Data quality"]),
        )
        for theme in project.mapThemeCollection().mapThemes():
            self.assertTrue(project.mapThemeCollection().mapThemeVisibleLayerIds(theme), theme)
        extent = project.viewSettings().defaultViewExtent()
        self.assertLessEqual(extent.xMinimum(), 0)
        self.assertGreaterEqual(extent.xMaximum(), 62000)
        self.assertLess(extent.width(), 80000)
        visible = [layer.source().split("layername=")[1] for layer in project.layerTreeRoot().checkedLayers()]
        self.assertIn("coverage_by_unit", visible)
        self.assertNotIn("issues", visible)

    def test_the_embedded_project_opens_whole(self):
        storage = QgsApplication.projectStorageRegistry().projectStorageFromType("geopackage")
        self.assertEqual(storage.listProjects(f"geopackage:{self.package}"), ["京津冀 <测试>"])
        self.check_project(self.open(f"geopackage:{self.package}?projectName=京津冀 <测试>"))

    def test_the_project_beside_opens_whole(self):
        self.check_project(self.open(os.path.join(self.scratch.name, "jing-jin.qgz")))

    def test_the_map_is_drawn(self):
        project = self.open(os.path.join(self.scratch.name, "jing-jin.qgz"))
        settings = QgsMapSettings()
        settings.setLayers(project.layerTreeRoot().checkedLayers())
        settings.setDestinationCrs(project.crs())
        settings.setOutputSize(QSize(800, 600))
        settings.setExtent(project.viewSettings().defaultViewExtent())
        settings.setBackgroundColor(QColor("white"))
        share, image = drawn_share(settings)
        image.save(os.path.join(self.scratch.name, "map.png"))
        if os.environ.get("KEEP_MAP"):
            image.save(os.environ["KEEP_MAP"])
        self.assertGreater(share, 0.3)

    def test_nothing_is_left_beside_after_reading(self):
        self.open(os.path.join(self.scratch.name, "jing-jin.qgz"))
        QgsProject.instance().clear()
        left = [name for name in os.listdir(self.scratch.name) if "tmp-" in name or name.endswith("-journal")]
        self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
