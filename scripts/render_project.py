#!/usr/bin/env python3
"""Draws what a QGIS project opens on, as the README's picture: scripts/render_project.py PROJECT.qgz PICTURE.png [WIDTH]

Run by Debian's /usr/bin/python3 (python3-qgis); needs no screen."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject  # noqa: E402
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage  # noqa: E402


def render(project_file, width):
    project = QgsProject.instance()
    if not project.read(project_file):
        sys.exit(f"{project_file}: {project.error()}")
    visible = {node.layerId() for node in project.layerTreeRoot().findLayers() if node.isVisible()}
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if layer.id() in visible])
    settings.setDestinationCrs(project.crs())
    extent = project.viewSettings().defaultViewExtent()
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, round(width * extent.height() / extent.width())))
    settings.setOutputDpi(96 * width / 1100)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def main():
    application = QgsApplication([], False)
    application.initQgis()
    width = int(sys.argv[3]) if len(sys.argv) > 3 else 1100
    image = render(sys.argv[1], width).convertToFormat(QImage.Format_RGB888)
    if not image.save(sys.argv[2]):
        sys.exit(f"{sys.argv[2]}: cannot be written")


if __name__ == "__main__":
    main()
