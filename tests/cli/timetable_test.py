"""Journeys by timetable on the command line and in a study, on a feed of one bus."""
import csv
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

JINGWEI = os.environ["JINGWEI"]
DATA = Path(__file__).resolve().parents[2] / "tests/study/data"


def jingwei(*arguments):
    return subprocess.run([JINGWEI, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


class Timetable(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="jingwei 经纬 "))
        self.addCleanup(shutil.rmtree, self.folder)

    def od_matrix(self, *arguments, roads=DATA / "roads.geojson"):
        return jingwei("od-matrix", "--origins", DATA / "hospitals.geojson", "--destinations", DATA / "hospitals.geojson",
                       "--network", roads, "--network-profile", "walk", "--output", self.folder / "m.csv", *arguments)

    def test_a_matrix_by_gtfs_is_that_of_the_hand(self):
        feed = ("--network-gtfs", DATA / "gtfs", "--network-date", "2026-03-02")
        done = self.od_matrix(*feed, "--departure", "07:00", "--window", "1 min")
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.folder / "m.csv", encoding="utf-8-sig") as table:
            pairs = {(row["origin"], row["destination"]): row for row in csv.DictReader(table)}
        # 43 m to the stop (31 s), the bus of 7:05, a minute's ride, 43 m; the bus runs one way.
        self.assertAlmostEqual(float(pairs["h1", "h2"]["time_s"]), 5 * 60 + 60 + 31, delta=0.2)
        self.assertEqual(pairs["h1", "h2"]["distance_m"], "")
        self.assertAlmostEqual(float(pairs["h2", "h1"]["time_s"]), 1547.7 * 0.72, delta=1)
        # Departures at 7:00 … 7:04 wait until 7:05: the median leaves at 7:02.
        self.assertEqual(self.od_matrix(*feed).returncode, 0)
        with open(self.folder / "m.csv", encoding="utf-8-sig") as table:
            median = next(row for row in csv.DictReader(table) if row["origin"] == "h1" and row["destination"] == "h2")
        self.assertAlmostEqual(float(median["time_s"]), 3 * 60 + 60 + 31, delta=0.2)

    def test_tables_of_lines_give_what_the_same_feed_gives(self):
        points = [{"type": "Feature", "properties": {"station_id": key, "name_zh": key, "kind": "metro"}, "geometry": {"type": "Point", "coordinates": place}}
                  for key, place in (("a", [116.0015, 39.50]), ("b", [116.0185, 39.50]))]
        (self.folder / "stations.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": points}))
        (self.folder / "services.csv").write_text("service_id,line_id,direction,first_departure,last_departure,headway_min\n"
                                                  "s,bus,forward,7:05,7:05,10\n")
        (self.folder / "stops.csv").write_text("transit_stop_id,line_id,sequence,station_id,running_min\n1,bus,1,a,\n2,bus,2,b,1\n")
        done = self.od_matrix("--network-services", self.folder / "services.csv", "--network-stops", self.folder / "stops.csv",
                              "--network-stations", self.folder / "stations.geojson", "--departure", "07:00", "--window", "1 min")
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.folder / "m.csv", encoding="utf-8-sig") as table:
            times = {(row["origin"], row["destination"]): float(row["time_s"]) for row in csv.DictReader(table)}
        self.assertAlmostEqual(times["h1", "h2"], 5 * 60 + 60 + 31, delta=0.2)  # as by the feed

    def test_a_feed_that_lacks_something_is_refused(self):
        feed = self.folder / "feed"
        for table in ("stops.txt", "routes.txt", "trips.txt", "stop_times.txt", "calendar.txt"):
            shutil.copytree(DATA / "gtfs", feed)
            (feed / table).unlink()
            done = self.od_matrix("--network-gtfs", feed, "--network-date", "2026-03-02")
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(table, done.stderr)
            shutil.rmtree(feed)
        for arguments, said in ((("--network-gtfs", DATA / "gtfs"), "date"),
                                (("--network-date", "2026-03-02"), "gtfs"),
                                (("--departure", "8:00"), "departure"),
                                (("--network-gtfs", "/vsicurl/http://127.0.0.1/a.zip", "--network-date", "2026-03-02"), "no such file")):
            done = self.od_matrix(*arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(said, done.stderr)
        self.assertFalse((self.folder / "m.csv").exists())

    def test_a_study_with_a_feed_records_it_and_gives_the_same_for_all_threads(self):
        shutil.copytree(DATA, self.folder / "study")
        study = self.folder / "study/correct.yaml"
        text = study.read_text().replace("networks:\n", "networks:\n  - {name: bus, sources: [roads], profile: walk, "
                                         "timetable: {gtfs: gtfs, date: 2026-03-02}}\n")
        study.write_text(text.replace("analyses:\n", "analyses:\n  - analysis: accessibility\n    inputs: {origins: population, "
                                      "destinations: hospitals, network: bus}\n    parameters: {departure: '07:30', limits: [10 min]}\n"))
        hashes = set()
        for threads in ("1", "3"):
            done = jingwei("run", study, "--out", self.folder / "out", "--only", "accessibility", "--fresh", "--threads", threads)
            self.assertEqual(done.returncode, 0, done.stderr)
            hashes.add(json.loads((self.folder / "out/run.json").read_text())["outputs"]["content_hash"])
        self.assertEqual(len(hashes), 1)
        record = json.loads((self.folder / "out/run.json").read_text())
        (timetable,) = record["timetables"]
        self.assertEqual((timetable["network"], timetable["trips"], timetable["stops"], timetable["stops_connected"]),
                         ("bus", 24, 3, 3))
        self.assertEqual(len(timetable["gtfs"][0]["sha256"]), 64)
        kinds = {issue["kind"] for issue in record["issues"]}
        self.assertIn("stop_without_departures", kinds)


if __name__ == "__main__":
    unittest.main()
