"""Journeys by the timetables of Porto Alegre: a matrix against trying every trip of the feeds, in Python."""
import csv
import io
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import unittest
import zipfile
from collections import defaultdict
from pathlib import Path

import pyproj

from real_data import SHARED, require

DATA = SHARED / "osm/porto-alegre"
GEOD = pyproj.Geod(ellps="WGS84")
DAY, WEEKDAY = "20190513", "monday"
START, WINDOW_MIN, LIMIT_S, CHANGE_S = 14 * 3600, 12, 90 * 60, 60
LONGEST_S = {"walk": 15 * 60, "bike": 5 * 60}  # of each way to, between and from rides


def table(feed, name):
    with zipfile.ZipFile(DATA / feed) as archive:
        if name not in archive.namelist():
            return []
        return list(csv.DictReader(io.TextIOWrapper(archive.open(name), encoding="utf-8-sig")))


def seconds(text):
    hours, minutes, rest = map(int, text.split(":"))
    return hours * 3600 + minutes * 60 + rest


def interpolated(calls, place):
    """Times in seconds; between stops that have them at one speed along the straight ways."""
    way = [0.0]
    for a, b in zip(calls, calls[1:]):
        way.append(way[-1] + GEOD.inv(*place[a[0]], *place[b[0]])[2])
    timed = [i for i, call in enumerate(calls) if call[1] is not None]
    done = [list(call) for call in calls]
    for first, last in zip(timed, timed[1:]):
        for i in range(first + 1, last):
            share = (way[i] - way[first]) / (way[last] - way[first]) if way[last] > way[first] else (i - first) / (last - first)
            done[i][1] = done[i][2] = calls[first][2] + round(share * (calls[last][1] - calls[first][2]), 3)
    return done


def read_feed(feed, places, trips):
    for row in table(feed, "stops.txt"):
        if row.get("location_type", "") in ("", "0"):
            places[feed, row["stop_id"]] = (float(row["stop_lon"]), float(row["stop_lat"]))
    running = {row["service_id"] for row in table(feed, "calendar.txt")
               if row[WEEKDAY] == "1" and row["start_date"] <= DAY <= row["end_date"]}
    for row in table(feed, "calendar_dates.txt"):
        if row["date"] == DAY:
            (running.add if row["exception_type"] == "1" else running.discard)(row["service_id"])
    today = {row["trip_id"] for row in table(feed, "trips.txt") if row["service_id"] in running}
    calls = defaultdict(list)
    for row in table(feed, "stop_times.txt"):
        if row["trip_id"] in today:
            arrival, departure = (seconds(row[key]) if row[key] else None for key in ("arrival_time", "departure_time"))
            calls[row["trip_id"]].append((int(row["stop_sequence"]), (feed, row["stop_id"]), arrival, departure))
    for rows in calls.values():
        rows.sort(key=lambda row: row[0])
        trips.append(interpolated([row[1:] for row in rows], places))


def points(path, rows):
    features = [{"type": "Feature", "properties": {"id": name}, "geometry": {"type": "Point", "coordinates": place}}
                for name, place in rows]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


