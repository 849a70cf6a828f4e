"""A PostgreSQL server for a benchmark, in a folder of its own, gone afterwards."""
import os
import pwd
import subprocess
from pathlib import Path

BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


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
