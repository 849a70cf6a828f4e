"""GCJ-02, the offset datum of Chinese web maps, to and from WGS84 (degrees, lon lat).

The forward formula is the one in public use since 2010; its inverse has no closed form and is
found by fixed-point iteration. `to_wgs84` stops when forward(inverse) is within 1e-11 degree
(about a thousandth of a millimetre).
"""
from math import cos, pi, sin, sqrt

SEMI_MAJOR_M = 6378245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323


def _wave(x, y):
    return (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0


def _offset_m(x, y):
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += _wave(x, y)
    east += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += _wave(x, y)
    north += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    return east, north


def from_wgs84(lon, lat):
    east, north = _offset_m(lon - 105.0, lat - 35.0)
    radians = lat / 180.0 * pi
    magic = 1.0 - ECCENTRICITY_SQUARED * sin(radians) ** 2
    root = sqrt(magic)
    dlat = north * 180.0 / (SEMI_MAJOR_M * (1.0 - ECCENTRICITY_SQUARED) / (magic * root) * pi)
    dlon = east * 180.0 / (SEMI_MAJOR_M / root * cos(radians) * pi)
    return lon + dlon, lat + dlat


def to_wgs84(lon, lat):
    guess_lon, guess_lat = lon, lat
    for _ in range(30):
        back_lon, back_lat = from_wgs84(guess_lon, guess_lat)
        step_lon, step_lat = lon - back_lon, lat - back_lat
        guess_lon, guess_lat = guess_lon + step_lon, guess_lat + step_lat
        if abs(step_lon) < 1e-11 and abs(step_lat) < 1e-11:
            break
    return guess_lon, guess_lat
