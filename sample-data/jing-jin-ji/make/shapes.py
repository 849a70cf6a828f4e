"""Irregular outlines, and rounding of geometry to the 1e-6 degree in which all coordinates are given."""
from math import cos, pi, sin

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import transform

import geodesy


def blob(centre, radius_m, random, vertices=40, roughness=0.18, stretch=1.0):
    """A closed outline around a centre whose radius wavers by about the given roughness."""
    waves = [(k, random.uniform(0, 2 * pi), random.uniform(0.3, 1.0) / k) for k in (2, 3, 5)]
    tilt = random.uniform(0, pi)
    points = []
    for i in range(vertices):
        angle = 2 * pi * i / vertices
        r = radius_m * (1 + roughness * sum(a * sin(k * angle + phase) for k, phase, a in waves))
        east, north = r * stretch * cos(angle), r / stretch * sin(angle)
        points.append(geodesy.moved(centre, east * cos(tilt) - north * sin(tilt),
                                    east * sin(tilt) + north * cos(tilt)))  # fmt: skip
    return Polygon(points)


def rounded(geometry):
    return transform(lambda x, y: (_round(x), _round(y)), geometry)


def _round(values):
    return [round(v, 6) for v in values] if hasattr(values, "__iter__") else round(values, 6)


def polygons(geometry, smallest_km2=0.0):
    """The polygon parts of any geometry, big ones first, the rest dropped."""
    parts = [p for p in getattr(geometry, "geoms", [geometry]) if p.geom_type == "Polygon" and not p.is_empty]
    parts = [p for p in parts if p.area * 9500 > smallest_km2]
    return sorted(parts, key=lambda p: (-p.area, p.bounds))


def clean(geometry, smallest_km2=0.0):
    """Rounded and valid polygons, oriented the usual way; None when nothing is left."""
    parts = polygons(rounded(geometry), smallest_km2)
    if not parts:
        return None
    if not all(p.is_valid for p in parts):
        parts = polygons(rounded(MultiPolygon(parts).buffer(0)), smallest_km2)
    parts = [orient(p) for p in parts if p.is_valid]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)
