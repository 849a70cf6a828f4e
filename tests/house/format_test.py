#!/usr/bin/python3
"""Every C++ file is as clang-format writes it."""
import shutil
import subprocess
import unittest
from pathlib import Path

import rooms

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "clang-format-14"  # other versions write other lines


class Format(unittest.TestCase):
    def test_every_file(self):
        self.assertTrue(shutil.which(PROGRAM), f"{PROGRAM} is missing: run scripts/setup.sh")
        files = [str(path) for path in rooms.sources(ROOT, "src", "tests", "bench")]
        check = subprocess.run([PROGRAM, "--dry-run", "-Werror", *files], capture_output=True, text=True)
        places = [line for line in check.stderr.splitlines() if "error:" in line]
        self.assertEqual(check.returncode, 0, "\n" + "\n".join(places) + f"\nrun {PROGRAM} -i on these files")

    def test_a_planted_file(self):
        check = subprocess.run([PROGRAM, "--dry-run", "-Werror", "--assume-filename", str(ROOT / "src/base/a.cpp")],
                               input="int  f( ){return 1 ;}\n", capture_output=True, text=True)
        self.assertNotEqual(check.returncode, 0)


if __name__ == "__main__":
    unittest.main()
