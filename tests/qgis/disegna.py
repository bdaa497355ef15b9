"""Opens what the program gives to QGIS and draws it, with its legend: `disegna.py PROJECT.qgz OUT.png`, `disegna.py FILE.gpkg[,FILE.gpkg...] OUT.png`.

Prints every layer with its features, renderer and legend; ends with 1 where a layer does not open or has no rule that draws.
"""

import os
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

LOMBARDY = QgsRectangle(455_000, 4_940_000, 695_000, 5_170_000)


def opened(source):
    """All layers, and those that are shown, in the order of the legend."""
    project = QgsProject.instance()
    if source.endswith(".qgz"):
        if not project.read(source):
            sys.exit(f"{source}: {project.error()}")
        nodes = project.layerTreeRoot().findLayers()
        return [(n.name(), n.layer()) for n in nodes], [n.layer() for n in nodes if n.isVisible() and n.layer()]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    layers = []
    for path in source.split(","):
        probe = QgsVectorLayer(path, "probe", "ogr")
        names = [s.split("!!::!!")[1] for s in probe.dataProvider().subLayers()]
        layers += [QgsVectorLayer(f"{path}|layername={n}", n, "ogr") for n in names if n != "layer_styles"]
    project.addMapLayers(layers)
    return [(layer.name(), layer) for layer in layers], layers


def faults_of(layers):
    faults = 0
    for name, layer in layers:
        if layer is None or not layer.isValid():
            faults += 1
            print(f"{name}: does not open")
            continue
        if layer.isSpatial() and not layer.crs().isValid():
            faults += 1
            print(f"{name}: in no known reference system")
        renderer = layer.renderer()
        rules = [rule.label() for rule in renderer.rootRule().children()] if renderer and renderer.type() == "RuleRenderer" else []
        faults += renderer is not None and not rules
        print(f"{name}: {layer.featureCount()} features, {renderer.type() if renderer else 'no shapes'}: {'; '.join(rules)}")
    return faults


def chart_of(shown, out):
    """The map alone, as a file. In threads of its own, because layers of a service wait for an event loop that a layout's map item stops."""
    settings = QgsMapSettings()
    settings.setLayers(shown)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    settings.setOutputSize(QSize(846, 811))
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setExtent(LOMBARDY)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    path = out + ".map.png"
    job.renderedImage().save(path)
    return path


def draw(shown, out):
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    chart = QgsLayoutItemPicture(layout)
    chart.attemptMove(QgsLayoutPoint(0, 0))
    chart.attemptResize(QgsLayoutSize(215, 206))
    chart.setPicturePath(chart_of(shown, out))
    layout.addLayoutItem(chart)
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    tree = QgsLayerTree()
    for layer in shown:
        tree.addLayer(layer)
    legend.model().setRootGroup(tree)
    legend.attemptMove(QgsLayoutPoint(206, 4))
    layout.addLayoutItem(legend)
    legend.adjustBoxSize()
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 100
    drawn = QgsLayoutExporter(layout).exportToImage(out, settings) == QgsLayoutExporter.Success
    os.remove(out + ".map.png")
    return drawn


def main(source, out):
    app = QgsApplication([], False)
    app.initQgis()
    layers, shown = opened(source)
    faults = faults_of(layers)
    if not QgsProject.instance().crs().isValid():
        faults += 1
        print("the project is in no known reference system")
    if not draw(shown, out):
        faults += 1
        print(f"{out}: not drawn")
    print(f"{out}: {faults} faults")
    sys.stdout.flush()
    # Without QGIS's own way out, which on some versions ends with a fault of memory.
    os._exit(1 if faults else 0)


main(*sys.argv[1:])
