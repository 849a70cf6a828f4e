"""The house in numbers: which room may include which, who may include a library, how long a file may be.

Each check takes the root of a tree and returns its violations as "file:line: what" texts.
"""
import re
from pathlib import Path

# Rooms that a room may include besides its own headers.
BELOW = {
    "base": set(),
    "geometry": {"base"},
    "layer": {"geometry", "base"},
    "methods": {"base"},
    "network": {"layer", "geometry", "base"},
    "analyses": {"network", "methods", "layer", "geometry", "base"},
    "io": {"network", "layer", "geometry", "base"},
    "study": {"analyses", "io", "network", "methods", "layer", "geometry", "base"},
    "main": {"study", "analyses", "io", "network", "methods", "layer", "geometry", "base"},
}

# A library, by its include paths, and the rooms or the one file that may include it.
LIBRARIES = [
    (r"geos_c\.h|geos/", ["geometry"]),
    (r"(proj|proj_\w+|geodesic)\.h|proj/", ["geometry"]),
    (r"boost/(geometry|polygon)", ["geometry"]),
    (r"gdal|ogr|cpl_|cpl\.h", ["io"]),
    (r"osmium/", ["io"]),
    (r"hdf5", ["io"]),
    (r"sqlite3\.h", ["io"]),
    (r"pugi(xml|config)\.hpp", ["io"]),
    (r"coin/|lemon/", ["methods"]),
    (r"metis\.h", ["network"]),
    (r"immintrin\.h", ["network/sweep_avx2.cpp", "network/sweep_avx512.cpp"]),
    (r"CLI/", ["main"]),
    (r"fmt/", ["base"]),
    (r"spdlog/", ["base"]),
    (r"openssl/", ["base"]),
    (r"tbb/|oneapi/", ["base/parallel.cpp"]),
    (r"yaml-cpp/", ["base/document.cpp"]),
    (r"nlohmann/", ["base/json.cpp"]),
]
# The libraries that show in a header: formatting, in the header that wraps it, and the command line's, which no room
# but the topmost sees.
LIBRARY_IN_HEADER = {("base/format.hpp", "fmt/core.h"), ("main/command_line.hpp", "CLI/CLI.hpp")}
OPERATING_SYSTEM = re.compile(r"(sys/\w+|unistd|fcntl|signal|dirent|pthread|termios|locale|iconv|langinfo)\.h")
STANDARD = re.compile(r"[a-z0-9_]+")
# An analysis never touches a file, nor does a method.
FILES = {"base/file.hpp", "fstream", "filesystem", "cstdio"}
FILELESS_ROOMS = {"analyses", "methods"}
# Within network, routing sees ids, offsets and weights only.
ROUTING = re.compile(r"network/(graph|dijkstra|sweep|contraction|customi[sz]ation|node_order|search|heap)\w*\.[ch]pp")

LONGEST_FILE = 400
LONGEST_ANALYSIS = 250
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def sources(root, *folders):
    """The C++ files of these folders of a tree, in order."""
    return sorted(path for folder in folders for suffix in ("*.cpp", "*.hpp") for path in (root / folder).rglob(suffix))


def room_of(path, folder):
    """The room of a file below src/ or tests/; src/main.cpp is a room of its own."""
    return "main" if path == folder / "main.cpp" else path.relative_to(folder).parts[0]


def includes(path):
    """(line number, bracket, included path) of each include of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[1], match[2]


def own_include_violation(root, room, included):
    target = included.split("/")[0]
    if "/" not in included or target not in BELOW:
        return f'"{included}" is no header of a room: write "<room>/<file>.hpp"'
    if not any((root / folder / included).is_file() for folder in ("src", "tests")):
        return f'"{included}" does not exist'
    if target != room and target not in BELOW[room]:
        return f'{room} includes "{included}"; {room} may see {", ".join(sorted(BELOW[room])) or "no other room"}'
    return None


def library_violation(file, room, included):
    for pattern, allowed in LIBRARIES:
        if not re.match(pattern, included):
            continue
        if room not in allowed and file not in allowed:
            return f"<{included}> may be included by {', '.join(allowed)} only"
        if file.endswith(".hpp") and (file, included) not in LIBRARY_IN_HEADER:
            return f"<{included}> in a header; a library stays in the .cpp files of its room"
        return None
    if OPERATING_SYSTEM.fullmatch(included):
        return f"<{included}> in a header; it belongs in a .cpp" if file.endswith(".hpp") else None
    if STANDARD.fullmatch(included):
        return None
    return f"<{included}> is of no known library; rooms.py holds the table"


def include_violations(root):
    """Upward and sideways includes, and libraries outside their room, in src/."""
    found = []
    for path in sources(root, "src"):
        room = room_of(path, root / "src")
        file = path.relative_to(root / "src").as_posix()
        if room not in BELOW:
            found.append(f"src/{file}:1: {room} is no room of the house")
            continue
        for line, bracket, included in includes(path):
            if bracket == '"':
                what = own_include_violation(root, room, included)
            else:
                what = library_violation(file, room, included)
            if not what and room in FILELESS_ROOMS and included in FILES:
                what = f"{included}: {room} never touches a file"
            if not what and ROUTING.fullmatch(file) and included.split("/")[0] in ("layer", "geometry"):
                what = f'"{included}": routing sees ids, offsets and weights, never layers or geometry'
            if what:
                found.append(f"src/{file}:{line}: {what}")
    return found


def test_include_violations(root):
    """Tests of a room that see a room above it."""
    found = []
    for path in sources(root, "tests"):
        room = room_of(path, root / "tests")
        if room not in BELOW:
            continue
        for line, bracket, included in includes(path):
            if bracket == '"' and (what := own_include_violation(root, room, included)):
                found.append(f"{path.relative_to(root).as_posix()}:{line}: {what}")
    return found


def length_violations(root):
    """Files that hold more than one concept, by their length."""
    found = []
    for folder in ("src", "tests", "bench", "qgis", "scripts", "sample-data"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".cpp", ".hpp", ".py", ".sh", ".cmake"):
                continue
            lines = path.read_text(encoding="utf-8").count("\n")
            file = path.relative_to(root).as_posix()
            if lines > LONGEST_FILE:
                found.append(f"{file}:{lines}: longer than {LONGEST_FILE} lines; split it")
            elif file.startswith("src/analyses/") and lines > LONGEST_ANALYSIS:
                found.append(f"{file}:{lines}: an analysis longer than {LONGEST_ANALYSIS} lines; its formulas "
                             "belong in methods, its kernels below")
    return found


def first_include_violations(root):
    """Sources that do not include their own header first: that is what shows that the header compiles alone."""
    found = []
    for path in sources(root, "src"):
        own = path.with_suffix(".hpp")
        if path.suffix == ".hpp" or not own.is_file():
            continue
        header = own.relative_to(root / "src").as_posix()
        line, _, first = next(includes(path), (1, '"', "nothing"))
        if first != header:
            found.append(f'{path.relative_to(root).as_posix()}:{line}: includes {first} first; "{header}" comes first')
    return found


def pragma_violations(root):
    """Headers without #pragma once on their first line of code."""
    return [f"{path.relative_to(root).as_posix()}:1: starts without #pragma once"
            for path in sources(root, "src", "tests", "bench")
            if path.suffix == ".hpp" and "#pragma once" not in path.read_text(encoding="utf-8").splitlines()[:5]]
