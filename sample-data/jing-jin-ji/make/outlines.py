"""The county outlines as they stand in the map package, in WGS84 and under the codes of 2020."""
import gzip
import json
from collections import defaultdict

from shapely.geometry import Polygon

import gcj02
import tables

# Names of 2018 and before -> unit of the 2020 edition.
RENAMED = {
    ("唐山市", "滦县"): "滦州市",
    ("承德市", "平泉县"): "平泉市",
    ("邢台市", "桥东区"): "襄都区",
    ("邢台市", "桥西区"): "信都区",
    ("邢台市", "邢台县"): "信都区",
    ("邢台市", "任县"): "任泽区",
    ("邢台市", "南和县"): "南和区",
}


def _to_wgs84(x, y):
    lon, lat = gcj02.to_wgs84(x, y)
    return round(lon, 6), round(lat, 6)


def _rings(geometry):
    parts = geometry["coordinates"]
    for part in parts if geometry["type"] == "MultiPolygon" else [parts]:
        for ring in part:
            yield ring


def read_outlines(code_of):
    """unit code -> (list of polygons in WGS84, mean length of an outline segment in degrees)."""
    with gzip.open(tables.INPUTS / "counties.geojson.gz") as file:
        features = json.load(file)["features"]
    seen = {}
    polygons, lengths, counts = defaultdict(list), defaultdict(float), defaultdict(int)
    for feature in features:
        city, name = feature["properties"]["city"], feature["properties"]["name"]
        code = code_of[city, RENAMED.get((city, name), name)]
        for ring in _rings(feature["geometry"]):
            points = []
            for x, y in ring:
                if (x, y) not in seen:
                    seen[x, y] = _to_wgs84(x, y)
                if not points or points[-1] != seen[x, y]:
                    points.append(seen[x, y])
            if len(points) < 4:
                continue
            polygon = Polygon(points)
            lengths[code] += polygon.length
            counts[code] += len(points)
            polygons[code].append(polygon)
    return polygons, {code: lengths[code] / counts[code] for code in lengths}
