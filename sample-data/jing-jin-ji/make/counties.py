"""County boundaries: a clean coverage (no gaps, no overlaps) from the outlines of a map package.

The outlines are in GCJ-02 on a coarse grid, drawn prefecture by prefecture, so neighbours overlap
and leave gaps. All outlines are noded together and cut into faces; each face then goes to one unit:
a face inside one outline to that unit, an overlap to the outline that is drawn in finer detail, a
gap to the coarser neighbour along the longest border. Faces are joined by their shared vertices, so the
result fits together exactly.
"""
from collections import defaultdict
from math import hypot

from shapely.geometry import LineString, MultiLineString, MultiPolygon
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.prepared import prep

from index import Index
from outlines import read_outlines

# Separate parts below about 0.05 km² come from the coarse grid, not from the map.
SLIVER_DEGREES_2 = 5e-6

STRAIGHT_DEGREES = 1e-5  # about a metre


def _node(lines):
    """Nodes lines on the 1e-6 degree grid: rounding moves crossings, so repeat until nothing crosses."""
    segments = None
    for _ in range(6):
        noded = unary_union(lines)
        rounded = set()
        for line in noded.geoms:
            points = [(round(x, 6), round(y, 6)) for x, y in line.coords]
            for a, b in zip(points, points[1:]):
                if a != b:
                    rounded.add((min(a, b), max(a, b)))
        if rounded == segments:
            return noded
        segments = rounded
        lines = [LineString(s) for s in sorted(rounded)]
    raise RuntimeError("the county outlines do not settle on the coordinate grid")


def _segments(polygons):
    segments = set()
    for parts in polygons.values():
        for polygon in parts:
            points = list(polygon.exterior.coords)
            for a, b in zip(points, points[1:]):
                segments.add((min(a, b), max(a, b)))
    return [LineString(s) for s in sorted(segments)]


def _claims(faces, polygons):
    """For every face the units whose outline holds it (inside an odd number of the unit's rings)."""
    rings, owners = [], []
    for code in sorted(polygons):
        for polygon in polygons[code]:
            rings.append(prep(polygon))
            owners.append(code)
    index = Index(ring.context for ring in rings)
    claims = []
    for face in faces:
        point = face.representative_point()
        inside = defaultdict(int)
        for i in index.near(point):
            if rings[i].contains(point):
                inside[owners[i]] += 1
        claims.append(sorted(code for code, count in inside.items() if count % 2))
    return claims


def _edges(face):
    for ring in [face.exterior, *face.interiors]:
        points = list(ring.coords)
        for a, b in zip(points, points[1:]):
            yield (a, b) if a < b else (b, a)


def _length(edge):
    (ax, ay), (bx, by) = edge
    return hypot((ax - bx) * 0.77, ay - by)


def _assign(faces, claims, segment_length):
    owner = [min(c, key=lambda code: (segment_length[code], code)) if c else None for c in claims]
    faces_at = defaultdict(list)
    for i, face in enumerate(faces):
        for edge in _edges(face):
            faces_at[edge].append(i)
    gaps = [i for i, code in enumerate(owner) if code is None]
    while gaps:
        found = {}
        for i in gaps:
            border = defaultdict(float)
            for edge in _edges(faces[i]):
                for other in faces_at[edge]:
                    if owner[other]:
                        border[owner[other]] += _length(edge) * segment_length[owner[other]]
            if border:
                found[i] = max(sorted(border), key=lambda code: border[code])
        if not found:
            raise RuntimeError("a gap between the counties has no neighbour")
        for i, code in found.items():
            owner[i] = code
        gaps = [i for i in gaps if owner[i] is None]
    _absorb_slivers(faces, owner, faces_at)
    return owner, faces_at


def _absorb_slivers(faces, owner, faces_at):
    """A unit's separate specks go to the neighbour with the longest border; specks in the sea vanish."""
    for _ in range(3):
        for part in _parts(faces, owner, faces_at):
            if sum(faces[i].area for i in part) > SLIVER_DEGREES_2:
                continue
            border = defaultdict(float)
            for i in part:
                for edge in _edges(faces[i]):
                    for other in faces_at[edge]:
                        if owner[other] and owner[other] != owner[i]:
                            border[owner[other]] += _length(edge)
            code = max(sorted(border), key=lambda c: border[c]) if border else None
            for i in part:
                owner[i] = code


def _parts(faces, owner, faces_at):
    seen = set()
    for start in range(len(faces)):
        if start in seen or not owner[start]:
            continue
        part, queue = [], [start]
        seen.add(start)
        while queue:
            i = queue.pop()
            part.append(i)
            for edge in _edges(faces[i]):
                for other in faces_at[edge]:
                    if other not in seen and owner[other] == owner[i]:
                        seen.add(other)
                        queue.append(other)
        yield part


def _join(faces, owner, faces_at):
    """Rebuilds the units from the borders between them; corners less than a metre off a border are dropped.

    Borders are thinned between the points where three units (or two and the outside) meet, so both
    sides of a border keep the same corners.
    """
    borders = []
    for edge, sides in faces_at.items():
        codes = [owner[i] for i in sides]
        if len(codes) == 1 or codes[0] != codes[1]:
            if any(codes):
                borders.append(LineString(edge))
    merged = linemerge(MultiLineString(sorted(borders, key=lambda line: line.coords[:])))
    thinned = [line.simplify(STRAIGHT_DEGREES) for line in merged.geoms]
    index = Index(faces)
    parts = defaultdict(list)
    for part in polygonize(thinned):
        spot = part.representative_point()
        face = next(i for i in index.near(spot) if faces[i].contains(spot))
        if owner[face]:
            parts[owner[face]].append(part)
    return {code: orient_all(sorted(parts[code], key=lambda p: (-p.area, p.bounds))) for code in sorted(parts)}


def orient_all(parts):
    parts = [orient(part) for part in parts]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def coverage(units):
    """unit code -> polygon in WGS84, all of them fitting together without gap or overlap."""
    code_of = {(unit.city_zh, unit.name_zh): unit.code for unit in units}
    polygons, segment_length = read_outlines(code_of)
    faces = list(polygonize(_node(_segments(polygons))))
    faces.sort(key=lambda face: face.bounds)
    claims = _claims(faces, polygons)
    owner, faces_at = _assign(faces, claims, segment_length)
    return _join(faces, owner, faces_at)
