#!/usr/bin/python3
"""Files compiled into the program come out of it byte for byte."""
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PRINT_TEXTS = """
#include <fstream>
#include <string>
#include "base/embedded.hpp"
namespace jingwei { std::span<const EmbeddedText> embedded_room(); }
int main() {
  for (const auto& text : jingwei::embedded_room()) std::ofstream(std::string(text.name) + ".out") << text.text;
}
"""

TEXTS = {
    "population.point.qml": 'a: [1;2] ]] [[ ; \\ \\n "q"\n${x} @y@ $ENV{HOME} 中文;\n#x\\\n',
    "分号 space.yaml": "".join(f"行{i}; [x] \\ \"q\" ${{v}} ]=]\n" for i in range(5000)),
    "empty.yaml": "",
    "no_newline.yaml": "a: 1",
}


class Embed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def embed(self, paths):
        texts = "|".join(str(path) for path in paths)
        return subprocess.run(["cmake", "-DROOM=room", f"-DOUT={self.folder}/embedded.cpp", f"-DTEXTS={texts}", "-P",
                               str(ROOT / "scripts/embed.cmake")], capture_output=True, text=True)

    def run_program(self):
        (self.folder / "main.cpp").write_text(PRINT_TEXTS, encoding="utf-8")
        subprocess.run(["c++", "-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{ROOT}/src", "main.cpp",
                        "embedded.cpp", "-o", "program"], cwd=self.folder, check=True)
        subprocess.run(["./program"], cwd=self.folder, check=True)
        return {path.name[:-len(".out")]: path.read_text(encoding="utf-8") for path in self.folder.glob("*.out")}

    def write(self, texts):
        for name, text in texts.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        return [self.folder / name for name in texts]

    def test_texts_survive(self):
        result = self.embed(self.write(TEXTS))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.run_program(), {name.rsplit(".", 1)[0]: text for name, text in TEXTS.items()})

    def test_no_texts(self):
        self.assertEqual(self.embed([]).returncode, 0)
        self.assertEqual(self.run_program(), {})

    def test_a_text_with_the_end_mark_is_refused(self):
        result = self.embed(self.write({"bad.yaml": 'x )embedded" y\n'}))
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("bad.yaml", result.stderr)


if __name__ == "__main__":
    unittest.main()
