"""Towns and built-up areas: county seats and rail quarters stand at real points,
towns between them and all outlines are synthetic."""
from math import sqrt

from shapely.geometry import Point
from shapely.prepared import prep

import geodesy
import seeded
import shapes
from terrain import ruggedness

# Districts that form one city share its centre; their built-up area grows around it.
CITY_CORES = {
    (116.397, 39.907): ["110101", "110102", "110105", "110106", "110107", "110108"],
    (117.195, 39.130): ["120101", "120102", "120103", "120104", "120105", "120106"],
    (114.500, 38.045): ["130102", "130104", "130105", "130108"],
    (118.180, 39.640): ["130202", "130203"],
    (114.490, 36.610): ["130402", "130403", "130404"],
    (114.495, 37.065): ["130502", "130503"],
    (115.475, 38.870): ["130602", "130606"],
    (114.885, 40.800): ["130702", "130703"],
    (116.850, 38.310): ["130902", "130903"],
    (116.700, 39.525): ["131002", "131003"],
}
PEOPLE_PER_KM2 = {"北京市": 15_000, "天津市": 12_000, "河北省": 11_000}
PREFIX = "东西南北大小新上下前后中老双"
ROOT = "王李张杨河柳马石高白赵刘孙田沙槐桃枣松桥"
SUFFIX = "庄屯营店堡口集寨铺沟台坊"
PINYIN = dict(zip(PREFIX + ROOT + SUFFIX, (
    "dong xi nan bei da xiao xin shang xia qian hou zhong lao shuang "
    "wang li zhang yang he liu ma shi gao bai zhao liu sun tian sha huai tao zao song qiao "
    "zhuang tun ying dian bu kou ji zhai pu gou tai fang").split()))  # fmt: skip


class Settlement:
    """A seat, a rail quarter or a town (kind 'seat', 'quarter', 'town') with the people who live inside its built-up area."""

    def __init__(self, settlement_id, unit, kind, point, core, name_zh, name_en):
        self.id, self.unit, self.kind, self.point, self.core = settlement_id, unit, kind, point, core
        self.name_zh, self.name_en = name_zh, name_en
        self.urban_people = 0
        self.built_up = None


def _inside(unit_polygon, random):
    west, south, east, north = unit_polygon.bounds
    while True:
        yield (round(random.uniform(west, east), 6), round(random.uniform(south, north), 6))


def _towns(unit, polygon, random):
    rural = unit.people * (1 - unit.share_urban)
    if unit.share_urban > 0.985 and unit.area_km2 < 160:
        return []
    count = int(max(2, min(rural / 28_000 + 2, unit.area_km2 / 40, 18)))
    spacing_km = 0.55 * sqrt(unit.area_km2 / count)
    inside, towns, names = prep(polygon), [], set()
    for tries, point in enumerate(_inside(polygon, random)):
        if len(towns) == count or tries > 3000:
            return towns
        if not inside.contains(Point(point)) or random.random() < 1.35 * ruggedness(point):
            continue
        others = [unit.seat] + [t.point for t in towns]
        if min(geodesy.distance_km(point, other) for other in others) < spacing_km:
            continue
        name = random.choice(PREFIX) + random.choice(ROOT) + random.choice(SUFFIX)
        if name in names:
            continue
        names.add(name)
        english = "".join(PINYIN[c] for c in name).capitalize()
        town = Settlement(f"T{unit.code}{len(towns) + 1:02d}", unit, "town", point, point, name + "镇",
                          english + " Town")  # fmt: skip
        towns.append(town)
    return towns


def _grown(core, polygon, target_km2, random):
    """The part of the unit within a wavering outline around the core, of about the wanted area."""
    shape_seed = random.random()
    low, high = 100.0, 45_000.0
    for _ in range(16):
        middle = (low + high) / 2
        outline = shapes.blob(core, middle, seeded.stream(f"outline {shape_seed}"), roughness=0.16)
        area = geodesy.area_km2(outline.intersection(polygon))
        low, high = (middle, high) if area < target_km2 else (low, middle)
    parts = shapes.polygons(outline.intersection(polygon), 0.15)
    return shapes.clean(parts[0]) if parts else None


def _rail_quarters(unit, polygon, seat, micro_centers):
    """A quarter of its own at every micro-center that lies outside the main built-up area."""
    inside, quarters = prep(polygon), []
    for row in micro_centers.rows:
        spot = row["geometry"]
        if not inside.contains(spot) or spot.distance(seat.built_up) < 0.008:
            continue
        point = spot.coords[0]
        if any(geodesy.distance_km(point, other.point) < 2.5 for other in quarters):
            continue
        quarter = Settlement(f"Q{row['micro_center_id']}", unit, "quarter", point, point,
                             row["name_zh"].split(" ")[0], None)  # fmt: skip
        quarters.append(quarter)
    return quarters


def _build_towns(unit, polygon, seat, towns, quarters, random):
    """Outlines of the towns that have one, and of all rail quarters, clear of each other and of the seat's."""
    built = quarters + [t for t in towns if random.random() < 0.3]
    urban = unit.people * unit.share_urban
    town_share = min(0.4, 0.05 * len(built))
    seat.urban_people = urban * (1 - town_share)
    density = PEOPLE_PER_KM2[unit.province_zh]
    done = [seat.built_up]
    for town in built:
        town.urban_people = urban * town_share / len(built)
        area = min(5.0 if town.kind == "quarter" else 3.0, max(0.9, town.urban_people / density))
        outline = _grown(town.point, polygon, area, random)
        gap = 0.0 if town.kind == "quarter" else 0.01
        if outline and all(outline.distance(other) > gap for other in done):
            town.built_up = outline
            done.append(outline)


def settlements(units, polygons, micro_centers):
    core_of = {code: core for core, codes in CITY_CORES.items() for code in codes}
    found = []
    for unit in units:
        random = seeded.stream(f"settlements {unit.code}")
        polygon = polygons[unit.code]
        core = core_of.get(unit.code, unit.seat)
        seat = Settlement(f"S{unit.code}", unit, "seat", unit.seat, core, unit.name_zh, unit.name_en)
        towns = _towns(unit, polygon, random)
        density = PEOPLE_PER_KM2[unit.province_zh]
        area = min(0.8 * unit.people * unit.share_urban / density, 0.85 * unit.area_km2)
        seat.built_up = _grown(core, polygon, area, random)
        quarters = _rail_quarters(unit, polygon, seat, micro_centers)
        towns = [t for t in towns if all(geodesy.distance_km(t.point, q.point) > 3 for q in quarters)]
        _build_towns(unit, polygon, seat, towns, quarters, random)
        found += [seat, *quarters, *towns]
    return found
