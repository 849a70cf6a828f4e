"""Where the mountains are: a rough estimate (confidence C) that keeps people out of them.

The foot of the Taihang and Yan mountains is a line through well-known towns at their feet; west and north
of it the land is rugged, except on the Bashang plateau and in a few basins. No elevation data is used.
"""
from shapely.geometry import LineString, Point, Polygon
from shapely.prepared import prep

import geodesy
import seeded

FOOT = [
    (113.95, 36.0), (114.2, 36.6), (114.25, 37.5), (114.35, 38.1), (114.75, 38.7), (115.2, 39.1),
    (115.7, 39.55), (115.98, 39.8), (116.12, 40.1), (116.5, 40.33), (116.88, 40.38), (117.15, 40.14),
    (117.8, 40.15), (118.3, 40.15), (118.8, 40.08), (119.3, 40.03), (119.8, 40.06),
]  # fmt: skip
_foot = LineString(FOOT)
_mountains = prep(Polygon(FOOT + [(121, 40.1), (121, 44), (112, 44), (112, 36)]))
PLATEAU = Polygon([(113.5, 41.1), (114.9, 41.0), (115.6, 41.35), (116.2, 41.7), (117.2, 42.2),
                   (117.2, 43), (113.5, 43)])  # fmt: skip
_plateau = prep(PLATEAU)
# centre, radius in km: Zhangjiakou–Xuanhua, Huailai–Yanqing, Yu county, Yangyuan, Chengde, She county
BASINS = [((114.95, 40.72), 22), ((115.7, 40.4), 28), ((114.6, 39.87), 20), ((114.2, 40.12), 22),
          ((117.95, 40.95), 14), ((113.7, 36.57), 12)]  # fmt: skip


def ruggedness(point):
    """0 on flat land to 1 on ridges nobody lives on."""
    spot = Point(point)
    if not _mountains.contains(spot):
        return 0.0
    if _plateau.contains(spot):
        return 0.25
    rise = min(1.0, _foot.distance(spot) / 0.18)
    ridge = 0.6 * seeded.noise(point[0] * 8, point[1] * 8, "ridge")
    ridge += 0.4 * seeded.noise(point[0] * 21, point[1] * 21, "spur")
    value = rise * (0.35 + 0.65 * ridge)
    for centre, radius_km in BASINS:
        away = geodesy.distance_km(point, centre) / radius_km
        if away < 1:
            value *= 0.25 + 0.75 * away
    return value
