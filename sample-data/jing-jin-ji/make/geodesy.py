"""True areas and lengths on the CGCS2000 ellipsoid, and short distances on a local plane."""
from math import cos, hypot, radians

from pyproj import Geod

GEOD = Geod(ellps="GRS80")
METRES_PER_DEGREE = 111_195.0


def area_km2(geometry):
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def distance_km(a, b):
    """Distance of two points on a sphere's local plane: for placing things, not for results."""
    scale = cos(radians((a[1] + b[1]) / 2))
    return hypot((a[0] - b[0]) * scale, a[1] - b[1]) * METRES_PER_DEGREE / 1000


def moved(point, east_m, north_m):
    lon, lat = point
    return (lon + east_m / (METRES_PER_DEGREE * cos(radians(lat))), lat + north_m / METRES_PER_DEGREE)
