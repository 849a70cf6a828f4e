"""Planted faults: a few broken features so that reading, checking and repair have something to do.

Each fault is one entry of `faults.csv`: file, layer, feature (its key, or a word where the key is the fault),
kind, and what is wrong. They are extra rows; the sound rows beside them stay as they are.
"""
from shapely.geometry import LineString, Point, Polygon
from shapely.wkt import loads

EMPTY_POLYGON = loads("POLYGON EMPTY")


class Planted:
    def __init__(self, layers, file_of):
        self.layers, self.file_of, self.rows = layers, file_of, []

    def plant(self, layer_name, kind, note, geometry, *values, feature=None):
        row = self.layers[layer_name].add(geometry, *values)
        self.record(layer_name, kind, note, feature or values[0])
        return row

    def record(self, layer_name, kind, note, feature, file=None):
        file = file or self.file_of[layer_name]
        self.rows.append(dict(file=file, layer=layer_name, feature=feature, kind=kind, note=note))


def _around(lon, lat, *steps):
    """A ring through points at the given steps of 0.001 degree."""
    return [(round(lon + x * 0.001, 6), round(lat + y * 0.001, 6)) for x, y in steps]


def plant(layers, file_of):
    """Adds the faults to the layers and returns them; the CSV variant's own are added by its writer."""
    p = Planted(layers, file_of)
    p.plant("parks", "bow_tie", "ring crosses itself",
            Polygon(_around(116.41, 39.95, (0, 0), (3, 3), (3, 0), (0, 3))), "PK9001", "蝴蝶园", "G12", False)  # fmt: skip
    p.plant("parks", "duplicate_key", "key PK0001 is used twice",
            Polygon(_around(116.62, 40.05, (0, 0), (2, 0), (2, 2), (0, 2))), "PK0001", "重号园", "G12", False)  # fmt: skip
    p.plant("parks", "value_not_allowed", "class G99 does not exist",
            Polygon(_around(116.55, 39.78, (0, 0), (2, 0), (2, 2), (0, 2))), "PK9002", "未知类园", "G99", False)  # fmt: skip
    p.plant("land_use", "self_touching_ring", "ring touches itself in one point, a bite that should be a hole",
            Polygon(_around(116.20, 39.60, (0, 0), (4, 0), (4, 4), (2, 4), (1, 2), (3, 2), (2, 4), (0, 4))),
            "L90001", "0701", "residential")  # fmt: skip
    p.plant("land_use", "empty_geometry", "polygon without points", EMPTY_POLYGON, "L90002", "0901", "commercial")
    p.plant("land_use", "value_not_allowed", "use 'resort' is not in the list",
            Polygon(_around(116.24, 39.60, (0, 0), (2, 0), (2, 2), (0, 2))), "L90003", "0901", "resort")  # fmt: skip
    p.plant("land_use", "missing_required_value", "no use",
            Polygon(_around(116.26, 39.60, (0, 0), (2, 0), (2, 2), (0, 2))), "L90004", "0701", None)  # fmt: skip
    p.plant("control_lines", "bow_tie", "ring crosses itself",
            Polygon(_around(115.30, 40.85, (0, 0), (20, 12), (20, 0), (0, 12))), "CR901", "ecological_red_line",
            "打结的红线")  # fmt: skip
    p.plant("conservation_zones", "hole_outside_shell", "the inner ring lies outside the outer ring",
            Polygon(_around(117.90, 41.10, (0, 0), (15, 0), (15, 15), (0, 15)),
                    [_around(117.93, 41.10, (0, 0), (4, 0), (4, 4), (0, 4))]),
            "E91", "洞在外的红线", "Red line with its hole outside", "ecological_red_line", "prohibited", False)  # fmt: skip
    p.plant("facilities", "null_geometry", "no geometry", None, "F90001", "无坐标卫生院", "hospital", "primary", 40.0,
            "beds")  # fmt: skip
    p.plant("facilities", "unsnapped", "more than 2 km from any road", Point(116.45, 40.93), "F90002", "深山急救站",
            "emergency", None, 2.0, "ambulances")  # fmt: skip
    p.plant("facilities", "out_of_range", "capacity below zero", Point(116.3005, 39.9205), "F90003", "负床位医院",
            "hospital", "secondary", -20.0, "beds")  # fmt: skip
    p.plant("facilities", "value_not_allowed", "kind 'clinic' is not in the list", Point(116.3105, 39.9305), "F90004",
            "无类诊所", "clinic", "primary", 20.0, "beds")  # fmt: skip
    p.plant("park_entrances", "missing_key", "no entrance_id", Point(116.6205, 40.05), None, "PK0001",
            feature="(no key)")  # fmt: skip
    p.plant("park_entrances", "unknown_reference", "park PK8888 does not exist", Point(116.42, 39.93), "PK8888-1", "PK8888")
    p.plant("roads", "out_of_range", "speed 900 km/h", LineString([(115.301, 38.201), (115.312, 38.203)]), "R90001",
            "飞车路", "tertiary", "both", 900.0, 2, None)  # fmt: skip
    p.plant("roads", "zero_length", "both ends are one point", LineString([(116.4, 39.9), (116.4, 39.9)]), "R90002",
            None, "residential", "both", 30.0, 2, None)  # fmt: skip
    p.plant("roads", "disconnected", "joined to no other road", LineString([(116.44, 40.98), (116.47, 40.99)]), "R90003",
            "断头路", "tertiary", "both", 40.0, 2, None)  # fmt: skip
    p.plant("jobs", "duplicate_key", "key of the first row is used twice", Point(116.5, 39.8),
            layers["jobs"].rows[0]["job_site_id"], 150, "services")  # fmt: skip
    p.plant("jobs", "out_of_range", "negative number of jobs", Point(116.52, 39.8), "J90001", -300, "services")
    return p
