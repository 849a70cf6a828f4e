"""The same data in the forms that data really arrives in: CSV with and without a byte order mark, GCJ-02, GBK."""
import gcj02
import tables
import writer
from layer import Layer

FACILITIES_CSV = ["facility_id", "name_zh", "kind", "level", "capacity", "capacity_unit", "lon", "lat"]
PLATFORM_NAMES = {
    "platform_id": "平台编号", "name_zh": "名称", "name_en": "英文名称", "tier": "层级", "category_zh": "类别",
    "industry": "主导产业", "belt_zh": "产业带", "area_ha": "面积", "unit_code": "区划代码", "confidence": "可信度",
    "geometry_confidence": "位置可信", "synthetic": "合成",
}  # fmt: skip

NOT_IN_GBK = str.maketrans("²⁹", "29")


def facilities_gcj02(path, facilities, planted):
    """Emergency stations and tertiary hospitals as a Chinese web map would give them."""
    rows = []
    for row in facilities.rows:
        if row["geometry"] is None or row["facility_id"].startswith("F9"):
            continue
        if row["kind"] == "emergency" or row["level"] == "tertiary":
            lon, lat = gcj02.from_wgs84(*row["geometry"].coords[0])
            rows.append([row[name] for name in FACILITIES_CSV[:6]] + [f"{lon:.6f}", f"{lat:.6f}"])
    faults = [
        ("F90011", "coordinates_swapped", "latitude and longitude are exchanged", "10", "39.912345", "116.402345"),
        ("F90012", "missing_coordinates", "no longitude", "10", "", "39.9"),
        ("F90013", "not_a_number", "capacity is text", "约200", "116.412345", "39.922345"),
    ]
    for key, kind, note, capacity, lon, lat in faults:
        rows.append([key, note, "emergency", "", capacity, "ambulances", lon, lat])
        planted.record("facilities_gcj02", kind, note, key, file="data/facilities_gcj02.csv")
    writer.csv_table(path, FACILITIES_CSV, rows)


def stations_csv(path, stations):
    """Stations as in the source table, with lon and lat, opened by a byte order mark as Excel writes it."""
    ids = [row["station_id"] for row in stations.rows]
    lines = [row["lines"] for row in stations.rows]
    rows = [[i, r["name_zh"], r["name_en"], r["lon"], r["lat"], r["kind"], l, r["status"], r["confidence"],
             r["confidence"], "0", r["county_code"]] for i, l, r in zip(ids, lines, tables.read("stations"))]  # fmt: skip
    writer.csv_table(path, ["station_id", "name_zh", "name_en", "lon", "lat", "kind", "lines", "status", "confidence",
                            "geometry_confidence", "synthetic", "unit_code"], rows, byte_order_mark=True)  # fmt: skip


def platforms_shapefile(path, platforms):
    """Platforms in GBK under a Chinese path; their area is given in hectares."""
    layer = Layer("平台", "Point", "", platforms.title, platforms.description)
    layer.fields = [(n, k) for n, k in platforms.fields if n != "area_km2"] + [("area_ha", "real")]
    for row in platforms.rows:
        row = {name: v.translate(NOT_IN_GBK) if isinstance(v, str) else v for name, v in row.items()}
        layer.rows.append(dict(row, area_ha=None if row["area_km2"] is None else row["area_km2"] * 100))
    writer.gbk_shapefile(path, layer, PLATFORM_NAMES)
