"""Conservation zones and control lines.

Functional zones made of whole counties are real lists (advisory); reservoirs, wetlands and reserves have a real
centre and area but a synthetic outline; drinking-water classes, red lines and farmland are synthetic.
"""
from math import pi, sqrt

from shapely.affinity import scale
from shapely.geometry import LineString, Point
from shapely.ops import unary_union
from shapely.prepared import prep

import geodesy
import seeded
import shapes
import tables
from index import Index
from layer import Layer
from terrain import ruggedness

# id, name, English name, kind, units (codes, or the first four digits of all units of a city), confidence
FUNCTIONAL = [
    ("Z-MY", "密云水库上游潮白河流域水源涵养区", "Chaobai basin above Miyun Reservoir", "water_conservation",
     "130724 130732 130826 130824 130822 110119 110116 110118", "A"),
    ("Z-GT", "官厅水库上游永定河流域水源涵养区", "Yongding basin above Guanting Reservoir", "water_conservation",
     "130730 130731 130705 130706 130708 130728 130727 130726 130702 130703 130709 130725", "B"),
    ("Z-ZB", "坝上防风固沙区", "Bashang windbreak plateau", "ecological_barrier", "130722 130723 130724 130725 130826 130828",
     "B"),
    ("Z-LH", "滦河水源涵养区", "Luan River water conservation area", "water_conservation",
     "130828 130825 130821 130802 130803 130804 130827 130881 130227 130281 130321", "B"),
    ("Z-ZC", "张承生态功能区", "Zhangjiakou–Chengde ecological function area", "water_conservation", "1307 1308", "B"),
    ("Z-YT", "太行山生态屏障", "Taihang ecological barrier", "ecological_barrier",
     "130623 130633 130630 130627 130634 130624 130636 130607 130131 130126 130125 130121 130129 130132 130110 "
     "130523 130522 130503 130582 130481 130426 130406 130427 110109 110111 110114", "C"),
    ("Z-YS", "燕山生态屏障", "Yanshan ecological barrier", "ecological_barrier",
     "110117 110118 110116 120119 130281 130227 130321 130822 130827", "C"),
    ("Z-BYD", "白洋淀流域核心区", "Baiyangdian basin core", "wetland", "130632 130629 130638 130982 130628", "B"),
    ("Z-COAST", "沿渤海湿地带", "Bohai coastal wetland belt", "coastal_wetland",
     "130303 130304 130322 130225 130224 130209 130207 120116 130983 130924", "C"),
]  # fmt: skip
RING_KM = 30
# name, English name, kind, lon, lat, area km², stretch, confidence of the centre
WATERS = [
    ("密云水库", "Miyun Reservoir", "reservoir", 116.95, 40.50, 150, 1.2, "B"),
    ("官厅水库", "Guanting Reservoir", "reservoir", 115.70, 40.33, 110, 1.5, "B"),
    ("潘家口水库", "Panjiakou Reservoir", "reservoir", 118.28, 40.43, 70, 1.5, "B"),
    ("大黑汀水库", "Daheiting Reservoir", "reservoir", 118.31, 40.21, 15, 1.4, "B"),
    ("于桥水库", "Yuqiao Reservoir", "reservoir", 117.50, 40.03, 86, 1.5, "B"),
    ("岗南水库", "Gangnan Reservoir", "reservoir", 114.00, 38.33, 55, 1.3, "B"),
    ("黄壁庄水库", "Huangbizhuang Reservoir", "reservoir", 114.30, 38.27, 40, 1.2, "B"),
    ("西大洋水库", "Xidayang Reservoir", "reservoir", 114.75, 38.75, 25, 1.2, "B"),
    ("王快水库", "Wangkuai Reservoir", "reservoir", 114.50, 38.75, 30, 1.3, "B"),
    ("白洋淀", "Baiyangdian", "wetland", 115.98, 38.90, 366, 1.1, "B"),
    ("衡水湖", "Hengshui Lake", "wetland", 115.60, 37.63, 75, 1.0, "B"),
    ("七里海", "Qilihai", "wetland", 117.55, 39.30, 95, 1.0, "B"),
    ("大黄堡", "Dahuangpu", "wetland", 117.27, 39.45, 104, 1.1, "B"),
    ("北大港", "Beidagang", "wetland", 117.45, 38.75, 348, 1.1, "B"),
    ("团泊洼", "Tuanpo", "wetland", 117.10, 38.90, 60, 1.0, "B"),
    ("南大港", "Nandagang", "wetland", 117.48, 38.52, 75, 1.0, "B"),
    ("曹妃甸湿地", "Caofeidian Wetland", "wetland", 118.35, 39.22, 110, 1.0, "C"),
    ("昌黎黄金海岸", "Changli Gold Coast", "nature_reserve", 119.27, 39.45, 300, 1.4, "B"),
    ("北戴河湿地", "Beidaihe Wetland", "wetland", 119.50, 39.83, 20, 1.2, "C"),
    ("闪电河湿地", "Shandian River Wetland", "wetland", 115.75, 41.65, 41, 1.3, "C"),
    ("察汗淖尔", "Chahannur", "wetland", 114.05, 41.40, 55, 1.0, "C"),
    ("安固里淖", "Anguli Nur", "wetland", 114.35, 41.30, 47, 1.1, "C"),
    ("塞罕坝", "Saihanba", "nature_reserve", 117.30, 42.40, 930, 1.2, "B"),
    ("雾灵山", "Wuling Mountain", "nature_reserve", 117.48, 40.58, 142, 1.1, "B"),
    ("小五台", "Xiaowutai", "nature_reserve", 115.05, 39.95, 219, 1.2, "B"),
    ("百花山", "Baihua Mountain", "nature_reserve", 115.58, 39.83, 217, 1.1, "B"),
    ("松山", "Songshan", "nature_reserve", 115.80, 40.52, 62, 1.0, "B"),
    ("野鸭湖", "Yeyahu", "wetland", 115.84, 40.42, 69, 1.0, "B"),
    ("汉石桥", "Hanshiqiao", "wetland", 116.80, 40.12, 19, 1.0, "B"),
]  # fmt: skip
DRINKING = ("密云水库", "潘家口水库", "大黑汀水库", "于桥水库", "岗南水库", "黄壁庄水库", "西大洋水库", "王快水库")
INTAKE_RADIUS_M = 500  # class 1 around the intake of a large reservoir (HJ 338)
CLASS_2_RING_M = 2000
# Wetlands along rivers of the plain: river, first and last node, English name
RIVERSIDE = [
    ("永定河", 10, 16, "Yongding riverside"), ("潮白河", 2, 4, "Chaobai riverside"), ("北运河", 1, 4, "North Canal riverside"),
    ("拒马河", 2, 3, "Juma riverside"), ("滹沱河", 2, 4, "Hutuo riverside"), ("海河", 1, 2, "Hai riverside"),
]  # fmt: skip
RIVERSIDE_M = 300  # to each side
RED_LINES, FARMLANDS = 70, 260


