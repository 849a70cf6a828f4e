"""Writes layers as GeoPackage, CSV and Shapefile, always with the same bytes of content."""
import csv
import os
import sqlite3
from pathlib import Path

from osgeo import gdal, ogr, osr
from shapely import wkb

DATE = "2021-05-11T00:00:00Z"  # the day the census results were published; no clock is read
GEOMETRY = {None: ogr.wkbNone, "Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "Polygon": ogr.wkbPolygon,
            "MultiPolygon": ogr.wkbMultiPolygon, "Unknown": ogr.wkbUnknown}  # fmt: skip
TYPE = {"text": ogr.OFTString, "integer": ogr.OFTInteger, "real": ogr.OFTReal, "boolean": ogr.OFTInteger}


def _reference_system():
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _geometry(shape, multi):
    if shape is None:
        return None
    geometry = ogr.CreateGeometryFromWkb(wkb.dumps(shape))
    return ogr.ForceToMultiPolygon(geometry) if multi else geometry


def _fill(target, layer):
    for name, kind in layer.fields:
        field = ogr.FieldDefn(name, TYPE[kind])
        if kind == "boolean":
            field.SetSubType(ogr.OFSTBoolean)
        target.CreateField(field)
    definition = target.GetLayerDefn()
    for row in layer.rows:
        feature = ogr.Feature(definition)
        for name, kind in layer.fields:
            if row[name] is not None:
                feature.SetField(name, int(row[name]) if kind == "boolean" else row[name])
        if layer.geometry:
            feature.SetGeometry(_geometry(row["geometry"], layer.geometry == "MultiPolygon"))
        target.CreateFeature(feature)


def geopackage(path, layers, metadata):
    """One GeoPackage; title, description and origin of each layer go into its contents and metadata."""
    gdal.UseExceptions()
    os.environ["SOURCE_DATE_EPOCH"] = "1620691200"
    gdal.SetConfigOption("OGR_CURRENT_DATE", DATE)
    Path(path).unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for layer in layers:
        options = [f"IDENTIFIER={layer.title}", f"DESCRIPTION={layer.description}", "SPATIAL_INDEX=NO"]
        system = _reference_system() if layer.geometry else None
        source.StartTransaction()
        target = source.CreateLayer(layer.name, system, GEOMETRY[layer.geometry], options)
        _fill(target, layer)
        for key, value in metadata[layer.name].items():
            target.SetMetadataItem(key, value)
        source.CommitTransaction()
    source = None  # GDAL writes the last pages when the last reference goes
    _drop_envelopes(path, [layer.name for layer in layers if layer.geometry])


def _drop_envelopes(path, names):
    """Boxes stored with every geometry are optional and a third of a short road's size: left out."""
    with sqlite3.connect(path, isolation_level=None) as database:
        for name in names:
            rows = database.execute(f'SELECT fid, geom FROM "{name}" WHERE geom IS NOT NULL').fetchall()
            small = []
            for fid, blob in rows:
                if blob[3] >> 1 & 7 == 1:  # an envelope of four numbers
                    small.append((blob[:3] + bytes([blob[3] & 0b11110001]) + blob[4:8] + blob[40:], fid))
            database.execute("BEGIN")
            database.executemany(f'UPDATE "{name}" SET geom = ? WHERE fid = ?', small)
            database.execute("COMMIT")
        database.execute("VACUUM")
    database.close()


def csv_table(path, header, rows, byte_order_mark=False):
    encoding = "utf-8-sig" if byte_order_mark else "utf-8"
    with open(path, "w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(["" if v is None else v for v in row] for row in rows)


def gbk_shapefile(path, layer, names):
    """A Shapefile in GBK with the given (Chinese) attribute names, under a Chinese path."""
    gdal.UseExceptions()
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    driver = ogr.GetDriverByName("ESRI Shapefile")
    for old in path.parent.glob(path.stem + ".*"):
        old.unlink()
    source = driver.CreateDataSource(str(path))
    target = source.CreateLayer(path.stem, _reference_system(), GEOMETRY[layer.geometry],
                                ["ENCODING=GBK", "DBF_DATE_LAST_UPDATE=2021-05-11"])  # fmt: skip
    kinds = dict(layer.fields)
    for name, chinese in names.items():
        field = ogr.FieldDefn(chinese, TYPE[kinds[name]])
        if kinds[name] == "text":
            field.SetWidth(80)
        target.CreateField(field)
    for row in layer.rows:
        feature = ogr.Feature(target.GetLayerDefn())
        for name, chinese in names.items():
            if row[name] is not None:
                feature.SetField(chinese, int(row[name]) if kinds[name] == "boolean" else row[name])
        feature.SetGeometry(_geometry(row["geometry"], False))
        target.CreateFeature(feature)
    source = None
