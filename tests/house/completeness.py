"""Every analysis has all its files, and no file stands about that belongs to nothing.

`analyses` is what `jingwei analyses --json` prints: the registry decides what an analysis is.
"""
import re

# Layers of the program itself, written by no analysis: of every run, and of `jingwei network`.
OWN_LAYERS = {"issues", "network_streets", "network_islands", "network_pockets", "network_snaps", "network_classes",
              "network_summary"}
# Layers that networks are built from, besides those of the sample study.
NETWORK_INPUTS = {"links"}
ANALYSIS_FUNCTION = re.compile(r"^Analysis (\w+)_analysis\(\)", re.MULTILINE)


def yaml_value(text, key):
    """The value of a top-level key of a layer definition, whose files hold one key a line."""
    match = re.search(rf"^{key}:\s*(\S+)", text, re.MULTILINE)
    return match[1] if match else None


def stems(root, pattern):
    return {path.stem for path in root.glob(pattern)}


def missing_files(root, analyses):
    """The files that a listed analysis lacks."""
    found = []
    for analysis in analyses:
        name = analysis["name"]
        snake = name.replace("-", "_")
        needed = [f"src/analyses/{snake}.cpp", f"tests/analyses/{snake}_test.cpp", f"docs/analyses/{name}.md"]
        for output in analysis["outputs"]:
            layer = output["layer"]
            needed.append(f"layers/{layer}.yaml")
            if not layer.startswith(f"{snake}_"):
                found.append(f"src/analyses/{snake}.cpp:1: its output {layer} is not named {snake}_<thing>")
            definition = root / f"layers/{layer}.yaml"
            is_table = definition.is_file() and re.search(r"^geometry:\s*\[\s*\]", definition.read_text(encoding="utf-8"),
                                                          re.MULTILINE)
            styled = any(style.split(".")[0] == layer for style in stems(root, "styles/*.qml"))
            if not is_table and not styled:
                found.append(f"styles/{layer}.qml: missing, {name} writes this layer")
        found += [f"{file}: missing, {name} needs it" for file in needed if not (root / file).is_file()]
    return found


def orphans(root, analyses, study_text):
    """Files of the tree that belong to no analysis, layer or source."""
    names = {analysis["name"] for analysis in analyses}
    snakes = {name.replace("-", "_") for name in names}
    written = {output["layer"] for analysis in analyses for output in analysis["outputs"]} | OWN_LAYERS
    read = {definition for analysis in analyses for role in analysis["inputs"] for definition in role["definitions"]}
    found = []
    for path in sorted(root.glob("src/analyses/*.cpp")):
        for function in ANALYSIS_FUNCTION.findall(path.read_text(encoding="utf-8")):
            if path.stem != "registry" and function not in snakes:
                found.append(f"src/analyses/{path.name}:1: {function}_analysis() has no row in the registry")
    for path in sorted(root.glob("docs/analyses/*.md")):
        # A page may stand in both languages: buffer.md, buffer.zh.md.
        if path.name.split(".")[0] not in names:
            found.append(f"docs/analyses/{path.name}:1: is a page of no analysis")
    layers = stems(root, "layers/*.yaml")
    for layer in sorted(layers):
        role = yaml_value((root / f"layers/{layer}.yaml").read_text(encoding="utf-8"), "role")
        if role == "output" and layer not in written:
            found.append(f"layers/{layer}.yaml:1: is written by no analysis")
        if role == "input" and layer not in read | NETWORK_INPUTS and not named_in_study(layer, study_text):
            found.append(f"layers/{layer}.yaml:1: is read by no analysis and not by the sample study")
    for path in sorted(root.glob("styles/*.qml")):
        if path.name.split(".")[0] not in layers:
            found.append(f"styles/{path.name}:1: is the style of no layer")
    return found + orphaned_tests(root)


def named_in_study(layer, study_text):
    """An input `{name: parks, …}` without `layer:` takes the definition of its name."""
    return re.search(rf"\b(name|layer):\s*[\"']?{layer}\b", study_text) is not None


def orphaned_tests(root):
    """Tests of a room whose source does not exist: overlay_random_test.cpp belongs to overlay.*."""
    found = []
    for path in sorted(root.glob("tests/*/*_test.cpp")):
        room = path.parent.name
        subject = path.stem[:-len("_test")]
        sources = {source.stem for source in (root / "src" / room).glob("*.[ch]pp")}
        belongs = any(subject == source or subject.startswith(f"{source}_") for source in sources)
        if (root / "src" / room).is_dir() and not belongs:
            found.append(f"tests/{room}/{path.name}:1: no source src/{room}/{subject}.* that it tests")
    return found
