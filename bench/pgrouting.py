#!/usr/bin/python3
"""pgRouting on the graph that bench_network wrote, in the same minute: bench/pgrouting.py FOLDER

FOLDER is that of `bench_network --write FOLDER`. A PostgreSQL cluster of its own is started in a temporary folder and removed at the end. Timed are
the costs from each source to 1,000 targets (pgr_dijkstraCost) and the nodes within 30 min (pgr_drivingDistance); counts and sums must be equal to
those of jingwei to the last digit."""
import csv
import os
import pwd
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
ARCS = "SELECT id, source, target, cost FROM arcs"
LIMIT_MS = 30 * 60 * 1000


class Cluster:
    """A PostgreSQL server that only its socket in a folder leads to; run by postgres where root may not."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)

    def call(self, program, *arguments, **options):
        command = [str(BIN / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        return subprocess.run(command, check=True, text=True, capture_output=True, cwd=self.folder, **options)

    def __enter__(self):
        self.call("initdb", "-D", self.folder / "data", "-A", "trust", "-U", self.user, "--no-sync")
        self.call("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                  f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off", "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")

    def sql(self, text, **options):
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", self.user, "postgres", "-c", text]
        return subprocess.run(list(map(str, command)), check=True, text=True, capture_output=True, **options).stdout.strip()


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
