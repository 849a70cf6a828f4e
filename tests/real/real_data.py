"""The real data that these tests read, which is no part of the project."""
import os
import unittest
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared/data"


def require(folder):
    """Skips the test where the data is absent; fails in CI."""
    if folder.is_dir():
        return
    if os.environ.get("CI") == "true":
        raise AssertionError(f"the real data is missing: {folder}")
    raise unittest.SkipTest(f"the real data is not here: {folder}")
