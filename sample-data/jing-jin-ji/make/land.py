"""Land use of every city block, parks with their entrances, and green corridors: all synthetic."""
from math import cos, radians, sin

from shapely.geometry import LineString, Polygon
from shapely.ops import nearest_points

import geodesy
import seeded
import shapes
from blocks import node
from layer import Layer

# use, code of 国土空间调查、规划、用途管制用地用海分类, share near the centre, share at the edge
USES = [
    ("residential", "0701", 0.46, 0.50), ("commercial", "0901", 0.14, 0.04), ("commercial", "0902", 0.07, 0.01),
    ("public_service", "0801", 0.06, 0.02), ("public_service", "0804", 0.09, 0.06),
    ("public_service", "0806", 0.03, 0.02), ("industrial", "1001", 0.02, 0.17), ("industrial", "1101", 0.0, 0.04),
    ("transport", "1208", 0.03, 0.03), ("green", "1402", 0.08, 0.05), ("vacant", "16", 0.02, 0.06),
]  # fmt: skip
PARK_CHANCE = {"北京市": 0.84, "天津市": 0.64, "河北省": 0.37}
PARK_NAMES = "人民 朝阳 湖滨 滨河 文化 体育 儿童 森林 和平 友谊 青年 长虹 玉泉 龙潭 南湖 北苑 东风 迎春".split()
OLD_TOWN_KM = 4.0


def _area_m2(geometry):
    return geodesy.area_km2(geometry) * 1e6


def choose_uses(blocks):
    for block in blocks:
        centre = max(0.0, 1 - block.core_km / (3 + block.settlement.urban_people**0.5 / 200))
        draw, chosen = seeded.fraction("use", block.i, block.j), USES[-1]
        weights = [centre * inner + (1 - centre) * outer for _, _, inner, outer in USES]
        draw *= sum(weights)
        for use, weight in zip(USES, weights):
            if draw < weight:
                chosen = use
                break
            draw -= weight
        block.use, block.code = chosen[:2]


def _park_class(random):
    draw = random.random()
    if draw < 0.38:
        return "G14", random.choice((random.uniform(1_100, 4_900), random.uniform(5_100, 9_500)))
    if draw < 0.80:
        return "G12", random.uniform(10_000, 80_000)
    if draw < 0.91:
        return "G13", random.uniform(15_000, 120_000)
    return "G11", random.uniform(100_000, 330_000)


def parks(blocks):
    """At most one park a block, more of them in the larger cities; some smaller than 5 000 and 2 000 m²."""
    layer = Layer("parks", "Polygon", "park_id:text name_zh:text class:text old_town:boolean", "公园绿地 / Parks",
                  "Parks by class of CJJ/T 85 (G11 comprehensive, G12 community, G13 themed, G14 pocket). "
                  "Synthetic.")  # fmt: skip
    for block in blocks:
        random = seeded.stream(f"park {block.i} {block.j}")
        chance = PARK_CHANCE[block.unit.province_zh] * (0.5 if block.settlement.kind == "town" else 1)
        if random.random() > chance or block.use in ("industrial", "transport"):
            continue
        park_class, area = _park_class(random)
        centre = (block.point[0] + random.uniform(-0.0022, 0.0022), block.point[1] + random.uniform(-0.0018, 0.0018))
        outline = shapes.blob(centre, (area / 3.1416) ** 0.5, random, vertices=random.choice((7, 9, 11)))
        ground = block.ground.buffer(-0.0003)
        if ground.is_empty:
            continue
        outline = shapes.clean(max(shapes.polygons(outline.intersection(ground)), key=lambda p: p.area, default=Polygon()))
        if outline is None or _area_m2(outline) < 900:
            continue
        name = random.choice(PARK_NAMES) + {"G11": "公园", "G12": "社区公园", "G13": "主题园", "G14": "游园"}[park_class]
        row = layer.add(outline, f"PK{len(layer.rows) + 1:04d}", name, park_class, block.core_km < OLD_TOWN_KM
                        and block.settlement.kind == "seat")  # fmt: skip
        block.parks.append(row)
    return layer