def _water_outline(name, lon, lat, area_km2, stretch):
    radius = sqrt(area_km2 * 1e6 / pi)
    outline = shapes.blob((lon, lat), radius, seeded.stream(f"water {name}"), 64, 0.22, stretch)
    return outline


def _grown_m(geometry, metres):
    """A buffer by metres, good enough for outlines that are estimates themselves."""
    wide = scale(geometry, 0.77, 1.0, origin=(0, 0)).buffer(metres / geodesy.METRES_PER_DEGREE, 12)
    return scale(wide, 1 / 0.77, 1.0, origin=(0, 0))


def _functional(layer, polygons):
    for zone_id, name_zh, name_en, kind, wanted, letter in FUNCTIONAL:
        codes = [c for c in sorted(polygons) if any(c.startswith(w) for w in wanted.split())]
        outline = shapes.clean(unary_union([polygons[c] for c in codes]))
        layer.add(outline, zone_id, name_zh, name_en, kind, "advisory", True, confidence=letter,
                  geometry_confidence=max(letter, "B"), synthetic=False)  # fmt: skip
    beijing = unary_union([polygons[c] for c in sorted(polygons) if c.startswith("11")])
    region = unary_union([polygons[c] for c in sorted(polygons)])
    # The outline is thinned before widening: detail below 500 m does not show in a 30 km buffer.
    ring = _grown_m(beijing.simplify(0.005), RING_KM * 1000).intersection(region).difference(beijing)
    layer.add(shapes.clean(ring, 0.05), "Z-RING", "环首都生态过渡带", "Ecological belt around the capital",
              "transition_belt", "advisory", True, synthetic=False)  # fmt: skip


