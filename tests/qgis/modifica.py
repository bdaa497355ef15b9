"""Adds a sede by the project of a store, as its form would: `modifica.py PROJECT.qgz`. Only what nobody can know is filled in by hand.

Prints what the form says of each field; ends with 1 where the row is not taken.
"""

import os
import sys

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayerUtils


def main(path):
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    project.read(path)
    layer = project.mapLayersByName("Sedi vere")[0]
    fields = layer.fields()
    for index, field in enumerate(fields):
        words = layer.editorWidgetSetup(index).config().get("map", [])
        listed = ", ".join(next(iter(w.items()))[0] for w in words) if isinstance(words, list) else ", ".join(words)
        given = layer.defaultValueDefinition(index).expression() or layer.dataProvider().defaultValueClause(index)
        print(f"{field.name()}: {layer.attributeDisplayName(index)}{f' [{listed}]' if listed else ''}{f' = {given}' if given else ''}")
    known = {fields.indexOf(n): v for n, v in {"site_id": "QGIS-1", "name": "Aggiunta da QGIS", "role": "spoke", "pro_com_t": "016024"}.items()}
    layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromPointXY(QgsPointXY(9.67, 45.695)), known, layer.createExpressionContext())
    layer.addFeature(feature)
    taken = layer.commitChanges()
    print("\n".join(layer.commitErrors()))
    added = next(f for f in layer.getFeatures() if f["site_id"] == "QGIS-1") if taken else None
    print({f.name(): added[f.name()] for f in fields if str(added[f.name()]) != "NULL"} if added else "the row was not taken")
    sys.stdout.flush()
    os._exit(0 if taken else 1)


main(sys.argv[1])
