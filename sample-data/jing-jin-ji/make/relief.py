"""A raster over the region: how rugged the land is, in percent, from the rough estimate of terrain.py."""
from osgeo import gdal, osr
from shapely.geometry import Point
from shapely.prepared import prep

from terrain import ruggedness

WEST, NORTH, COLUMNS, ROWS, CELL = 113.4, 42.7, 130, 134, 0.05
NO_DATA = 255


def ruggedness_raster(path, region):
    """One band of bytes, 0 to 100; no data where the middle of a cell lies outside the region."""
    gdal.UseExceptions()
    inside = prep(region)
    values = bytearray()
    for row in range(ROWS):
        for column in range(COLUMNS):
            middle = (round(WEST + (column + 0.5) * CELL, 6), round(NORTH - (row + 0.5) * CELL, 6))
            values.append(round(100 * ruggedness(middle)) if inside.contains(Point(middle)) else NO_DATA)
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), COLUMNS, ROWS, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
    raster.SetProjection(system.ExportToWkt())
    raster.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    raster.SetMetadata({"REAL_OR_SYNTHETIC": "synthetic", "CONFIDENCE": "C"})
    raster.GetRasterBand(1).SetNoDataValue(NO_DATA)
    raster.GetRasterBand(1).SetDescription("ruggedness_pct")
    raster.GetRasterBand(1).WriteRaster(0, 0, COLUMNS, ROWS, bytes(values))
    raster = None  # which writes the file
