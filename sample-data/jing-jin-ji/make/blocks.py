"""City blocks: a grid of streets, slightly irregular, under every built-up area.

Block (i, j) lies between street nodes (i, j) and (i + 1, j + 1); a node is the grid point i * 0.01° E,
j * 0.008° N (about 860 m by 890 m), shifted by up to 90 m, so neighbouring cities share their nodes.
"""
from math import floor

from shapely.geometry import Polygon
from shapely.prepared import prep

import geodesy
import seeded

STEP_LON, STEP_LAT = 0.01, 0.008


def node(i, j):
    east = (seeded.fraction("node east", i, j) - 0.5) * 180
    north = (seeded.fraction("node north", i, j) - 0.5) * 180
    lon, lat = geodesy.moved((i * STEP_LON, j * STEP_LAT), east, north)
    return round(lon, 6), round(lat, 6)


class Block:
    def __init__(self, i, j, settlement, ground):
        self.i, self.j, self.settlement, self.ground = i, j, settlement, ground
        self.unit = settlement.unit
        point = ground.representative_point()
        self.point = (round(point.x, 6), round(point.y, 6))
        self.core_km = geodesy.distance_km(self.point, settlement.core)
        self.use = None
        self.parks = []

    def corners(self):
        i, j = self.i, self.j
        return [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]


def blocks(settlements):
    """Every block that is at least two fifths built up, once, for the settlement with most of it."""
    best = {}
    for settlement in settlements:
        outline = settlement.built_up
        if outline is None:
            continue
        touches = prep(outline)
        west, south, east, north = outline.bounds
        for i in range(floor(west / STEP_LON) - 1, floor(east / STEP_LON) + 2):
            for j in range(floor(south / STEP_LAT) - 1, floor(north / STEP_LAT) + 2):
                square = Polygon([node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)])
                if not touches.intersects(square):
                    continue
                ground = square if touches.contains(square) else square.intersection(outline)
                share = ground.area / square.area
                if share >= 0.4 and share > best.get((i, j), (0,))[0]:
                    best[i, j] = (share, settlement, ground)
    return [Block(i, j, s, ground) for (i, j), (_, s, ground) in sorted(best.items())]
