"""Accessibility in Belo Horizonte from a published matrix of 748,437 travel times: the published answers for five cells, and for all
cells what a plain program counts."""
import csv
import gzip
import json
import os
import subprocess
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

from real_data import SHARED, require

DATA = SHARED / "access-ipea-bho"


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        require(DATA)
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.cells = rows_of(DATA / "land_use_data.csv")
        with gzip.open(DATA / "travel_matrix.csv.gz", "rt", encoding="utf-8", newline="") as file:
            cls.times = [(row["from_id"], row["to_id"], float(row["travel_time"])) for row in csv.DictReader(file)]

    def answer(self, name, cells, times, *options):
        """The column `name` by cell."""
        table, matrix, output = (self.folder / f for f in ("cells.csv", "times.csv", "answer.csv"))
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["id", "population", "jobs", "schools"], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(cells)
        with matrix.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["origin", "destination", "time_s"])
            writer.writerows((a, b, minutes * 60) for a, b, minutes in times)
        subprocess.run([os.environ["JINGWEI"], "accessibility", "--origins", table, "--destinations", table, "--travel-times", matrix,
                        "--output", output, "--quiet", *options], check=True, text=True)
        return {row["cell_id"]: float(row[name]) for row in rows_of(output)}

    def counted(self, times, limit, field, passive=False):
        offers = {cell["id"]: float(cell[field]) for cell in self.cells}
        reached = defaultdict(float)
        for origin, destination, minutes in times:
            if passive:
                origin, destination = destination, origin
            if minutes <= limit:
                reached[origin] += offers[destination]
        return {cell["id"]: reached[cell["id"]] for cell in self.cells}

    def test_published_answers_for_five_cells(self):
        published = json.loads((DATA / "expected_published.json").read_text(encoding="utf-8"))
        chosen = set(published["subset_ids"])
        cells = [cell for cell in self.cells if cell["id"] in chosen]
        times = [time for time in self.times if time[0] in chosen and time[1] in chosen]
        self.assertEqual(self.answer("within_30_min_jobs", cells, times, "--limits", "30 min", "--opportunities", "jobs"),
                         published["cumulative_cutoff_active_jobs_cutoff30"])
        self.assertEqual(
            self.answer("within_45_min_population", cells, times, "--limits", "45 min", "--opportunities", "population",
                        "--travel", "to_origins"), published["cumulative_cutoff_passive_population_cutoff45"])

    def test_all_cells(self):
        self.assertEqual((len(self.cells), len(self.times)), (898, 748437))
        for limit, field, passive in ((30, "jobs", False), (50, "schools", False), (45, "population", True)):
            with self.subTest(limit=limit, field=field, passive=passive):
                mine = self.answer(f"within_{limit}_min_{field}", self.cells, self.times, "--limits", f"{limit} min", "--opportunities",
                                   field, "--travel", "to_origins" if passive else "from_origins")
                self.assertEqual(mine, self.counted(self.times, limit, field, passive))


if __name__ == "__main__":
    unittest.main()
