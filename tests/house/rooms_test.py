#!/usr/bin/python3
"""Rooms see only rooms below them, libraries stay in their room, files stay short."""
import tempfile
import unittest
from pathlib import Path

import rooms

ROOT = Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    def expect_none(self, violations):
        self.assertFalse(violations, "\n" + "\n".join(violations))

    def test_the_tree_has_rooms(self):
        self.assertGreater(len(rooms.sources(ROOT, "src")), 20)

    def test_includes(self):
        self.expect_none(rooms.include_violations(ROOT))

    def test_includes_of_tests(self):
        self.expect_none(rooms.test_include_violations(ROOT))

    def test_lengths(self):
        self.expect_none(rooms.length_violations(ROOT))

    def test_headers_are_included_once(self):
        self.expect_none(rooms.pragma_violations(ROOT))

    def test_sources_include_their_own_header_first(self):
        self.expect_none(rooms.first_include_violations(ROOT))

    def test_cmake_allows_the_same_edges(self):
        text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        declared = {}
        for line in text.splitlines():
            if line.startswith("room("):
                words = line[len("room("):].rstrip(")").split()
                names = words[words.index("ROOMS") + 1:] if "ROOMS" in words else []
                declared[words[0]] = {name for name in names if name in rooms.BELOW}
        expected = {room: below for room, below in rooms.BELOW.items() if room != "main"}
        expected["study"] = expected["study"] - {"methods"}  # it comes with analyses
        self.assertEqual(declared, expected)


class PlantedViolations(unittest.TestCase):
    """The checks find what is planted, and nothing else."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        for room in rooms.BELOW:
            self.plant(f"src/{room}/thing.hpp", "#pragma once\n")
        self.plant("src/base/file.hpp", "#pragma once\n")

    def plant(self, file, text):
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def expect_one(self, check, file, *words):
        found = check(self.root)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(file), found[0])
        for word in words:
            self.assertIn(word, found[0])

    def test_a_clean_tree(self):
        self.plant("src/io/a.cpp", '#include "io/thing.hpp"\n#include <gdal.h>\n#include <vector>\n#include <unistd.h>\n')
        self.plant("src/base/json.cpp", "#include <nlohmann/json.hpp>\n")
        self.plant("src/base/format.hpp", "#pragma once\n#include <fmt/core.h>\n")
        self.plant("src/main.cpp", '#include <CLI/CLI.hpp>\n#include "study/thing.hpp"\n')
        self.plant("tests/layer/a_test.cpp", '#include "layer/thing.hpp"\n#include <catch2/catch.hpp>\n')
        for check in (rooms.include_violations, rooms.test_include_violations, rooms.length_violations,
                      rooms.pragma_violations):
            self.assertEqual(check(self.root), [])

    def test_every_edge_that_is_not_allowed(self):
        for room, below in rooms.BELOW.items():
            for other in rooms.BELOW:
                allowed = other == room or other in below
                file = "src/main.cpp" if room == "main" else f"src/{room}/edge.cpp"
                self.plant(file, f'\n#include "{other}/thing.hpp"\n')
                with self.subTest(room=room, other=other):
                    if allowed:
                        self.assertEqual(rooms.include_violations(self.root), [])
                    else:
                        self.expect_one(rooms.include_violations, f"{file}:2:", room, other)
                (self.root / file).unlink()

    def test_an_upward_include_of_a_test(self):
        self.plant("tests/base/a_test.cpp", '#include "layer/thing.hpp"\n')
        self.expect_one(rooms.test_include_violations, "tests/base/a_test.cpp:1:", "layer")

    def test_foreign_includes(self):
        for file, included in (("src/layer/a.cpp", "geos_c.h"), ("src/network/a.cpp", "gdal_priv.h"),
                               ("src/study/a.cpp", "yaml-cpp/yaml.h"), ("src/base/file.cpp", "tbb/task_arena.h"),
                               ("src/geometry/a.cpp", "fmt/core.h"), ("src/study/a.cpp", "CLI/CLI.hpp"),
                               ("src/io/a.cpp", "proj.h"), ("src/base/log.cpp", "nlohmann/json.hpp")):
            self.plant(file, f"#include <{included}>\n")
            with self.subTest(file=file):
                self.expect_one(rooms.include_violations, f"{file}:1:", included, "only")
            (self.root / file).unlink()

    def test_a_library_in_a_header(self):
        self.plant("src/io/a.hpp", "#pragma once\n#include <gdal.h>\n")
        self.expect_one(rooms.include_violations, "src/io/a.hpp:2:", "header")

    def test_an_unknown_library(self):
        self.plant("src/io/a.cpp", "#include <curl/curl.h>\n")
        self.expect_one(rooms.include_violations, "src/io/a.cpp:1:", "curl")

    def test_a_header_without_its_room(self):
        self.plant("src/io/a.cpp", '#include "thing.hpp"\n')
        self.expect_one(rooms.include_violations, "src/io/a.cpp:1:", "thing.hpp")

    def test_a_header_that_is_not_there(self):
        self.plant("src/io/a.cpp", '#include "io/absent.hpp"\n')
        self.expect_one(rooms.include_violations, "src/io/a.cpp:1:", "does not exist")

    def test_a_room_that_is_none(self):
        self.plant("src/common/a.cpp", "")
        self.expect_one(rooms.include_violations, "src/common/a.cpp:1:", "common")

    def test_an_analysis_that_touches_a_file(self):
        self.plant("src/analyses/a.cpp", "#include <fstream>\n")
        self.expect_one(rooms.include_violations, "src/analyses/a.cpp:1:", "file")
        self.plant("src/analyses/a.cpp", '#include "base/file.hpp"\n')
        self.expect_one(rooms.include_violations, "src/analyses/a.cpp:1:", "file")

    def test_routing_that_sees_geometry(self):
        self.plant("src/network/dijkstra.cpp", '#include "geometry/thing.hpp"\n')
        self.expect_one(rooms.include_violations, "src/network/dijkstra.cpp:1:", "routing")

    def test_long_files(self):
        self.plant("src/io/a.cpp", "\n" * 401)
        self.expect_one(rooms.length_violations, "src/io/a.cpp:", "400")
        self.plant("src/io/a.cpp", "\n" * 400)
        self.plant("src/analyses/a.cpp", "\n" * 251)
        self.expect_one(rooms.length_violations, "src/analyses/a.cpp:", "250")

    def test_a_header_that_is_not_the_first(self):
        self.plant("src/io/thing.cpp", '#include <vector>\n#include "io/thing.hpp"\n')
        self.expect_one(rooms.first_include_violations, "src/io/thing.cpp:1:", "io/thing.hpp")
        self.plant("src/io/thing.cpp", '#include "io/thing.hpp"\n#include <vector>\n')
        self.assertEqual(rooms.first_include_violations(self.root), [])

    def test_a_header_that_can_be_included_twice(self):
        self.plant("src/io/a.hpp", "struct A {};\n")
        self.expect_one(rooms.pragma_violations, "src/io/a.hpp:1:", "pragma")


if __name__ == "__main__":
    unittest.main()
