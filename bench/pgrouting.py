#!/usr/bin/python3
"""pgRouting on the graph that bench_network wrote, in the same minute: bench/pgrouting.py FOLDER

FOLDER is that of `bench_network --write FOLDER`. A PostgreSQL cluster of its own is started in a temporary folder and removed at the end. Timed are
the costs from each source to 1,000 targets (pgr_dijkstraCost) and the nodes within 30 min (pgr_drivingDistance); counts and sums must be equal to
those of jingwei to the last digit."""
import csv
import sys
import tempfile
import time
from pathlib import Path

from postgresql import Cluster

ARCS = "SELECT id, source, target, cost FROM arcs"
LIMIT_MS = 30 * 60 * 1000


def main(folder):
    with tempfile.TemporaryDirectory(prefix="pgrouting-") as temporary, Cluster(temporary) as cluster:
        cluster.sql("CREATE EXTENSION pgrouting CASCADE")
        cluster.sql("CREATE TABLE arcs (id serial, source bigint, target bigint, cost double precision)")
        start = time.perf_counter()
        with open(folder / "arcs.csv", encoding="utf-8") as arcs:
            cluster.sql("COPY arcs (source, target, cost) FROM STDIN CSV", stdin=arcs)
        cluster.sql("ANALYZE arcs")
        print(f"arcs loaded in {time.perf_counter() - start:.1f} s")
        targets = (folder / "targets.csv").read_text().split()
        for source, total, count, within in csv.reader(open(folder / "found.csv", encoding="utf-8")):
            start = time.perf_counter()
            found = cluster.sql(f"SELECT sum(agg_cost)::bigint FROM pgr_dijkstraCost('{ARCS}', {source}, ARRAY[{','.join(targets)}])")
            costs_s = time.perf_counter() - start
            start = time.perf_counter()
            reached = cluster.sql(f"SELECT count(*), sum(agg_cost)::bigint FROM pgr_drivingDistance('{ARCS}', {source}, {LIMIT_MS})")
            reach_s = time.perf_counter() - start
            if found != total or reached != f"{count}|{within}":
                sys.exit(f"UNEQUAL from {source}: {found} and {reached}, not {total} and {count}|{within}")
            print(f"from {source}: 1,000 targets {costs_s:.2f} s, 30 min {reach_s:.2f} s; equal to the last digit")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