def park_entrances(blocks):
    """On the park's boundary, where it is nearest to a street; large parks have up to three."""
    layer = Layer("park_entrances", "Point", "entrance_id:text park_id:text", "公园出入口 / Park entrances",
                  "On the boundary of the park, nearest to a street. Synthetic.")  # fmt: skip
    for block in blocks:
        corners = [node(*c) for c in block.corners()]
        sides = [LineString([a, b]) for a, b in zip(corners, corners[1:] + corners[:1])]
        for park in block.parks:
            boundary = park["geometry"].exterior
            count = {"G11": 3, "G12": 2, "G13": 2, "G14": 1}[park["class"]]
            for number, side in enumerate(sorted(sides, key=boundary.distance)[:count], 1):
                gate, _ = nearest_points(boundary, side)
                layer.add(shapes.rounded(gate), f"{park['park_id']}-{number}", park["park_id"])
    return layer


def land_use(blocks, reservoirs):
    layer = Layer("land_use", "Polygon", "parcel_id:text code:text use:text", "用地 / Land use",
                  "One parcel a city block, streets and parks left out (parks are a layer of their own), and the reservoirs; codes of "
                  "用地用海分类. Synthetic.")  # fmt: skip
    for block in blocks:
        ground = block.ground.buffer(-0.00015, join_style=2)
        for park in block.parks:
            ground = ground.difference(park["geometry"])
        for part in shapes.polygons(ground, 0.01)[:2]:
            part = shapes.clean(part)
            if part is not None and part.geom_type == "Polygon":
                layer.add(part, f"L{len(layer.rows) + 1:05d}", block.code, block.use)
    for outline in reservoirs:
        layer.add(outline, f"L{len(layer.rows) + 1:05d}", "1703", "water")
    return layer


def built_up_areas(settlements):
    layer = Layer("built_up_areas", "Polygon", "built_up_area_id:text name_zh:text unit_code:text population:integer",
                  "建成区 / Built-up areas", "One main area a unit around its real seat, and towns. Synthetic outlines; "
                  "area from the urban people of the census at 11 000–15 000 people a km².")  # fmt: skip
    for s in settlements:
        if s.built_up is not None:
            name = s.name_zh + {"seat": "城区", "quarter": "片区", "town": "镇区"}[s.kind]
            layer.add(s.built_up, "B" + s.id, name, s.unit.code, round(s.urban_people))
    return layer


def green_corridors(rivers, beijing_centre=(116.397, 39.907)):
    layer = Layer("green_corridors", "Unknown", "corridor_id:text name_zh:text kind:text width_m:real",
                  "绿道绿廊 / Green corridors", "Lines with a width, and isolation belts as areas. Synthetic.")  # fmt: skip
    for row in rivers.rows:
        points = list(row["geometry"].coords)
        for number, (a, b) in enumerate(zip(points, points[1:]), 1):
            if seeded.fraction("riparian", row["river_id"], number) < 0.6:
                layer.add(LineString([a, b]), f"GR-{row['river_id']}-{number}", f"{row['name_zh']}滨水绿廊",
                          "riparian", 60.0)  # fmt: skip
    for number in range(6):
        angle = [(number + k / 8) * 60 for k in range(8)]
        ring = [_on_circle(beijing_centre, 19_500, a) for a in angle]
        ring += [_on_circle(beijing_centre, 17_500, a) for a in reversed(angle)]
        layer.add(shapes.rounded(Polygon(ring)), f"GI-{number + 1}", f"北京第二道绿隔{number + 1}段", "isolation_belt", 2000.0)
    for number, (centre, reach) in enumerate([((116.397, 39.907), 12), ((117.195, 39.13), 8), ((114.5, 38.045), 7)], 1):
        i, j = round(centre[0] * 100), round(centre[1] / 0.008)
        for k, shift in enumerate((-4, 0, 4)):
            points = [node(i + n, j + shift) for n in range(-reach, reach + 1)]
            layer.add(LineString(points), f"GW-{number}-{k + 1}", f"城市绿道{number}-{k + 1}", "greenway", 12.0)
    return layer


def _on_circle(centre, radius_m, degrees):
    return geodesy.moved(centre, radius_m * cos(radians(degrees)), radius_m * sin(radians(degrees)))
