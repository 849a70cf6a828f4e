"""Trunk lines, waypoints, stations, transfers, micro-centers, platforms and rivers: from the domain tables."""
from collections import defaultdict

from shapely.geometry import LineString, Point

import tables
from layer import Layer

LINE_KIND = {"expressway ring": "expressway_ring", "intercity ring": "intercity_ring"}
PLATFORM_AREA_KM2 = {"PM-06": 245}  # the table gives two parts
STATION_ALIAS = {"宣化": "宣化北"}  # the transfer table's name for the only listed station there
RIVER_EN = {
    "永定河": "Yongding River", "潮河": "Chao River", "白河": "Bai River", "清水河": "Qingshui River",
    "滦河": "Luan River", "引滦入津": "Luan–Tianjin transfer", "沙河(引滦)": "Sha River",
    "北运河": "North Canal", "潮白河": "Chaobai River", "拒马河": "Juma River", "滹沱河": "Hutuo River",
    "海河": "Hai River",
}  # fmt: skip
RIVER_ORDER = {"永定河": 1, "滦河": 1, "海河": 1, "潮白河": 1, "北运河": 2, "滹沱河": 2, "拒马河": 2}


def waypoints_of_lines():
    """line id -> rows of its waypoints in order."""
    found = defaultdict(list)
    for row in tables.read("trunk_waypoints"):
        found[row["line_id"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: int(row["seq"]))
    return found


def _place(row):
    return float(row["lon"]), float(row["lat"])


def _worst(letters):
    return max(letters)


def trunk_lines():
    layer = Layer("trunk_lines", "LineString", "line_id:text name_zh:text name_en:text scheme:text kind:text "
                  "routing:text passenger:boolean speed_kmh:real status:text open_year:integer",
                  "交通干线 / Trunk lines",
                  "57 lines in five schemes that never mix: corridor-2015, intercity-2015, article-belt, main-rail, "
                  "expressway. Real; straight between waypoints, not an alignment (1–5 km off).")  # fmt: skip
    waypoints = waypoints_of_lines()
    for row in tables.read("lines"):
        points = waypoints[row["line_id"]]
        geometry_confidence = _worst(tables.last_letter(p["confidence"]) for p in points)
        layer.add(
            LineString([_place(p) for p in points]), row["line_id"], row["name_zh"], row["name_en"], row["scheme"],
            LINE_KIND.get(row["kind"], row["kind"]), row["routing"], row["passenger"] == "1",
            float(row["speed_kmh"]) if row["speed_kmh"] else None,
            row["status"] if row["status"] != "-" else None,
            int(row["open_year"]) if row["open_year"] else None,
            confidence=row["confidence"], geometry_confidence=geometry_confidence, synthetic=False)  # fmt: skip
    return layer


def trunk_waypoints():
    layer = Layer("trunk_waypoints", "Point", "waypoint_id:text line_id:text sequence:integer name_zh:text scheme:text",
                  "干线节点 / Trunk waypoints",
                  "434 waypoints of the trunk lines; those of expressways are their interchanges. Real.")  # fmt: skip
    for line_id, rows in waypoints_of_lines().items():
        for row in rows:
            layer.add(Point(_place(row)), f"{line_id}-{int(row['seq']):02d}", line_id, int(row["seq"]),
                      row["point_zh"], row["scheme"], confidence=tables.first_letter(row["confidence"]),
                      geometry_confidence=tables.last_letter(row["confidence"]), synthetic=False)  # fmt: skip
    return layer


def _lines_at_stations():
    """(lon, lat) -> ids of the railway lines with a waypoint there, in the order of the line table."""
    routed = {row["line_id"] for row in tables.read("lines") if row["routing"] in ("rail", "freight")}
    found = defaultdict(list)
    for line_id, rows in waypoints_of_lines().items():
        for row in rows:
            if line_id in routed and line_id not in found[_place(row)]:
                found[_place(row)].append(line_id)
    return found


def stations():
    layer = Layer("stations", "Point", "station_id:text name_zh:text name_en:text kind:text lines:text lines_zh:text "
                  "status:text unit_code:text", "车站、机场与港口 / Stations, airports and ports",
                  "157 rail stations, 10 airports, 7 ports. Real. `lines` holds the ids of the trunk railways that "
                  "stop there, `lines_zh` the names of all lines as published.")  # fmt: skip
    lines_at = _lines_at_stations()
    for number, row in enumerate(tables.read("stations"), 1):
        place = _place(row)
        layer.add(Point(place), f"ST{number:03d}", row["name_zh"], row["name_en"], row["kind"],
                  ";".join(lines_at.get(place, [])) or None, row["lines"] or None, row["status"],
                  row["county_code"], confidence=row["confidence"], geometry_confidence=row["confidence"],
                  synthetic=False)  # fmt: skip
    return layer


def transfers(stations_layer):
    layer = Layer("transfers", None, "transfer_id:text from_station_id:text to_station_id:text time_min:real mode:text",
                  "换乘 / Transfers", "Walks and metro rides between termini of one city. Estimated times.")  # fmt: skip
    id_of = {}
    for row in stations_layer.rows:
        id_of.setdefault(row["name_zh"], row["station_id"])
    for number, row in enumerate(tables.read("transfers"), 1):
        layer.add(None, f"TR{number:02d}", *(id_of[STATION_ALIAS.get(row[k], row[k])] for k in ("from", "to")), float(row["minutes"]), row["mode"],
                  confidence=row["confidence"], geometry_confidence=None, synthetic=False)  # fmt: skip
    return layer


def micro_centers():
    layer = Layer("micro_centers", "Point", "micro_center_id:text name_zh:text name_en:text kind:text grade:text "
                  "unit_name_zh:text province_zh:text rail:text role:text", "微中心 / Micro-centers",
                  "103 rail micro-centers in Beijing and 40 node towns outside. Real.")  # fmt: skip
    for row in tables.read("micro_centers"):
        rail, _, grade = row["kind"].partition("_microcenter_")
        kind = "rail_station" if rail == "rail" else "node_town"
        layer.add(Point(_place(row)), row["id"], row["name_zh"], None, kind, grade or None, row["district_zh"],
                  row["province"], row["rail"] or None, row["role"] or None, confidence=row["confidence"],
                  geometry_confidence=row["confidence"], synthetic=False)  # fmt: skip
    return layer


def _platform_area(row):
    number = row["area_km2_note"].lstrip("~").split(" ")[0].replace(",", "")
    try:
        return float(PLATFORM_AREA_KM2.get(row["id"], number))
    except ValueError:
        return None


def platforms():
    layer = Layer("platforms", "Point", "platform_id:text name_zh:text name_en:text tier:text category_zh:text "
                  "industry:text belt_zh:text area_km2:real unit_code:text", "承接平台 / Receiving platforms",
                  "The 2 + 4 + 46 platforms and 18 places of innovation. Real; positions mostly estimated.")  # fmt: skip
    for row in tables.read("platforms"):
        layer.add(Point(_place(row)), row["id"], row["name_zh"], row["name_en"],
                  row["tier"] if row["tier"].isdigit() else None, row["category"], row["industry"],
                  row["belt"] or None, _platform_area(row), row["county_code"] or None,
                  confidence=tables.letter(row["conf_name"]), geometry_confidence=tables.letter(row["conf_coord"]),
                  synthetic=False)  # fmt: skip
    return layer


def rivers():
    layer = Layer("rivers", "LineString", "river_id:text name_zh:text name_en:text order:integer", "河流 / Rivers",
                  "12 rivers and canals, straight between 62 known nodes. Real nodes, mostly estimated "
                  "positions.")  # fmt: skip
    nodes = defaultdict(list)
    for row in tables.read("river_nodes"):
        nodes[row["river"]].append(row)
    for number, (name, rows) in enumerate(nodes.items(), 1):
        rows.sort(key=lambda row: int(row["seq"]))
        letter = _worst(tables.letter(row["confidence"]) for row in rows)
        layer.add(LineString([_place(row) for row in rows]), f"RV{number:02d}", name, RIVER_EN[name],
                  RIVER_ORDER.get(name, 3), confidence="A", geometry_confidence=letter, synthetic=False)  # fmt: skip
    return layer
