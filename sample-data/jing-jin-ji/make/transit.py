"""Trains of the operating passenger railways as tables of lines: real stops in order, made-up times and headways."""
import tables
import trunk
from geodesy import distance_km

SPEED_SHARE = 0.75  # of the design speed, between two stops; as layers/profiles/transit.yaml has it
DWELL_MIN = 2
FIRST, LAST = "06:30", "21:30"
HEADWAY_MIN = {"hsr": 30, "intercity": 20, "rail": 60}
SERVICES = ["service_id", "line_id", "name_zh", "mode", "direction", "first_departure", "last_departure", "headway_min",
            "confidence", "synthetic"]  # fmt: skip
STOPS = ["transit_stop_id", "line_id", "sequence", "station_id", "running_min", "dwell_min", "confidence", "synthetic"]


def lines():
    """The railways that carry passengers today, each once though two schemes list it."""
    return [row for row in tables.read("lines")
            if row["routing"] == "rail" and row["passenger"] == "1" and row["status"] == "operating"]  # fmt: skip


def services():
    return [[f"{row['line_id']}-all-day", row["line_id"], row["name_zh"], "rail", "both", FIRST, LAST,
             HEADWAY_MIN[row["kind"]], "C", "1"] for row in lines()]  # fmt: skip


def stops(stations):
    """`stations`: the layer of that name. Waypoints without a station are passed."""
    station_at = {}
    for station in stations.rows:
        station_at.setdefault(station["geometry"].coords[0], station["station_id"])
    waypoints, rows = trunk.waypoints_of_lines(), []
    for line in lines():
        speed, way_km, sequence = float(line["speed_kmh"]) * SPEED_SHARE, 0.0, 0
        before = None
        for waypoint in waypoints[line["line_id"]]:
            place = float(waypoint["lon"]), float(waypoint["lat"])
            way_km += distance_km(before, place) if before else 0
            before = place
            if place not in station_at:
                continue
            sequence += 1
            running = f"{way_km / speed * 60:.1f}" if sequence > 1 else ""
            rows.append([f"{line['line_id']}-{sequence:02d}", line["line_id"], sequence, station_at[place], running,
                         DWELL_MIN, "C", "1"])  # fmt: skip
            way_km = 0.0
    return rows