class Timetable(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        require(DATA)
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        cls.places, cls.trips = {}, []
        for feed in ("poa_eptc.zip", "poa_trensurb.zip"):
            read_feed(feed, cls.places, cls.trips)
        with open(DATA / "poa_hexgrid.csv", encoding="utf-8") as file:
            cells = [(row["id"], (float(row["lon"]), float(row["lat"]))) for row in csv.DictReader(file)]
        chosen = random.Random(7).sample(cells, 30)
        cls.origins, cls.destinations = chosen[:5], chosen[5:]
        cls.files = {"stops": points(cls.folder / "stops.geojson", [("|".join(stop), place) for stop, place in cls.places.items()]),
                     "from": points(cls.folder / "from.geojson", cls.origins), "to": points(cls.folder / "to.geojson", cls.destinations)}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def study(self, profile, analyses):
        study = {"study": {"id": "poa"}, "inputs": [{"name": name, "layer": "any", "source": str(file)} for name, file in self.files.items()],
                 "networks": [{"name": "streets", "sources": [str(DATA / "poa_osm.pbf")], "profile": profile},
                              {"name": "transit", "sources": [str(DATA / "poa_osm.pbf")], "profile": profile,
                               "timetable": [{"gtfs": str(DATA / feed), "date": "2019-05-13"} for feed in ("poa_eptc.zip", "poa_trensurb.zip")]}],
                 "analyses": analyses}
        path = self.folder / "study.yaml"
        path.write_text(json.dumps(study))
        done = subprocess.run([os.environ["JINGWEI"], "run", str(path), "--out", str(self.folder / "out"), "--quiet"],
                              capture_output=True, text=True, timeout=500)
        self.assertEqual(done.returncode, 0, done.stderr)

    def matrix(self, name):

        with sqlite3.connect(self.folder / "out/poa.gpkg") as database:
            return {(a, b): time for a, b, time in database.execute(f"SELECT origin, destination, time_s FROM {name}_pairs")}

    def arrivals(self, access, transfers, egress, start, latest):
        """Round by round over every trip: when each destination is reached by rides."""
        ready = {stop: start + walk for stop, walk in access.items()}
        arrived = {}
        for _ in range(8):
            found = {}
            for trip in self.trips:
                if trip[-1][1] < start or trip[0][2] > latest:
                    continue
                aboard = False
                for stop, arrival, departure in trip:
                    if aboard and arrival <= latest and arrival < arrived.get(stop, 1e9) and arrival < found.get(stop, 1e9):
                        found[stop] = arrival
                    aboard = aboard or ready.get(stop, 1e9) <= departure + 1e-9
            if not found:
                break
            arrived.update(found)
            for stop, arrival in found.items():
                for other, walk in [(stop, 0)] + transfers.get(stop, []):
                    ready[other] = min(ready.get(other, 1e9), arrival + CHANGE_S + walk)
        reached = {}
        for stop, arrival in arrived.items():
            for place, walk in egress.get(stop, []):
                reached[place] = min(reached.get(place, 1e9), arrival + walk)
        return reached

    def test_a_matrix_is_that_of_every_trip_on_foot(self):
        self.check_matrix("walk")

    def test_a_matrix_is_that_of_every_trip_by_bicycle(self):
        self.check_matrix("bike")

    def check_matrix(self, profile):
        longest = f"{LONGEST_S[profile]} s"
        self.study(profile,
                   [{"name": name, "analysis": "od-matrix", "inputs": {"origins": a, "destinations": b, "network": "streets"},
                     "parameters": {"max-time": longest}}
                    for name, a, b in (("access", "from", "stops"), ("transfers", "stops", "stops"), ("egress", "stops", "to"), ("foot", "from", "to"))]
                   + [{"name": "by_bus", "analysis": "od-matrix", "inputs": {"origins": "from", "destinations": "to", "network": "transit"},
                       "parameters": {"departure": "14:00", "window": f"{WINDOW_MIN} min", "percentile": 50,
                                      "walk-limit": longest, "max-time": f"{LIMIT_S} s"}}])
        stop_of = {"|".join(stop): stop for stop in self.places}
        access, transfers, egress = defaultdict(dict), defaultdict(list), defaultdict(list)
        for (a, b), time in self.matrix("access").items():
            access[a][stop_of[b]] = time
        for (a, b), time in self.matrix("transfers").items():
            transfers[stop_of[a]].append((stop_of[b], time))
        for (a, b), time in self.matrix("egress").items():
            egress[stop_of[a]].append((b, time))
        foot, by_bus = self.matrix("foot"), self.matrix("by_bus")
        rides = 0
        for origin, _ in self.origins:
            of_departure = []
            for minute in range(WINDOW_MIN):
                start = START + 60 * minute
                reached = self.arrivals(access[origin], transfers, egress, start, start + LIMIT_S)
                times = {place: arrival - start for place, arrival in reached.items()}
                for place, _ in self.destinations:
                    times[place] = min(times.get(place, 1e9), foot.get((origin, place), 1e9))
                of_departure.append(times)
            for place, _ in self.destinations:
                median = sorted(times[place] for times in of_departure)[(WINDOW_MIN + 1) // 2 - 1]
                found = by_bus.get((origin, place))
                if median > LIMIT_S:
                    self.assertIsNone(found, (origin, place))
                    continue
                self.assertIsNotNone(found, (origin, place))
                self.assertAlmostEqual(found, median, delta=0.005, msg=(origin, place))
                rides += found < foot.get((origin, place), 1e9)
        self.assertGreater(rides, 80)


if __name__ == "__main__":
    unittest.main()
