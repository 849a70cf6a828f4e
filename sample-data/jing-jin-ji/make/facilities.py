"""Public facilities: synthetic places beside streets, more of them where more people live."""
from collections import defaultdict
from math import hypot

from shapely.geometry import Point

import geodesy
import seeded
from blocks import node
from layer import Layer

# kind, level, people for one, most for one unit, capacity from-to, unit, Chinese ending, where ('city' or 'all')
PLAN = [
    ("hospital", "tertiary", {"北京市": 310_000, "天津市": 345_000, "河北省": 560_000}, (500, 2200), "beds", "三级医院", "city"),
    ("hospital", "secondary", 240_000, (100, 499), "beds", "二级医院", "city"),
    ("hospital", "primary", 68_000, (20, 99), "beds", "卫生院", "all"),
    ("school", "primary", 90_000, (600, 1800), "seats", "小学", "all"),
    ("school", "secondary", 190_000, (900, 3000), "seats", "中学", "all"),
    ("emergency", None, 105_000, (2, 8), "ambulances", "急救站", "all"),
    ("elderly_care", None, 130_000, (100, 500), "beds", "养老院", "all"),
    ("culture", None, 320_000, None, None, "文化馆", "city"),
    ("library", None, 450_000, None, None, "图书馆", "city"),
    ("museum", None, 700_000, None, None, "博物馆", "city"),
]  # fmt: skip
ALWAYS_ONE = ("二级医院", "急救站", "文化馆")


def _beside_street(block, random):
    """About 30 m inside one of the block's sides."""
    corners = [node(*c) for c in block.corners()]
    side = random.randrange(4)
    a, b = corners[side], corners[(side + 1) % 4]
    share = random.uniform(0.15, 0.85)
    x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    middle_x = sum(c[0] for c in corners) / 4 - x
    middle_y = sum(c[1] for c in corners) / 4 - y
    step = 30 / geodesy.METRES_PER_DEGREE / hypot(middle_x, middle_y)
    return round(x + middle_x * step, 6), round(y + middle_y * step, 6)


def _count(unit, name, per_person):
    people = per_person[unit.province_zh] if isinstance(per_person, dict) else per_person
    wanted = unit.people / people
    count = int(wanted) + (seeded.fraction("count", unit.code, name) < wanted % 1)
    return max(count, 1 if name in ALWAYS_ONE else 0)


def facilities(units, blocks, population):
    layer = Layer("facilities", "Point", "facility_id:text name_zh:text kind:text level:text capacity:real "
                  "capacity_unit:text", "公共服务设施 / Facilities",
                  "Hospitals by level, schools, emergency stations, elderly care, culture. Synthetic places and sizes; "
                  "numbers by people, tertiary hospitals of Beijing and Tianjin by their density of 2013.")  # fmt: skip
    blocks_of, people_of, villages_of = defaultdict(list), {}, defaultdict(list)
    for row in population.rows:
        people_of[row["geometry"].coords[0]] = row["people"]
    for block in blocks:
        blocks_of[block.unit.code].append(block)
    in_blocks = {b.point for b in blocks}
    for row in population.rows:
        if row["geometry"].coords[0] not in in_blocks:
            villages_of[row["unit_code"]].append(row)
    for unit in units:
        for kind, level, per_person, capacity, capacity_unit, name, where in PLAN:
            random = seeded.stream(f"facility {unit.code} {name}")
            for number in range(_count(unit, name, per_person)):
                villages = villages_of[unit.code]
                if where == "all" and villages and random.random() > unit.share_urban:
                    row = random.choices(villages, [v["people"] for v in villages])[0]
                    point = row["geometry"].coords[0]
                else:
                    weights = [people_of.get(b.point, 0) + 1 for b in blocks_of[unit.code]]
                    point = _beside_street(random.choices(blocks_of[unit.code], weights)[0], random)
                size = round(random.uniform(*capacity), -1 if capacity[1] > 50 else 0) if capacity else None
                layer.add(Point(point), f"F{len(layer.rows) + 1:05d}", f"{unit.name_zh}第{number + 1}{name}", kind,
                          level, size, capacity_unit)  # fmt: skip
    return layer