def conservation_zones(polygons):
    layer = Layer("conservation_zones", "MultiPolygon", "zone_id:text name_zh:text name_en:text kind:text "
                  "control_strength:text functional:boolean", "生态保护区域 / Conservation zones",
                  "Ten functional zones (whole counties, advisory), 29 waters, wetlands and reserves around their real "
                  "centre and area (outline synthetic), riverside wetlands, drinking-water zones and red lines (synthetic).")  # fmt: skip
    _functional(layer, polygons)
    for number, (name, name_en, kind, lon, lat, area, stretch, letter) in enumerate(WATERS, 1):
        outline = shapes.clean(_water_outline(name, lon, lat, area, stretch))
        layer.add(outline, f"W{number:02d}", name, name_en, kind, "restricted", False, confidence=letter)
        if name in DRINKING:
            intake = outline.boundary.interpolate(0.35, normalized=True)
            first = shapes.clean(_grown_m(intake, INTAKE_RADIUS_M))
            second = shapes.clean(_grown_m(outline, CLASS_2_RING_M))
            layer.add(first, f"D{number:02d}-1", name + "一级保护区", name_en + ", class 1", "drinking_water_class_1",
                      "prohibited", False)  # fmt: skip
            layer.add(second, f"D{number:02d}-2", name + "二级保护区", name_en + ", class 2", "drinking_water_class_2",
                      "restricted", False)  # fmt: skip
    _riverside(layer)
    for number, outline in enumerate(red_line_outlines(polygons), 1):
        layer.add(outline, f"E{number:02d}", f"生态保护红线{number}号", f"Ecological red line {number}",
                  "ecological_red_line", "prohibited", False)  # fmt: skip
    return layer


def _riverside(layer):
    nodes = {(row["river"], int(row["seq"])): (float(row["lon"]), float(row["lat"])) for row in tables.read("river_nodes")}
    for number, (river, first, last, name_en) in enumerate(RIVERSIDE, 1):
        line = LineString([nodes[river, n] for n in range(first, last + 1)])
        layer.add(shapes.clean(_grown_m(line, RIVERSIDE_M)), f"V{number:02d}", river + "滨河湿地", name_en + " wetland",
                  "wetland", "restricted", False)  # fmt: skip


def _scattered(polygons, name, count, accepts):
    """Seeded centres in the region; `accepts` decides by the place."""
    region = prep(unary_union([polygons[c] for c in sorted(polygons)]).simplify(0.002))
    random, found = seeded.stream(name), []
    while len(found) < count:
        point = (round(random.uniform(113.5, 119.8), 6), round(random.uniform(36.1, 42.6), 6))
        if region.contains(Point(point)) and accepts(point, random):
            found.append((point, random.random()))
    return found


def red_line_outlines(polygons):
    """In the mountains, a few on the plain beside rivers; each 5 to 120 km²."""
    region = unary_union([polygons[c] for c in sorted(polygons)])
    outlines = []
    for number, (centre, size) in enumerate(_scattered(
            polygons, "red lines", RED_LINES, lambda p, r: ruggedness(p) > 0.3 or r.random() < 0.12)):  # fmt: skip
        radius = sqrt((5 + 115 * size * size) * 1e6 / pi)
        outline = shapes.blob(centre, radius, seeded.stream(f"red line {number}"), 48, 0.35, 1.35)
        outlines.append(shapes.clean(shapes.polygons(outline.intersection(region))[0]))
    return outlines


def control_lines(polygons, built_up):
    layer = Layer("control_lines", "MultiPolygon", "control_line_id:text kind:text name_zh:text",
                  "三区三线 / Control lines", "Ecological red lines, permanent basic farmland and urban development "
                  "boundaries. Synthetic.")  # fmt: skip
    for number, outline in enumerate(red_line_outlines(polygons), 1):
        layer.add(outline, f"CR{number:03d}", "ecological_red_line", f"生态保护红线{number}号")
    towns = [row["geometry"] for row in built_up.rows]
    index = Index(towns)
    for number, (centre, size) in enumerate(_scattered(
            polygons, "farmland", FARMLANDS, lambda p, r: ruggedness(p) < 0.1), 1):  # fmt: skip
        outline = shapes.blob(centre, 1500 + 3500 * size, seeded.stream(f"farmland {number}"), 20, 0.2, 1.2)
        # City parts that grew over the farmland since stay in it now and then: those are the conflicts.
        if number % 3:
            outline = outline.difference(unary_union([towns[i] for i in index.near(outline)]))
        outline = shapes.clean(outline, 0.2)
        if outline is not None:
            layer.add(outline, f"CF{number:03d}", "permanent_basic_farmland", f"永久基本农田{number}号")
    for row in built_up.rows:
        if row["built_up_area_id"].startswith("BS"):
            outline = shapes.clean(_grown_m(row["geometry"].simplify(0.001), 700))
            layer.add(outline, "CU" + row["unit_code"], "urban_development_boundary", row["name_zh"] + "城镇开发边界")
    return layer
