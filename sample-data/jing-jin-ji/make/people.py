"""Where people live and work: points whose sums equal the census of each unit to the person."""
from collections import defaultdict
from math import exp

from shapely.geometry import Point

import geodesy
import seeded
from index import Index
from layer import Layer
from terrain import ruggedness

PEOPLE_OF_USE = {"residential": 1.0, "commercial": 0.35, "public_service": 0.25, "industrial": 0.12, "transport": 0.08,
                 "green": 0.06, "vacant": 0.03}  # fmt: skip
JOBS_OF_USE = {"residential": 0.12, "commercial": 1.0, "public_service": 0.6, "industrial": 0.8, "transport": 0.3}
SECTOR_OF_USE = {"residential": "services", "commercial": "services", "public_service": "public", "transport":
                 "transport", "industrial": "manufacturing"}  # fmt: skip
# Jobs over employed residents: job-rich centres and dormitory counties (estimates).
JOB_RATIO = {"110101": 1.7, "110102": 1.8, "110105": 1.3, "110108": 1.35, "110115": 1.1, "110114": 0.55,
             "110112": 0.65, "131082": 0.4, "131028": 0.6, "131024": 0.65, "120101": 1.6, "120116": 1.2}  # fmt: skip
VILLAGE_SPACING_KM = 2.8


class Village:
    def __init__(self, point, unit_code, weight):
        self.point, self.unit_code, self.weight = point, unit_code, weight


def _along(points, spacing_km, offset_km):
    """Points along a line, every spacing from the offset on."""
    due = offset_km
    for a, b in zip(points, points[1:]):
        length = geodesy.distance_km(a, b)
        while due <= length:
            share = due / length
            yield (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
            due += spacing_km
        due -= length


def villages(roads, settlements, blocks, units, polygons):
    """Rural people live beside country roads and in towns, on a grid of 0.005 degrees; nobody on ridges."""
    codes = [unit.code for unit in units]
    index = Index(polygons[code] for code in codes)
    town_index = Index(Point(s.point) for s in settlements)
    taken = {(round(b.point[0] / 0.005), round(b.point[1] / 0.005)) for b in blocks}
    sites = [s.point for s in settlements if s.built_up is None]
    for road in roads:
        if len(road.points) > 2 or road.road_class in ("primary", "secondary", "tertiary") and road.name_zh:
            sites += _along(road.points, VILLAGE_SPACING_KM, 0.8)
    found = []
    for lon, lat in sites:
        i, j = round(lon / 0.005), round(lat / 0.005)
        point = (round(i * 0.005, 6), round(j * 0.005, 6))
        rugged = ruggedness(point)
        if (i, j) in taken or rugged > 0.62:
            continue
        taken.add((i, j))
        spot = Point(point)
        inside = [n for n in index.near(spot) if index.geometries[n].contains(spot)]
        if not inside:
            continue
        towns = [town_index.geometries[n] for n in town_index.near(spot.buffer(0.1))]
        near = min((spot.distance(t) for t in towns), default=0.1)
        weight = (0.35 + exp(-near / 0.02)) * (1 - rugged) ** 2 * (0.5 + seeded.fraction("village", i, j))
        found.append(Village(point, codes[inside[0]], weight))
    return found


def _city_weight(block):
    size_km = 2.0 + block.settlement.urban_people**0.5 / 130
    crowding = 0.25 + exp(-block.core_km / size_km)
    return block.ground.area * crowding * PEOPLE_OF_USE[block.use] * (
        0.6 + 0.8 * seeded.fraction("block", block.i, block.j))  # fmt: skip


def _split_people(unit, blocks, villages):
    """(point, people) of one unit: the urban share in its blocks, the rest in its villages."""
    urban = round(unit.people * unit.share_urban) if villages else unit.people
    rows = list(zip([b.point for b in blocks], seeded.apportion(urban, [_city_weight(b) for b in blocks])))
    if villages:
        people = seeded.apportion(unit.people - urban, [v.weight for v in villages])
        rows += list(zip([v.point for v in villages], people))
    return [(point, people) for point, people in rows if people > 0]


def _part(unit, rows, share, name):
    """A part of each row's people (never more than all) that adds up to the unit's share."""
    total = round(unit.people * share)
    weights = [people * (0.85 + 0.3 * seeded.fraction(name, point)) for point, people in rows]
    parts = seeded.apportion(total, weights)
    spare = 0
    for i, (_, people) in enumerate(rows):
        spare += max(0, parts[i] - people)
        parts[i] = min(parts[i], people)
    for i, (_, people) in enumerate(rows):
        more = min(spare, people - parts[i])
        parts[i], spare = parts[i] + more, spare - more
    return parts


def population(units, blocks, villages):
    layer = Layer("population", "Point", "cell_id:text people:integer people_65plus:integer "
                  "employed_residents:integer unit_code:text", "常住人口 / Residents",
                  "Resident people of the 2020 census spread over city blocks and villages. Synthetic places; the sum "
                  "of each unit equals the census to the person.")  # fmt: skip
    blocks_of, villages_of = defaultdict(list), defaultdict(list)
    for block in blocks:
        blocks_of[block.unit.code].append(block)
    for village in villages:
        villages_of[village.unit_code].append(village)
    for unit in units:
        rows = _split_people(unit, blocks_of[unit.code], villages_of[unit.code])
        elderly = _part(unit, rows, unit.share_65plus, "65plus")
        employed = _part(unit, rows, unit.share_employed, "employed")
        for number, ((point, people), old, at_work) in enumerate(zip(rows, elderly, employed), 1):
            layer.add(Point(point), f"{unit.code}-{number:04d}", people, old, at_work, unit.code)
    return layer


def jobs(units, blocks, platforms):
    layer = Layer("jobs", "Point", "job_site_id:text jobs:integer sector:text", "就业岗位 / Jobs",
                  "Jobs at the workplace, by city block. Synthetic; no table of jobs exists, the totals are employed "
                  "residents times an estimated ratio.")  # fmt: skip
    blocks_of, zones = defaultdict(list), [Point(row["geometry"]) for row in platforms.rows]
    for block in blocks:
        if block.use in JOBS_OF_USE:
            blocks_of[block.unit.code].append(block)
    for unit in units:
        total = round(unit.people * unit.share_employed * JOB_RATIO.get(unit.code, 0.9) * 0.8)
        weights = []
        for block in blocks_of[unit.code]:
            spot = Point(block.point)
            boost = 2.5 if min(spot.distance(zone) for zone in zones) < 0.03 else 1.0
            weights.append(JOBS_OF_USE[block.use] * boost * (0.3 + exp(-block.core_km / 6)) * (
                0.5 + seeded.fraction("jobs", block.i, block.j)))  # fmt: skip
        for block, count in zip(blocks_of[unit.code], seeded.apportion(total, weights)):
            if count > 0:
                layer.add(Point(block.point), f"J{block.i}-{block.j}", count, SECTOR_OF_USE[block.use])
    return layer
