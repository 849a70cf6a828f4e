"""The synthetic road network: city streets, roads between towns, and links to the expressways.

All roads meet in shared end nodes (equal coordinates) and form one connected network.
"""
from collections import defaultdict
from math import hypot

from shapely.geometry import LineString, MultiPoint, Point
from shapely.ops import triangulate

import geodesy
import seeded
from blocks import node
from index import Index
from terrain import ruggedness

SPEED_KMH = {"trunk": 80, "primary": 60, "secondary": 50, "tertiary": 40, "residential": 30}
LANES = {"trunk": 4, "primary": 6, "secondary": 4, "tertiary": 2, "residential": 2}
LONGEST_ROAD_KM = 60


class Road:
    def __init__(self, points, road_class, oneway="both", name_zh=None):
        self.points, self.road_class, self.oneway, self.name_zh = points, road_class, oneway, name_zh


def _street_class(a, b):
    fixed = a[1] if a[1] == b[1] else a[0]
    if fixed % 6 == 0:
        return "primary"
    return "secondary" if fixed % 3 == 0 else "tertiary" if fixed % 2 == 0 else "residential"


def city_streets(blocks):
    """Streets around all blocks; a few quiet ones are one way."""
    sides, degree = set(), defaultdict(int)
    for block in blocks:
        corners = block.corners()
        for a, b in zip(corners, corners[1:] + corners[:1]):
            sides.add((min(a, b), max(a, b)))
    for a, b in sides:
        degree[a] += 1
        degree[b] += 1
    roads = []
    for a, b in sorted(sides):
        road_class, oneway = _street_class(a, b), "both"
        inner = degree[a] == 4 and degree[b] == 4
        if inner and road_class == "residential" and seeded.fraction("oneway", a, b) < 0.04:
            oneway = "forward" if (a[0] + a[1]) % 2 else "backward"
        roads.append(Road([node(*a), node(*b)], road_class, oneway))
    return roads


def neighbours(settlements):
    """Pairs of settlements with no third one in the circle between them (Gabriel graph): the usual roads."""
    scale = 0.77
    flat = [Point(s.point[0] * scale, s.point[1]) for s in settlements]
    at = {(p.x, p.y): i for i, p in enumerate(flat)}
    pairs = set()
    for triangle in triangulate(MultiPoint(flat)):
        ring = [at[c] for c in triangle.exterior.coords[:3]]
        for a, b in zip(ring, ring[1:] + ring[:1]):
            pairs.add((min(a, b), max(a, b)))
    index = Index(flat)
    kept = []
    for a, b in sorted(pairs):
        middle = Point((flat[a].x + flat[b].x) / 2, (flat[a].y + flat[b].y) / 2)
        radius = flat[a].distance(flat[b]) / 2
        circle = middle.buffer(radius)
        if all(i in (a, b) or flat[i].distance(middle) >= radius for i in index.near(circle)):
            kept.append((a, b))
    return kept


def _nearest(points, target):
    return min(points, key=lambda p: (hypot((p[0] - target[0]) * 0.77, p[1] - target[1]), p))


def _winding(a, b, key):
    """A road from a to b that bends a little on the plain and much in the mountains."""
    points = [a, b]
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    sway = 0.10 + 0.35 * ruggedness(middle)
    for level in range(2 if geodesy.distance_km(a, b) > 6 else 1):
        bent = [points[0]]
        for p, q in zip(points, points[1:]):
            off = (seeded.fraction("bend", key, level, p, q) - 0.5) * sway / (level + 1)
            lon = (p[0] + q[0]) / 2 - off * (q[1] - p[1]) / 0.77
            lat = (p[1] + q[1]) / 2 + off * (q[0] - p[0]) * 0.77
            bent += [(round(lon, 6), round(lat, 6)), q]
        points = bent
    return points


def country_roads(settlements, blocks, region):
    """Roads between neighbouring settlements, from the edge of one city's streets to the other's."""
    street_nodes = defaultdict(set)
    for block in blocks:
        street_nodes[block.settlement.id].update(block.corners())
    places = {s.id: sorted(node(*n) for n in street_nodes[s.id]) or [s.point] for s in settlements}
    roads = []
    for a, b in neighbours(settlements):
        first, second = settlements[a], settlements[b]
        if set(places[first.id]) & set(places[second.id]):
            continue
        start = _nearest(places[first.id], second.point)
        end = _nearest(places[second.id], start)
        start = _nearest(places[first.id], end)
        line = LineString([start, end])
        if geodesy.distance_km(start, end) > LONGEST_ROAD_KM or line.difference(region).length > 0.3 * line.length:
            continue
        kinds = {first.kind, second.kind}
        road_class = "primary" if kinds == {"seat"} else "secondary" if "seat" in kinds else "tertiary"
        name = f"{first.name_zh[:2]}{second.name_zh[:2]}路"
        roads.append(Road(_winding(start, end, (first.id, second.id)), road_class, name_zh=name))
    return roads


def links(places, roads, road_class, name_zh, beyond_km=0.0):
    """A road from each place that lies further than this from the nearest road node to that node."""
    nodes = sorted({p for road in roads for p in (road.points[0], road.points[-1])})
    index = Index(Point(n) for n in nodes)
    found = []
    for point in places:
        for reach in (0.02, 0.1, 0.5):
            near = [nodes[i] for i in index.near(Point(point).buffer(reach))]
            if near:
                break
        nearest = _nearest(near, point)
        if nearest != point and beyond_km <= geodesy.distance_km(nearest, point) < 30:
            found.append(Road([nearest, point], road_class, name_zh=name_zh))
    return found


def _components(roads):
    parent = {}

    def find(p):
        while parent.setdefault(p, p) != p:
            parent[p] = parent[parent[p]]
            p = parent[p]
        return p

    for road in roads:
        a, b = find(road.points[0]), find(road.points[-1])
        parent[max(a, b)] = min(a, b)
    parts = defaultdict(list)
    for p in sorted(parent):
        parts[find(p)].append(p)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def connections(roads):
    """Short roads that tie every separate piece of the network to the largest one."""
    added = []
    main, *others = _components(roads)
    index = Index(Point(n) for n in main)
    for part in others:
        best = None
        for p in part:
            for reach in (0.03, 0.15, 1.0):
                near = [main[i] for i in index.near(Point(p).buffer(reach))]
                if near:
                    break
            q = _nearest(near, p)
            length = geodesy.distance_km(p, q)
            if best is None or length < best[0]:
                best = (length, p, q)
        added.append(Road([best[1], best[2]], "tertiary"))
    return added


def network(settlements, blocks, interchanges, gates, region):
    """`gates`: stations, airports, ports and platforms, which get a road of their own where none is near."""
    roads = city_streets(blocks) + country_roads(settlements, blocks, region)
    roads += links(interchanges, roads, "trunk", "高速连接线")
    roads += links(gates, roads, "secondary", "站场路", beyond_km=1.0)
    return roads + connections(roads)
